import type { Refusal } from '#engine/refusal.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { SheetFile } from '#ui/format/sheet.ts'
import { supervisionJobs } from './jobs.ts'
import { attempts, type AttemptsQuery } from './service/attempts.ts'
import { alertsFile, attemptsFile, casesFile, findingsFile, indicatorsFile } from './service/files.ts'
import { findings, type FindingsQuery } from './service/findings.ts'
import { gaps, type GapsQuery } from './service/gaps.ts'
import { importFile, imports } from './service/imports.ts'
import { indicators, type Indicators, type IndicatorsQuery } from './service/indicators.ts'
import { alerts, indicatorCases, type AlertsQuery, type CasesQuery, type Paged } from './service/lines.ts'
import type { Asking, ScopeQuery, SupervisionMeans } from './service/means.ts'
import { reengineering } from './service/reengineering.ts'
import { projection } from './service/projection.ts'
import { watchJobs } from './service/watch.ts'

export interface Supervision {
  /** Every indicator over a period; a director asks about the own place only. */
  indicators(asking: Asking, query: IndicatorsQuery): Promise<Indicators | Refusal>
  /** The cases behind an indicator, page by page. */
  cases(asking: Asking, indicator: string, query: CasesQuery): ReturnType<typeof indicatorCases>
  alerts(asking: Asking, query: AlertsQuery): ReturnType<typeof alerts>
  attempts(asking: Asking, query: AttemptsQuery): ReturnType<typeof attempts>
  /** 超权限、超时限、逆程序 in our own cases and in reported ones. */
  findings(asking: Asking, query: FindingsQuery): ReturnType<typeof findings>
  /** Takes in a file of cases that another system reported. */
  importFile(asking: Asking, file: { name: string; bytes: Uint8Array }): ReturnType<typeof importFile>
  imports(asking: Asking, query: Paged): ReturnType<typeof imports>
  /** 流程再造对照: versions of an item side by side. */
  reengineering(asking: Asking, query: ScopeQuery): ReturnType<typeof reengineering>
  /** 卡住的办件: open cases that cannot go on. */
  gaps(asking: Asking, query: GapsQuery): ReturnType<typeof gaps>
  /** The same as files for a spreadsheet. */
  files: {
    indicators(asking: Asking, query: IndicatorsQuery): Promise<SheetFile | Refusal>
    cases(asking: Asking, indicator: string, query: CasesQuery): Promise<SheetFile | Refusal>
    alerts(asking: Asking, query: AlertsQuery): Promise<SheetFile | Refusal>
    attempts(asking: Asking, query: AttemptsQuery): Promise<SheetFile | Refusal>
    findings(asking: Asking, query: FindingsQuery): Promise<SheetFile | Refusal>
  }
  register(worker: Worker): void
}

export function supervision(means: SupervisionMeans): Supervision {
  return {
    indicators: (asking, query) => indicators(means, asking, query),
    cases: (asking, id, query) => indicatorCases(means, asking, id, query),
    alerts: (asking, query) => alerts(means, asking, query),
    attempts: (asking, query) => attempts(means, asking, query),
    findings: (asking, query) => findings(means, asking, query),
    importFile: (asking, file) => importFile(means, asking, file),
    imports: (asking, query) => imports(means, asking, query),
    reengineering: (asking, query) => reengineering(means, asking, query),
    gaps: (asking, query) => gaps(means, asking, query),
    files: {
      indicators: (asking, query) => indicatorsFile(means, asking, query),
      cases: (asking, id, query) => casesFile(means, asking, id, query),
      alerts: (asking, query) => alertsFile(means, asking, query),
      attempts: (asking, query) => attemptsFile(means, asking, query),
      findings: (asking, query) => findingsFile(means, asking, query),
    },
    register: (worker) => {
      supervisionJobs(worker, projection(means))
      watchJobs(worker, means)
    },
  }
}
