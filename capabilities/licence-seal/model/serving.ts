import { Type as T, type Static } from 'typebox'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { addDays, type LegalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'

/** 直接、留置、邮寄、公告送达, by reference to 民事诉讼法第八十八条至第九十五条 (2023). What is electronic is served by a due job. */
export const SERVING_MODES = ['window', 'leave', 'post', 'announcement'] as const
export type ServingMode = (typeof SERVING_MODES)[number]

/** [K] 民事诉讼法第九十五条: thirty days from the announcement; administrative law refers to it and names no days of its own. */
export const ANNOUNCEMENT_CALENDAR_DAYS = 30

const text = (maxLength: number) => T.Optional(T.String({ maxLength }))
const day = T.Optional(T.String({ format: 'date' }))

/** How a paper reached whom it is for; each way asks what its record of service (送达回证) has to say. */
export const Serving = T.Object(
  {
    mode: T.Enum([...SERVING_MODES]),
    ...{ receiver: text(60), relation: T.Optional(T.Enum(['self', 'agent'])), identified: text(60) },
    /** Left where they live because it was refused, with somebody of the neighbourhood looking on or on film (第八十九条). */
    ...{ leftAt: text(100), refusal: text(300), witness: text(60) },
    /** As the return receipt says (第九十一条). */
    ...{ waybill: text(60), signer: text(60), receivedOn: day },
    /** Why no other way would do; the file has to say so (第九十五条第二款). */
    ...{ announcedAt: text(100), reason: text(300), announcedOn: day },
  },
  { additionalProperties: false },
)
export type Serving = Static<typeof Serving>

type Field = Exclude<keyof Serving, 'mode' | 'relation'>
export const SERVING_ASKS: Readonly<Record<ServingMode, readonly Field[]>> = {
  window: ['receiver', 'identified'],
  leave: ['leftAt', 'refusal', 'witness'],
  post: ['waybill', 'signer', 'receivedOn'],
  announcement: ['announcedAt', 'reason', 'announcedOn'],
}

/** The days a service may have happened on: from the day of the paper until today. */
interface Days {
  paperOn: LegalDay
  today: LegalDay
}

/** What the record of service still lacks, or a day on which it cannot have happened. */
export function servingRefused(serving: Serving, { paperOn, today }: Days): Refusal | undefined {
  const missing = SERVING_ASKS[serving.mode].filter((field) => (serving[field] ?? '').trim() === '')
  if (missing.length > 0)
    return refusal('serving-incomplete', {
      facts: { mode: serving.mode, missing },
      basis: '参照民事诉讼法第八十七条',
    })
  const on = dayOf(serving, today)
  return on < paperOn || on > today
    ? refusal('serving-day-other', { facts: { from: paperOn, to: today } })
    : undefined
}

export type Service =
  | { served: LegalDay }
  /** Announced on a day, and counted as served when the days have passed. */
  | { announced: LegalDay; until: LegalDay }

interface Reckoning {
  today: LegalDay
  announcementCalendarDays: number
  calendar: Pick<WorkingCalendar, 'orNextWorkday'>
}

/**
 * The day of service: that of the signature, of the return receipt (第九十一条), or thirty days from the announcement (第九十五条); a last
 * day that is a day of rest moves to the next working day (第八十五条第三款).
 */
export function serviceOf(
  serving: Serving,
  { today, announcementCalendarDays, calendar }: Reckoning,
): Service {
  const on = dayOf(serving, today)
  return serving.mode === 'announcement'
    ? { announced: on, until: calendar.orNextWorkday(addDays(on, announcementCalendarDays)) }
    : { served: on }
}

function dayOf({ mode, receivedOn, announcedOn }: Serving, today: LegalDay): LegalDay {
  const said = mode === 'post' ? receivedOn : mode === 'announcement' ? announcedOn : undefined
  return said ?? today
}

/** What is kept of it: the answers of its own way, without the day, which stands in the clear. */
export function recordOf(serving: Serving): Partial<Serving> {
  const kept = ['mode', 'relation', ...SERVING_ASKS[serving.mode]]
  return Object.fromEntries(Object.entries(serving).filter(([name]) => kept.includes(name)))
}
