import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { applies, type FormValues } from '#ui/form/index.ts'
import type { FileView, MaterialView } from '../../contract.ts'
import type { CaseDossier, HeldFile } from '../../model.ts'

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
    files: namedFiles(material.name, held?.files ?? [], dossier, files),
    ...(held?.superseded === undefined
      ? {}
      : {
          earlier: held.superseded.map(({ on, paperOriginals, paperCopies, files: before }) => ({
            ...{ on, paperOriginals, paperCopies },
            files: namedFiles(replaced(material.name), before, dossier, files),
          })),
        }),
  }
}

/** Everything that lies under a line of the checklist, what was replaced last. */
export function heldFiles(
  { id, name }: ItemVersion['materials'][number],
  dossier: CaseDossier,
  files: ReadonlyMap<string, FileView>,
): FileView[] {
  const { files: held = [], superseded = [] } = dossier.materials[id] ?? {}
  const earlier = superseded.flatMap((before) => namedFiles(replaced(name), before.files, dossier, files))
  return [...namedFiles(name, held, dossier, files), ...earlier]
}

const replaced = (name: string): string => `${name}（以前交的）`

/** Files are named by what they are; people's own names tell too much. */
function namedFiles(
  name: string,
  held: readonly HeldFile[],
  { no }: CaseDossier,
  files: ReadonlyMap<string, FileView>,
): FileView[] {
  return held.flatMap((file, index) => {
    const view = files.get(file.id)
    if (view === undefined) return []
    const type = view.name.slice(view.name.lastIndexOf('.'))
    return [{ ...view, name: `${name}-${index + 1}${type}`, url: `/api/v1/cases/${no}/files/${file.id}` }]
  })
}

export function nameOf(item: ItemVersion, id: string): string {
  return item.materials.find((material) => material.id === id)?.name ?? id
}
