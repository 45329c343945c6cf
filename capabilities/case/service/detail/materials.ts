import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { applies, type FormValues } from '#ui/form/index.ts'
import type { FileView, MaterialView } from '../../contract.ts'
import type { CaseDossier } from '../../model.ts'

export type Open = (sealed: unknown) => unknown

/** One line of the checklist with what was handed in and what the clerk found. */
export function materialView(
  material: ItemVersion['materials'][number],
  dossier: CaseDossier,
  files: ReadonlyMap<string, FileView>,
  open: Open,
): MaterialView {
  const wanted = applies(material, (open(dossier.form) ?? {}) as FormValues)
  const held = dossier.materials[material.id]
  return {
    id: material.id,
    name: material.name,
    necessity: material.necessity,
    requirement: material.acceptStandard,
    ...(material.when ? { when: material.when } : {}),
    fromForm: material.fromForm === true,
    ...(material.shared ? { shared: true } : {}),
    ...(material.whenAnswer && wanted !== 'ask' ? { applies: wanted === 'yes' } : {}),
    verdict: held?.verdict ?? 'unchecked',
    ...(held?.note ? { note: String(open(held.note) ?? '') } : {}),
    paperOriginals: held?.paperOriginals ?? 0,
    paperCopies: held?.paperCopies ?? 0,
    files: (held?.files ?? []).flatMap((file, index) => {
      const view = files.get(file.id)
      return view
        ? [
            {
              ...view,
              name: `${material.name}-${index + 1}${view.name.slice(view.name.lastIndexOf('.'))}`,
              url: `/api/v1/cases/${dossier.no}/files/${file.id}`,
            },
          ]
        : []
    }),
  }
}

export function nameOf(item: ItemVersion, id: string): string {
  return item.materials.find((material) => material.id === id)?.name ?? id
}
