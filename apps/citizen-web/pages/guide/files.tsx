import type { VNode } from 'preact'
import type { GuideView } from '#capabilities/portal/contract.ts'

type File = GuideView['files'][number]

/** Papers of the guide to take along, each called as it is called on the disk. */
export function Files({
  view,
  only,
}: {
  view: Pick<GuideView, 'files'>
  only: readonly File['file'][]
}): VNode | null {
  const files = view.files.filter(({ file }) => only.includes(file))
  if (files.length === 0) return null
  return (
    <ul class="guide-files no-print">
      {files.map(({ file, name, href }) => (
        <li key={file}>
          <a href={href}>{`下载${TITLES[file]}（PDF）`}</a>
          <span class="visually-hidden">{name}</span>
        </li>
      ))}
    </ul>
  )
}

const TITLES: Readonly<Record<File['file'], string>> = {
  'form-blank': '空白申请表',
  'form-sample': '填好的示范',
  'result-sample': '结果样本',
}
