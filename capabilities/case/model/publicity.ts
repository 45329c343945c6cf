import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { due, type Clocks } from '#engine/clock/clock.ts'
import type { ClockKind } from '#engine/clock/entry.ts'
import { legalDay, type LegalDay } from '#engine/day.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { CASE_STATES } from '../contract.ts'
import type { PublicLine } from '../contract/publicity.ts'
import {
  HIDDEN_APPLICANT,
  NEUTRAL_ITEMS,
  PUBLIC_STEPS,
  PUBLISHED,
  READY,
  type PublicStep,
} from '../words/publicity.ts'

type State = (typeof CASE_STATES)[number]

/** What the screen reads of a case: typed columns, its clocks and how it is handed over. Nothing sealed, nothing typed in. */
export interface PublicCase {
  no: string
  state: State
  applicantMasked: string
  delivery: string
  clocks: Clocks
  changedAt: string
}

export type PublicItem = Pick<ItemVersion, 'name' | 'domain' | 'itemType' | 'serves'>

/** The line of a case on the wall, or nothing where the wall has nothing to say. */
export function publicLine(
  one: PublicCase,
  item: PublicItem,
  calendar: WorkingCalendar,
  today: LegalDay,
): PublicLine | undefined {
  const step = stepOf(one)
  if (step === undefined) return undefined
  const hidden = isSensitive(item)
  const dueDay = step.bound === 'nobody' ? undefined : publicDueDay(one.clocks, calendar)
  return {
    number: ownersNumber(one.no),
    applicant: hidden ? HIDDEN_APPLICANT : one.applicantMasked,
    item: hidden ? NEUTRAL_ITEMS[item.domain] : item.name,
    step: step.text,
    stage: step.stage,
    ...(dueDay === undefined ? {} : { dueDay }),
    standing: step.bound === 'office' && dueDay !== undefined ? standing(dueDay, today) : 'none',
    changedAt: one.changedAt,
  }
}

/** Whether a result waits at the window. A decision not to accept is collected there like any other paper. */
export function isReady({ state, delivery }: Pick<PublicCase, 'state' | 'delivery'>): boolean {
  return (state === 'issued' || state === 'not-accepted') && delivery === 'window'
}

function stepOf(one: PublicCase): PublicStep | undefined {
  if (isReady(one)) return READY
  const step = PUBLIC_STEPS[one.state]
  const published = one.clocks['publicity']
  return step !== undefined && published !== undefined && published.ended === undefined
    ? { ...step, text: PUBLISHED }
    : step
}

/**
 * 个人信息保护法 art. 28: what may, once leaked, easily harm a person's dignity is sensitive: a particular status, health,
 * finances, and everything about children under fourteen. Art. 25 forbids making personal information public without
 * separate consent. A surname beside 低保, 残疾人补贴, 优抚 or 法律援助 in a town of ten thousand is such a publication, stars or
 * not. So for these matters neither the name nor the item appears, only the number that its owner alone can place:
 *
 * - five domains whose every matter rests on need, disability, illness, service or a dispute;
 * - whatever pays money on somebody's condition (行政给付), in whichever domain;
 * - health, civil affairs, employment and household registration of private persons (births, adoption, orphans, who is out of
 *   work, whose marriage or newborn child is registered). A licence there is a shop's and stays plain.
 */
export function isSensitive({ domain, itemType, serves }: PublicItem): boolean {
  if (ALWAYS.has(domain) || itemType === '05') return true
  return OF_PERSONS.has(domain) && itemType !== '01' && serves.includes('1')
}

const ALWAYS = new Set<ItemVersion['domain']>([
  'social-assistance',
  'disability',
  'veterans',
  'legal-services',
  'medical-insurance',
])
const OF_PERSONS = new Set<ItemVersion['domain']>([
  'health',
  'civil-affairs',
  'employment',
  'household-registration',
])

/**
 * The running number of the day and its check sign, as they stand last on the receipt (申请材料接收凭证). The owner finds it at a glance; the
 * whole number would also say when and before which office somebody applied, and is what a caller names to be told more.
 */
export function ownersNumber(no: string): string {
  return no.slice(-7)
}

/**
 * The day the public may hold the office to: the nearest running limit of law or promise. Limits of single steps are
 * the office's own arrangement; a late step inside a kept promise is no breach towards anybody (限时办结). Nor is the day up to
 * which others may speak (公示、听证、征求意见) one by which the office has promised anything.
 */
const INNER: readonly ClockKind[] = ['step', 'publicity', 'hearing', 'special', 'opinion', 'meeting', 'gap']

export function publicDueDay(clocks: Clocks, calendar: WorkingCalendar): LegalDay | undefined {
  return Object.values(clocks)
    .filter(({ kind }) => !INNER.includes(kind))
    .map((clock) => due(clock, calendar))
    .flatMap(({ state, day, at }) => (state === 'running' ? [day ?? (at && legalDay(at))] : []))
    .filter((day) => day !== undefined)
    .toSorted()[0]
}

function standing(dueDay: LegalDay, today: LegalDay): 'in-time' | 'soon' | 'late' {
  if (today > dueDay) return 'late'
  return today === dueDay ? 'soon' : 'in-time'
}
