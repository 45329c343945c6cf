import type { DraftView } from '#capabilities/portal/contract.ts'

type Material = DraftView['item']['materials'][number]

/** Required papers without a file yet; those on paper only are handed over at the window. */
export function notUploaded(draft: DraftView): Material[] {
  return draft.item.materials.filter(
    (material) =>
      material.necessity === 'required' &&
      !material.fromForm &&
      material.medium !== 'paper' &&
      (draft.files[material.id] ?? []).length === 0,
  )
}
