import type { Refusal } from '#engine/refusal.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import { supervisionJobs } from './jobs.ts'
import { attempts, type AttemptsQuery } from './service/attempts.ts'
import { alertsFile, attemptsFile, casesFile, indicatorsFile } from './service/files.ts'
import { indicators, type Indicators, type IndicatorsQuery } from './service/indicators.ts'
import { alerts, indicatorCases, type AlertsQuery, type CasesQuery } from './service/lines.ts'
import type { Asking, SupervisionMeans } from './service/means.ts'
import { projection } from './service/projection.ts'

export const supervisionCapability = { name: 'supervision' } as const

export { ATTEMPTS, CASES, supervisionSubscribers } from './jobs.ts'
export { rebuildSupervision, supervisionIsEmpty, type SupervisionRebuilt } from './service/rebuild.ts'
export { supervisionWords } from './words.ts'
export { supervisionHttp } from './routes.ts'
export { supervisionFiles, supervisionRoutes } from './contract/routes.ts'
export type { Asking, SupervisionMeans } from './service/means.ts'

export interface Supervision {
  /** Every indicator over a period; a director asks about the own place only. */
  indicators(asking: Asking, query: IndicatorsQuery): Promise<Indicators | Refusal>
  /** The cases behind an indicator, page by page. */
  cases(asking: Asking, indicator: string, query: CasesQuery): ReturnType<typeof indicatorCases>
  alerts(asking: Asking, query: AlertsQuery): ReturnType<typeof alerts>
  attempts(asking: Asking, query: AttemptsQuery): ReturnType<typeof attempts>
  /** The same as CSV. */
  files: {
    indicators(asking: Asking, query: IndicatorsQuery): Promise<string | Refusal>
    cases(asking: Asking, indicator: string, query: CasesQuery): Promise<string | Refusal>
    alerts(asking: Asking, query: AlertsQuery): Promise<string | Refusal>
    attempts(asking: Asking, query: AttemptsQuery): Promise<string | Refusal>
  }
  register(worker: Worker): void
}

export function supervision(means: SupervisionMeans): Supervision {
  return {
    indicators: (asking, query) => indicators(means, asking, query),
    cases: (asking, id, query) => indicatorCases(means, asking, id, query),
    alerts: (asking, query) => alerts(means, asking, query),
    attempts: (asking, query) => attempts(means, asking, query),
    files: {
      indicators: (asking, query) => indicatorsFile(means, asking, query),
      cases: (asking, id, query) => casesFile(means, asking, id, query),
      alerts: (asking, query) => alertsFile(means, asking, query),
      attempts: (asking, query) => attemptsFile(means, asking, query),
    },
    register: (worker) => supervisionJobs(worker, projection(means)),
  }
}
