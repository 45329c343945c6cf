import { Table } from '../../lists/table.tsx'
import { TakeAway } from '../../lists/take-away.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useListVersion } from './use-residency.ts'
import { residencyWords as words } from './words.ts'

/** The lines of one version, and above them what differs from the version before. */
export function Lines({ list, no }: { list: string; no: number }) {
  const found = useListVersion(list, no)
  if (found.isPending) return <Waiting />
  if (found.data === undefined) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  const { lines, changes } = found.data
  return (
    <>
      {changes && <Changes changes={changes} />}
      <section className="sheet stack-tight" aria-labelledby="list-lines">
        <h2 id="list-lines">{words.shown(no)}</h2>
        <div className="row no-print">
          <TakeAway file={`/api/v1/lists/${list}/export?no=${no}`} onPaper />
        </div>
        <Table
          labelledBy="list-lines"
          heads={Object.values(words.lineColumns)}
          rows={lines.map(({ key, name, domainText, typeText, modeText, originText, note }, index) => ({
            key,
            cells: [index + 1, name, domainText, typeText, modeText, originText, note],
          }))}
        />
      </section>
    </>
  )
}

interface Differences {
  against: number
  came: readonly string[]
  went: readonly string[]
  changed: readonly { name: string; text: string }[]
}

function Changes({ changes: { against, came, went, changed } }: { changes: Differences }) {
  const rows = [
    ...came.map((name) => ({ kind: words.came, name, text: '' })),
    ...went.map((name) => ({ kind: words.went, name, text: '' })),
    ...changed.map(({ name, text }) => ({ kind: words.changed, name, text })),
  ]
  return (
    <section className="sheet stack-tight" aria-labelledby="list-changes">
      <h2 id="list-changes">{words.changes(against)}</h2>
      {rows.length === 0 ? (
        <p>{words.noChanges}</p>
      ) : (
        <ul className="plain-list stack-tight">
          {rows.map(({ kind, name, text }) => (
            <li key={`${kind} ${name}`}>
              <span className="tag tag-plain">{kind}</span> <strong>{name}</strong> {text}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
