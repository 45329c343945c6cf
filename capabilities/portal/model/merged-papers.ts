import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { standardPaper } from '#capabilities/catalogue/model.ts'

type Material = ItemVersion['materials'][number]

/** A paper one of several items asks for. */
export interface PaperAsked {
  draft: string
  itemName: string
  material: Material
  needed: boolean
}

export interface MergedPaper {
  key: string
  name: string
  needed: boolean
  asks: readonly PaperAsked[]
}

/** The same paper is handed in once; one the application form makes by itself is nobody's to bring. */
export function mergePapers(all: readonly PaperAsked[]): MergedPaper[] {
  const byKey = new Map<string, PaperAsked[]>()
  for (const paper of all) {
    if (paper.material.fromForm) continue
    const key = standardPaper(paper.material.name)
    byKey.set(key, [...(byKey.get(key) ?? []), paper])
  }
  return [...byKey].map(([key, asks]) => ({
    key,
    name: asks.length === 1 ? asks[0]!.material.name : key,
    needed: asks.some(({ needed }) => needed),
    asks,
  }))
}
