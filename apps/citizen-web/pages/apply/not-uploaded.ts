import type { DraftView } from '#capabilities/portal/contract.ts'

type Material = DraftView['item']['materials'][number]

/** Papers that are needed and have no file yet; those on paper only are handed over at the window. */
export function notUploaded(draft: DraftView): Material[] {
  return draft.papers.asked
    .filter(
      ({ material, needed }) =>
        needed && material.medium !== 'paper' && (draft.files[material.id] ?? []).length === 0,
    )
    .map(({ material }) => material)
}
