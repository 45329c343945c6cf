import type { VNode } from 'preact'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import { DataTable, Disclosure } from '#ui/components/index.ts'

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
  return (
    <Disclosure summary={`材料（${detail.materials.length}样）`}>
      <DataTable
        caption="交过的材料和审核情况"
        rows={detail.materials}
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

function verdict(material: Material): string {
  return material.note === undefined
    ? VERDICTS[material.verdict]
    : `${VERDICTS[material.verdict]}：${material.note}`
}

function Given({ material }: { material: Material }): VNode {
  const paper = [
    material.paperOriginals > 0 ? `纸质原件${material.paperOriginals}份` : '',
    material.paperCopies > 0 ? `复印件${material.paperCopies}份` : '',
  ].filter(Boolean)
  if (material.files.length === 0)
    return <>{material.fromForm ? '网上填写的申请表' : paper.join('，') || '没有交'}</>
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
