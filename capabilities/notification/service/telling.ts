import { compileCalendar, type WorkingCalendar } from '#engine/calendar/calendar.ts'
import type { Fact } from '#engine/fact.ts'
import { fold } from '#engine/procedure/decide.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import { PROCEDURES, type CaseDossier } from '#capabilities/case/model.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import { ensureJob } from '#platform/jobs/schedule.ts'
import { sm3 } from '#platform/ledger/canonical.ts'
import type { StoredFact } from '#platform/ledger/ledger.ts'
import type { Channel, MessageKind } from '../contract.ts'
import {
  ANSWERED,
  isStale,
  mayBeTold,
  reminderNow,
  takesMessages,
  whatIsTold,
  type ReminderKind,
  type Told,
} from '../model.ts'
import { notificationStore } from '../store.ts'
import { goesOutside } from '../words.ts'
import type { NotificationMeans } from './means.ts'

/** Sends one message by one channel. */
export const SEND = 'notification.send'
/** Looks whether somebody has to be reminded. */
export const REMIND = 'notification.remind'

export interface Telling {
  /** One fact of a case, told at most once. */
  hear(fact: StoredFact, now: string): Promise<void>
  /** What was asked for has been handed in: the messages that asked are read. */
  answer(fact: StoredFact, now: string): Promise<void>
  /** When to look again, if the day has moved. */
  remind(due: DueReminder, now: string): Promise<string | undefined>
}

export interface DueReminder {
  area: string
  /** The case. */
  stream: string
  kind: ReminderKind
  /** The fact the reminder was set for. */
  seq: number
}

interface News extends Omit<Told, 'remind' | 'to'> {
  remind?: Told['remind']
  area: string
  stream: string
  seq: number
  at: string
  dossier: Pick<CaseDossier, 'party' | 'no' | 'item' | 'acceptPlace'>
  /** The licence, where the message is about one. */
  licence?: { name: string; number: string }
}

export function telling(means: NotificationMeans): Telling {
  const calendarOf = calendars(means)
  /** The case before a holiday list was counted in, under the list of that time. */
  async function earlier(area: string, facts: readonly Fact[]) {
    const dossier = fold(PROCEDURES.approval, facts)
    const running = Object.values(dossier.clocks).find(({ ended }) => ended === undefined)
    return { dossier, calendar: await calendarOf(area, running?.calendar) }
  }
  return {
    async hear(heard, now) {
      if (!mayBeTold(readFact(heard))) return
      const { areaCode: area, stream, seq } = heard
      const calendar = await calendarOf(area)
      // Folded up to this very fact: what is told does not depend on how late it is heard.
      const facts = (await means.ledger.facts(area, stream)).filter((each) => each.seq <= seq).map(readFact)
      const dossier = fold(PROCEDURES.approval, facts)
      const fact = facts.at(-1)!
      const before = fact.kind === 'clock-recomputed' ? await earlier(area, facts.slice(0, -1)) : undefined
      const told = whatIsTold({ fact, dossier, calendar, ...(before ? { before } : {}) })
      if (told === undefined) return
      const { to, ...news } = told
      await tell(means, { ...news, area, stream, seq, at: fact.at, dossier: { ...dossier, ...to } }, now)
    },
    async answer({ areaCode: area, stream, seq, kind, at }, now) {
      const facts = (await means.ledger.facts(area, stream)).filter((each) => each.seq <= seq).map(readFact)
      const { party, no } = fold(PROCEDURES.approval, facts)
      const of = { party, no, kinds: ANSWERED[kind]!, until: at }
      await notificationStore(means.db).readAsked([area], of, now)
    },
    async remind({ area, stream, kind, seq }, now) {
      const facts = (await means.ledger.facts(area, stream)).map(readFact)
      const dossier = fold(PROCEDURES.approval, facts)
      const found = reminderNow(kind, seq, { facts, dossier }, await calendarOf(area), now)
      if (!found.remind) return found.againAt
      const params = found.day === undefined ? {} : { day: found.day }
      await tell(means, { kind, params, area, stream, seq, at: now, dossier }, now)
      return undefined
    },
  }
}

/** Message, ways out and reminder are written together or not at all; told before means all of them are there. */
export async function tell(means: NotificationMeans, news: News, now: string): Promise<void> {
  const { area, stream, seq, kind, at, dossier } = news
  const { party } = dossier
  const details = await means.parties.details(party)
  // Nobody is left to read it.
  if (details === undefined) return
  const params = await sealedParams(means, news)
  const id = messageId(news)
  const preference = await notificationStore(means.db).preference(NO_AREA, party)
  const channels: Channel[] = goesOutside(kind) && !isStale(at, now) ? ['sms', 'email'] : []
  const wanted = channels.filter((channel) =>
    channel === 'sms'
      ? (preference?.sms ?? true) && takesMessages(details.phone)
      : (preference?.email ?? null) !== null,
  )
  await means.db.transaction(async (tx) => {
    const write = notificationStore(tx)
    const row = { area, id, party, stream, seq, no: dossier.no, kind, params, at, readAt: null }
    if (!(await write.tell(row))) return
    for (const channel of wanted) {
      await write.dispatch(area, id, channel)
      const body = { message: id, channel }
      await ensureJob(tx, { areaCode: area, stream: `${channel}:${id}`, kind: SEND, dueAt: now, body })
    }
    if (news.remind === undefined) return
    const { kind: reminder, at: dueAt } = news.remind
    const body = { case: stream, reminder, seq }
    await ensureJob(tx, { areaCode: area, stream: `reminder:${id}`, kind: REMIND, dueAt, body })
  })
}

/** Hearing a fact twice gives the same id, and the second finds the first. */
function messageId({
  area,
  stream,
  seq,
  kind,
}: {
  area: string
  stream: string
  seq: number
  kind: MessageKind
}) {
  const hex = sm3(`message ${area} ${stream} ${seq} ${kind}`).slice(0, 32)
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

async function sealedParams(
  { organisation, catalogue, sealing }: NotificationMeans,
  { area, dossier, params, licence }: News,
) {
  const [pinned, [place], sealer] = await Promise.all([
    catalogue.pinned(area, dossier.item.id, dossier.item.version),
    organisation.placesByIds(area, [dossier.acceptPlace]),
    sealing.sealFor(NO_AREA, subjectOf(dossier.party)),
  ])
  return sealer.seal(
    JSON.stringify({
      ...params,
      ...(licence === undefined ? {} : { licence }),
      item: pinned.item.name,
      place: place?.name ?? '收件的窗口',
    }),
  )
}

/** The newest calendar of an area, as the due acts themselves use it, or one of its versions; each is compiled once. */
function calendars({ organisation }: NotificationMeans) {
  const compiled = new Map<string, WorkingCalendar>()
  return async (area: string, version?: string): Promise<WorkingCalendar> => {
    const known = version === undefined ? undefined : compiled.get(`${area}/${version}`)
    if (known !== undefined) return known
    const source = await organisation.calendarOf(area, version)
    const key = `${area}/${source.version}`
    const calendar = compiled.get(key) ?? compileCalendar(source)
    compiled.set(key, calendar)
    return calendar
  }
}
