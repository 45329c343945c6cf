import type { ChangeDetail } from '#capabilities/catalogue/contract/change.ts'
import { moment } from '#ui/format/day.ts'
import { changeWords as words } from './words.ts'

/** What was said of the draft, the latest first. */
export function Comments({ comments }: Pick<ChangeDetail, 'comments'>) {
  if (comments.length === 0) return <p className="muted">{words.noComments}</p>
  return (
    <ul className="plain-list">
      {[...comments].reverse().map(({ at, who, on, text }) => (
        <li key={at + text}>
          <p>{text}</p>
          <p className="small muted row">
            <span>{moment(at)}</span>
            <span>{who}</span>
            {on !== undefined && <span>{words.about(on)}</span>}
          </p>
        </li>
      ))}
    </ul>
  )
}
