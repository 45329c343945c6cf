import type { LegalDay } from '#engine/day.ts'
import type { ItemVersion } from '../../contract.ts'

/** What is known of a new item before anybody has written a word of it. */
export interface Beginning extends Pick<
  ItemVersion,
  'id' | 'name' | 'domain' | 'itemType' | 'projectType' | 'decidingBody' | 'ownerTier' | 'useLevels'
> {
  day: LegalDay
  /** An item of the same body: whoever wrote its telephone and its remedies wrote them for this one too. */
  neighbour?: ItemVersion
}

/** A draft to be filled in: every part is there, and empty where only a person knows what belongs into it. */
export function blankItem({ day, neighbour, ...known }: Beginning): ItemVersion {
  return {
    ...{ ...known, version: 1, effectiveFrom: day, aliases: [], topics: [] },
    codes: { catalogCode: '', verified: false },
    ...{ serves: [], summary: '', legalBasis: [], conditions: [], notAccepted: [] },
    materials: [formPaper(known.name)],
    ...promise(known.projectType),
    ...{ specialProcedures: [], fee: { charged: false } },
    result: { type: '3', name: '' },
    ...{ delivery: ['window'], handleTypes: ['1'], onlineDepth: [], visits: 1 },
    entryModes: { hall: 'accept' },
    enquiryPhone: neighbour?.enquiryPhone ?? '',
    complaintPhone: neighbour?.complaintPhone ?? '',
    rightsAndDuties: neighbour?.rightsAndDuties ?? [],
    remedies: neighbour?.remedies ?? NO_REMEDIES,
    ...{ faq: [], form: { title: `${known.name}申请表`, fields: applicant() }, unverified: [], source: '' },
  }
}

const formPaper = (name: string): ItemVersion['materials'][number] => ({
  ...{ id: 'application-form', name: `${name}申请表`, kind: 'form', source: 'applicant', fromForm: true },
  ...{ originals: 1, copies: 0, medium: 'both', necessity: 'required', acceptStandard: '' },
})

/** 即办件 is accepted and decided in one visit; a 承诺件 is examined in between. */
function promise(projectType: ItemVersion['projectType']): Pick<ItemVersion, 'promisedLimit' | 'process'> {
  const step = (
    name: ItemVersion['process']['steps'][number]['step'],
    title: string,
    role: ItemVersion['process']['steps'][number]['role'],
  ) => ({ step: name, name: title, role, limitWorkingDays: 0, standard: '' })
  const atOnce = projectType === '1'
  return {
    promisedLimit: { amount: 0, unit: 'working-day' },
    process: {
      procedure: atOnce ? 'on-the-spot' : 'approval',
      preReview: !atOnce,
      steps: [
        step('accept', '受理', 'window-clerk'),
        ...(atOnce ? [] : [step('review', '审查', 'reviewer')]),
        step('decide', '决定', 'approver'),
        step('issue', '制证', 'issuer'),
      ],
    },
  }
}

/** Whoever applies is asked for name, number and telephone first (elements `party.*`). */
const applicant = (): ItemVersion['form']['fields'] => [
  { name: 'name', label: '姓名', type: 'text', element: 'party.name', required: true, maxLength: 50 },
  {
    ...{ name: 'citizenId', label: '身份证号码', type: 'citizen-id' },
    ...{ element: 'party.citizenId', required: true },
  },
  { name: 'phone', label: '联系电话', type: 'phone', element: 'party.phone', required: true },
]

const NO_REMEDIES: ItemVersion['remedies'] = {
  reconsideration: { body: '', days: 60, basis: '《中华人民共和国行政复议法》第二十条' },
  litigation: { court: '', months: 6, basis: '《中华人民共和国行政诉讼法》第四十六条' },
}
