export { REPORTS, ReportHead, ReportLine, ReportRow, type ReportId } from './contract/reports.ts'
export { reportFiles, reportRoutes } from './contract/reports.ts'
