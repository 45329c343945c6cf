import type { FastifyInstance } from 'fastify'
import { isRefusal } from '#engine/refusal.ts'
import { bind, type Gate } from '#platform/http/bind.ts'
import type { CallBase } from '#platform/http/call.ts'
import { serveList } from '#platform/http/list-file.ts'
import { delegationFiles, delegationRoutes } from '../contract/delegation-routes.ts'
import type { DelegationMeans } from './means.ts'
import { bothTiersFile, bothTiersView, guidingView, readinessFile, roundViews } from './reports.ts'
import { batchViews, readinessView, type When } from './view.ts'

/** What is handed down and what it rests on, to be looked at; acts are taken in the books. */
export function delegationHttp(app: FastifyInstance, means: DelegationMeans, gate: Gate): void {
  bind(
    app,
    delegationRoutes,
    {
      delegationBatches: async (call) => ({ items: await batchViews(means, whenOf(call)) }),
      delegationReadiness: (call) => readinessView(means, whenOf(call), call.params.id),
      bothTiers: (call) => bothTiersView(means, whenOf(call)),
      sortingRounds: async (call) => ({ items: await roundViews(means, whenOf(call)) }),
      guidingCounties: async (call) => ({ items: await guidingView(means, whenOf(call)) }),
    },
    gate,
  )
  serveList(
    app,
    gate,
    delegationFiles.bothTiersFile,
    { file: 'quzhen-dounengban', list: 'both-tiers' },
    (call) => bothTiersFile(means, whenOf(call)),
  )
  serveList(
    app,
    gate,
    delegationFiles.readinessFile,
    { file: 'chengjie', list: 'readiness' },
    async (call) => {
      const found = await readinessView(means, whenOf(call), call.params.id)
      return isRefusal(found) ? found : readinessFile(found)
    },
  )
}

function whenOf({ caller, now }: CallBase): When {
  if (caller?.kind !== 'staff') throw new Error('a route for staff let somebody else through')
  return { area: caller.area, now }
}
