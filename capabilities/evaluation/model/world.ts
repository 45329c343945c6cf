import type { WorldBase } from '#engine/procedure/procedure.ts'

/** Days a plan may set (standards.md §4: every one of them is a local value). */
export interface RectificationLimits {
  verifyWorkingDays: number
  rectifyWorkingDays: number
  appealWorkingDays: number
  revisitWorkingDays: number
}

export interface RectificationWorld extends WorldBase {
  limits: RectificationLimits
  /** Halls and centres whose directors may be given the work. */
  places: ReadonlySet<string>
  /** Seals text under the rater's key. */
  seal(text: string): string
}
