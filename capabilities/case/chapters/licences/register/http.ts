import type { FastifyInstance } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { isRefusal } from '#engine/refusal.ts'
import { bind, type Gate } from '#platform/http/bind.ts'
import type { CallBase } from '#platform/http/call.ts'
import type { ReplyOf } from '#platform/http/contract.ts'
import { serveList } from '#platform/http/list-file.ts'
import { licenceFiles, licenceRoutes } from '../../../contract/licence-routes.ts'
import type { LicenceRegister } from './index.ts'

/** The register of licences for officers; its holder reads the own ones on the citizens' pages. */
export function licenceHttp(app: FastifyInstance, register: LicenceRegister, gate: Gate): void {
  bind(
    app,
    licenceRoutes,
    {
      licences: (call) => register.list(staffOf(call).area, looking(call), call.query),
      licence: (call) => register.detail(staffOf(call).area, call.params.number, looking(call)),
      licenceAct: async (call) => {
        const { version, input } = call.body
        const done = await register.act({
          ...looking(call),
          ...{ number: call.params.number, act: call.params.act, input },
          ...{ requestId: call.requestId, requestHash: call.requestHash },
          ...(version === undefined ? {} : { seenVersion: version }),
        })
        return isRefusal(done) ? done : (done.answer as ReplyOf<typeof licenceRoutes.licenceAct>)
      },
    },
    gate,
  )
  const name = { file: 'zhengzhao', list: 'licence-register' }
  serveList(app, gate, licenceFiles.licencesFile, name, (call) =>
    register.file(staffOf(call).area, looking(call), call.query),
  )
}

function looking(call: CallBase) {
  return { actor: staffOf(call), now: call.now, reliesOn: call.session?.reliesOn ?? [] }
}

/** Every route here names roles of staff, so nobody else passes the gate. */
function staffOf({ caller }: CallBase): StaffActor {
  if (caller?.kind !== 'staff') throw new Error('the register was reached by somebody without a post')
  return caller
}
