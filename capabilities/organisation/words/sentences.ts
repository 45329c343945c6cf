import type { Sentences } from '#platform/http/problem.ts'
import { refusalWords } from '../words.ts'

const PAYERS: Readonly<Record<string, string>> = { district: '区（县）里', town: '所在的镇（街道）' }

const listed = (value: unknown): string => (Array.isArray(value) ? value.map(String).join('、') : '')

/** The refusals as an officer reads them; some name what they are about. */
export const organisationSentences: Sentences = {
  ...refusalWords,
  'outside-duty': ({ units }) =>
    `这件事不在您所在单位的职责分工之内。请转由负责的单位办理：${listed(units) || '见职责分工'}。`,
  'coming-change-meets': ({ from, basis }) =>
    `已经登记了${String(from)}起生效的另一项变更（${String(basis)}），两项会互相影响。请先撤回那一项，或者等它生效以后再登记。`,
  'region-still-used': ({ names }) => `这个区划里还有${listed(names)}。请写明由哪个区划承接。`,
  'place-has-below': ({ names }) => `这个场所下面还有${listed(names)}。请写明由哪个场所承接。`,
  'body-still-charged': ({ names, duties }) =>
    `这个机构名下还有${[listed(names), listed(duties)].filter((part) => part !== '').join('、')}。请写明由一个机构承接，或者先分别调整。`,
  'cost-not-theirs': ({ should }) =>
    `按照方案，这类费用由${PAYERS[String(should)] ?? '另一方'}承担。请改选承担单位。`,
  'liaison-rank-wrong': ({ asked }) => `联络人的职级不符合方案的要求。请改为：${listed(asked)}。`,
}
