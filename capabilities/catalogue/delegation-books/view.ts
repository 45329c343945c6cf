import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { held, type Held } from '#capabilities/books/index.ts'
import type { Body, Place } from '#capabilities/organisation/contract.ts'
import type { BatchView, ReadyRow } from '../contract/delegation-routes.ts'
import { catalogueReader } from '../store.ts'
import { lackWords } from '../words/delegation.ts'
import { KIND_TITLES, POWER_TITLES } from '../words/powers.ts'
import { batchBook } from './batch.ts'
import { BATCH, bodiesById, planOf, RECEPTION, type DelegationMeans, type DelegationPlan } from './means.ts'
import type { Batch } from './model/batch.ts'
import { awaitedOf, seatsOf, STANCES } from './model/opinions.ts'
import { RESULTS, type Reception } from './model/reception.ts'
import { readinessOf, receiversOf, type Receiver } from './ready.ts'
import { receptionBook } from './reception.ts'

export interface When {
  area: string
  now: string
}

interface Around {
  day: string
  plan: DelegationPlan | undefined
  bodies: ReadonlyMap<string, Body>
  places: ReadonlyMap<string, Place>
  items: ReadonlyMap<string, string>
  receptions: readonly Held<Reception>[]
  states: Readonly<Record<'batch' | 'reception', Readonly<Record<string, { title: string }>>>>
}

/** Every batch with what was said of it and where each receiver stands, the newest first. */
export async function batchViews(means: DelegationMeans, when: When): Promise<BatchView[]> {
  const { area } = when
  const [batches, around] = await Promise.all([
    held<Batch>(means.db, { kind: BATCH }, { area }),
    aroundOf(means, when),
  ])
  const receivers = await Promise.all(
    batches.map(({ entry }) => receiversOf(means, area, around.day, entry.body)),
  )
  return batches
    .map((batch, index) => viewOf(batch, receivers[index]!, around))
    .toSorted((one, other) => (one.id < other.id ? 1 : -1))
}

async function aroundOf(means: DelegationMeans, { area, now }: When): Promise<Around> {
  const day = legalDay(now)
  const [plan, bodies, places, codes, receptions] = await Promise.all([
    planOf(means, area),
    bodiesById(means, area, day),
    means.organisation.places(area, day),
    catalogueReader(means.db).itemCodes(area),
    held<Reception>(means.db, { kind: RECEPTION }, { area }),
  ])
  return {
    ...{ day, plan, bodies, receptions },
    places: new Map(places.map((place) => [place.id, place])),
    items: new Map(codes.map(({ id, name }) => [id, name])),
    states: { batch: batchBook(means).states, reception: receptionBook(means).states },
  }
}

function viewOf({ id, entry }: Held<Batch>, receivers: readonly Receiver[], around: Around): BatchView {
  const { body, state, due } = entry
  const { bodies, day } = around
  const nameOf = (of: string) => bodies.get(of)?.shortName ?? of
  const asked = state === 'asked'
  const seats = seatsOf(around.plan, body.by).map(({ seat, body: of }) => {
    const said = body.opinions?.find((opinion) => opinion.body === of)
    return {
      ...{ seat, bodyName: nameOf(of), stanceText: said ? STANCES[said.stance] : '还没有出具' },
      ...(said ? { stance: said.stance, text: said.text, on: said.on } : {}),
    }
  })
  const missing = awaitedOf(seatsOf(around.plan, body.by), body.opinions ?? [])
  const rows = receivers.map((receiver) => receiverView(id, receiver, around))
  return {
    ...{ id, name: body.name, ownerName: nameOf(body.by), kindText: KIND_TITLES[body.kind] },
    powersText: body.powers.map((power) => POWER_TITLES[power]).join('、'),
    items: body.items.map((item) => ({ id: item, name: around.items.get(item) ?? item })),
    ...{
      from: body.from,
      state,
      stateText: around.states.batch[state]?.title ?? state,
      seats,
      receivers: rows,
    },
    ...(body.to === undefined ? {} : { to: body.to }),
    ...(body.title === undefined ? {} : { document: `${body.title}（${body.number}）` }),
    ...(asked && due !== undefined ? { replyBy: due } : {}),
    late: asked && due !== undefined && due < day,
    awaited: awaitedWords(
      state,
      missing.map(({ body: of }) => nameOf(of)),
      rows,
    ),
  }
}

function awaitedWords(state: string, missing: readonly string[], rows: BatchView['receivers']): string[] {
  if (state === 'asked')
    return missing.length > 0 ? missing.map((name) => `${name}出具意见`) : ['本级政府负责人同意']
  if (state !== 'agreed') return []
  const of = (wanted: string) => rows.filter((row) => row.state === wanted).map(({ placeName }) => placeName)
  return [
    ...of('waiting').map((place) => `${place}承接`),
    ...of('received').map((place) => `授权管理人员登记${place}`),
    ...of('taking-back').map((place) => `授权管理人员收回${place}的权力`),
  ]
}

function receiverView(
  batch: string,
  { town, place }: Receiver,
  around: Around,
): BatchView['receivers'][number] {
  const found = around.receptions
    .filter(({ entry: { body } }) => body.batch === batch && body.place === place)
    .toSorted((one, other) => (one.id < other.id ? 1 : -1))[0]
  const named = {
    townName: around.bodies.get(town)?.shortName ?? town,
    placeName: around.places.get(place)?.name ?? place,
  }
  if (found === undefined) return { ...named, state: 'waiting', stateText: '还没有承接', late: false }
  const { state, body, due } = found.entry
  const checks = state === 'in-force' || state === 'mending'
  return {
    ...{ ...named, reception: found.id, state, stateText: around.states.reception[state]?.title ?? state },
    ...(body.from === undefined ? {} : { from: body.from }),
    ...(checks && due !== undefined ? { checkBy: due } : {}),
    late: due !== undefined && due < around.day,
    ...(body.result === undefined ? {} : { resultText: RESULTS[body.result] }),
    ...(body.trouble === undefined ? {} : { trouble: body.trouble }),
  }
}

/** The towns of a batch, item by item, with what each lacks. */
export async function readinessView(
  means: DelegationMeans,
  when: When,
  id: string,
): Promise<{ batch: string; rows: ReadyRow[] } | Refusal> {
  const { area, now } = when
  const day = legalDay(now)
  const found = (await held<Batch>(means.db, { kind: BATCH }, { area })).find((each) => each.id === id)
  if (found === undefined) return refusal('book-entry-not-found')
  const { body } = found.entry
  const receivers = await receiversOf(means, area, day, body)
  const [rows, bodies, places] = await Promise.all([
    readinessOf(means, when, body, receivers),
    bodiesById(means, area, day),
    means.organisation.placesByIds(
      area,
      receivers.map(({ place }) => place),
    ),
  ])
  const placeNames = new Map(places.map(({ id: of, name }) => [of, name]))
  return {
    batch: body.name,
    rows: rows.map(({ town, place, items }) => ({
      townName: bodies.get(town)?.shortName ?? town,
      placeName: placeNames.get(place) ?? place,
      ready: items.every(({ lacks }) => lacks.length === 0),
      items: items.map(({ item, itemName, trained, lacks }) => ({
        ...{ item, name: itemName, trained, lacks: lacks.map(lackWords) },
      })),
    })),
  }
}
