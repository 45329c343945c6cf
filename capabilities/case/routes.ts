import type { FastifyInstance } from 'fastify'
import type { Actor } from '#engine/actor.ts'
import { isRefusal } from '#engine/refusal.ts'
import { withOffset } from '#platform/clock.ts'
import { bind, type Call, type Gate } from '#platform/http/bind.ts'
import type { CallBase } from '#platform/http/call.ts'
import type { ReplyOf, RouteContract } from '#platform/http/contract.ts'
import { serveList } from '#platform/http/list-file.ts'
import { noticeRoutes } from './contract/notice-routes.ts'
import { caseLists, caseRoutes } from './contract/routes.ts'
import { printHttp } from './print-route.ts'
import type { Cases } from './cases.ts'
import type { Looking } from './service/detail.ts'

/** JSON routes of a case: contract, permission, one call, one answer. */
export function caseHttp(app: FastifyInstance, cases: Cases, gate: Gate): void {
  bind(
    app,
    caseRoutes,
    {
      list: (call) => cases.list(actorOf(call), call.now, call.query),
      counts: (call) => cases.counts(actorOf(call), call.now),
      file: async (call) => {
        const actor = actorOf(call)
        const area = actor.kind === 'staff' ? actor.area : (call.body.area ?? call.area)
        const done = await cases.file({
          ...looking(call),
          ...request(call),
          ...{ area, filing: call.body, warns: true },
        })
        return isRefusal(done) ? done : (done.answer as ReplyOf<typeof caseRoutes.file>)
      },
      detail: (call) => cases.detail(call.params.no, looking(call)),
      allowed: async (call) => {
        const found = await cases.detail(call.params.no, looking(call))
        return isRefusal(found) ? found : { version: found.summary.version, allowed: found.allowed }
      },
      facts: async (call) => {
        const facts = await cases.facts(actorOf(call), call.params.no)
        if (isRefusal(facts)) return facts
        return {
          facts: facts.map(({ seq, kind, at, actor, body, hash, prevHash }) => ({
            seq,
            kind,
            at: withOffset(at),
            actor,
            body,
            hash,
            prevHash,
          })),
        }
      },
      clocks: async (call) => {
        const found = await cases.detail(call.params.no, looking(call))
        return isRefusal(found) ? found : { clocks: found.clocks }
      },
      act: async (call) => {
        const { version, input } = call.body
        const done = await cases.act({
          ...looking(call),
          ...request(call),
          no: call.params.no,
          act: call.params.act,
          input,
          ...(version === undefined ? {} : { seenVersion: version }),
        })
        return isRefusal(done) ? done : (done.answer as never)
      },
      reveal: (call) => cases.reveal(actorOf(call), call.params.no, call.body.reason, call.ip),
    },
    gate,
  )
  printHttp(app, cases, gate)
  serveList(app, gate, caseLists.casesFile, { file: 'banjian', list: 'case-list' }, (call) =>
    cases.listFile(actorOf(call), call.now, call.query),
  )
  bind(
    app,
    noticeRoutes,
    {
      notices: (call) => cases.notices.list(actorOf(call), call.now, call.query),
      readNotices: async (call) => {
        await cases.notices.read(actorOf(call), call.body.upTo, call.now)
        return { done: true }
      },
    },
    gate,
  )
}

function actorOf(call: CallBase): Actor {
  if (call.caller === undefined) throw new Error('a route without a caller passed the gate')
  return call.caller
}

function looking(call: Call<RouteContract>): Looking {
  return { actor: actorOf(call), now: call.now, reliesOn: call.session?.reliesOn ?? [] }
}

function request({ requestId, requestHash }: Call<RouteContract>) {
  return { requestId, requestHash }
}
