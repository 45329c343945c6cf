import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import { isRefusal, refusal } from '#engine/refusal.ts'
import type { Catalogue } from '#capabilities/catalogue/index.ts'
import { downloadHeaders } from '#platform/files/download-headers.ts'
import { API, bind, refuse, type Gate } from '#platform/http/bind.ts'
import { mayCall, type CallBase } from '#platform/http/call.ts'
import { serveList } from '#platform/http/list-file.ts'
import { isRefused, refuse as refused } from '#platform/refusal.ts'
import { guideFiles, guideRoutes } from './contract/routes.ts'
import { channelFile, comparisonFile } from './copies/files.ts'
import { isSheetField, type GuideCopies } from './copies/service.ts'
import type { CopyKey, StoredCopy } from './copies/store.ts'
import type { HandbookKind } from './handbook/kinds.ts'
import type { Handbooks } from './handbook/service.ts'
import { citedLaws, DISCLOSURE_GROUPS, DISCLOSURE_TITLES, disclosureGaps } from './model.ts'
import { operatingProcedure } from './procedures.ts'

export interface GuideHttpMeans {
  catalogue: Catalogue
  guideCopies: GuideCopies
  handbooks: Handbooks
}

export function guideHttp(app: FastifyInstance, means: GuideHttpMeans, gate: Gate): void {
  const { catalogue, guideCopies, handbooks } = means
  const itemsOf = async (area: string, day: string) =>
    (await catalogue.itemsInForce(area, day)).map(({ item }) => item)
  bind(
    app,
    guideRoutes,
    {
      disclosureGaps: async (call) => {
        const items = await itemsOf(call.area, legalDay(call.now))
        return {
          groups: DISCLOSURE_GROUPS.map((group) => ({ group, title: DISCLOSURE_TITLES[group] })),
          checked: items.length,
          gaps: disclosureGaps(items),
        }
      },
      copyDifferences: (call) => guideCopies.differences(call.area, legalDay(call.now)),
      guideComparison: async (call) => ({
        items: await guideCopies.comparison(call.area, legalDay(call.now), call.query.between ?? 'towns'),
      }),
      syncCopies: (call) => guideCopies.sync(call.area, call.now),
      editCopy: async (call) => {
        const { field, lines, ...key } = call.body
        if (!isSheetField(field)) return refusal('guide-copy-field-unknown', { facts: { field } })
        return shown(await guideCopies.edit(acting(call), keyOf(key), field, lines))
      },
      restoreCopy: async (call) => shown(await guideCopies.restore(acting(call), keyOf(call.body))),
      copy: async (call) =>
        shown(await guideCopies.read(call.area, keyOf({ ...call.params, ...call.query }))),
      handbooks: async (call) => ({ items: await handbooks.list(call.area, legalDay(call.now)) }),
      makeHandbook: (call) =>
        handbooks.make(call.area, call.params.kind, acting(call).actor.person, call.now),
      citedLaws: async (call) => ({ laws: citedLaws(await itemsOf(call.area, legalDay(call.now))) }),
      operatingProcedure: (call) =>
        operatingProcedure(catalogue, call.area, call.params.item, legalDay(call.now)),
    },
    gate,
  )
  serveList(
    app,
    gate,
    guideFiles.comparisonFile,
    { file: 'zhinan-duizhao', list: 'guide-comparison' },
    async (call) =>
      comparisonFile(
        await guideCopies.comparison(call.area, legalDay(call.now), call.query.between ?? 'towns'),
      ),
  )
  serveList(
    app,
    gate,
    guideFiles.copyDifferencesFile,
    { file: 'qudao-chayi', list: 'guide-channels' },
    async (call) => channelFile(await guideCopies.differences(call.area, legalDay(call.now))),
  )
  handbookFile(app, handbooks, gate)
}

function handbookFile(app: FastifyInstance, handbooks: Handbooks, gate: Gate): void {
  const { path, params, who } = guideFiles.handbookFile
  app.get(API + path, { schema: { params } }, async (request: FastifyRequest, reply) => {
    const call = await gate.call(request)
    if (isRefused(call)) return refuse(reply, call, gate.sentences)
    if (!mayCall(who, call.caller))
      return refuse(reply, refused(call.caller === undefined ? 'signed-out' : 'forbidden'), gate.sentences)
    const { kind, edition } = request.params as { kind: HandbookKind; edition: number }
    const found = await handbooks.file(call.area, kind, edition)
    if (isRefusal(found)) return refuse(reply, found, gate.sentences)
    return reply.headers(downloadHeaders(found)).send(found.stream)
  })
}

const keyOf = ({ channel, item, place = '' }: Omit<CopyKey, 'place'> & { place?: string }): CopyKey => ({
  ...{ channel, item, place: channel === 'portal' ? '' : place },
})

function shown(copy: StoredCopy | ReturnType<typeof refusal>) {
  if (isRefusal(copy)) return copy
  const { channel, place, item, version, sheet, syncedAt } = copy
  return { channel, place, item, version, sheet: sheet as Record<string, string[]>, syncedAt }
}

function acting({ caller, now }: CallBase): { actor: StaffActor; now: string } {
  if (caller?.kind !== 'staff') throw new Error('a route for staff let somebody else through')
  return { actor: caller, now }
}
