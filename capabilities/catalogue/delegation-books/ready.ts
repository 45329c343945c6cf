import { legalDay, type Instant } from '#engine/day.ts'
import { held } from '#capabilities/books/index.ts'
import { windowProblem } from '#capabilities/organisation/model.ts'
import { staffReader } from '#capabilities/staff/index.ts'
import { catalogueReader } from '../store.ts'
import { planOf, TRAINED_STAFF, TRAINING, type DelegationMeans } from './means.ts'
import type { Batch } from './model/batch.ts'
import { readinessFor, type Readiness, type ReceivingPlace, type Trained } from './model/readiness.ts'

export interface Receiver {
  town: string
  /** The centre, or the station of a targeted delegation. */
  place: string
  atStation: boolean
}

/** How ready each of these places is for each item of a batch (放得下、接得住, BS-4.1-13). */
export async function readinessOf(
  means: DelegationMeans,
  { area, now }: { area: string; now: Instant },
  { items, powers, kind }: Pick<Batch, 'items' | 'powers' | 'kind'>,
  receivers: readonly Receiver[],
): Promise<(Receiver & { items: Readiness[] })[]> {
  const day = legalDay(now)
  const [posts, training, plan, published] = await Promise.all([
    staffReader(means.db).postsOfArea(area),
    trainingOn(means, area, day),
    planOf(means, area),
    catalogueReader(means.db).itemsInForce(area, day),
  ])
  const wanted = published.map(({ item }) => item).filter(({ id }) => items.includes(id))
  const trainedStaff = plan?.trainedStaff ?? TRAINED_STAFF
  return Promise.all(
    receivers.map(async (receiver) => {
      const { town, place, atStation } = receiver
      const own = posts.filter((post) => (atStation ? post.place === place : post.body === town))
      const at = await placeAt(means, { area, day }, { town, place, kind }, own)
      return {
        ...receiver,
        items: wanted.map((item) =>
          readinessFor(at, training, { item, powers, trainedStaff, atStation }, day),
        ),
      }
    }),
  )
}

async function placeAt(
  { organisation, hasSeal }: DelegationMeans,
  { area, day }: { area: string; day: string },
  { town, place, kind }: { town: string; place: string; kind: Batch['kind'] },
  posts: ReceivingPlace['posts'],
): Promise<ReceivingPlace> {
  const [windows, pack, seal] = await Promise.all([
    organisation.windowsOf(area, place, day),
    organisation.pack(area),
    // What is entrusted carries the seal of whoever entrusted it (行政许可法第二十四条第三款).
    kind === 'entrusted' ? true : hasSeal(area, town, day),
  ])
  const model = pack?.body.parameters.windowModel.value
  const takes = (domain: string) =>
    windows.some((window) => model === undefined || windowProblem(model, window, domain) === undefined)
  return { posts, takes, hasSeal: seal }
}

/** Finished trainings (上岗培训) that count on a day. */
export const trainingOn = async (
  { db }: Pick<DelegationMeans, 'db'>,
  area: string,
  day: string,
): Promise<Trained[]> =>
  (await held<Trained>(db, { kind: TRAINING }, { area, on: day, state: 'passed' })).map(
    ({ entry }) => entry.body,
  )

/** The centre of each town, or the stations a batch names. */
export async function receiversOf(
  { organisation }: Pick<DelegationMeans, 'organisation'>,
  area: string,
  day: string,
  { towns, stations = [] }: Pick<Batch, 'towns' | 'stations'>,
): Promise<Receiver[]> {
  if (stations.length > 0) {
    const places = await organisation.placesByIds(area, stations)
    return places.map(({ id, owner }) => ({ town: owner, place: id, atStation: true }))
  }
  const centres = (await organisation.places(area, day)).filter(({ kind }) => kind === 'centre')
  return towns.flatMap((town) => {
    const centre = centres.find(({ owner }) => owner === town)
    return centre ? [{ town, place: centre.id, atStation: false }] : []
  })
}
