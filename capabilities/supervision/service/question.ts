import type { Period, SupervisionPolicy } from '../model.ts'
import type { Grouping, Scope } from '../store.ts'

/** What every indicator is asked for at once: which cases, over which days, grouped by what. */
export interface Question {
  scope: Scope
  period: Period
  policy: SupervisionPolicy
  by: Grouping | undefined
  today: string
}
