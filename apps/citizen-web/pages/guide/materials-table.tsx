import type { VNode } from 'preact'
import type { ItemVersion } from '#capabilities/portal/contract.ts'
import { DataTable } from '#ui/components/index.ts'

type Material = ItemVersion['materials'][number]

const SOURCES: Record<Material['source'], string> = {
  applicant: '自己准备',
  government: '政府部门发的',
  other: '其他单位出具',
}

/** What to bring, how many, from where, and what the window looks at. */
export function MaterialsTable({ materials }: { materials: readonly Material[] }): VNode {
  return (
    <DataTable
      caption={`一共${materials.length}样`}
      rows={materials}
      rowKey={(material) => material.id}
      columns={[
        { title: '材料', cell: (material) => <Name material={material} /> },
        { title: '几份', cell: copies },
        { title: '从哪里来', cell: (material) => material.sourceNote ?? SOURCES[material.source] },
        { title: '要求', cell: (material) => <Requirement material={material} /> },
      ]}
    />
  )
}

export function copies(
  material: Pick<Material, 'originals' | 'copies' | 'fromForm' | 'originalCheckedOnly' | 'shared'>,
): string {
  if (material.fromForm) return '网上填，不用带'
  if (material.shared) return '窗口自己核对，不用带'
  const parts = [
    material.originals > 0
      ? `原件${material.originals}份${material.originalCheckedOnly ? '（看过就还您）' : ''}`
      : '',
    material.copies > 0 ? `复印件${material.copies}份` : '',
  ].filter(Boolean)
  return parts.join('，') || '电子文件'
}

export function necessity(material: Pick<Material, 'necessity' | 'when'>): string {
  if (material.necessity === 'tolerable') return '可以先办，以后再补'
  return material.necessity === 'conditional' ? (material.when ?? '符合情形时才要') : ''
}

function Name({ material }: { material: Material }): VNode {
  const note = necessity(material)
  return (
    <>
      <strong>{material.name}</strong>
      {note !== '' && <span class="material-when">{note}</span>}
    </>
  )
}

function Requirement({ material }: { material: Material }): VNode {
  return (
    <>
      {material.acceptStandard}
      {material.fillNote !== undefined && <span class="muted">{`填写提示：${material.fillNote}`}</span>}
    </>
  )
}
