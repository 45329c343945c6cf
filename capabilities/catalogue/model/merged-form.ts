import {
  answered,
  check,
  type FieldValue,
  type FormError,
  type FormValues,
  type RegionOption,
} from '#ui/form/index.ts'
import type { FormField, FormSchema } from '../contract.ts'
import { elementOf, type Elements } from './elements.ts'
import { mergedNotes, sectionTitles, type MergedNote } from '../words/merged-form.ts'

/** An item that is asked for together with others (一件事). */
export interface FormOfItem {
  id: string
  name: string
  form: FormSchema
}

/** Several forms as one: what they all ask is asked once, what one alone asks stands under its name. */
export interface MergedForm {
  form: FormSchema
  /** Where each answer goes, by its name in the merged form. */
  origins: ReadonlyMap<string, readonly Origin[]>
  /** What was settled where the forms do not say the same, for whoever fills it in. */
  notes: readonly MergedNote[]
}

export interface Origin {
  item: string
  field: string
}

interface Source extends Origin {
  asked: FormField
  itemName: string
}

/** One form for several items, in the order in which they were chosen. */
export function mergeForms(elements: Elements, title: string, items: readonly FormOfItem[]): MergedForm {
  const groups = grouped(elements, items)
  const nameOf = new Map<string, string>()
  for (const { name, sources } of groups)
    for (const { item, field } of sources) nameOf.set(`${item}/${field}`, name)
  const merged = groups.map((group) => mergedField(group, nameOf))
  const byElement = merged.filter(({ shared }) => shared)
  const alone = merged.filter(({ shared }) => !shared)
  // A later item may ask more of a section that has been left: each section stands once.
  const ordered = [...Map.groupBy(byElement, ({ field }) => field.section).values(), alone].flat()
  return {
    form: { title, fields: ordered.map(({ field }) => field) },
    origins: new Map(
      ordered.map(({ field, sources }) => [
        field.name,
        sources.map(({ item, field: of }) => ({ item, field: of })),
      ]),
    ),
    notes: ordered.flatMap(({ notes }) => notes),
  }
}

/** The answers of one form, one set for each item, exactly as its own form would have sent them. */
export function splitAnswers(
  { origins }: Pick<MergedForm, 'origins'>,
  items: readonly FormOfItem[],
  values: FormValues,
): ReadonlyMap<string, FormValues> {
  return new Map(
    items.map(({ id, form }) => {
      const own = [...origins].flatMap(([name, places]): [string, FieldValue][] => {
        const value = values[name]
        return value === undefined
          ? []
          : places.filter(({ item }) => item === id).map(({ field }) => [field, value])
      })
      return [id, answered(form, Object.fromEntries(own))]
    }),
  )
}

/** What the items' own drafts hold, as the merged form shows it; the first item that knows an answer gives it. */
export function joinAnswers(
  { origins }: Pick<MergedForm, 'origins'>,
  own: ReadonlyMap<string, FormValues>,
): FormValues {
  return Object.fromEntries(
    [...origins].flatMap(([name, places]): [string, FieldValue][] => {
      const held = places
        .map(({ item, field }) => own.get(item)?.[field])
        .find((value) => value !== undefined && value.length > 0)
      return held === undefined ? [] : [[name, held]]
    }),
  )
}

/** The merged form's own faults, and those each item finds in its part: nothing passes here that an item would refuse. */
export function checkMerged(
  merged: MergedForm,
  items: readonly FormOfItem[],
  values: FormValues,
  known: { regions?: readonly RegionOption[]; today?: string },
): FormError[] {
  const nameOf = new Map(
    [...merged.origins].flatMap(([name, places]) =>
      places.map(({ item, field }) => [`${item}/${field}`, name] as const),
    ),
  )
  const own = splitAnswers(merged, items, values)
  const found = [
    ...check(merged.form, values, known),
    ...items.flatMap(({ id, form }) =>
      check(form, own.get(id) ?? {}, known).map((error) => ({
        ...error,
        field: nameOf.get(`${id}/${error.field}`)!,
      })),
    ),
  ]
  const first = new Map(found.toReversed().map((error) => [error.field, error]))
  return merged.form.fields.flatMap(({ name }) => first.get(name) ?? [])
}

interface Group {
  /** The same whenever the same items are merged, so that a page posted late still means what it asked. */
  name: string
  element?: { id: string; name: string }
  sources: readonly Source[]
}

function grouped(elements: Elements, items: readonly FormOfItem[]): Group[] {
  const groups = new Map<string, { element?: Group['element']; sources: Source[] }>()
  for (const { id, name: itemName, form } of items) {
    const keys = new Set<string>()
    for (const asked of form.fields) {
      const element = elementOf(elements, asked)
      const same = questionOf(elements, id, form, asked)
      // An element that one form asks twice stays two questions.
      const key = keys.has(same) ? `${same}|${id}/${asked.name}` : same
      keys.add(key)
      const group = groups.get(key) ?? { ...(element === undefined ? {} : { element }), sources: [] }
      group.sources.push({ item: id, field: asked.name, asked, itemName })
      groups.set(key, group)
    }
  }
  return [...groups].map(([key, { element, sources }]) => ({
    name: `${plain(element?.id ?? sources[0]!.field)}${mark(key)}`,
    ...(element === undefined ? {} : { element }),
    sources,
  }))
}

/**
 * Two fields are one question when they ask for one element of one kind of applicant, with the same answers to choose from and
 * under the same condition: a person's address is not their shop's, and nobody can choose what one of the items does not offer.
 */
function questionOf(elements: Elements, item: string, form: FormSchema, field: FormField, depth = 0): string {
  const element = elementOf(elements, field)
  const { type, options = [], showWhen, name } = field
  if (element === undefined || depth > form.fields.length) return `${item}/${name}`
  const of = BY_APPLICANT.test(element.id) ? subjectOf(form) : ''
  const choices =
    type === 'choice' || type === 'choices'
      ? options
          .map(({ value }) => value)
          .toSorted()
          .join()
      : ''
  const asking = form.fields.find((other) => other.name === showWhen?.field)
  const condition =
    asking === undefined ? '' : `${questionOf(elements, item, form, asking, depth + 1)}=${showWhen!.equals}`
  return [element.id, of, choices, condition].join('|')
}

/** Said of whoever applies; the others are said of the child, the household or the shop, whoever applies for them. */
const BY_APPLICANT = /^(party|account|contact)\./

const plain = (text: string): string =>
  text.replace(/\.(.)/g, (_dot, sign: string) => sign.toUpperCase()).slice(0, 26)

/** Thirteen signs or fewer that stand for a question (FNV-1a over 64 bits). */
function mark(key: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(key))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return `X${hash.toString(36).slice(0, 12)}`
}

/** Who applies by this form: whoever gives a credit code is an organisation, and some forms take both. */
function subjectOf({ fields }: FormSchema): 'person' | 'organisation' | 'either' {
  const asks = (element: string) => fields.some((field) => field.element === element)
  if (!asks('party.creditCode')) return 'person'
  return asks('party.citizenId') ? 'either' : 'organisation'
}

interface Merged {
  field: FormField
  sources: readonly Source[]
  shared: boolean
  notes: MergedNote[]
}

function mergedField({ name, element, sources }: Group, nameOf: ReadonlyMap<string, string>): Merged {
  const first = sources[0]!
  const { section, showWhen, agrees, ...asked } = first.asked
  const shared = sources.length > 1
  const bounds = stricter(sources.map((source) => source.asked))
  const beside = (field: string) => nameOf.get(`${first.item}/${field}`) ?? field
  const same = sources.every(({ asked: { label } }) => label === asked.label)
  const label = same ? asked.label : (element?.name ?? asked.label)
  const title = shared
    ? sectionTitles(element?.id)
    : [first.itemName, section].filter(Boolean).join('：').slice(0, 60)
  return {
    field: {
      ...asked,
      ...bounds,
      ...{ name, label, section: title },
      ...(showWhen === undefined ? {} : { showWhen: { ...showWhen, field: beside(showWhen.field) } }),
      ...(agrees === undefined ? {} : { agrees: { ...agrees, with: beside(agrees.with) } }),
    },
    ...{ sources, shared },
    notes: shared
      ? mergedNotes(
          name,
          label,
          sources.map(({ asked: field, itemName }) => ({ field, itemName })),
          bounds,
        )
      : [],
  }
}

export type Bounds = Pick<FormField, 'required' | 'maxLength' | 'minimum' | 'maximum'>

/** Where forms ask for more or less of the same, the one that asks for more is obeyed. */
function stricter(fields: readonly FormField[]): Bounds {
  const least = (of: 'maxLength' | 'maximum') =>
    known(
      fields.map((field) => field[of]),
      Math.min,
    )
  const most = known(
    fields.map(({ minimum }) => minimum),
    Math.max,
  )
  const [maxLength, maximum] = [least('maxLength'), least('maximum')]
  return {
    required: fields.some(({ required }) => required),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(most === undefined ? {} : { minimum: most }),
    ...(maximum === undefined ? {} : { maximum }),
  }
}

function known(
  values: readonly (number | undefined)[],
  choose: (...all: number[]) => number,
): number | undefined {
  const said = values.filter((value) => value !== undefined)
  return said.length === 0 ? undefined : choose(...said)
}
