import { isDay } from '#ui/format/day.ts'
import { REPORTS, type ReportId } from '#capabilities/programme/contract/reports.ts'

/** Which report, of which days; a sent link shows the same. */
export interface ReformSearch {
  report?: ReportId
  from?: string
  to?: string
}

export function reformSearch({ report, from, to }: Record<string, unknown>): ReformSearch {
  const known = REPORTS.find((one) => one === report)
  return {
    ...(known === undefined ? {} : { report: known }),
    ...(typeof from === 'string' && isDay(from) ? { from } : {}),
    ...(typeof to === 'string' && isDay(to) ? { to } : {}),
  }
}

export function reportFileUrl(report: ReportId, { from, to }: ReformSearch): string {
  const query = new URLSearchParams({ ...(from ? { from } : {}), ...(to ? { to } : {}) }).toString()
  return `/api/v1/reform-reports/${report}/export${query === '' ? '' : `?${query}`}`
}
