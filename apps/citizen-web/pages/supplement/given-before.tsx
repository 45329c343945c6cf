import type { VNode } from 'preact'
import type { CaseDetail } from '#capabilities/portal/contract.ts'

/** What was handed in before, where it can be looked at, and what becomes of it: what answers a notice joins it. */
export function GivenBefore({ detail, material }: { detail: CaseDetail; material: string }): VNode | null {
  const before = detail.materials.find(({ id, fromForm }) => id === material && !fromForm)
  if (before === undefined) return null
  const { files, paperOriginals, paperCopies } = before
  const onPaper = [
    paperOriginals > 0 ? `纸质原件${paperOriginals}份` : '',
    paperCopies > 0 ? `复印件${paperCopies}份` : '',
  ].filter(Boolean)
  if (files.length === 0 && onPaper.length === 0) return <p>这一样您还没有交过。</p>
  return (
    <p>
      原来交的：
      {files.map(({ id, name, url }, at) => (
        <>
          {at > 0 && '、'}
          <a key={id} href={url}>
            {name}
          </a>
        </>
      ))}
      {files.length > 0 && onPaper.length > 0 && '、'}
      {onPaper.join('、')}
      。不会删掉，这次交的加在它后面，窗口一起看。
    </p>
  )
}
