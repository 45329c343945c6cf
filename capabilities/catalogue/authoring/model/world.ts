import type { WorldBase } from '#engine/procedure/procedure.ts'
import type { ItemVersion } from '../../contract.ts'
import type { Judgement } from '../../gate/judge.ts'

/** Days an area gives for each step of a change [K]: no rule names them. */
export interface ChangeLimits {
  draftCalendarDays: number
  reviewCalendarDays: number
  publishCalendarDays: number
  /** To follow a new version of a list above. */
  upperCalendarDays: number
}

/** A place that does not have the shape of a version; where nothing is filled in yet, a draft may be saved and goes on later. */
export interface ShapeProblem {
  at: string
  unfilled: boolean
}

export interface ChangeWorld extends WorldBase {
  limits: ChangeLimits
  /** Whether items are written here at all, and whether the body of an author may write this one. */
  authoring: 'off' | 'not-your-item' | 'may-write'
  /** The number of the item's newest version as it is now. */
  newest: number
  /** What keeps an edited item from having the shape of a version. */
  shapeProblems(body: unknown): readonly ShapeProblem[]
  judge(body: ItemVersion): Judgement
  /** What the draft says against the lists above it (目录清单), which no lower tier may. */
  upperProblems(body: ItemVersion): readonly { path: string; breach: string; basis: string }[]
  /** Whether the draft says anything else than the version it changes. */
  differs(body: ItemVersion): boolean
}
