import { Link } from '@tanstack/react-router'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { ChangeDetail } from '#capabilities/catalogue/contract/change.ts'
import { moment } from '#ui/format/day.ts'
import { labelAt } from './compared.ts'
import { changeWords as words } from './words.ts'

interface Props extends Pick<ChangeDetail, 'comments'> {
  item: ItemVersion
  id: string
  /** Whether whoever reads them may go and mend it. */
  edits: boolean
}

/** What was said of the draft, the latest first, each with the field it speaks of. */
export function Comments({ comments, item, id, edits }: Props) {
  if (comments.length === 0) return <p className="muted">{words.noComments}</p>
  return (
    <ul className="plain-list">
      {[...comments].reverse().map(({ at, who, on, text }) => (
        <li key={at + text}>
          <p>{text}</p>
          <p className="small muted row">
            <span>{moment(at)}</span>
            <span>{who}</span>
            {on !== undefined && <About {...{ on, item, id, edits }} />}
          </p>
        </li>
      ))}
    </ul>
  )
}

function About({ on, item, id, edits }: Omit<Props, 'comments'> & { on: string }) {
  const text = words.about(labelAt(item, on))
  if (!edits || !on.startsWith('/')) return <span>{text}</span>
  return (
    <Link to="/item-changes/$id/edit" params={{ id }} search={{ at: on }}>
      {text}
    </Link>
  )
}
