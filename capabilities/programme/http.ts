import type { FastifyInstance } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { bind, type Gate } from '#platform/http/bind.ts'
import type { CallBase } from '#platform/http/call.ts'
import { serveList } from '#platform/http/list-file.ts'
import { reportFiles, reportRoutes } from './contract/reports.ts'
import type { ReportMeans } from './reports/facts.ts'
import { report, reportFile, reportHeads, type ReportAsking } from './reports/make.ts'

export function programmeHttp(app: FastifyInstance, means: ReportMeans, gate: Gate): void {
  bind(
    app,
    reportRoutes,
    {
      reports: async () => ({ items: reportHeads() }),
      report: (call) => report(means, call.params.id, asking(call)),
    },
    gate,
  )
  serveList(app, gate, reportFiles.reportFile, { file: 'baogao', list: 'report' }, (call) =>
    reportFile(means, call.params.id, asking(call)),
  )
}

function asking({ caller, now, query }: CallBase & { query: { from?: string; to?: string } }): ReportAsking {
  if (caller?.kind !== 'staff') throw new Error('a route for staff let somebody else through')
  const actor: StaffActor = caller
  const { from, to } = query
  return { actor, now, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}
