import { legalDay, startOfDay, type Instant, type LegalDay } from '#engine/day.ts'

/** A day, or a moment: offices report either, and a day alone says nothing of the order within it. */
export type Told = LegalDay | Instant

const FORMS = [
  /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2}))?$/,
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,6})?)?)?$/,
]
/** With an offset of its own the moment is not Shanghai's wall clock. */
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:Z|[+-]\d{2}:\d{2})$/

/** `YYYYMMDDThhmmss` of GB/T 39046 and what spreadsheets make of it; nothing for what is no time of this century. */
export function readTime(text: string): Told | undefined {
  const said = text.trim()
  if (WITH_OFFSET.test(said)) {
    const at = new Date(said)
    return Number.isNaN(at.getTime()) || !inCentury(at.toISOString()) ? undefined : at.toISOString()
  }
  const found = FORMS.map((form) => form.exec(said)).find((match) => match !== null)
  if (found === undefined) return undefined
  const [, year, month, date, hour, minute, second = '00'] = found
  const day = `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`
  if (!exists(day) || !inCentury(day)) return undefined
  if (hour === undefined) return day
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second)
  return new Date(Date.parse(startOfDay(day)) + seconds * 1000).toISOString()
}

export function dayTold(told: Told): LegalDay {
  return isDayOnly(told) ? told : legalDay(told)
}

/** The last moment this can mean; the end of its day when only the day is known. */
export function momentTold(told: Told): Instant {
  return isDayOnly(told) ? new Date(Date.parse(startOfDay(told)) + 86_399_000).toISOString() : told
}

/** Whether one surely lies before the other: two things on one day are in order unless both name the moment. */
export function surelyBefore(a: Told, b: Told): boolean {
  return isDayOnly(a) || isDayOnly(b) ? dayTold(a) < dayTold(b) : a < b
}

const isDayOnly = (told: Told): boolean => told.length === 10

function exists(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}

/** Working calendars reach from 2000 to 2100. */
const inCentury = (text: string): boolean => text >= '2000-02' && text < '2099-12'
