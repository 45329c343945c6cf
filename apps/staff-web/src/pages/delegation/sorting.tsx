import { Link } from '@tanstack/react-router'
import type { RoundView } from '#capabilities/catalogue/contract/delegation-routes.ts'
import { day } from '#ui/format/day.ts'
import { Table } from '../../lists/table.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useRounds } from './use-delegation.ts'
import { delegationWords as words } from './words.ts'

/** 事项梳理: a count for each of the fourteen domains, and who has not answered. */
export function Sorting() {
  const found = useRounds()
  if (found.isPending) return <Waiting />
  if (found.isError) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  const { items } = found.data
  if (items.length === 0) return <p>{words.noRounds}</p>
  return (
    <div className="stack">
      {items.map((round) => (
        <Round key={round.id} round={round} />
      ))}
    </div>
  )
}

function Round({
  round: { id, name, stateText, by, lines, open, version, domains, waiting },
}: {
  round: RoundView
}) {
  return (
    <section className="delegation-batch stack">
      <h2>
        <Link to="/books/$book/$id" params={{ book: 'sorting-round', id }}>
          {name}
        </Link>{' '}
        <span className="tag tag-plain">{stateText}</span>
      </h2>
      <p>
        {words.round(lines, open, day(by))}
        {version !== undefined && `；${words.version(version)}`}
      </p>
      <Table
        label={`${name}：${words.counts}`}
        heads={[words.domain, words.count, words.answered, words.handDown]}
        rows={domains.map(({ domain, title, count, answered, handDown }) => ({
          key: domain,
          cells: [title, String(count), String(answered), String(handDown)],
        }))}
      />
      {waiting.length > 0 && (
        <>
          <h3>{words.waiting}</h3>
          <ul className="stack-tight">
            {waiting.map(({ bodyName, lines: of, late, chased }) => (
              <li key={bodyName}>{`${bodyName}：${words.waitingLine(of, late, chased)}`}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
