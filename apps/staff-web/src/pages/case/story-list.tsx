import type { StoryLine } from '#capabilities/case/contract.ts'
import { moment } from '#ui/format/day.ts'

/** What happened, the latest first. */
export function StoryList({ story }: { story: readonly StoryLine[] }) {
  return (
    <ol className="plain-list">
      {[...story]
        .sort((one, other) => other.seq - one.seq)
        .map((line) => (
          <li key={line.seq}>
            <p>{line.text}</p>
            {line.details.length > 0 && (
              <ul>
                {line.details.map((detail) => (
                  <li key={detail}>{detail}</li>
                ))}
              </ul>
            )}
            <p className="small muted row">
              <span>{moment(line.at)}</span>
              <span>{line.who}</span>
              {line.place !== undefined && <span>{line.place}</span>}
            </p>
          </li>
        ))}
    </ol>
  )
}
