import type { ItemVersion } from '../../contract.ts'
import { LAW, STANDARD, WORKS, when, type Check } from '../check.ts'

const charged = (item: ItemVersion) => item.fee.charged

/** 证照 by its name: 证、证书、执照, but not 凭证 and 证明, which only say that something is so. */
const CERTIFICATE = /(?<!凭)(证|证书|执照)$/u
const APPROVAL = /(批复|批文)/u

/** What stands at the end of a result's name, without a remark in brackets. */
const named = ({ result: { name } }: ItemVersion) => name.replace(/[（(][^（）()]*[）)]$/u, '')

export const FEE_AND_RESULT_CHECKS: readonly Check[] = [
  {
    ...{ id: '1.5-9a', group: 'fee', ...LAW, at: '/fee' },
    title: '收费的写全依据、项目和标准',
    source: '《中华人民共和国行政许可法》第五十八条、第五十九条；要素一致性校验规则第9条',
    find: when((item) => charged(item) && (!item.fee.basis || !item.fee.lines?.length)),
    what: '收费事项没有写全依据、项目和标准',
    remedy: '补上收费依据，逐项写明项目和标准',
  },
  {
    ...{ id: '1.5-9b', group: 'fee', ...STANDARD, at: '/fee' },
    title: '不收费的不列收费项目',
    source: '要素一致性校验规则第9条',
    find: when(
      (item) => !charged(item) && Boolean(item.fee.lines?.length),
      () => ({ at: '/fee/lines' }),
    ),
    what: '不收费的事项列了收费项目',
    remedy: '删去收费项目，或改为收费',
  },
  {
    ...{ id: '1.5-2a', group: 'result', ...STANDARD, at: '/result/type' },
    title: '结果名称与结果类型一致',
    source: '要素一致性校验规则第2条',
    find: when(
      (item) =>
        (CERTIFICATE.test(named(item)) && item.result.type !== '1') ||
        (APPROVAL.test(named(item)) && item.result.type !== '2'),
      (item) => ({ at: '/result/type', value: CERTIFICATE.test(named(item)) ? '1' : '2' }),
    ),
    what: '结果名称与结果类型不一致',
    remedy: '名称以“证”“证书”“执照”结尾的选证照，含“批复”“批文”的选批文',
  },
  {
    ...{ id: '1.5-2b', group: 'result', ...STANDARD, at: '/result/sampleNote' },
    title: '有结果的写明结果样本',
    source: '要素一致性校验规则第2条；沂源方案三（二）5：结果样本',
    clauses: ['YY-3.2.5-01'],
    find: when((item) => item.result.type !== '4' && !item.result.sampleNote?.trim()),
    what: '没有写结果是什么样子',
    remedy: '写明结果文书上有什么',
  },
  {
    ...{ id: 'electronic-certificate', group: 'result', ...STANDARD, at: '/onlineDepth' },
    title: '反馈电子证照的结果是证照',
    source: '国家平台要素：网办深度 7 为互联网电子证照反馈',
    find: when((item) => item.onlineDepth.includes('7') && item.result.type !== '1'),
    what: '网办深度写了反馈电子证照，结果却不是证照',
    remedy: '网办深度去掉电子证照反馈，或者核对结果类型',
  },
  {
    ...{ id: 'lifecycle-term', group: 'result', ...WORKS, at: '/lifecycle/renew' },
    title: '能延续的有期限',
    source: '《中华人民共和国行政许可法》第五十条',
    find: when(
      ({ lifecycle, result: { term } }) =>
        lifecycle?.renew !== undefined && (term?.kind === 'none' || term?.kind === 'until'),
    ),
    what: '没有有效期或者到期为止的证照写了延续',
    remedy: '去掉延续，或者核对有效期',
  },
  {
    ...{ id: 'personal', group: 'result', ...LAW, at: '/result/personal' },
    title: '随公民本人的资格只给自然人',
    source: '《中华人民共和国行政许可法》第七十条第二项',
    find: when(({ serves, result: { personal } }) => personal !== undefined && !serves.includes('1')),
    what: '写了随公民本人的资格，服务对象里却没有自然人',
    remedy: '去掉随本人的资格，或者在服务对象里加上自然人',
  },
]
