import { processInOrder, stepDays, unsoundVariantSteps } from '../../model/process-rules.ts'
import { LAW, STANDARD, WORKS, when, type Check } from '../check.ts'
import { says } from '../says.ts'

const group = 'limits'

/** Promise, law and steps have to tell the same story. */
export const LIMIT_CHECKS: readonly Check[] = [
  {
    ...{ id: '1.5-1', group, ...WORKS, at: '/promisedLimit' },
    title: '承诺时限与办件类型一致',
    source: '要素一致性校验规则第1条',
    find: when((item) => (item.projectType === '1') !== (item.promisedLimit.amount === 0)),
    what: '承诺时限与办件类型不一致',
    remedy: '即办件的承诺时限写 0，承诺件大于 0',
  },
  {
    ...{ id: 'CAS-09', group, ...WORKS, at: '/process/steps' },
    title: '各环节时限之和等于承诺时限',
    source: '要素一致性校验规则第8条；没有环节负责的时间就是没有人负责的时间',
    find: when(
      (item) => item.promisedLimit.unit === 'working-day' && stepDays(item) !== item.promisedLimit.amount,
    ),
    what: '各环节时限之和不等于承诺时限',
    remedy: '调整环节时限，让承诺的每一天都有人负责',
  },
  {
    ...{ id: 'step-limit', group, ...WORKS, at: '/process/steps' },
    title: '每个环节写明时限',
    source: '沂源方案三（二）5：办理流程图写明程序、环节和时限',
    clauses: ['YY-3.2.5-07'],
    find: ({ process }) =>
      process.steps.flatMap(({ name, limitWorkingDays }, index) =>
        Number.isFinite(limitWorkingDays) && limitWorkingDays >= 0
          ? []
          : [{ at: `/process/steps/${index}/limitWorkingDays`, what: `环节“${name}”没有写时限` }],
      ),
    what: '有的环节没有写时限',
    remedy: '写明这一步几个工作日办完；当场办的写 0',
  },
  {
    ...{ id: '1.5-8b', group, ...WORKS, at: '/process/procedure' },
    title: '办理程序与承诺时限一致',
    source: '要素一致性校验规则第1条、第8条',
    find: when(
      ({ process, promisedLimit }) => (process.procedure === 'on-the-spot') !== (promisedLimit.amount === 0),
    ),
    what: '办理程序与承诺时限不一致',
    remedy: '即办件用当场办结的程序，时限为 0；承诺件用一般程序',
  },
  {
    ...{ id: 'steps', group, ...WORKS, at: '/process/steps' },
    title: '环节齐全、次序合法',
    source: '《中华人民共和国行政许可法》第三十二条至第四十四条；要素一致性校验规则第8条',
    find: when(({ process }) => !processInOrder(process)),
    what: '环节的次序不对，或者缺少环节',
    remedy: '按受理、现场勘验、审查、决定、送达的次序各列一次，至少有受理、决定、送达',
  },
  {
    ...{ id: 'commitment-steps', group, ...WORKS, at: '/process/commitment/steps' },
    title: '告知承诺当场决定',
    source: '国办发〔2020〕42号',
    find: when(({ process }) =>
      (process.commitment?.steps ?? []).some(
        ({ step, limitWorkingDays }) => step === 'survey' || step === 'review' || limitWorkingDays > 0,
      ),
    ),
    what: '告知承诺当场作出决定，环节里却有现场勘验、审查或者时限',
    remedy: '去掉这些环节，各环节时限写 0',
  },
  {
    ...{ id: 'lifecycle-steps', group, ...WORKS, at: '/lifecycle' },
    title: '变更、延续、注销的环节与时限',
    source: '《中华人民共和国行政许可法》第四十九条、第五十条、第七十条',
    find: when(unsoundVariantSteps),
    what: '变更、延续或者注销的环节次序不对，或者环节时限之和不等于承诺时限',
    remedy: '按受理、审查、决定、送达的次序列环节，并让时限之和等于承诺时限',
  },
  {
    ...{ id: 'office-hours', group, ...WORKS, at: '/promisedLimit' },
    title: '按办公时间计算的只能是小时',
    source: '时限单位不混用',
    find: when(({ statutoryLimit, promisedLimit }) =>
      [statutoryLimit, promisedLimit].some((limit) => limit?.within !== undefined && limit.unit !== 'hour'),
    ),
    what: '只有按小时计算的时限才能按办公时间计算',
    remedy: '把单位改为小时，或者去掉“只算办公时间”',
  },
  {
    ...{ id: 'article-42', group, ...LAW, at: '/statutoryLimit' },
    title: '许可的法定时限照法律写',
    source: '《中华人民共和国行政许可法》第四十二条',
    find: when(
      ({ itemType, statutoryLimit, process }) =>
        // A licence that names no law for its limit stands under the general one.
        /行政许可法》?第四十二条/.test(
          statutoryLimit?.basis ?? (itemType === '01' && statutoryLimit ? '行政许可法第四十二条' : ''),
        ) &&
        (statutoryLimit!.unit !== 'working-day' || statutoryLimit!.amount !== (process.together ? 45 : 20)),
    ),
    what: '行政许可法第四十二条的法定时限是二十个工作日，统一、联合、集中办理的是四十五个工作日',
    remedy: '照写法定时限；比它短的写进承诺时限',
  },
  {
    ...{ id: '1.5-11a', group, ...LAW, at: '/promisedLimit' },
    title: '承诺时限不长于法定时限',
    source: '《中华人民共和国行政许可法》第四十二条；要素一致性校验规则第11条',
    find: when(
      ({ statutoryLimit, promisedLimit }) =>
        statutoryLimit !== undefined &&
        statutoryLimit.unit === promisedLimit.unit &&
        promisedLimit.amount > statutoryLimit.amount,
    ),
    what: '承诺时限长于法定时限',
    remedy: '把承诺时限改短',
  },
  {
    ...{ id: 'step-standard', group, ...STANDARD, at: '/process/steps' },
    title: '受理、审查、决定环节各有标准',
    source: '兰山方案二（三）：受理、审核、决定标准',
    clauses: ['LS-2.3-03'],
    find: ({ process }) =>
      process.steps.flatMap(({ name, standard }, index) =>
        !says(standard)
          ? [{ at: `/process/steps/${index}/standard`, what: `环节“${name}”没有写办理标准` }]
          : [],
      ),
    what: '有的环节没有写办理标准',
    remedy: '写明这一步看什么、怎样算通过',
  },
]
