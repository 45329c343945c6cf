import { Button } from 'antd'
import type { AllowedAct, CaseDetail } from '#capabilities/case/contract.ts'
import { Fact } from './fact.tsx'

type Part = CaseDetail['parts'][number]

/** Something on another path is still awaited there. */
export function isAwaited({ tag }: Part): boolean {
  return tag !== undefined && WAITING.has(tag.tone)
}

const WAITING: ReadonlySet<string> = new Set(['blue', 'warn', 'bad'])

/** An act that answers what a block shows: offered there as well. */
const ANSWERED_BY: Readonly<Record<string, string>> = { urging: 'answer-urge' }

interface Props extends Pick<CaseDetail, 'parts'> {
  allowed?: readonly AllowedAct[]
  choose?: (act: AllowedAct) => void
}

/** What further lawful paths have to show, each a block in the words the applicant reads too. */
export function Parts({ parts, allowed = [], choose }: Props) {
  return parts.map((part) => {
    const answer = allowed.find(({ act }) => act === ANSWERED_BY[part.key])
    return (
      <PartSheet
        key={part.key}
        part={part}
        {...(answer === undefined ? {} : { answer: { title: answer.title, run: () => choose?.(answer) } })}
      />
    )
  })
}

interface SheetProps {
  part: Part
  answer?: { title: string; run: () => void }
}

function PartSheet({ part: { key, title, tag, lines, facts, table }, answer }: SheetProps) {
  const id = partId(key)
  return (
    <section className="sheet stack-tight" aria-labelledby={id}>
      <div className="row">
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        {tag && <span className={`tag tag-${tag.tone}`}>{tag.text}</span>}
      </div>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {facts && facts.length > 0 && (
        <dl className="facts-line">
          {facts.map(({ label, text }) => (
            <Fact key={label} label={label} text={text} />
          ))}
        </dl>
      )}
      {table && <PartTable title={title} table={table} />}
      {answer && (
        <div className="row no-print">
          <Button onClick={answer.run}>{answer.title}</Button>
        </div>
      )}
    </section>
  )
}

function PartTable({ title, table }: { title: string; table: NonNullable<Part['table']> }) {
  return (
    // On a phone the rows become blocks, which would take the roles of a table away.
    <table className="plain-table part-table" role="table" aria-label={title}>
      <thead role="rowgroup">
        <tr role="row">
          {table.head.map((text) => (
            <th key={text} role="columnheader" scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {table.rows.map((row) => (
          <tr key={row.join('\u0000')} role="row">
            {row.map((text, index) => (
              <td key={table.head[index]} role="cell" data-head={table.head[index]}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function partId(key: string): string {
  return `part-${key}`
}
