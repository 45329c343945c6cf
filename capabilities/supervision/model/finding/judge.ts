import type { Judgement } from './finding.ts'
import type { HandledCase } from './handled-case.ts'
import { overLimit, type LimitRules } from './limit.ts'
import { outOfOrder, type OrderRules } from './order.ts'
import { beyondPower, type PowerRegister } from './power.ts'
import { pushedUp, type UpwardRules } from './upward.ts'

/** Everything a case is judged by, as it stood when the case was accepted. */
export interface JudgedBy
  extends PowerRegister, UpwardRules, Omit<LimitRules, 'item'>, Omit<OrderRules, 'item'> {
  version?: LimitRules['item'] & OrderRules['item']
}

/** All rules over one case. */
export function judge(handled: HandledCase, by: JudgedBy): Judgement {
  const version = by.version === undefined ? {} : { item: by.version }
  const parts = [
    beyondPower(handled, by),
    overLimit(handled, { calendar: by.calendar, asOf: by.asOf, ...version }),
    outOfOrder(handled, { ...orderOf(by), ...version }),
    { findings: pushedUp(handled, by), unjudged: [] },
  ]
  return {
    findings: parts.flatMap(({ findings }) => findings),
    unjudged: parts.flatMap(({ unjudged }) => unjudged),
  }
}

function orderOf({ reviewAndDecideDiffer, acceptAndDecideDiffer }: JudgedBy): Omit<OrderRules, 'item'> {
  return { reviewAndDecideDiffer, acceptAndDecideDiffer }
}
