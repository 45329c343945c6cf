import type { VNode } from 'preact'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import { DataTable, Disclosure, StatusTag, SummaryList } from '#ui/components/index.ts'
import { actPath, offeredActs } from '../act/page.tsx'

type Part = CaseDetail['parts'][number]

/** What further lawful paths have to show: gaps, special procedures, opinions, in the words the office reads too. */
export function Parts({ parts, folded = false }: Pick<CaseDetail, 'parts'> & { folded?: boolean }): VNode {
  return (
    <>
      {parts.map((part) =>
        folded ? <FoldedPart key={part.key} part={part} /> : <PartSection key={part.key} part={part} />,
      )}
    </>
  )
}

function PartSection({ part }: { part: Part }): VNode {
  const id = `part-${part.key}`
  return (
    <section class="case-section" aria-labelledby={id}>
      <h2 id={id}>{part.title}</h2>
      <PartContent part={part} />
    </section>
  )
}

/** Its standing says whether it is worth opening. */
function FoldedPart({ part }: { part: Part }): VNode {
  const { title, tag } = part
  return (
    <Disclosure summary={tag === undefined ? title : `${title}：${tag.text}`}>
      <PartContent part={part} />
    </Disclosure>
  )
}

function PartContent({ part: { title, tag, lines, facts = [], table } }: { part: Part }): VNode {
  return (
    <div class="stack">
      {tag && (
        <p>
          <StatusTag tone={TONES[tag.tone]}>{tag.text}</StatusTag>
        </p>
      )}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {facts.length > 0 && <SummaryList rows={facts.map(({ label, text }) => ({ label, content: text }))} />}
      {table && (
        <DataTable
          caption={title}
          columns={table.head.map((head, at) => ({ title: head, cell: (row: string[]) => row[at] ?? '' }))}
          rows={table.rows}
          rowKey={(row) => row.join('\u0000')}
        />
      )}
    </div>
  )
}

const TONES = { good: 'good', warn: 'warn', bad: 'bad', blue: 'strong', plain: 'plain' } as const

/** Whether there is a right to use that nothing waits for, such as asking for a hearing. */
export function mayDoMore(detail: CaseDetail): boolean {
  return further(detail).length > 0
}

/**
 * Further things the applicant may do, beside the blocks that speak of them; what waits for them stands on top of the
 * page instead.
 */
export function FurtherActs({ detail }: { detail: CaseDetail }): VNode | null {
  const acts = further(detail)
  if (acts.length === 0) return null
  return (
    <section class="case-section no-print" aria-labelledby="further-acts">
      <h2 id="further-acts">您还可以</h2>
      <ul class="link-list">
        {acts.map(({ act, title, help }) => (
          <li key={act}>
            <a href={actPath(detail.summary.no, act)}>{title}</a>
            {help !== undefined && <p class="muted">{help}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What cannot be undone stands last. */
const further = (detail: CaseDetail) =>
  offeredActs(detail)
    .filter(({ tone }) => tone !== 'primary')
    .toSorted((one, other) => Number(one.tone === 'danger') - Number(other.tone === 'danger'))
