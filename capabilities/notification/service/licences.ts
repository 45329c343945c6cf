import { compileCalendar, type WorkingCalendar } from '#engine/calendar/calendar.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import { fold } from '#engine/procedure/decide.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import { licence, type LicenceDossier } from '#capabilities/licence-seal/model.ts'
import { ensureJob } from '#platform/jobs/schedule.ts'
import type { StoredFact } from '#platform/ledger/ledger.ts'
import {
  lastDayToAct,
  licenceTold,
  nextReminder,
  REMINDED_BEFORE,
  stillToRenew,
  TERM_BEGINS,
} from '../model/licence-told.ts'
import type { NotificationMeans } from './means.ts'
import { tell } from './telling.ts'

/** Looks whether the holder of a licence has to be reminded to renew it. */
export const REMIND_TO_RENEW = 'notification.remind-to-renew'

interface DueRenewal {
  area: string
  stream: string
  /** The last day of the term it was set for. */
  until: string
}

/** One fact of a licence (证照), told at most once; a term that begins sets its reminders. */
export async function hearLicence(means: NotificationMeans, heard: StoredFact, now: Instant): Promise<void> {
  const { areaCode: area, stream, seq } = heard
  const { dossier, facts } = await asOf(means, area, stream, seq)
  const fact = facts.at(-1)!
  const calendar = await calendarOf(means, area)
  const told = licenceTold(fact, dossier, calendar)
  if (told !== undefined)
    await tell(means, { ...told, ...subject(dossier), area, stream, seq, at: fact.at }, now)
  if (!TERM_BEGINS.includes(fact.kind) || dossier.validUntil === undefined) return
  const next = await reminderOf(means, { area, dossier, calendar }, now)
  if (next === undefined) return
  const body = { licence: stream, until: dossier.validUntil }
  const key = `renewal:${dossier.id}:${dossier.validUntil}`
  await ensureJob(means.db, { areaCode: area, stream: key, kind: REMIND_TO_RENEW, dueAt: next.at, body })
}

/** So many days before the last day to ask, or before it runs out: the moment of the next reminder, if there is one. */
export async function remindToRenew(
  means: NotificationMeans,
  { area, stream, until }: DueRenewal,
  now: Instant,
): Promise<Instant | undefined> {
  const { dossier } = await asOf(means, area, stream)
  if (!stillToRenew(dossier, until, now)) return undefined
  const calendar = await calendarOf(means, area)
  const held = { area, dossier, calendar }
  const last = await lastDay(means, held, now)
  if (last === undefined || legalDay(now) > last.day) return undefined
  const next = nextReminder(last.day, now, await remindedBefore(means, area))
  // The days left name the reminder, so that a task that comes again tells nothing twice.
  const seq = next?.daysLeft ?? 0
  // Without a last day to ask there is nothing to renew: it is applied for anew.
  const params = { until, ...(last.renewable ? { day: last.day } : {}) }
  await tell(
    means,
    { kind: 'licence-reminder', params, ...subject(dossier), area, stream, seq, at: now },
    now,
  )
  return next?.at
}

async function reminderOf(means: NotificationMeans, about: Held, now: Instant) {
  const last = await lastDay(means, about, now)
  return last && nextReminder(last.day, now, await remindedBefore(means, about.area))
}

/** How many days before, by the plan of the area. */
async function remindedBefore({ organisation }: NotificationMeans, area: string): Promise<readonly number[]> {
  const pack = await organisation.pack(area)
  return pack?.body.parameters.licences?.value.reminderCalendarDays ?? REMINDED_BEFORE
}

interface Held {
  area: string
  dossier: LicenceDossier
  calendar: WorkingCalendar
}

/** By the item as it is now: a rule that changed in the years between is the one that counts. */
async function lastDay({ catalogue }: NotificationMeans, { area, dossier, calendar }: Held, now: Instant) {
  const published = await catalogue.itemInForce(area, dossier.item, legalDay(now))
  const day = lastDayToAct(dossier, published?.item, calendar)
  if (day === undefined) return undefined
  return { day, renewable: published?.item.lifecycle?.renew !== undefined }
}

/** What a message needs to know of the licence: whose it is, and the case it came from. */
function subject({ party, case: no, item, itemVersion, place, number, name }: LicenceDossier) {
  const dossier = { party, no, item: { id: item, version: itemVersion, stream: '' }, acceptPlace: place }
  return { dossier, licence: { number, name } }
}

async function asOf({ ledger }: NotificationMeans, area: string, stream: string, seq = Infinity) {
  const facts = (await ledger.facts(area, stream)).filter((each) => each.seq <= seq).map(readFact)
  return { facts, dossier: fold(licence, facts) }
}

async function calendarOf({ organisation }: NotificationMeans, area: string): Promise<WorkingCalendar> {
  return compileCalendar(await organisation.calendarOf(area))
}
