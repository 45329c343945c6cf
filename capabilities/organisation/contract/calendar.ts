import { Type as T, type Static } from 'typebox'
import { Day, text } from './dates.ts'
import { OpeningHours } from './place.ts'

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

/**
 * Days off of the area itself (地方节假日, 全国年节及纪念日放假办法第四条), with the weekend days worked instead; the people's
 * government that set them is named in the basis.
 */
export const LocalHoliday = T.Object(
  { name: text(40), off: Days, work: Days, basis: text(200) },
  { additionalProperties: false },
)
export type LocalHoliday = Static<typeof LocalHoliday>

/** The file of a pack's calendar folder that holds them, beside one file a year; most areas have none. */
export const LOCAL_HOLIDAYS = 'local.json'

/** The office hours of working days from a day on; limits in office hours (工作小时) count nothing else. */
export const OfficeHours = T.Object({ since: Day, workday: OpeningHours.properties.workday })
export type OfficeHours = Static<typeof OfficeHours>

/**
 * The shape the engine counts with. A year that is absent has no published list: the holidays the law fixes are counted
 * when the rule says so, and the due date says provisional (暂算) either way.
 */
export const Calendar = T.Object({
  version: text(40),
  years: T.Record(T.String(), T.Object({ off: Days, work: Days })),
  local: T.Array(LocalHoliday),
  hours: T.Array(OfficeHours),
  unpublished: T.Enum(['weekends', 'statutory-2024']),
})
export type Calendar = Static<typeof Calendar>

/** How a version published today counts years without a list. */
export const UNPUBLISHED_RULE = 'statutory-2024'
