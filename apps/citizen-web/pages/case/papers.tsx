import type { VNode } from 'preact'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import { Disclosure } from '#ui/components/index.ts'
import { day, dayOf } from '#ui/format/day.ts'

/** Papers made in this case, the newest first, because it is the one that is looked for; one that is still being made says so. */
export function Papers({ papers }: { papers: CaseDetail['papers'] }): VNode | null {
  if (papers.length === 0) return null
  const newest = papers.toReversed()
  const older = newest.slice(SHOWN)
  return (
    <section class="case-section" aria-labelledby="papers">
      <h2 id="papers">证照和文书</h2>
      <PaperList papers={newest.slice(0, SHOWN)} />
      {older.length > 0 && (
        <Disclosure summary={`更早的${older.length}份`}>
          <PaperList papers={older} />
        </Disclosure>
      )}
    </section>
  )
}

const SHOWN = 2

function PaperList({ papers }: { papers: CaseDetail['papers'] }): VNode {
  return (
    <ul class="paper-list">
      {papers.map((paper) => (
        <li key={paper.id}>
          <div>
            <strong>{paper.title}</strong>
            <span class="muted">{[paper.number, day(dayOf(paper.at))].filter(Boolean).join('，')}</span>
          </div>
          <div class="paper-links">
            {paper.url === undefined ? (
              <span class="muted">正在制作，过一会儿刷新就能下载</span>
            ) : (
              <a href={paper.url}>
                下载PDF<span class="visually-hidden">{paper.title}</span>
              </a>
            )}
            {paper.verifyUrl !== undefined && (
              <a href={paper.verifyUrl}>
                查验真伪<span class="visually-hidden">{paper.title}</span>
              </a>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
