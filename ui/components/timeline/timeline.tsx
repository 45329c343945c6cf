import type { VNode } from 'preact'
import { moment } from '../../format/day.ts'

export interface StoryEntry {
  at: string
  who: string
  place?: string
  text: string
  details?: readonly string[]
}

/** The story of a matter, in the order it is given: who did what, when and where. */
export function Timeline({ entries }: { entries: readonly StoryEntry[] }): VNode {
  return (
    <ol class="timeline">
      {entries.map((entry, at) => (
        <li key={at}>
          <p class="timeline-when">
            <time dateTime={entry.at}>{moment(entry.at)}</time>
          </p>
          <div class="timeline-what">
            <p>{entry.text}</p>
            <p class="muted small">{[entry.who, entry.place].filter(Boolean).join('，')}</p>
            {entry.details !== undefined && entry.details.length > 0 && (
              <ul>
                {entry.details.map((detail) => (
                  <li key={detail}>{detail}</li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
