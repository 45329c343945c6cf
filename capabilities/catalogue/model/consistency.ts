import type { ItemVersion, ProcessStep } from '../contract.ts'

export interface ItemProblem {
  rule: string
  /** What is wrong and how to mend it, in Chinese. */
  message: string
}

type Rule = [rule: string, wrong: (item: ItemVersion) => boolean, message: string]

const charged = (item: ItemVersion) => item.fee.charged
const days = (item: ItemVersion) => item.process.steps.reduce((sum, step) => sum + step.limitWorkingDays, 0)

const ORDER = ['accept', 'survey', 'review', 'decide', 'issue'] as const

/** The law fixes the order of the steps; the process leaves out those the item does not need. */
function inOrder(steps: readonly ProcessStep[]): boolean {
  if (steps.length === 0) return true
  const places = steps.map(({ step }) => ORDER.indexOf(step))
  const rising = places.every((place, index) => index === 0 || place > places[index - 1]!)
  return rising && ['accept', 'decide', 'issue'].every((needed) => steps.some(({ step }) => step === needed))
}

/** Conditions that name a field the form lacks, or an answer it does not offer. */
function danglingAnswers(item: ItemVersion): boolean {
  const asked = [
    ...(item.process.commitment?.when ? [item.process.commitment.when] : []),
    ...item.materials.flatMap(({ whenAnswer }) => whenAnswer ?? []),
  ]
  return asked.some(({ field, equals }) => {
    const found = item.form.fields.find(({ name }) => name === field)
    if (found === undefined) return true
    const offered = found.type === 'yes-no' ? ['yes', 'no'] : found.options?.map(({ value }) => value)
    return offered !== undefined && [equals].flat().some((value) => !offered.includes(value))
  })
}

/** Consistency rules of standards.md §1.5; an item that breaks one does not load. */
const RULES: readonly Rule[] = [
  [
    '1.5-1',
    (item) => (item.projectType === '1') !== (item.promisedLimit.amount === 0),
    '即办件的承诺时限应为 0，承诺件应大于 0。',
  ],
  ['1.5-3a', (item) => item.visits > 0 && !item.visitReason, '到现场次数不为 0 时，请写明必须到场的原因。'],
  [
    '1.5-3b',
    (item) => item.visits === 0 && Boolean(item.visitReason),
    '到现场次数为 0 时，不应再写到场原因。',
  ],
  [
    '1.5-3c',
    (item) => item.visits === 0 && !item.handleTypes.some((type) => ['2', '3', '4'].includes(type)),
    '到现场次数为 0 时，办理形式应包含网上或快递。',
  ],
  ['1.5-5', (item) => item.enquiryPhone === item.complaintPhone, '咨询电话和投诉电话不能相同。'],
  [
    'CAS-09',
    (item) => item.promisedLimit.unit === 'working-day' && days(item) !== item.promisedLimit.amount,
    '各环节时限之和应等于承诺时限，请调整环节时限，让每一天都有人负责。',
  ],
  [
    '1.5-8b',
    ({ process, promisedLimit }) => (process.procedure === 'on-the-spot') !== (promisedLimit.amount === 0),
    '即办件走当场办结程序（on-the-spot），承诺时限为 0；承诺件走一般程序（approval）。',
  ],
  [
    'steps',
    (item) => !inOrder(item.process.steps) || !inOrder(item.process.commitment?.steps ?? []),
    '环节应按受理、现场勘验、审查、决定、送达的次序各列一次，至少有受理、决定、送达。',
  ],
  [
    'commitment-steps',
    ({ process }) =>
      process.commitment !== undefined &&
      process.commitment.steps.some(
        ({ step, limitWorkingDays }) => step === 'survey' || step === 'review' || limitWorkingDays > 0,
      ),
    '告知承诺当场作出决定：环节里不能有现场勘验和审查，各环节时限为 0。',
  ],
  [
    'answers',
    (item) => danglingAnswers(item),
    '条件引用了表单里没有的字段或者选项，请核对 when、whenAnswer。',
  ],
  [
    'commitment-materials',
    ({ process, materials }) =>
      (process.commitment?.replaces ?? []).some(
        (id) => !materials.some((material) => material.id === id && !material.fromForm),
      ),
    '承诺替代的材料应是材料清单里的材料，且不能是申请表。',
  ],
  [
    '1.5-9a',
    (item) => charged(item) && (!item.fee.basis || !item.fee.lines?.length),
    '收费事项应写明依据、项目和标准。',
  ],
  ['1.5-9b', (item) => !charged(item) && Boolean(item.fee.lines?.length), '不收费的事项不应列收费项目。'],
  [
    '1.5-10',
    (item) => item.materials.some((material) => /其他材料|有关材料|相关材料/.test(material.name)),
    '材料清单不能有“其他材料”“有关材料”等兜底表述，请写出材料名称。',
  ],
  [
    '1.5-11a',
    (item) =>
      item.statutoryLimit !== undefined &&
      item.statutoryLimit.unit === item.promisedLimit.unit &&
      item.promisedLimit.amount > item.statutoryLimit.amount,
    '承诺时限不能长于法定时限。',
  ],
  [
    '1.5-11b',
    (item) => ['5', '6'].includes(item.powerSource ?? '') && !item.entrustingBody,
    '委托类事项应写明委托部门。',
  ],
  [
    'ids',
    (item) => new Set(item.materials.map((material) => material.id)).size !== item.materials.length,
    '材料编号重复。',
  ],
  [
    'form',
    (item) => item.materials.filter((material) => material.fromForm).length !== 1,
    '应有且只有一份材料是由表单生成的申请表。',
  ],
  [
    'party',
    (item) =>
      !['party.name', 'party.phone'].every((element) =>
        item.form.fields.some((field) => field.element === element),
      ),
    '表单应有申请人姓名（名称）和联系电话。',
  ],
  [
    'decider',
    (item) => item.decidingBody.kind === 'body' && !item.decidingBody.body,
    '由部门决定的事项应写明部门。',
  ],
]

export function itemProblems(item: ItemVersion): ItemProblem[] {
  return RULES.filter(([, wrong]) => wrong(item)).map(([rule, , message]) => ({ rule, message }))
}
