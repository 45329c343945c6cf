import { Unreadable } from '../../shell/unreadable.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { BothAway } from './both-away.tsx'
import { DutyRow } from './duty-row.tsx'
import './duty.css'
import '../../lists/lists.css'
import { useDuty } from './use-duty.ts'
import { dutyWords as words } from './words.ts'

/** 离岗与顶岗: my own post; as a director also those of my place and body. */
export function DutyPage() {
  const found = useDuty()
  if (found.isPending) return <Waiting />
  if (found.isError && found.data === undefined)
    return <Unreadable title={words.title} error={found.error} retry={() => void found.refetch()} />
  const own = found.data.posts.filter((view) => view.own)
  const others = found.data.posts.filter((view) => !view.own)
  return (
    <>
      <h1>{words.title}</h1>
      <p className="muted">{words.text}</p>
      <BothAway alerts={found.data.alerts} />
      <section aria-label={words.mine} className="stack">
        <h2>{words.mine}</h2>
        <ul className="rows">
          {own.map((view) => (
            <DutyRow key={view.post} view={view} />
          ))}
        </ul>
      </section>
      {others.length > 0 && (
        <section aria-label={words.others} className="stack">
          <h2>{words.others}</h2>
          <ul className="rows">
            {others.map((view) => (
              <DutyRow key={view.post} view={view} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
