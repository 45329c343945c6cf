import { Button } from 'antd'
import type { PaperView } from '#capabilities/case/contract.ts'
import { moment } from '#ui/format/day.ts'
import { inline } from '../../server/inline.ts'
import { printFile } from './viewer/print-file.ts'
import { viewerWords } from './viewer/words.ts'
import { caseWords as words } from './words.ts'

function PrintPaper({ title, url }: { title: string; url: string }) {
  return (
    <Button
      size="small"
      className="no-print"
      aria-label={viewerWords.printPaper(title)}
      onClick={() => printFile(inline(url))}
    >
      {viewerWords.print}
    </Button>
  )
}

export function PaperList({ papers }: { papers: readonly Omit<PaperView, 'kind'>[] }) {
  if (papers.length === 0) return <p className="muted">{words.noPapers}</p>
  return (
    <ul className="plain-list">
      {papers.map((paper) => (
        <li key={paper.id}>
          {paper.url === undefined ? (
            <span>
              {paper.title} <span className="muted">{words.paperPending}</span>
            </span>
          ) : (
            <span className="row">
              <a href={inline(paper.url)} target="_blank" rel="noreferrer">
                {paper.title}（PDF）
              </a>
              <PrintPaper title={paper.title} url={paper.url} />
            </span>
          )}
          <p className="small muted row">
            {paper.number !== undefined && <span>{`${words.paperNumber} ${paper.number}`}</span>}
            <span>{moment(paper.at)}</span>
            {paper.verifyUrl !== undefined && (
              <a
                href={paper.verifyUrl}
                target="_blank"
                rel="noreferrer"
                aria-label={`${words.verify} ${paper.title}`}
              >
                {words.verify}
              </a>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
