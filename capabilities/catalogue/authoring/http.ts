import type { FastifyInstance } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import { bind, type Call, type Gate } from '#platform/http/bind.ts'
import type { ReplyOf, RouteContract } from '#platform/http/contract.ts'
import { changeRoutes } from '../contract/change-routes.ts'
import type { Catalogue } from '../index.ts'
import { differences } from './differences.ts'
import type { Authoring } from './index.ts'
import { neutral, type Looking } from './service/detail.ts'

/** Changes of items for those who write and approve them, and for everybody what one version has otherwise than another. */
export function authoringHttp(
  app: FastifyInstance,
  { authoring, catalogue }: { authoring: Authoring; catalogue: Pick<Catalogue, 'versions'> },
  gate: Gate,
): void {
  bind(
    app,
    changeRoutes,
    {
      changes: (call) => authoring.list(staffOf(call), call.now, call.query),
      openChange: async (call) =>
        moved(
          await authoring.open({
            ...looking(call),
            ...{ wish: call.body, requestId: call.requestId, requestHash: call.requestHash },
          }),
        ),
      openNewItem: async (call) =>
        moved(
          await authoring.openNew({
            ...looking(call),
            ...{ wish: call.body, requestId: call.requestId, requestHash: call.requestHash },
          }),
        ),
      upperItems: async (call) => ({
        items: await authoring.upperItems(staffOf(call), call.now, call.query.q),
      }),
      materialsInUse: async (call) => ({
        materials: await authoring.materialsInUse(staffOf(call), call.now, call.query.q),
      }),
      formElements: async (call) => ({
        elements: (await authoring.formElements(staffOf(call))).map(
          ({ id, name, definition, type, maxLength, codeList }) => ({
            ...{ id, name, definition, type },
            ...(maxLength === undefined ? {} : { maxLength }),
            ...(codeList === undefined
              ? {}
              : { options: codeList.values.map(({ value, label }) => ({ value, label })) }),
          }),
        ),
      }),
      itemsToChange: async (call) => ({
        items: await authoring.itemsToChange(staffOf(call), call.now, call.query.q),
      }),
      itemChoices: (call) => authoring.choices(staffOf(call), call.now),
      change: (call) => authoring.detail(call.params.id, looking(call)),
      impact: (call) => authoring.impact(call.params.id, looking(call)),
      actOnChange: async (call) => {
        const { version, input } = call.body
        if (call.params.act === 'edit' && version === undefined && isBlind(input))
          return refusal('change-edit-blind')
        return moved(
          await authoring.act({
            ...looking(call),
            ...{ id: call.params.id, act: call.params.act, input },
            ...{ requestId: call.requestId, requestHash: call.requestHash },
            ...(version === undefined ? {} : { seenVersion: version }),
          }),
        )
      },
      differences: (call) => compared(catalogue, call.area, legalDay(call.now), call.params.id, call.query),
    },
    gate,
  )
}

/** Two versions of an item in sentences: those asked for, or the one in force and the one before it (这次改了什么). */
async function compared(
  catalogue: Pick<Catalogue, 'versions'>,
  area: string,
  today: string,
  id: string,
  asked: { from?: number; to?: number },
) {
  // A version that is not in force yet is nobody's business but its authors'.
  const begun = (await catalogue.versions(area, id))
    .map(({ item }) => item)
    .filter(({ effectiveFrom }) => effectiveFrom <= today)
  const now = asked.to === undefined ? begun.at(-1) : begun.find(({ version }) => version === asked.to)
  if (now === undefined) return refusal('item-not-found')
  const earlier = begun.filter(({ version }) => version < now.version).at(-1) ?? now
  const before = asked.from === undefined ? earlier : begun.find(({ version }) => version === asked.from)
  if (before === undefined) return refusal('item-not-found')
  return { from: before.version, to: now.version, differences: differences(before, now).map(neutral) }
}

/** An edit over the wire says what it saw, or which version of the draft it was written in. */
const isBlind = ({ edits }: Readonly<Record<string, unknown>>): boolean =>
  Array.isArray(edits) && (edits as readonly { was?: unknown }[]).some((edit) => edit?.was === undefined)

const moved = (done: Done | Refusal) =>
  isRefusal(done) ? done : (done.answer as ReplyOf<typeof changeRoutes.actOnChange>)

function looking(call: Call<RouteContract>): Looking {
  return { actor: staffOf(call), now: call.now, reliesOn: call.session?.reliesOn ?? [] }
}

function staffOf({ caller }: Call<RouteContract>): StaffActor {
  if (caller?.kind !== 'staff') throw new Error('a route for staff let somebody else through')
  return caller
}
