import { Type as T, type Static } from 'typebox'
import { Day, text } from './dates.ts'

/**
 * Where the figures of a file come from, and of which day: the notice, the statistical edition, or the day somebody
 * settled them. Whatever else is worth knowing of the source stands beside.
 */
export const Source = T.Object({
  title: text(300),
  /** The day the source is of, not the day it was copied. */
  on: Day,
  extractedOn: T.Optional(Day),
  /** True when nothing in the file is real (people, telephones). */
  synthetic: T.Optional(T.Boolean()),
})
export type Source = Static<typeof Source>

/** The source of one parameter that no clause of the plan settles: an article, a usage, and of which day. */
export const ParameterSource = T.Object({ title: text(300), on: Day }, { additionalProperties: false })
