import type { Fact } from '#engine/fact.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { applies, type FormValues } from '#ui/form/index.ts'
import type { FileView, MaterialView } from '../../contract.ts'
import type { CaseDossier, HeldFile } from '../../model.ts'
import { isAnswered } from '../../model/supplement.ts'

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

/** Its files that were not there yet when the last notice was served, until the clerk goes on. */
export function freshFiles(
  id: string,
  dossier: CaseDossier,
  facts: readonly Fact[],
): Pick<MaterialView, 'fresh'> {
  if (!isAnswered(dossier)) return {}
  const notice = facts.findLastIndex(({ kind }) => kind === 'supplement-notified')
  const held = (fact: Fact) => (fact.body['materials'] as Partial<CaseDossier['materials']> | undefined)?.[id]
  const known = new Set(
    facts
      .slice(0, notice)
      .flatMap((fact) => held(fact)?.files ?? [])
      .map((file) => file.id),
  )
  const fresh = (dossier.materials[id]?.files ?? []).filter((file) => !known.has(file.id))
  return fresh.length === 0 ? {} : { fresh: fresh.map((file) => file.id) }
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
