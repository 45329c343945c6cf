import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { addDays, legalDay, startOfDay, type Instant, type LegalDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { due } from '#engine/clock/clock.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { lastDayToRenew, type LicenceDossier } from '#capabilities/licence-seal/model.ts'
import type { MessageKind, MessageParams } from '../contract.ts'

interface Told {
  kind: MessageKind
  params: Omit<MessageParams, 'item' | 'place'>
}

type Rule = (fact: Fact, dossier: LicenceDossier, calendar: WorkingCalendar) => Told | undefined

/** What the holder of a licence is told; what an application of their own brought about its case has told already. */
const RULES: Readonly<Record<string, Rule>> = {
  'licence-expired': (_fact, { validUntil }) => ({
    kind: 'licence-expired',
    params: validUntil === undefined ? {} : { day: validUntil },
  }),
  'licence-renewed': ({ body }) =>
    body['deemed'] === true
      ? { kind: 'licence-renewed-by-law', params: { day: String(body['until']) } }
      : undefined,
  'licence-intent-told': (_fact, { clocks }, calendar) => {
    const clock = clocks['statement']
    const day = clock && due(clock, calendar).day
    return { kind: 'licence-intent', params: day === undefined ? {} : { day } }
  },
  'licence-intent-dropped': () => ({ kind: 'licence-intent-dropped', params: {} }),
  'licence-amended': ({ body }) => ({
    kind: body['how'] === 'changed' ? 'licence-changed-by-office' : 'licence-corrected',
    params: {},
  }),
  'licence-forfeited': () => ({ kind: 'licence-ended', params: {} }),
  'licence-ended': ({ body }) =>
    body['byCase'] === undefined ? { kind: 'licence-ended', params: {} } : undefined,
}

/** Facts that set the reminders of a term. */
export const TERM_BEGINS: readonly string[] = ['licence-opened', 'licence-renewed']

export const LICENCE_HEARD: ReadonlySet<string> = new Set([...Object.keys(RULES), ...TERM_BEGINS])

export function licenceTold(
  fact: Fact,
  dossier: LicenceDossier,
  calendar: WorkingCalendar,
): Told | undefined {
  return RULES[fact.kind]?.(fact, dossier, calendar)
}

/** [K] Days before the last day to act on which the holder is reminded, where the pack names none. */
export const REMINDED_BEFORE: readonly number[] = [90, 60, 30]
const MORNING_MS = 9 * 3_600_000

/** The last day on which the holder may still ask for renewal; nothing where the item knows no renewal or the term no end. */
export function renewalDeadline(
  { validUntil }: Pick<LicenceDossier, 'validUntil'>,
  item: Pick<ItemVersion, 'lifecycle'>,
  calendar: WorkingCalendar,
): LegalDay | undefined {
  const renew = item.lifecycle?.renew
  return renew && validUntil && lastDayToRenew(validUntil, renew.fileBefore, calendar)
}

/** The day to be reminded of: the last one to ask for renewal, or the last of a term that is not renewed but applied for anew. */
export function lastDayToAct(
  dossier: Pick<LicenceDossier, 'validUntil'>,
  item: Pick<ItemVersion, 'lifecycle'> | undefined,
  calendar: WorkingCalendar,
): LegalDay | undefined {
  return (item && renewalDeadline(dossier, item, calendar)) ?? dossier.validUntil
}

/** The next reminder after a moment: its morning, and how many days are left then. */
export function nextReminder(
  deadline: LegalDay,
  after: Instant,
  before: readonly number[] = REMINDED_BEFORE,
): { at: Instant; daysLeft: number } | undefined {
  const furthestFirst = before.toSorted((one, other) => other - one)
  return furthestFirst
    .map((daysLeft) => {
      const day = addDays(deadline, -daysLeft)
      return { daysLeft, at: new Date(Date.parse(startOfDay(day)) + MORNING_MS).toISOString() }
    })
    .find(({ at }) => at > after)
}

/** Whether the reminder of this term still has something to remind of. */
export function stillToRenew(
  { state, validUntil, application }: LicenceDossier,
  until: LegalDay,
  now: Instant,
): boolean {
  return state === 'valid' && validUntil === until && application?.kind !== 'renew' && legalDay(now) <= until
}
