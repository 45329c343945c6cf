import type { FastifyInstance } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import { bind, type Call, type Gate } from '#platform/http/bind.ts'
import type { RouteContract } from '#platform/http/contract.ts'
import { benchRoutes } from './contract.ts'
import { createCase, readCase, step, type Asking, type BenchMeans } from './service.ts'

interface Answer {
  no: string
  state: string
  version: number
}

export function benchHttp(app: FastifyInstance, means: BenchMeans, gate: Gate): void {
  bind(
    app,
    benchRoutes,
    {
      create: async (call) => answerOf(await createCase(means, asking(call), call.body)),
      step: async (call) => {
        const { version, input } = call.body
        const { no, act } = call.params
        const asked = {
          no,
          act,
          note: input.note,
          ...(version === undefined ? {} : { seenVersion: version }),
        }
        return answerOf(await step(means, asking(call), asked))
      },
      read: async (call) => {
        const actor = staffOf(call)
        return readCase(means, actor, actor.area, call.params.no)
      },
    },
    gate,
  )
}

function answerOf(done: Done | Refusal): Answer | Refusal {
  return isRefusal(done) ? done : (done.answer as Answer)
}

function staffOf({ caller }: Call<RouteContract>): StaffActor {
  if (caller?.kind !== 'staff') throw new Error('a route for staff was called by somebody else')
  return caller
}

function asking(call: Call<RouteContract>): Asking {
  const { now, requestId, requestHash, session } = call
  return { actor: staffOf(call), now, requestId, requestHash, reliesOn: session?.reliesOn ?? [] }
}
