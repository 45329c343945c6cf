import type { CaseDetail } from '#capabilities/case/contract.ts'
import { Fact } from './fact.tsx'

type Part = CaseDetail['parts'][number]

/** What further lawful paths have to show, each a block in the words the applicant reads too. */
export function Parts({ parts }: Pick<CaseDetail, 'parts'>) {
  return parts.map((part) => <PartSheet key={part.key} part={part} />)
}

function PartSheet({ part: { key, title, tag, lines, facts, table } }: { part: Part }) {
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
    </section>
  )
}

function PartTable({ title, table }: { title: string; table: NonNullable<Part['table']> }) {
  return (
    <table className="plain-table" aria-label={title}>
      <thead>
        <tr>
          {table.head.map((text) => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.join('\u0000')}>
            {row.map((text, index) => (
              <td key={table.head[index]}>{text}</td>
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
