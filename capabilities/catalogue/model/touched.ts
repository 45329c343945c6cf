import type { ItemVersion, Undertaking } from '../contract.ts'
import { elementOf, type Elements } from './elements.ts'
import { standardPaper } from './standard-paper.ts'

/** One place in which an item asks for an element or a paper. */
export interface Touched {
  item: string
  name: string
  version: number
  /** JSON pointer into the item. */
  at: string
  /** What it is called there. */
  called: string
  required: boolean
}

/** Every question of these items that asks for an element (数据元). */
export function askingFor(elements: Elements, items: readonly ItemVersion[], element: string): Touched[] {
  return items.flatMap((item) =>
    item.form.fields.flatMap((field, at) =>
      elementOf(elements, field)?.id === element
        ? [touched(item, `/form/fields/${at}`, field.label, field.required)]
        : [],
    ),
  )
}

/** Every line of their lists that asks for a standard paper (标准材料). */
export function wanting(items: readonly ItemVersion[], paper: string): Touched[] {
  return items.flatMap((item) =>
    item.materials.flatMap(({ name, necessity, fromForm }, at) =>
      fromForm !== true && standardPaper(name) === paper
        ? [touched(item, `/materials/${at}`, name, necessity === 'required')]
        : [],
    ),
  )
}

/** How many items ask for each element and each paper. */
export function countsOf(elements: Elements, items: readonly ItemVersion[]) {
  const byElement = new Map<string, number>()
  const byPaper = new Map<string, number>()
  const more = (counts: Map<string, number>, keys: Iterable<string>) => {
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const { form, materials } of items) {
    more(
      byElement,
      form.fields.flatMap((field) => elementOf(elements, field)?.id ?? []),
    )
    more(
      byPaper,
      materials.flatMap(({ name, fromForm }) => (fromForm ? [] : [standardPaper(name)])),
    )
  }
  return { byElement, byPaper }
}

/** Undertakings (一件事) that send people to one of these items. */
export const undertakingsWith = (undertakings: readonly Undertaking[], items: readonly string[]): string[] =>
  undertakings
    .filter(({ steps }) => steps.some(({ ways }) => items.some((item) => Object.hasOwn(ways, item))))
    .map(({ title }) => title)

const touched = (
  { id, name, version }: ItemVersion,
  at: string,
  called: string,
  required: boolean,
): Touched => ({
  ...{ item: id, name, version, at, called, required },
})
