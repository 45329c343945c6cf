import type { ItemVersion } from '#capabilities/portal/contract.ts'

type Material = ItemVersion['materials'][number]

/** How many of a paper, and whether it comes back. */
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
