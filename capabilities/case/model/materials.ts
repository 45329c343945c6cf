import type { LegalDay } from '#engine/day.ts'
import type { FormSchema, ItemVersion, Material } from '#capabilities/catalogue/contract.ts'
import { applies, type FormValues } from '#ui/form/index.ts'
import type { ChecklistLine } from '../contract.ts'
import type { CaseDossier, HeldMaterial } from './dossier.ts'
import type { Sealed } from './step-mark.ts'

/**
 * Materials of the pinned version that the dossier does not hold at all, neither on paper nor as a file: those everybody
 * needs, and those the applicant's answers call for.
 */
export function notHandedIn(
  item: ItemVersion,
  materials: CaseDossier['materials'],
  answers: FormValues,
): string[] {
  return item.materials
    .filter((material) => !material.fromForm && !material.shared)
    .filter((material) => isCalledFor(material, answers, item.form))
    .filter((material) => !isHeld(materials[material.id]))
    .map((material) => material.id)
}

function isCalledFor(material: Material, answers: FormValues, form: FormSchema): boolean {
  if (material.necessity === 'required') return true
  return material.necessity === 'conditional' && applies(material, answers, form) === 'yes'
}

/** Lines of a checklist that stand against acceptance: missing, defective, or a required paper called not applicable. */
export function openLines(item: ItemVersion, checklist: readonly ChecklistLine[]): string[] {
  const required = new Set(
    item.materials.filter((line) => line.necessity === 'required').map((line) => line.id),
  )
  return checklist
    .filter(({ material, verdict }) => {
      if (verdict === 'missing' || verdict === 'defective') return true
      return verdict === 'not-applicable' && required.has(material)
    })
    .map((line) => line.material)
}

/** Materials nobody has judged yet; a checklist is complete only when each line has a verdict. */
export function unjudged(item: ItemVersion, checklist: readonly ChecklistLine[]): string[] {
  const judged = new Set(checklist.map((line) => line.material))
  return item.materials.filter((material) => !judged.has(material.id)).map((material) => material.id)
}

export function unknownMaterials(item: ItemVersion, ids: readonly string[]): string[] {
  const known = new Set(item.materials.map((material) => material.id))
  return ids.filter((id) => !known.has(id))
}

/** The checklist as a fact body: verdicts open, the clerk's notes sealed. */
export function checklistBody(
  checklist: readonly ChecklistLine[],
  seal: (value: unknown) => Sealed,
): Record<string, Pick<HeldMaterial, 'verdict' | 'note'>> {
  return Object.fromEntries(
    checklist.map((line) => [
      line.material,
      { verdict: line.verdict, ...(line.note ? { note: seal(line.note) } : {}) },
    ]),
  )
}

/** What is handed in joins what the office holds already and waits to be looked at. */
export function joined(before: HeldMaterial | undefined, fresh: HeldMaterial): HeldMaterial {
  if (before === undefined) return fresh
  const known = new Set(before.files.map((file) => file.id))
  return {
    files: [...before.files, ...fresh.files.filter((file) => !known.has(file.id))],
    paperOriginals: before.paperOriginals + fresh.paperOriginals,
    paperCopies: before.paperCopies + fresh.paperCopies,
    verdict: 'unchecked',
    ...(before.superseded ? { superseded: before.superseded } : {}),
  }
}

/** A later version takes the place of what the office holds, which stays on record beside it. */
export function replaced(before: HeldMaterial | undefined, fresh: HeldMaterial, on: LegalDay): HeldMaterial {
  if (before === undefined || !isHeld(before)) return fresh
  const { files, paperOriginals, paperCopies, superseded = [] } = before
  return { ...fresh, superseded: [...superseded, { files, paperOriginals, paperCopies, on }] }
}

export function isHeld(material: HeldMaterial | undefined): boolean {
  if (material === undefined) return false
  return material.files.length > 0 || material.paperOriginals > 0 || material.paperCopies > 0
}
