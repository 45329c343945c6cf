import type { ItemVersion } from '../contract.ts'
import { GUIDE_ELEMENTS, type GuideElement } from '../contract/guide-parts.ts'
import type { Around } from './check.ts'
import { says } from './says.ts'

interface Said {
  at: string
  said(item: ItemVersion, around: Around): boolean
}

const fee = ({ fee: { charged, basis, lines = [] } }: ItemVersion) =>
  !charged || (says(basis) && lines.length > 0 && lines.every(({ standard }) => says(standard)))

const fromAfar = ({ handleTypes }: ItemVersion) => handleTypes.some((type) => type === '2' || type === '3')

/** Fields everybody has to fill in: a sample that leaves one out shows a form that would be sent back. */
function asked({ form }: ItemVersion): string[] {
  return form.fields
    .filter(({ required, showWhen }) => required && showWhen === undefined)
    .map(({ name }) => name)
}

/**
 * Whether an item says a part of its guide, and where the part stands. What the platform itself adds to every guide it publishes
 * (发布日期, 办理进程和结果查询) cannot be missing.
 */
const ELEMENTS: Readonly<Record<GuideElement, Said>> = {
  name: { at: '/name', said: ({ name }) => says(name) },
  'released-on': { at: '', said: () => true },
  'effective-on': { at: '/effectiveFrom', said: ({ effectiveFrom }) => says(effectiveFrom) },
  issuer: {
    at: '/guide/issuer',
    said: ({ guide, decidingBody }) =>
      says(guide?.issuer) || decidingBody.kind === 'town' || says(decidingBody.body),
  },
  code: { at: '/codes/catalogCode', said: ({ codes }) => says(codes.catalogCode) },
  scope: {
    at: '/guide/scope',
    said: ({ guide, serves, summary }) => says(guide?.scope) || (serves.length > 0 && says(summary)),
  },
  type: { at: '/itemType', said: ({ itemType }) => says(itemType) },
  basis: {
    at: '/legalBasis',
    said: ({ legalBasis }) => legalBasis.length > 0 && legalBasis.every(({ text }) => says(text)),
  },
  'accepting-body': { at: '/entryModes', said: ({ entryModes }) => Object.keys(entryModes).length > 0 },
  'deciding-body': {
    at: '/decidingBody',
    said: ({ decidingBody }) => decidingBody.kind === 'town' || says(decidingBody.body),
  },
  conditions: {
    at: '/conditions',
    said: ({ conditions }) => conditions.length > 0 && conditions.every(says),
  },
  materials: {
    at: '/materials',
    said: ({ materials }) =>
      materials.length > 0 &&
      materials.every(({ name, acceptStandard }) => says(name) && says(acceptStandard)),
  },
  ways: { at: '/handleTypes', said: ({ handleTypes }) => handleTypes.length > 0 },
  flow: {
    at: '/process/steps',
    said: ({ process }) =>
      process.steps.length > 0 && process.steps.every(({ name, standard }) => says(name) && says(standard)),
  },
  limit: { at: '/promisedLimit', said: ({ promisedLimit }) => promisedLimit !== undefined },
  fee: { at: '/fee', said: fee },
  delivery: { at: '/delivery', said: ({ delivery }) => delivery.length > 0 },
  remedies: {
    at: '/remedies',
    said: ({ remedies: { reconsideration, litigation, own } }) =>
      says(own) || (says(reconsideration.body) && says(litigation.court)),
  },
  enquiry: { at: '/enquiryPhone', said: ({ enquiryPhone }) => says(enquiryPhone) },
  complaint: { at: '/complaintPhone', said: ({ complaintPhone }) => says(complaintPhone) },
  'place-and-time': {
    at: '/entryModes',
    said: (_item, { places }) =>
      places === undefined ||
      (places.length > 0 && places.every(({ address, hours }) => says(address) && says(hours))),
  },
  progress: { at: '', said: () => true },
  form: {
    at: '/form/fields',
    said: ({ form, materials }) =>
      form.fields.some(({ hint }) => says(hint)) ||
      materials.some(({ fromForm, fillNote }) => fromForm && says(fillNote)),
  },
  example: {
    at: '/guide/example',
    said: (item) => {
      const { example } = item.guide ?? {}
      return example !== undefined && asked(item).every((name) => says(example[name]))
    },
  },
  'common-errors': { at: '/guide/commonErrors', said: ({ guide }) => (guide?.commonErrors ?? []).length > 0 },
  faq: { at: '/faq', said: ({ faq }) => faq.some(({ answer }) => says(answer)) },
}

/** Parts that one list or another asks for beside the twenty-six. */
const FURTHER = {
  quantity: { title: '数量', at: '/quantityLimit', said: ({ quantityLimit }) => says(quantityLimit) },
  standards: {
    title: '受理审核决定标准',
    at: '/process/steps',
    said: ({ process }) => process.steps.every(({ standard }) => says(standard)),
  },
  depth: {
    title: '网办深度',
    at: '/onlineDepth',
    said: ({ onlineDepth }) => onlineDepth.some((depth) => depth !== '1'),
  },
  uploads: {
    title: '必交材料可交电子件',
    at: '/materials',
    said: ({ materials }) =>
      materials.every(
        ({ medium, necessity, shared, originalCheckedOnly }) =>
          medium !== 'paper' ||
          necessity !== 'required' ||
          shared !== undefined ||
          originalCheckedOnly === true,
      ),
  },
  'sent-back': {
    title: '结果可电子送达或者邮寄',
    at: '/delivery',
    said: (item) => !fromAfar(item) || item.delivery.some((mode) => mode !== 'window'),
  },
  'result-sample': {
    title: '结果样本',
    at: '/result/sampleNote',
    said: ({ result }) => result.type === '4' || says(result.sampleNote),
  },
} satisfies Readonly<Record<string, Said & { title: string }>>

export type Part = GuideElement | keyof typeof FURTHER

/** What a part is called, where it stands and whether an item says it. */
export function partOf(part: Part): Said & { title: string } {
  if (part in FURTHER) return FURTHER[part as keyof typeof FURTHER]
  const element = part as GuideElement
  return { ...ELEMENTS[element], title: GUIDE_ELEMENTS[element] }
}

/** The parts of a list that an item does not say; a mark with its reason (不适用) counts as said where the list allows one. */
export function missingParts(
  parts: readonly Part[],
  item: ItemVersion,
  around: Around,
  marks = false,
): readonly Part[] {
  const waived = new Set<string>(marks ? item.guide?.notApplicable?.map(({ element }) => element) : [])
  return parts.filter((part) => !waived.has(part) && !partOf(part).said(item, around))
}

const ALL = Object.keys(GUIDE_ELEMENTS) as GuideElement[]

/** The twenty-six elements an item has or marks as not applicable, and those it lacks. */
export function completeness(item: ItemVersion, around: Around): { said: number; missing: GuideElement[] } {
  const missing = missingParts(ALL, item, around, true) as GuideElement[]
  return { said: ALL.length - missing.length, missing }
}
