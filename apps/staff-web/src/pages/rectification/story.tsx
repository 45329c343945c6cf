import type { RectificationStoryLine } from '#capabilities/evaluation/contract/rectification.ts'
import { day, moment } from '#ui/format/day.ts'

/** What happened, the latest first. */
export function Story({ story }: { story: readonly RectificationStoryLine[] }) {
  return (
    <ol className="plain-list">
      {[...story].reverse().map((line) => (
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
            <span>{line.at === undefined ? day(line.day) : moment(line.at)}</span>
            <span>{line.who}</span>
            {line.place !== undefined && <span>{line.place}</span>}
          </p>
        </li>
      ))}
    </ol>
  )
}
