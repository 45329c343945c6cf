import { clausesText } from '#ui/format/clauses.ts'
import { day } from '#ui/format/day.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import type { OrganisationSearch } from './search.ts'
import { useDuties } from './use-ground.ts'
import { organisationWords as words } from './words.ts'

/** 职责分工: by subject, with the units each line falls to and the clauses that say so. */
export function DutiesTab({ search }: { search: OrganisationSearch }) {
  const found = useDuties(search)
  if (found.isPending) return <Waiting />
  if (found.isError) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  const subjects = [...Map.groupBy(found.data.items, ({ subject }) => subject).values()]
  return (
    <div className="stack">
      {subjects.map((lines) => (
        <section key={lines[0]!.subject} className="sheet">
          <h2>{lines[0]!.subjectName}</h2>
          <ul className="stack-tight">
            {lines.map(({ roleText, bodies, acts, clauses, from }) => (
              <li key={`${roleText} ${clauses.join()} ${bodies.join()}`}>
                <span className="tag tag-blue">{roleText}</span> {bodies.join('、')}
                {acts.length > 0 && <div className="small">{`${words.carries}：${acts.join('、')}`}</div>}
                <div className="small muted">{`${clausesText(clauses)}，${words.since(day(from))}`}</div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
