import { Alert } from 'antd'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { day, longDay } from '#ui/format/day.ts'
import { caseWords as words } from './words.ts'

type Notice = NonNullable<CaseDetail['supplement']>
type Line = Notice['lines'][number]

/** The notice that was served last: what is asked, what of it is asked again or new and why, and what the first one named. */
export function ServedNotice({ notice }: { notice: Notice }) {
  const { open, round = 1, lines, dueDay, first } = notice
  return (
    <Alert
      type={open ? 'warning' : 'info'}
      role="note"
      title={open ? words.supplementOpen(round) : words.supplementClosed(round)}
      description={
        <>
          <ol>
            {lines.map((line, at) => (
              <li key={`${line.material}-${at}`}>
                <NoticeLine line={line} />
              </li>
            ))}
          </ol>
          {dueDay !== undefined && <p>{words.supplementDue(longDay(dueDay))}</p>}
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
      }
    />
  )
}

function NoticeLine({ line }: { line: Line }) {
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
