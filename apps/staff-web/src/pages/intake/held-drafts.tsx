import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { moment } from '#ui/format/day.ts'
import { drafts } from '../../server/clients.ts'
import { intakeWords as words } from './words.ts'

/** What this post picked up and has neither filed nor given back: an interrupted visit is found again. */
export function HeldDrafts() {
  const held = useQuery({ queryKey: ['held-drafts'], queryFn: () => drafts.heldDrafts({}), staleTime: 0 })
  const items = held.data?.items ?? []
  if (items.length === 0) return null
  return (
    <section className="sheet stack-tight" aria-labelledby="held-drafts">
      <h2 id="held-drafts">{words.held}</h2>
      <ul className="items">
        {items.map(({ id, item, itemName, person, savedAt }) => (
          <li key={id} className="item-line">
            <Link to="/intake/$item" params={{ item }} search={{ draft: id }}>
              {itemName}
            </Link>
            <p className="small muted">{words.heldLine(person, moment(savedAt))}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
