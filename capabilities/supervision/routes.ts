import type { FastifyInstance } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import { API, bind, refuse as answerRefusal, type Gate } from '#platform/http/bind.ts'
import { mayCall, type CallBase, type Caller } from '#platform/http/call.ts'
import { serveList } from '#platform/http/list-file.ts'
import { isTooLarge, whole } from '#platform/http/whole-file.ts'
import { supervisionFiles, supervisionRoutes, supervisionUploads } from './contract/routes.ts'
import type { Supervision } from './supervision.ts'
import type { Asking } from './service/means.ts'

/** Indicators, their cases, alerts and attempts; the same lists as files. */
export function supervisionHttp(app: FastifyInstance, supervision: Supervision, gate: Gate): void {
  bind(
    app,
    supervisionRoutes,
    {
      indicators: (call) => supervision.indicators(asking(call), call.query),
      indicatorCases: (call) => supervision.cases(asking(call), call.params.id, call.query),
      alerts: (call) => supervision.alerts(asking(call), call.query),
      attempts: (call) => supervision.attempts(asking(call), call.query),
      findings: (call) => supervision.findings(asking(call), call.query),
      reengineering: (call) => supervision.reengineering(asking(call), call.query),
      gaps: (call) => supervision.gaps(asking(call), call.query),
      imports: (call) => supervision.imports(asking(call), call.query),
    },
    gate,
  )
  takeImports(app, supervision, gate)
  const { indicatorsFile, indicatorCasesFile, alertsFile, attemptsFile, findingsFile } = supervisionFiles
  const { files } = supervision
  serveList(app, gate, indicatorsFile, { file: 'zhibiao', list: 'indicators' }, (call) =>
    files.indicators(asking(call), call.query),
  )
  serveList(app, gate, indicatorCasesFile, { file: 'banjian', list: 'indicator-cases' }, (call) =>
    files.cases(asking(call), call.params.id, call.query),
  )
  serveList(app, gate, alertsFile, { file: 'yujing', list: 'alerts' }, (call) =>
    files.alerts(asking(call), call.query),
  )
  serveList(app, gate, findingsFile, { file: 'jiandu', list: 'findings' }, (call) =>
    files.findings(asking(call), call.query),
  )
  serveList(app, gate, attemptsFile, { file: 'yuequan', list: 'attempts' }, (call) =>
    files.attempts(asking(call), call.query),
  )
}

/** A file of reported cases: read whole, because its lines are judged together or not at all. */
function takeImports(app: FastifyInstance, supervision: Supervision, gate: Gate): void {
  const { path, who } = supervisionUploads.importFile
  app.post(API + path, async (request, reply) => {
    const call = await gate.call(request)
    if (isRefusal(call)) return answerRefusal(reply, call, gate.sentences)
    const base = call as CallBase
    if (!mayCall(who, base.caller)) {
      const code = base.caller === undefined ? 'signed-out' : 'forbidden'
      return answerRefusal(reply, refusal(code), gate.sentences)
    }
    const part = request.isMultipart() ? await request.file() : undefined
    if (part === undefined) return answerRefusal(reply, refusal('import-empty'), gate.sentences)
    const bytes = await everything(part.file)
    if (isRefusal(bytes)) return answerRefusal(reply, bytes, gate.sentences)
    const taken = await supervision.importFile(asking(base), { name: part.filename, bytes })
    return isRefusal(taken) ? answerRefusal(reply, taken, gate.sentences) : taken
  })
}

async function everything(file: Parameters<typeof whole>[0]): Promise<Uint8Array | Refusal> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of whole(file)) chunks.push(chunk as Buffer)
  } catch (error) {
    if (isTooLarge(error)) return refusal('file-too-large')
    throw error
  }
  return Buffer.concat(chunks)
}

function asking({ caller, now }: CallBase): Asking {
  return { actor: staffOf(caller), now }
}

/** Every route here names roles of staff, so nobody else passes the gate. */
function staffOf(caller: Caller | undefined): StaffActor {
  if (caller?.kind !== 'staff') throw new Error('supervision was reached by somebody without a post')
  return caller
}
