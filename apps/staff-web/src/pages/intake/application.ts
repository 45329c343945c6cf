import type { FileView, Filing, HandedIn } from '#capabilities/case/contract.ts'
import type { ItemVersion, Material } from '#capabilities/catalogue/contract.ts'
import { check } from '#ui/form/check.ts'
import type { RegionOption } from '#ui/form/region.ts'
import { askedFields } from '#ui/form/values.ts'
import type { FieldProblem } from '../../form/error-summary.tsx'
import { readValues, type RawValues } from '../../form/raw-values.ts'
import { fieldId } from '../../form/schema-fields.tsx'
import { intakeWords as words } from './words.ts'

export interface HeldPapers {
  originals: number
  copies: number
  files: readonly FileView[]
}

/** What the clerk has written down so far. */
export interface Application {
  region: string
  values: RawValues
  papers: Readonly<Record<string, HeldPapers>>
  delivery: Filing['delivery'] | undefined
}

export const NO_PAPERS: HeldPapers = { originals: 0, copies: 0, files: [] }
export const REGION_ID = 'intake-region'
export const DELIVERY_ID = 'intake-delivery'

export function newApplication(item: ItemVersion, region: string): Application {
  return {
    region,
    values: {},
    papers: {},
    delivery: item.delivery.length === 1 ? item.delivery[0] : undefined,
  }
}

/** Only a matter the town decides needs to know where it falls. */
export function asksRegion(item: ItemVersion): boolean {
  return item.decidingBody.kind === 'town'
}

/** Messages by name of the field, in the words the portal uses too. */
export function fieldErrors(
  item: ItemVersion,
  values: RawValues,
  regions?: readonly RegionOption[],
): Record<string, string> {
  const found = check(item.form, readValues(item.form, values), regions === undefined ? {} : { regions })
  return Object.fromEntries(found.map((error) => [error.field, error.message]))
}

export function problemsOf(
  item: ItemVersion,
  application: Application,
  errors: Record<string, string>,
): FieldProblem[] {
  return [
    ...(asksRegion(item) && application.region === ''
      ? [{ target: REGION_ID, message: words.regionNeeded }]
      : []),
    ...Object.entries(errors).map(([name, message]) => ({ target: fieldId('intake', name), message })),
    ...(application.delivery === undefined ? [{ target: DELIVERY_ID, message: words.deliveryNeeded }] : []),
  ]
}

export function handedIn(item: ItemVersion, papers: Application['papers']): HandedIn[] {
  return item.materials.flatMap(({ id }) => {
    const held = papers[id] ?? NO_PAPERS
    if (!isHeld(held)) return []
    return {
      material: id,
      files: held.files.map((file) => file.id),
      paperOriginals: held.originals,
      paperCopies: held.copies,
    }
  })
}

export function notHandedIn(item: ItemVersion, papers: Application['papers']): Material[] {
  return item.materials.filter(
    (material) =>
      material.necessity === 'required' && !material.fromForm && !isHeld(papers[material.id] ?? NO_PAPERS),
  )
}

/** Answers to questions that are no longer asked are left out: the file holds what the form asked. */
export function filingOf(item: ItemVersion, application: Application, acceptPlace: string): Filing {
  const values = readValues(item.form, application.values)
  const form: Record<string, string | string[]> = {}
  for (const { name } of askedFields(item.form, values)) {
    const value = values[name]
    if (value !== undefined && value.length > 0) form[name] = typeof value === 'string' ? value : [...value]
  }
  return {
    item: item.id,
    itemVersion: item.version,
    ...(application.region === '' ? {} : { region: application.region }),
    acceptPlace,
    form,
    materials: handedIn(item, application.papers),
    delivery: application.delivery ?? item.delivery[0]!,
  }
}

function isHeld({ originals, copies, files }: HeldPapers): boolean {
  return originals + copies + files.length > 0
}
