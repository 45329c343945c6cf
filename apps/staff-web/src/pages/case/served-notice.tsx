import { Alert } from 'antd'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { day, longDay } from '#ui/format/day.ts'
import { caseWords as words } from './words.ts'

type Notice = NonNullable<CaseDetail['supplement']>
type Line = Notice['lines'][number]

/** The notice that was served last: what is asked, what of it is asked again or new and why, and what the first one named. */
export function ServedNotice({ notice }: { notice: Notice }) {
  const { open, round = 1 } = notice
  if (!open) return <Answered notice={notice} />
  return (
    <Alert
      type="warning"
      role="note"
      title={words.supplementOpen(round)}
      description={<Points notice={notice} />}
    />
  )
}

/** Nothing is asked by it any more: in sight as a line, and read by whoever wants to. */
function Answered({ notice }: { notice: Notice }) {
  const { round = 1, lines } = notice
  return (
    <details className="sheet answered-notice">
      <summary>{words.supplementClosed(round, lines.length)}</summary>
      <Points notice={notice} />
    </details>
  )
}

function Points({ notice: { lines, dueDay, open, first } }: { notice: Notice }) {
  return (
    <>
      <ol>
        {lines.map((line, at) => (
          <li key={`${line.material}-${at}`}>
            <NoticeLine line={line} />
          </li>
        ))}
      </ol>
      {open && dueDay !== undefined && <p>{words.supplementDue(longDay(dueDay))}</p>}
      {first && (
        <details className="small">
          <summary>{words.firstNotice(day(first.servedOn), first.lines.length)}</summary>
          <ol>
            {first.lines.map((line, at) => (
              <li key={`${line.material}-${at}`}>
                <NoticeLine line={line} />
                <span className="muted">{line.settled ? words.pointSettled : words.pointOpen}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

/** One point as it is read: what, what is wrong, how to mend it. */
export function NoticeLine({ line }: { line: Line }) {
  const { name, problem, remedy, basis, standing, still, newBecause } = line
  return (
    <>
      {standing === 'again' && <span className="tag tag-plain">{words.askedAgain}</span>}
      {standing === 'new' && <span className="tag tag-warn">{words.askedAnew}</span>} <strong>{name}</strong>
      ：{problem} {words.remedy}
      {remedy}
      {basis !== undefined && `（${words.basis}${basis}）`}
      {still !== undefined && <p>{words.stillOpen(still)}</p>}
      {newBecause !== undefined && <p>{newBecause}</p>}
    </>
  )
}
