export const programmeCapability = { name: 'programme' } as const

export { programmeHttp } from './http.ts'
export { reportFiles, reportRoutes } from './contract/reports.ts'
export { report, reportHeads, type Report } from './reports/make.ts'
export type { ReportMeans } from './reports/facts.ts'
