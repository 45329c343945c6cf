import type { FormField, ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Part } from './search.ts'
import { fieldWords as words } from './words.ts'

/** One thing an item says, at its place in the version. */
export interface ItemField {
  at: string
  label: string
  type: FormField['type']
  required: boolean
  /** How it stands in the version; left out, as text. `lines` is a list with one entry a line. */
  as?: 'number' | 'lines' | 'boolean'
  hint?: string
  maxLength?: number
  options?: readonly { value: string; label: string }[]
}

/** A list of lines with several parts each. */
export interface ItemLines {
  at: string
  title: string
  /** What one line is called: 材料. */
  one: string
  /** The lines have an order and a number set by law: none comes, none goes. */
  fixed?: boolean
  /** Without lines the list itself is left out. */
  optional?: boolean
  fields: (line: string, value: unknown) => readonly ItemField[]
  blank: (item: ItemVersion) => unknown
}

export interface PartForm {
  fields: readonly ItemField[]
  lines: readonly ItemLines[]
}

const text = (at: string, label: string, maxLength: number, more: Partial<ItemField> = {}): ItemField => ({
  ...{ at, label, type: maxLength > 200 ? 'long-text' : 'text', required: true, maxLength },
  ...more,
})
const lines = (at: string, label: string, required = true): ItemField => ({
  ...{ at, label, type: 'long-text', required, as: 'lines', hint: words.perLine },
})
const number = (at: string, label: string, more: Partial<ItemField> = {}): ItemField => ({
  ...{ at, label, type: 'integer', required: true, as: 'number' },
  ...more,
})
const choice = (at: string, label: string, titles: Readonly<Record<string, string>>): ItemField => ({
  ...{ at, label, type: 'choice', required: true, options: optionsOf(titles) },
})
const several = (at: string, label: string, titles: Readonly<Record<string, string>>): ItemField => ({
  ...choice(at, label, titles),
  type: 'choices',
})
const optional = { required: false } as const

/** What is asked in each part, for this item. */
export function partForm(part: Part, item: ItemVersion): PartForm {
  return FORMS[part](item)
}

const FORMS: Readonly<Record<Part, (item: ItemVersion) => PartForm>> = {
  names: () => ({
    fields: [
      text('/name', words.name, 200),
      { ...lines('/aliases', words.aliases, false), hint: words.aliasesHint },
      text('/summary', words.summary, 300),
    ],
    lines: [],
  }),
  conditions: () => ({
    fields: [lines('/conditions', words.conditions), lines('/notAccepted', words.notAccepted, false)],
    lines: [],
  }),
  materials: () => ({ fields: [], lines: [MATERIALS] }),
  limits: (item) => ({
    fields: [
      number('/promisedLimit/amount', words.promised, { hint: words.promisedHint }),
      choice('/promisedLimit/unit', words.promisedUnit, words.units),
      text('/promisedLimit/note', words.promisedNote, 300, optional),
      ...(item.statutoryLimit === undefined
        ? []
        : [
            number('/statutoryLimit/amount', words.statutory),
            choice('/statutoryLimit/unit', words.statutoryUnit, words.units),
            text('/statutoryLimit/basis', words.statutoryBasis, 300, optional),
          ]),
    ],
    lines: [STEPS],
  }),
  fees: ({ fee }) => ({
    fields: [
      { at: '/fee/charged', label: words.charged, type: 'yes-no', required: true, as: 'boolean' },
      ...(fee.charged ? [text('/fee/basis', words.feeBasis, 500)] : []),
    ],
    lines: fee.charged ? [FEES] : [],
  }),
  places: () => ({
    fields: [
      ...(['hall', 'centre', 'station'] as const)
        .map((tier) => choice(`/entryModes/${tier}`, words.entries[tier], words.entryModes))
        .map((field): ItemField => ({ ...field, required: false })),
      several('/handleTypes', words.ways, words.handleTypes),
      several('/delivery', words.delivery, words.deliveries),
      number('/visits', words.visits),
      text('/visitReason', words.visitReason, 300, optional),
      text('/enquiryPhone', words.enquiry, 40),
      text('/complaintPhone', words.complaint, 40),
    ],
    lines: [],
  }),
  questions: () => ({ fields: [], lines: [FAQ, ERRORS] }),
}

const MATERIALS: ItemLines = {
  ...{ at: '/materials', title: words.materials, one: words.material },
  fields: (at, value) => {
    const { necessity, fromForm } = value as ItemVersion['materials'][number]
    return [
      text(`${at}/name`, words.materialName, 200),
      text(`${at}/acceptStandard`, words.acceptStandard, 500, { hint: words.acceptHint }),
      choice(`${at}/necessity`, words.necessity, words.necessities),
      ...(necessity === 'conditional' ? [text(`${at}/when`, words.when, 200)] : []),
      ...(fromForm === true
        ? []
        : [
            choice(`${at}/source`, words.source, words.sources),
            text(`${at}/sourceNote`, words.sourceNote, 200, { ...optional, hint: words.sourceHint }),
          ]),
      number(`${at}/originals`, words.originals),
      number(`${at}/copies`, words.copies),
      choice(`${at}/medium`, words.medium, words.media),
      text(`${at}/fillNote`, words.fillNote, 500, optional),
      text(`${at}/basis`, words.materialBasis, 300, optional),
    ]
  },
  blank: ({ materials }) => ({
    ...{ id: freeId(materials), name: '', kind: 'other', source: 'applicant', originals: 1, copies: 0 },
    ...{ medium: 'both', necessity: 'required', acceptStandard: '' },
  }),
}

/** Papers are told apart by an id nobody has to think of. */
function freeId(materials: ItemVersion['materials']): string {
  const taken = new Set(materials.map(({ id }) => id))
  let next = materials.length + 1
  while (taken.has(`paper-${next}`)) next += 1
  return `paper-${next}`
}

const STEPS: ItemLines = {
  ...{ at: '/process/steps', title: words.steps, one: words.step, fixed: true },
  fields: (at) => [
    text(`${at}/name`, words.stepName, 40),
    number(`${at}/limitWorkingDays`, words.stepDays),
    choice(`${at}/role`, words.stepRole, words.roles),
    text(`${at}/standard`, words.stepStandard, 500),
  ],
  blank: () => undefined,
}

const FEES: ItemLines = {
  ...{ at: '/fee/lines', title: words.fees, one: words.feeLine, optional: true },
  fields: (at) => [
    text(`${at}/name`, words.feeName, 100),
    text(`${at}/standard`, words.feeStandard, 200),
    text(`${at}/basis`, words.feeLineBasis, 300),
    { at: `${at}/reducible`, label: words.reducible, type: 'yes-no', required: true, as: 'boolean' },
  ],
  blank: () => ({ name: '', standard: '', basis: '', reducible: false }),
}

const FAQ: ItemLines = {
  ...{ at: '/faq', title: words.faq, one: words.question },
  fields: (at) => [text(`${at}/question`, words.asked, 300), text(`${at}/answer`, words.answer, 1000)],
  blank: () => ({ question: '', answer: '' }),
}

const ERRORS: ItemLines = {
  ...{ at: '/guide/commonErrors', title: words.errors, one: words.error, optional: true },
  fields: (at) => [text(`${at}/wrong`, words.wrong, 300), text(`${at}/right`, words.right, 300)],
  blank: () => ({ wrong: '', right: '' }),
}

function optionsOf(titles: Readonly<Record<string, string>>) {
  return Object.entries(titles).map(([value, label]) => ({ value, label }))
}

/** Every field of a part, those of its lines too. */
export function fieldsOfPart(part: Part, item: ItemVersion, at: (pointer: string) => unknown): ItemField[] {
  const form = partForm(part, item)
  return [
    ...form.fields,
    ...form.lines.flatMap((list) => {
      const found = (at(list.at) ?? []) as readonly unknown[]
      return found.flatMap((line, index) => list.fields(`${list.at}/${index}`, line))
    }),
  ]
}

const ROOTS: Readonly<Record<string, Part>> = {
  ...{
    name: 'names',
    aliases: 'names',
    summary: 'names',
    conditions: 'conditions',
    notAccepted: 'conditions',
  },
  ...{ materials: 'materials', promisedLimit: 'limits', statutoryLimit: 'limits', process: 'limits' },
  ...{ fee: 'fees', entryModes: 'places', handleTypes: 'places', delivery: 'places', visits: 'places' },
  ...{ visitReason: 'places', enquiryPhone: 'places', complaintPhone: 'places', faq: 'questions' },
}

/** The part in which something is edited; nothing where no part holds it. */
export const partOf = (at: string): Part | undefined =>
  at.startsWith('/guide/commonErrors') ? 'questions' : ROOTS[at.split('/')[1] ?? '']
