import type { Clocks } from '#engine/clock/clock.ts'
import type { ClockEntry, ClockKind } from '#engine/clock/entry.ts'
import type { Instant, LegalDay } from '#engine/day.ts'
import type { ItemVersion, Limit, ProcessStep } from '#capabilities/catalogue/contract.ts'
import { beforeExpiry, renewalClock } from '../chapters/licences/limits.ts'
import type { CaseWorld } from './world.ts'

/** Five working days to name everything that is missing (行政许可法第三十二条第一款第四项), C1. */
export const NOTICE_WORKING_DAYS = 5
/** Ten working days to issue and deliver after the decision (行政许可法第四十四条), C7; an area may only promise less. */
export const DELIVERY_WORKING_DAYS = 10

/** Only a licence (行政许可) stands under that law; for the other types of item it is the measure (参照), not the basis. */
export function licensing({ itemType }: Pick<ItemVersion, 'itemType'>, article: string): string {
  return `${itemType === '01' ? '' : '参照'}行政许可法${article}`
}

interface Moment {
  day: LegalDay
  at: Instant
  world: CaseWorld
}

function start(
  clock: string,
  kind: ClockKind,
  limit: Pick<Limit, 'amount' | 'unit' | 'within'>,
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
    ...(limit.within === undefined ? {} : { within: limit.within }),
    day,
    at,
    event,
    basis,
    calendar: world.calendar.version,
  }
}

const workingDays = (amount: number) => ({ amount, unit: 'working-day' as const })

export function noticeClock(event: string, moment: Moment): ClockEntry {
  const basis = licensing(moment.world.item, '第三十二条第一款第四项')
  return start('notice', 'notice', workingDays(NOTICE_WORKING_DAYS), event, basis, moment)
}

/**
 * What needs no licence is told, and what is another body's is refused, at once (C2, 第三十二条第一款第一项、第二项): the same
 * day, while the five days to name what is missing run on beside it.
 */
export function atOnceClock(ground: string | undefined, moment: Moment): ClockEntry[] {
  const part = ground === 'not-needed' ? '第一项' : ground === 'not-competent' ? '第二项' : undefined
  if (part === undefined) return []
  const basis = licensing(moment.world.item, `第三十二条第一款${part}`)
  return [start('at-once', 'notice', workingDays(0), '窗口提出', `${basis}“即时”`, moment)]
}

/** Twenty working days for a lower body's preliminary examination (第四十三条), C5; an item's own law may say otherwise. */
export const PRELIMINARY_WORKING_DAYS = 20

/** The limit the law sets for what is done here: a decision, or the examination before somebody above decides. */
export function statutoryLimitOf({ itemType, process, statutoryLimit }: ItemVersion): Limit | undefined {
  const { forwardsTo } = process
  if (forwardsTo === undefined) return statutoryLimit
  const usual = { ...workingDays(PRELIMINARY_WORKING_DAYS), basis: licensing({ itemType }, '第四十三条') }
  return forwardsTo.limit ?? usual
}

export function supplementClock(moment: Moment): ClockEntry {
  const days = workingDays(moment.world.parameters.supplementWorkingDays)
  return start('supplement', 'supplement', days, '送达补正告知书', '补正告知书载明的期限', moment)
}

/**
 * Limits that their law counts from receipt (收到申请之日) run from the hand-in on, beside the five days to name what
 * is missing. A notice ends them; supplying what it named starts them anew.
 */
export function receiptClocks(event: string, moment: Moment): ClockEntry[] {
  return [...itemClocks('receipt', event, moment), ...renewalClock(event, moment)]
}

/**
 * Acceptance starts what the law allows, what the area promises, and the first step inside the promise. Deemed
 * acceptance (视为受理) is a receipt that nobody answered in time, so the moment of both is the same.
 */
export function acceptanceClocks(moment: Moment, event: '受理' | '视为受理'): ClockEntry[] {
  const first = hasStep(moment.world.item, 'survey') ? 'survey' : 'review'
  return [...itemClocks('acceptance', event, moment), ...stepClock(first, event, moment)]
}

export function hasStep({ process }: Pick<ItemVersion, 'process'>, step: ProcessStep['step']): boolean {
  return process.steps.some((candidate) => candidate.step === step)
}

/** The names of the clocks that the item's own limits keep. */
export const ITEM_CLOCKS = ['statutory', 'promised', 'renewal'] as const

function itemClocks(from: 'receipt' | 'acceptance', event: string, moment: Moment): ClockEntry[] {
  const { item } = moment.world
  const { promisedLimit } = item
  const statutoryLimit = statutoryLimitOf(item)
  const begins = (limit: Limit) => (limit.from ?? 'acceptance') === from
  const basis = statutoryLimit?.basis ?? licensing(item, '第四十二条')
  return [
    ...(statutoryLimit && begins(statutoryLimit)
      ? [start('statutory', 'statutory', statutoryLimit, event, basis, moment)]
      : []),
    ...(begins(promisedLimit)
      ? [
          start(
            'promised',
            'promised',
            beforeExpiry(promisedLimit, moment),
            event,
            '服务指南承诺办结时限',
            moment,
          ),
        ]
      : []),
  ]
}

/** A step of the process has its own clock inside the promise (CAS-09). */
export function stepClock(step: 'survey' | 'review' | 'decide', event: string, moment: Moment): ClockEntry[] {
  const found = moment.world.item.process.steps.find((candidate) => candidate.step === step)
  if (found === undefined || found.limitWorkingDays < 1) return []
  const days = workingDays(Math.floor(found.limitWorkingDays))
  return [start(`step-${step}`, 'step', days, event, `服务指南“${found.name}”环节时限`, moment)]
}

type Outcome = 'granted' | 'denied' | 'refused' | 'revoked' | 'rectify'

const DELIVERY: Readonly<Record<Outcome, readonly [event: string, article: string]>> = {
  granted: ['作出准予决定', '第四十四条'],
  // Article 44 speaks of permits granted; a “no” has to be handed over in writing and gets no longer time.
  denied: ['作出不予决定', '第三十八条第二款，期限参照第四十四条'],
  refused: ['作出不予受理决定', '第三十二条第二款，期限参照第四十四条'],
  revoked: ['作出撤销决定', '第六十九条，期限参照第四十四条'],
  // [K] No statute names days for handing over the notice; until it is served nothing runs against the holder.
  rectify: ['责令限期整改', '第六十九条，期限参照第四十四条'],
}

export function deliveryClock(result: Outcome, moment: Moment): ClockEntry {
  const [event, article] = DELIVERY[result]
  return start(
    'delivery',
    'delivery',
    workingDays(Math.min(moment.world.parameters.deliveryWorkingDays, DELIVERY_WORKING_DAYS)),
    event,
    licensing(moment.world.item, article),
    moment,
  )
}

/** What was promised is checked within the days the item names, counted from the decision (事后核查). */
export function checkClock(moment: Moment): ClockEntry[] {
  const { commitment } = moment.world.item.process
  if (commitment === undefined) return []
  const { within } = commitment.check
  return [start('check', 'check', within, '作出准予决定', within.basis ?? commitment.basis, moment)]
}

/** The days to put things right run from the service of the notice: what did not reach the holder cannot be obeyed. */
export function rectifyClock(moment: Moment): ClockEntry {
  const { rectifyWithin, basis } = moment.world.item.process.commitment!
  const event = '送达责令限期整改通知书'
  return start('rectify', 'check', rectifyWithin, event, rectifyWithin.basis ?? basis, moment)
}

/** [K] No statute names days for revoking; the general limit to decide is the measure until a pack says otherwise. */
const REVOCATION_WORKING_DAYS = 20

export function revocationClock(moment: Moment, event = '核查不符合承诺'): ClockEntry {
  const days = workingDays(moment.world.parameters.revocationWorkingDays ?? REVOCATION_WORKING_DAYS)
  return start('revocation', 'check', days, event, '期限参照行政许可法第四十二条', moment)
}

/** What no other way brings to somebody counts as served when these days have passed (公告送达). */
export function announcementClock(amount: number, moment: Moment): ClockEntry {
  const days = { amount, unit: 'calendar-day' as const }
  return start('announcement', 'delivery', days, '发出公告', '参照民事诉讼法第九十五条', moment)
}

export function end(clock: string, { day, at }: Pick<Moment, 'day' | 'at'>): ClockEntry {
  return { entry: 'end', clock, day, at }
}

/** Ends those of the named clocks that run. */
export function endRunning(
  clocks: Clocks,
  names: readonly string[],
  moment: Pick<Moment, 'day' | 'at'>,
): ClockEntry[] {
  return names
    .filter((name) => clocks[name] !== undefined && clocks[name].ended === undefined)
    .map((name) => end(name, moment))
}
