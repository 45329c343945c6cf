import type { ClockEntry, ClockKind } from '#engine/clock/entry.ts'
import type { Instant, LegalDay } from '#engine/day.ts'
import type { Limit } from '#capabilities/catalogue/contract.ts'
import type { CaseWorld } from './world.ts'

/** Five working days to name everything that is missing (行政许可法第三十二条第一款第四项), C1. */
export const NOTICE_WORKING_DAYS = 5
/** Ten working days to issue and deliver after the decision (行政许可法第四十四条), C7. */
export const DELIVERY_WORKING_DAYS = 10

interface Receipt {
  day: LegalDay
  at: Instant
}

interface Moment extends Receipt {
  world: CaseWorld
}

function start(
  clock: string,
  kind: ClockKind,
  limit: Pick<Limit, 'amount' | 'unit'>,
  event: string,
  basis: string,
  { day, at, world }: Moment,
): ClockEntry {
  return {
    entry: 'start',
    clock,
    kind,
    unit: limit.unit,
    amount: limit.amount,
    day,
    at,
    event,
    basis,
    calendar: world.calendar.version,
  }
}

const workingDays = (amount: number) => ({ amount, unit: 'working-day' as const })

export function noticeClock(event: string, moment: Moment): ClockEntry {
  const basis = '行政许可法第三十二条第一款第四项'
  return start('notice', 'notice', workingDays(NOTICE_WORKING_DAYS), event, basis, moment)
}

export function supplementClock(moment: Moment): ClockEntry {
  const days = workingDays(moment.world.parameters.supplementWorkingDays)
  return start('supplement', 'supplement', days, '送达补正告知书', '补正告知书载明的期限', moment)
}

/**
 * Acceptance starts what the law allows, what the area promises, and the first step inside the promise. A limit
 * that its law counts from receipt has been running since then. Deemed acceptance (视为受理) is a receipt that
 * nobody answered in time, so the moment of both is the same.
 */
export function acceptanceClocks(moment: Moment, receipt: Receipt, event: '受理' | '视为受理'): ClockEntry[] {
  const { item } = moment.world
  const limit = (clock: 'statutory' | 'promised', of: Limit, basis: string): ClockEntry =>
    of.from === 'receipt'
      ? start(clock, clock, of, '收到申请', basis, { ...moment, ...receipt })
      : start(clock, clock, of, event, basis, moment)
  const statutory = item.statutoryLimit
  return [
    ...(statutory ? [limit('statutory', statutory, statutory.basis ?? '行政许可法第四十二条')] : []),
    limit('promised', item.promisedLimit, '服务指南承诺办结时限'),
    ...stepClock('review', event, moment),
  ]
}

/** A step of the process has its own clock inside the promise (CAS-09). */
export function stepClock(step: 'review' | 'decide', event: string, moment: Moment): ClockEntry[] {
  const found = moment.world.item.process.steps.find((candidate) => candidate.step === step)
  if (found === undefined || found.limitWorkingDays < 1) return []
  const days = workingDays(Math.floor(found.limitWorkingDays))
  return [start(`step-${step}`, 'step', days, event, `服务指南“${found.name}”环节时限`, moment)]
}

const DELIVERY: Readonly<Record<'granted' | 'denied' | 'refused', readonly [event: string, basis: string]>> =
  {
    granted: ['作出准予决定', '行政许可法第四十四条'],
    // Article 44 speaks of permits granted; a “no” has to be handed over in writing and gets no longer time.
    denied: ['作出不予决定', '行政许可法第三十八条第二款，期限参照第四十四条'],
    refused: ['作出不予受理决定', '行政许可法第三十二条第二款，期限参照第四十四条'],
  }

export function deliveryClock(result: 'granted' | 'denied' | 'refused', moment: Moment): ClockEntry {
  const [event, basis] = DELIVERY[result]
  return start(
    'delivery',
    'delivery',
    workingDays(moment.world.parameters.deliveryWorkingDays),
    event,
    basis,
    moment,
  )
}

export function end(clock: string, { day, at }: Pick<Moment, 'day' | 'at'>): ClockEntry {
  return { entry: 'end', clock, day, at }
}
