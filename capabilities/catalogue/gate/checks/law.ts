import { ADVICE, LAW, STANDARD, WORKS, when, type Check } from '../check.ts'

const group = 'law'

/** Who may do it, by which article, and what can be done against it. */
export const LAW_CHECKS: readonly Check[] = [
  {
    ...{ id: '1.5-11b', group, ...LAW, at: '/powerSource' },
    title: '委托办理的写明委托部门',
    source: '《中华人民共和国行政许可法》第二十四条；要素一致性校验规则第11条',
    find: when((item) => ['5', '6'].includes(item.powerSource ?? '') && !item.entrustingBody),
    what: '委托类事项没有写委托部门',
    remedy: '补上委托部门',
  },
  {
    ...{ id: 'decider', group, ...WORKS, at: '/decidingBody' },
    title: '写明由谁决定',
    source: '《中华人民共和国行政许可法》第二十二条',
    find: when((item) => item.decidingBody.kind === 'body' && !item.decidingBody.body),
    what: '由部门决定的事项没有写明部门',
    remedy: '补上决定机构',
  },
  {
    ...{ id: 'code-type', group, ...STANDARD, at: '/codes/catalogCode' },
    title: '基本编码里的类型与事项类型一致',
    source: 'GB/T 39554.1：基本编码第3、4位是事项类型',
    find: when(({ codes, itemType }) => codes.catalogCode.slice(2, 4) !== itemType),
    what: '基本编码第3、4位与事项类型不一致',
    remedy: '核对编码与事项类型，两处写成一样',
  },
  {
    ...{ id: 'code-verified', group, ...ADVICE, at: '/codes/verified' },
    title: '基本编码已经核对',
    source: 'GB/T 39554.1',
    find: when(({ codes }) => !codes.verified),
    what: '基本编码是占位码，还没有与目录核对',
    remedy: '查国家、省基本目录，写上真实编码',
  },
  {
    ...{ id: 'basis-verified', group, ...ADVICE, at: '/legalBasis' },
    title: '设定依据的条文已经核对',
    source: '《中华人民共和国行政许可法》第四条；大武口方案三（三）11：对合法性、真实性负责',
    clauses: ['DW-3.3.11-03'],
    find: ({ legalBasis }) => {
      const open = legalBasis.filter(({ verified }) => !verified)
      return open.length === 0
        ? []
        : [{ what: `条文还没有核对：${open.map(({ law, article }) => `${law}${article}`).join('、')}` }]
    },
    what: '设定依据的条文没有核对',
    remedy: '找到现行文本逐条核对，照录原文',
  },
  {
    ...{ id: 'reconsideration', group, ...LAW, at: '/remedies/reconsideration/days' },
    title: '申请行政复议的期限不少于六十日',
    source: '《中华人民共和国行政复议法》第二十条',
    find: when(
      ({ remedies: { reconsideration } }) => reconsideration.days < 60,
      () => ({ at: '/remedies/reconsideration/days', value: 60 }),
    ),
    what: '申请行政复议的期限短于六十日',
    remedy: '写六十日；法律规定更长的，写更长的',
  },
  {
    ...{ id: 'litigation', group, ...LAW, at: '/remedies/litigation/months' },
    title: '提起行政诉讼的期限照法律写',
    source: '《中华人民共和国行政诉讼法》第四十六条',
    find: when(
      ({ remedies: { litigation } }) =>
        /行政诉讼法》?第四十六条/u.test(litigation.basis) && litigation.months < 6,
    ),
    what: '提起行政诉讼的期限短于六个月',
    remedy: '写六个月；法律另有规定的，写明那部法律',
  },
  {
    ...{ id: 'intermediary', group, severity: 'warn', floor: 'warn', at: '/intermediaryServices' },
    title: '中介服务有法律、法规或者国务院决定依据',
    source: '《优化营商环境条例》第四十三条',
    find: when(
      ({ intermediaryServices }) =>
        intermediaryServices !== undefined &&
        !/^(无|不涉及)/u.test(intermediaryServices) &&
        !/(法|条例|决定|规定|办法)[》）]?第[一二三四五六七八九十百零]+条/u.test(intermediaryServices),
    ),
    what: '写了中介服务，没有写依据哪一条',
    remedy: '写出法律、法规或者国务院决定的条款；没有依据的，不得作为办理条件，删去',
  },
]
