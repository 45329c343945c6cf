import type { FastifyInstance } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { bind, type Gate } from '#platform/http/bind.ts'
import type { CallBase } from '#platform/http/call.ts'
import { savedListRoutes } from '../contract/saved-list-routes.ts'
import type { StaffHttpMeans } from './means.ts'

/** 常用条件: filters of the work list somebody keeps for the post they sit in. */
export function savedListHttp(app: FastifyInstance, { staff }: StaffHttpMeans, gate: Gate): void {
  const { savedLists: kept } = staff
  bind(
    app,
    savedListRoutes,
    {
      savedLists: (call) => kept.of(ownerOf(call)),
      saveList: (call) => kept.save(ownerOf(call), call.body),
      chooseColumns: async (call) => {
        await kept.chooseColumns(ownerOf(call), call.body.page, call.body.columns)
        return { done: true }
      },
      changeList: async (call) =>
        (await kept.begin(ownerOf(call), call.params.id, call.body.first)) ?? { done: true },
      forgetList: async (call) => (await kept.forget(ownerOf(call), call.params.id)) ?? { done: true },
    },
    gate,
  )
}

/** Every route here is for staff, so nobody else passes the gate. */
function ownerOf({ caller }: CallBase): StaffActor {
  if (caller?.kind !== 'staff') throw new Error('kept filters were asked for by somebody without a post')
  return caller
}
