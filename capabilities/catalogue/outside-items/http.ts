import type { FastifyInstance } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { isRefusal, refusal } from '#engine/refusal.ts'
import { API, bind, refuse as answerRefusal, type Gate } from '#platform/http/bind.ts'
import { mayCall, type CallBase } from '#platform/http/call.ts'
import { serveList } from '#platform/http/list-file.ts'
import { outsideItemFiles, outsideItemRoutes } from '../contract/outside-item-routes.ts'
import { everything } from '../exchange-files/http.ts'
import { outsideItemsFile, takeOutsideItems } from './files.ts'
import {
  keepSystem,
  mapItem,
  outsideItems,
  ownUnmapped,
  systems,
  type Asking,
  type OutsideMeans,
} from './register.ts'

/** Which items of other systems are which of ours. */
export function outsideItemHttp(app: FastifyInstance, means: OutsideMeans, gate: Gate): void {
  bind(
    app,
    outsideItemRoutes,
    {
      outsideSystems: (call) => systems(means, asking(call)),
      keepOutsideSystem: (call) => keepSystem(means, asking(call), { ...call.params, ...call.body }),
      outsideItems: (call) => outsideItems(means, asking(call), call.query),
      ownUnmapped: (call) => ownUnmapped(means, asking(call), call.query),
      mapOutsideItem: (call) => mapItem(means, asking(call), { ...call.params, ...call.body }),
    },
    gate,
  )
  serveList(
    app,
    gate,
    outsideItemFiles.outsideItemsFile,
    { file: 'xitong-shixiang', list: 'outside-items' },
    (call) => outsideItemsFile(means, asking(call)),
  )
  const { path, who } = outsideItemFiles.uploadOutsideItems
  app.post(API + path, async (request, reply) => {
    const call = await gate.call(request)
    if (isRefusal(call)) return answerRefusal(reply, call, gate.sentences)
    const base = call as CallBase
    if (!mayCall(who, base.caller)) {
      const code = base.caller === undefined ? 'signed-out' : 'forbidden'
      return answerRefusal(reply, refusal(code), gate.sentences)
    }
    const part = request.isMultipart() ? await request.file() : undefined
    const bytes = part === undefined ? refusal('list-file-empty') : await everything(part.file)
    const taken = isRefusal(bytes) ? bytes : await takeOutsideItems(means, asking(base), bytes)
    return isRefusal(taken) ? answerRefusal(reply, taken, gate.sentences) : taken
  })
}

const asking = ({ caller, now }: CallBase): Asking => ({ actor: staffOf(caller), now })

function staffOf(caller: CallBase['caller']): StaffActor {
  if (caller?.kind !== 'staff') throw new Error('a route for staff let somebody else through')
  return caller
}
