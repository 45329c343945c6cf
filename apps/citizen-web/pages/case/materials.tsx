import type { VNode } from 'preact'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import { DataTable, Disclosure } from '#ui/components/index.ts'
import { longDay } from '#ui/format/day.ts'

type Material = CaseDetail['materials'][number]

const VERDICTS: Record<Material['verdict'], string> = {
  unchecked: '还没有审核',
  ok: '符合要求',
  missing: '缺少',
  defective: '需要改',
  'not-applicable': '这次不需要',
}

/** What was handed in and what the window found. */
export function CaseMaterials({ detail }: { detail: CaseDetail }): VNode {
  const materials = detail.materials.filter(arises)
  return (
    <Disclosure summary={`材料（${materials.length}样）`}>
      <DataTable
        caption="交过的材料和审核情况"
        rows={materials}
        rowKey={(material) => material.id}
        columns={[
          { title: '材料', cell: (material) => material.name },
          { title: '交了什么', cell: (material) => <Given material={material} /> },
          { title: '审核情况', cell: verdict },
        ]}
      />
    </Disclosure>
  )
}

/** What this applicant's own answers rule out is no paper of the case, unless it was handed in all the same. */
function arises({ applies, verdict, files, paperOriginals, paperCopies }: Material): boolean {
  const untouched = verdict === 'unchecked' || verdict === 'not-applicable'
  return applies !== false || !untouched || files.length + paperOriginals + paperCopies > 0
}

function verdict(material: Material): string {
  return material.note === undefined
    ? VERDICTS[material.verdict]
    : `${VERDICTS[material.verdict]}：${material.note}`
}

type Version = Pick<Material, 'files' | 'paperOriginals' | 'paperCopies'>

function Given({ material }: { material: Material }): VNode {
  const { earlier = [], fromForm } = material
  return (
    <>
      <Handed version={material} none={fromForm ? '网上填写的申请表' : '没有交'} />
      {earlier.map((version, at) => (
        <p key={at} class="muted">
          {`${longDay(version.on)}以前交的：`}
          <Handed version={version} none="" />
        </p>
      ))}
    </>
  )
}

function Handed({ version: material, none }: { version: Version; none: string }): VNode {
  const paper = [
    material.paperOriginals > 0 ? `纸质原件${material.paperOriginals}份` : '',
    material.paperCopies > 0 ? `复印件${material.paperCopies}份` : '',
  ].filter(Boolean)
  if (material.files.length === 0) return <>{paper.join('，') || none}</>
  return (
    <>
      {material.files.map((file) => (
        <a key={file.id} class="file-line" href={file.url}>
          {file.name}
        </a>
      ))}
      {paper.join('，')}
    </>
  )
}
