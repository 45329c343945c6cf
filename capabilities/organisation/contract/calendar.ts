import { Type as T, type Static } from 'typebox'
import { Day, text } from './dates.ts'

const Days = T.Array(Day, { maxItems: 120, uniqueItems: true })

/** One year's notice of the State Council: days off, and weekend days worked instead (调休). */
export const CalendarYear = T.Object(
  {
    year: T.Integer({ minimum: 2000, maximum: 2099 }),
    published: T.Boolean(),
    off: Days,
    work: Days,
    source: T.Optional(T.Record(T.String(), text(200))),
  },
  { additionalProperties: false },
)
export type CalendarYear = Static<typeof CalendarYear>

/** The shape the engine counts with. A year that is absent has no published list: weekends only, and the due date says provisional (暂算). */
export interface Calendar {
  version: string
  years: Record<string, { off: string[]; work: string[] }>
}
export const Calendar = T.Object({
  version: text(40),
  years: T.Record(T.String(), T.Object({ off: Days, work: Days })),
})
