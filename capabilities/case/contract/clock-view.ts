import { Type as T, type Static } from 'typebox'
import { CLOCK_KINDS } from '#engine/clock/entry.ts'

/** Why a limit stands still (许可法 45), and the day told for it where one was told. */
export const Pause = T.Object({ since: T.String(), waitsFor: T.String(), until: T.Optional(T.String()) })

/** A due day with the one sentence that explains it, the same for citizen, clerk and supervisor. */
export const ClockView = T.Object({
  clock: T.String(),
  kind: T.Enum([...CLOCK_KINDS]),
  /** 受理期限, 承诺办结期限 … */
  title: T.String(),
  state: T.Enum(['running', 'stopped', 'ended']),
  day: T.Optional(T.String()),
  /** Working days from today to the day of a running clock; negative once it has passed. */
  workingDaysLeft: T.Optional(T.Integer()),
  provisional: T.Boolean(),
  /** Why it falls on that day, in Chinese. */
  sentence: T.String(),
  /** What it waits for while it stands still, the earliest first. */
  paused: T.Optional(T.Array(Pause)),
  /** `late` once the day has passed, `soon` on the last working day, else `in-time`. */
  standing: T.Enum(['in-time', 'soon', 'late']),
})
export type ClockView = Static<typeof ClockView>
