import type { ItemVersion, OwnerTier } from '../../contract.ts'
import { splitFlaws } from '../../model/split.ts'
import { splitFlawSentence } from '../../words/split.ts'
import { LAW, STANDARD, when, type Check } from '../check.ts'

const group = 'law'

/** Powers that came from above: 上级下放, 上级授权, 上级委托. */
const FROM_ABOVE = ['2', '3', '5']

/** Whose power it is, as deciding body and source of power say it. */
export function ownerTierOf({
  decidingBody,
  powerSource,
}: Pick<ItemVersion, 'decidingBody' | 'powerSource'>): OwnerTier {
  if (decidingBody.kind !== 'town') return 'county'
  return FROM_ABOVE.includes(powerSource ?? '') ? 'county-to-town' : 'town'
}

/** What an item says of its place between county and town, and in the code lists. */
export const TIER_CHECKS: readonly Check[] = [
  {
    ...{ id: 'CAT-01', group, ...LAW, at: '/ownerTier' },
    title: '写明权属层级',
    source: '兰山方案一：厘清区、镇事权；区级自办、区级下放镇办、镇级自有',
    clauses: ['LS-1-01'],
    find: when(
      ({ ownerTier }) => ownerTier === undefined,
      (item) => ({ at: '/ownerTier', value: ownerTierOf(item) }),
    ),
    what: '没有写权属层级',
    remedy: '选区级自办、区级下放镇办或者镇级自有',
  },
  {
    ...{ id: 'owner-tier', group, ...STANDARD, at: '/ownerTier' },
    title: '权属层级与决定机关、权力来源一致',
    source: '兰山方案一；国家平台权力来源代码',
    find: when(
      (item) => item.ownerTier !== undefined && item.ownerTier !== ownerTierOf(item),
      (item) => ({ at: '/ownerTier', value: ownerTierOf(item) }),
    ),
    what: '权属层级与决定机关或者权力来源对不上',
    remedy: '区级部门决定的写 county；镇级按下放、授权、委托办的写 county-to-town；镇级法定的写 town',
  },
  {
    ...{ id: 'CAT-17', group, ...STANDARD, at: '/situations' },
    title: '情形按拆分标准拆分',
    source: '聊城方案（六）：明确上网事项的拆分标准',
    clauses: ['LC-3.5-01', 'LC-3.6-05'],
    find: (item, { splitStandards }) =>
      splitStandards === undefined
        ? []
        : splitFlaws(item, splitStandards).map((flaw) => ({
            at: placeOf(item, flaw.no),
            what: splitFlawSentence(flaw),
          })),
    what: '情形不合拆分标准',
    remedy: '照拆分标准改写这个情形；条件、材料、时限都以标准为准',
  },
  {
    ...{ id: 'task-code', group, ...STANDARD, at: '/codes/taskCode' },
    title: '实施编码与基本编码、行使层级一致',
    source: 'GB/T 39554.1：实施编码由信用代码、行使层级和基本编码组成',
    find: when(
      ({ codes: { taskCode, catalogCode }, useLevels }) =>
        taskCode !== undefined &&
        (taskCode.slice(19) !== catalogCode || !useLevels.some((level) => level === taskCode[18])),
    ),
    what: '实施编码的第19位不是行使层级，或者后12位不是基本编码',
    remedy: '照信用代码18位、行使层级1位、基本编码12位重写',
  },
]

function placeOf({ situations = [] }: ItemVersion, no: string | undefined): string {
  const index = situations.findIndex((situation) => situation.no === no)
  return index < 0 ? '/situations' : `/situations/${index}`
}
