import type { FastifyInstance } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import { bind, type Call, type Gate } from '#platform/http/bind.ts'
import type { CallBase } from '#platform/http/call.ts'
import type { ReplyOf, RouteContract } from '#platform/http/contract.ts'
import { serveList } from '#platform/http/list-file.ts'
import { certificateFiles, certificateRoutes } from '../contract/certificate-routes.ts'
import { actByStaff, ask, type Asking } from './service/act.ts'
import { certificateDetail } from './service/detail.ts'
import type { CertificateMeans } from './service/means.ts'
import { certificates, certificateSheet, certificateTypes, knownOf } from './service/views.ts'

/** Certificates for those who give them and those who watch over it: kinds, register, one of them, one act. */
export function certificateHttp(app: FastifyInstance, means: CertificateMeans, gate: Gate): void {
  bind(
    app,
    certificateRoutes,
    {
      certificateTypes: (call) => certificateTypes(means, staffOf(call), legalDay(call.now)),
      certificates: (call) => certificates(means, staffOf(call), call.now, call.query),
      knownOf: (call) => knownOf(means, staffOf(call), call.body.idNumber, call.now),
      askCertificate: async (call) => {
        const actor = staffOf(call)
        const { area, place } = actor
        return answered(await ask(means, { actor, area, place }, call.body, asking(call)))
      },
      certificate: (call) =>
        certificateDetail(means, call.params.id, { ...asking(call), actor: staffOf(call) }),
      certificateAct: async (call) => {
        const { version, input } = call.body
        const doing = {
          ...{ ...asking(call), actor: staffOf(call), act: call.params.act, input },
          ...(version === undefined ? {} : { seenVersion: version }),
        }
        return answered(await actByStaff(means, call.params.id, doing))
      },
    },
    gate,
  )
  serveList(
    app,
    gate,
    certificateFiles.certificateFile,
    { file: 'zhengming', list: 'certificates' },
    (call) => certificateSheet(means, staffOf(call), call.now, call.query),
  )
}

const answered = (done: Done | Refusal): ReplyOf<typeof certificateRoutes.certificateAct> | Refusal =>
  isRefusal(done) ? done : (done.answer as ReplyOf<typeof certificateRoutes.certificateAct>)

const asking = ({ now, requestId, requestHash, session }: Call<RouteContract>): Asking => ({
  ...{ now, requestId, requestHash, reliesOn: session?.reliesOn ?? [] },
})

function staffOf({ caller }: CallBase): StaffActor {
  if (caller?.kind !== 'staff') throw new Error('a route for staff let somebody else through')
  return caller
}
