import type { FormField, FormSchema } from '../contract.ts'
import type { DataElement, ElementsFile } from '../contract/element.ts'

/** The register (数据元目录) with what is looked up in it again and again. */
export interface Elements {
  readonly all: readonly DataElement[]
  find(id: string): DataElement | undefined
}

const known = new WeakMap<readonly DataElement[], Elements>()

/** Worked out once for each register that was read. */
export function elementsOf(all: readonly DataElement[]): Elements {
  const held = known.get(all)
  if (held !== undefined) return held
  const byId = new Map(all.map((element) => [element.id, element]))
  const made: Elements = { all, find: (id) => byId.get(id) }
  known.set(all, made)
  return made
}

/** The elements of all packs with those one adds and its own words for the others. */
export function withLocalElements(base: ElementsFile, own: ElementsFile | undefined): DataElement[] {
  const added = own?.elements ?? []
  return [
    ...(base.elements ?? []).map((element) => {
      const called = own?.calledHere?.[element.id] ?? []
      return called.length === 0
        ? element
        : { ...element, alsoCalled: [...(element.alsoCalled ?? []), ...called] }
    }),
    ...added,
  ]
}

/** Faults of a pack's own file: what all packs have is not said again, and words are for what there is. */
export function localElementFaults(
  base: ElementsFile,
  own: ElementsFile,
): { at: string; what: string; remedy: string }[] {
  const ids = new Set((base.elements ?? []).map(({ id }) => id))
  const again = (own.elements ?? []).flatMap(({ id }, at) =>
    ids.has(id) || (own.elements ?? []).findIndex((other) => other.id === id) < at
      ? [
          {
            at: `/elements/${at}/id`,
            what: `数据元 ${id} 已经有了`,
            remedy: '删去这一条；只是叫法不同的，写进 calledHere',
          },
        ]
      : [],
  )
  const strange = Object.keys(own.calledHere ?? {}).flatMap((id) =>
    ids.has(id) ? [] : [{ at: `/calledHere/${id}`, what: `没有数据元 ${id}`, remedy: '核对编号的拼写' }],
  )
  return [...again, ...strange]
}

type Asking = Pick<FormField, 'label' | 'section' | 'element' | 'type' | 'options'>

/**
 * The element a field asks for: the one it names, or the one its label can only mean. A version published before the register
 * stays as it was and is understood all the same.
 */
export function elementOf(elements: Elements, field: Asking): DataElement | undefined {
  if (field.element !== undefined) return narrower(elements, field) ?? elements.find(field.element)
  const meant = meantBy(elements, field)
  return meant !== undefined && !meant.explicit && fits(meant, field) ? meant : undefined
}

/** What a field that names a wider element asks for, as its label tells. */
function narrower(elements: Elements, { element, label }: Asking): DataElement | undefined {
  return elements.all.find((one) => one.insteadOf === element && labelsOf(one).includes(label))
}

/** What a label can only mean, whether or not the field is of its kind. */
export function meantBy(elements: Elements, { label, section }: Asking): DataElement | undefined {
  const here = elements.all.filter(({ onlyIn }) => onlyIn === undefined || onlyIn.includes(section ?? ''))
  const named = here.filter((element) => !element.explicit && labelsOf(element).includes(label))
  // What belongs to this section is meant before what could stand anywhere.
  const found = named.find(({ onlyIn }) => onlyIn !== undefined) ?? named[0]
  return (
    found ?? here.find(({ looksLike }) => looksLike !== undefined && new RegExp(looksLike, 'u').test(label))
  )
}

export const labelsOf = ({ name, alsoCalled = [] }: DataElement): string[] => [name, ...alsoCalled]

function fits(element: DataElement, field: Asking): boolean {
  return element.type === field.type && strangeOptions(element, field).length === 0
}

/** Answers a field offers that the element's list does not have. */
export function strangeOptions(
  { codeList }: DataElement,
  { options = [] }: Pick<FormField, 'options'>,
): string[] {
  if (codeList === undefined) return []
  const values = new Set(codeList.values.map(({ value }) => value))
  return options.flatMap(({ value }) => (values.has(value) ? [] : [value]))
}

export interface ElementFlaw {
  /** Place of the field in the form. */
  at: number
  field: string
  kind: 'unknown' | 'type' | 'label' | 'options' | 'length' | 'unnamed'
  element: string
  /** What the register says. */
  name: string
}

/** Where a form says an element otherwise than the register does, or asks for one without naming it. */
export function elementFlaws(elements: Elements, { fields }: Pick<FormSchema, 'fields'>): ElementFlaw[] {
  return fields.flatMap((field, at): ElementFlaw[] => {
    const flaw = (kind: ElementFlaw['kind'], id: string, name: string) => ({
      at,
      field: field.label,
      kind,
      element: id,
      name,
    })
    if (field.element === undefined) {
      const meant = meantBy(elements, field)
      return meant === undefined ? [] : [flaw('unnamed', meant.id, meant.name)]
    }
    const element = elementOf(elements, field)
    if (element === undefined) return [flaw('unknown', field.element, field.element)]
    if (element.type !== field.type) return [flaw('type', element.id, element.name)]
    const kinds: ElementFlaw['kind'][] = [
      ...(labelsOf(element).includes(field.label) ? [] : ['label' as const]),
      ...(strangeOptions(element, field).length === 0 ? [] : ['options' as const]),
      ...((field.maxLength ?? 0) > (element.maxLength ?? Infinity) ? ['length' as const] : []),
    ]
    return kinds.map((kind) => flaw(kind, element.id, element.name))
  })
}
