import type { ItemVersion } from '../contract.ts'
import {
  danglingAnswers,
  processInOrder,
  stepDays,
  unknownReplacements,
  unknownVariantPapers,
  unsoundVariantSteps,
} from './process-rules.ts'

export interface ItemProblem {
  /** Number of the rule in standards.md §1.5, or the row or clause it comes from. */
  rule: string
  /** JSON pointer to the part of the item that has to change. */
  at: string
  /** What is wrong, in Chinese. */
  what: string
  /** How to mend it. */
  remedy: string
}

type Rule = [rule: string, at: string, wrong: (item: ItemVersion) => boolean, what: string, remedy: string]

const charged = (item: ItemVersion) => item.fee.charged
const catchAll = /其他(有关|相关)?材料|有关材料|相关材料/

/** Consistency rules of standards.md §1.5; an item that breaks one does not load. */
const RULES: readonly Rule[] = [
  [
    '1.5-1',
    '/promisedLimit',
    (item) => (item.projectType === '1') !== (item.promisedLimit.amount === 0),
    '承诺时限与办件类型不一致',
    '即办件的承诺时限写 0，承诺件大于 0',
  ],
  [
    '1.5-3a',
    '/visits',
    (item) => item.visits > 0 && !item.visitReason,
    '要到现场却没有写原因',
    '在 visitReason 里写明必须到场的原因',
  ],
  [
    '1.5-3b',
    '/visitReason',
    (item) => item.visits === 0 && Boolean(item.visitReason),
    '到现场次数为 0，却写了到场原因',
    '删去 visitReason，或改到现场次数',
  ],
  [
    '1.5-3c',
    '/handleTypes',
    (item) => item.visits === 0 && !item.handleTypes.some((type) => ['2', '3', '4'].includes(type)),
    '到现场次数为 0，办理形式却只有窗口',
    '办理形式加上网上或快递',
  ],
  [
    '1.5-5',
    '/complaintPhone',
    (item) => item.enquiryPhone === item.complaintPhone,
    '咨询电话和投诉电话相同',
    '写成两个不同的电话',
  ],
  [
    'CAS-09',
    '/process/steps',
    (item) => item.promisedLimit.unit === 'working-day' && stepDays(item) !== item.promisedLimit.amount,
    '各环节时限之和不等于承诺时限',
    '调整环节时限，让承诺的每一天都有人负责',
  ],
  [
    '1.5-8b',
    '/process/procedure',
    ({ process, promisedLimit }) => (process.procedure === 'on-the-spot') !== (promisedLimit.amount === 0),
    '办理程序与承诺时限不一致',
    '即办件用 on-the-spot 且时限为 0，承诺件用 approval',
  ],
  [
    'steps',
    '/process/steps',
    ({ process }) => !processInOrder(process),
    '环节的次序不对，或者缺少环节',
    '按受理、现场勘验、审查、决定、送达的次序各列一次，至少有受理、决定、送达',
  ],
  [
    'commitment-steps',
    '/process/commitment/steps',
    ({ process }) =>
      (process.commitment?.steps ?? []).some(
        ({ step, limitWorkingDays }) => step === 'survey' || step === 'review' || limitWorkingDays > 0,
      ),
    '告知承诺当场作出决定，环节里却有现场勘验、审查或者时限',
    '去掉这些环节，各环节时限写 0',
  ],
  [
    'answers',
    '/form/fields',
    danglingAnswers,
    '条件引用了表单里没有的字段或者选项',
    '核对 when、unless、whenAnswer 与表单的字段名和选项值',
  ],
  [
    'commitment-materials',
    '/process/commitment/replaces',
    unknownReplacements,
    '承诺替代的材料不在材料清单里，或者是申请表',
    '改成材料清单里的编号',
  ],
  [
    'lifecycle-term',
    '/lifecycle/renew',
    ({ lifecycle, result: { term } }) =>
      lifecycle?.renew !== undefined && (term?.kind === 'none' || term?.kind === 'until'),
    '没有有效期或者到期为止的证照写了延续',
    '去掉 lifecycle.renew，或者改 result.term',
  ],
  [
    'personal',
    '/result/personal',
    ({ serves, result: { personal } }) => personal !== undefined && !serves.includes('1'),
    '写了随公民本人的资格，服务对象里却没有自然人',
    '去掉 result.personal，或者改 serves',
  ],
  [
    'lifecycle-materials',
    '/lifecycle',
    unknownVariantPapers,
    '变更、延续或者注销的材料不在材料清单里，或者新增材料的编号重复，或者漏了申请表',
    '用材料清单里的编号，新增材料另起编号，并列上申请表',
  ],
  [
    'lifecycle-steps',
    '/lifecycle',
    unsoundVariantSteps,
    '变更、延续或者注销的环节次序不对，或者环节时限之和不等于承诺时限',
    '按受理、审查、决定、送达的次序列环节，并让时限之和等于承诺时限',
  ],
  [
    '1.5-9a',
    '/fee',
    (item) => charged(item) && (!item.fee.basis || !item.fee.lines?.length),
    '收费事项没有写全依据、项目和标准',
    '补上 basis 和 lines',
  ],
  [
    '1.5-9b',
    '/fee',
    (item) => !charged(item) && Boolean(item.fee.lines?.length),
    '不收费的事项列了收费项目',
    '删去 lines，或改为收费',
  ],
  [
    '1.5-10',
    '/materials',
    (item) => item.materials.some((material) => catchAll.test(material.name)),
    '材料清单有“其他材料”“有关材料”等兜底表述',
    '写出材料的名称',
  ],
  [
    'office-hours',
    '/promisedLimit',
    ({ statutoryLimit, promisedLimit }) =>
      [statutoryLimit, promisedLimit].some((limit) => limit?.within !== undefined && limit.unit !== 'hour'),
    '只有按小时计算的时限才能按办公时间计算',
    '把单位改为小时，或删去 within',
  ],
  [
    'article-42',
    '/statutoryLimit',
    ({ itemType, statutoryLimit, process }) =>
      // A licence that names no law for its limit stands under the general one.
      /行政许可法》?第四十二条/.test(
        statutoryLimit?.basis ?? (itemType === '01' && statutoryLimit ? '行政许可法第四十二条' : ''),
      ) &&
      (statutoryLimit!.unit !== 'working-day' || statutoryLimit!.amount !== (process.together ? 45 : 20)),
    '行政许可法第四十二条的法定时限是二十个工作日，统一、联合、集中办理的是四十五个工作日',
    '照写法定时限；比它短的写进 promisedLimit',
  ],
  [
    '1.5-11a',
    '/promisedLimit',
    ({ statutoryLimit, promisedLimit }) =>
      statutoryLimit !== undefined &&
      statutoryLimit.unit === promisedLimit.unit &&
      promisedLimit.amount > statutoryLimit.amount,
    '承诺时限长于法定时限',
    '把承诺时限改短',
  ],
  [
    '1.5-11b',
    '/powerSource',
    (item) => ['5', '6'].includes(item.powerSource ?? '') && !item.entrustingBody,
    '委托类事项没有写委托部门',
    '补上 entrustingBody',
  ],
  [
    'post',
    '/handleTypes',
    (item) => item.delivery.includes('post') && !item.handleTypes.includes('4'),
    '可以邮寄送达，办理形式却没有快递',
    '办理形式加上 4',
  ],
  [
    'ids',
    '/materials',
    (item) => new Set(item.materials.map(({ id }) => id)).size !== item.materials.length,
    '材料编号重复',
    '给每份材料不同的编号',
  ],
  [
    'form',
    '/materials',
    (item) => item.materials.filter((material) => material.fromForm).length !== 1,
    '由表单生成的申请表不是正好一份',
    '只给申请表写 fromForm',
  ],
  [
    '1.5-11s',
    '/materials',
    (item) =>
      item.materials.some(
        ({ shared, source, fromForm }) => shared !== undefined && (source !== 'government' || fromForm),
      ),
    '共享获取的材料不是政府部门核发的，或者是申请表',
    '只给政府部门核发、能够共享核对的材料写 shared',
  ],
  [
    'party',
    '/form/fields',
    (item) =>
      !['party.name', 'party.phone'].every((element) =>
        item.form.fields.some((field) => field.element === element),
      ),
    '表单没有申请人姓名（名称）或联系电话',
    '补上 element 为 party.name 和 party.phone 的字段',
  ],
  [
    'decider',
    '/decidingBody',
    (item) => item.decidingBody.kind === 'body' && !item.decidingBody.body,
    '由部门决定的事项没有写明部门',
    '补上 decidingBody.body',
  ],
]

export function itemProblems(item: ItemVersion): ItemProblem[] {
  return RULES.filter(([, , wrong]) => wrong(item)).map(([rule, at, , what, remedy]) => ({
    rule,
    at,
    what,
    remedy,
  }))
}
