import type { VNode } from 'preact'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import { day, dayOf } from '#ui/format/day.ts'

/** Papers made in this case, newest last; one that is still being made says so. */
export function Papers({ papers }: { papers: CaseDetail['papers'] }): VNode | null {
  if (papers.length === 0) return null
  return (
    <section class="case-section" aria-labelledby="papers">
      <h2 id="papers">证照和文书</h2>
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
    </section>
  )
}
