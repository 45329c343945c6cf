import type { ItemVersion, Limit } from '#capabilities/catalogue/contract.ts'
import { countsFrom } from '#capabilities/catalogue/model.ts'
import type { GuideLimit } from '../documents/guide-data.ts'

export { promisedSentence, statutorySentence } from '#capabilities/catalogue/model.ts'

/** One line of the printed guide for both limits. */
export function countingSentence({ promisedLimit, statutoryLimit }: ItemVersion): string {
  const promised = promisedLimit.amount === 0 ? '承诺时限：当场' : `承诺时限${countsFrom(promisedLimit)}`
  return statutoryLimit === undefined
    ? `${promised}。`
    : `法定时限${countsFrom(statutoryLimit)}；${promised}。`
}

export function printedLimit({ amount, unit }: Limit): GuideLimit {
  return amount === 0 ? { onTheSpot: true } : { amount, unit: PRINTED[unit] }
}

const PRINTED = { 'working-day': '工作日', 'calendar-day': '自然日', hour: '小时' } as const
