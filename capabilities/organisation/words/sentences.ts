import type { Sentences } from '#platform/http/problem.ts'
import { refusalWords } from '../words.ts'

const PAYERS: Readonly<Record<string, string>> = { district: '区（县）里', town: '所在的镇（街道）' }

const listed = (value: unknown): string => (Array.isArray(value) ? value.map(String).join('、') : '')

/** The refusals as an officer reads them; some name what they are about. */
export const organisationSentences: Sentences = {
  ...refusalWords,
  'outside-duty': ({ units }) =>
    `这件事不在您所在单位的职责分工之内。请转由负责的单位办理：${listed(units) || '见职责分工'}。`,
  'cost-not-theirs': ({ should }) =>
    `按照方案，这类费用由${PAYERS[String(should)] ?? '另一方'}承担。请改选承担单位。`,
  'liaison-rank-wrong': ({ asked }) => `联络人的职级不符合方案的要求。请改为：${listed(asked)}。`,
}
