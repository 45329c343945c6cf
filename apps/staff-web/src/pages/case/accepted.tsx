import { Button } from 'antd'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { inline } from '../../server/inline.ts'
import { printFile } from './viewer/print-file.ts'
import { caseWords as words } from './words.ts'

/** After acceptance somebody waits for its paper: the next thing to press, as soon as it is made. */
export function Accepted({ papers }: Pick<CaseDetail, 'papers'>) {
  const paper = papers.findLast(({ kind }) => kind === 'acceptance')
  if (paper === undefined) return null
  const { url } = paper
  return (
    <p className="no-print" role="status">
      {url === undefined ? (
        words.making
      ) : (
        <Button type="primary" size="large" onClick={() => printFile(inline(url))}>
          {words.printAccepted}
        </Button>
      )}
    </p>
  )
}
