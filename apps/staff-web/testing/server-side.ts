import { fileURLToPath } from 'node:url'
import {
  ItemVersion as ItemShape,
  type FormSchema,
  type ItemVersion,
} from '#capabilities/catalogue/contract.ts'
import type { FormError, FormValues, RegionOption } from '#ui/form/index.ts'

// What the workbench never opens, for tests that hold it against the server: named so that the server's types stay out of
// the browser's program.
const CATALOGUE: string = '#capabilities/catalogue/index.ts'
const GUIDE: string = '#capabilities/guide/model.ts'
const CASE: string = '#capabilities/case/model.ts'

const { readItems } = (await import(CATALOGUE)) as {
  readItems(directory: string): { items: readonly ItemVersion[] }
}
export const { SAMPLE_REGIONS, sampleFaults, sampleValues } = (await import(GUIDE)) as {
  SAMPLE_REGIONS: readonly RegionOption[]
  sampleFaults(item: ItemVersion): FormError[]
  sampleValues(item: ItemVersion): FormValues
}
export const { formProblems } = (await import(CASE)) as {
  formProblems(
    form: FormSchema,
    values: FormValues,
    where: { regions: readonly RegionOption[]; day: string },
  ): FormError[]
}

/** The items of a real county. */
export const packItems = (pack: string): readonly ItemVersion[] =>
  readItems(fileURLToPath(new URL(`../../../packs/${pack}/items`, import.meta.url))).items

export const packItem = (id: string): ItemVersion => packItems('boshan-2020').find((item) => item.id === id)!

/** An item as the server checks it. */
export const shapeOfItem: unknown = ItemShape
