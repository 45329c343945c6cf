import { legalDay, type Instant } from '#engine/day.ts'
import { held } from '#capabilities/books/index.ts'
import { STEP_SINKING, type StepSinking } from '../books/step-sinking.ts'
import { monthsAfter } from '../delegation-books/model/months.ts'
import { catalogueReader } from '../store.ts'
import { holdingsOf, ruleOf, type SinkingGround, type SinkingRule, type Workload } from './ground.ts'
import { flagsOf, lineKey, type Flag } from './model/flags.ts'
import { proposalsOf, type Proposal } from './model/proposals.ts'

export interface SinkingMeans extends SinkingGround {
  workload: Workload
}

export interface SinkingReport {
  rule: SinkingRule
  proposals: Proposal[]
  flags: Flag[]
  /** Names of what is spoken of, items and places by id. */
  items: ReadonlyMap<string, string>
  places: ReadonlyMap<string, { name: string; owner: string }>
}

/** What is worth bringing to stations, and which stations have to be asked, counted as it is now. */
export async function sinkingReport(
  means: SinkingMeans,
  { area, now }: { area: string; now: Instant },
): Promise<SinkingReport> {
  const day = legalDay(now)
  const rule = await ruleOf(means, area)
  const idleSince = monthsAfter(day, -rule.idleMonths)
  const [listed, places, served, holdings, asked, recent, long, late] = await Promise.all([
    catalogueReader(means.db).itemsInForce(area, day),
    means.organisation.places(area, day),
    means.organisation.served(area, day),
    holdingsOf(means, area, now),
    held<StepSinking>(means.db, { kind: STEP_SINKING }, { area, open: true }),
    means.workload.handled(area, monthsAfter(day, -rule.months)),
    means.workload.handled(area, idleSince),
    means.workload.late(area, { since: idleSince, today: day }),
  ])
  const items = listed.map(({ item }) => item)
  const stations = new Set(
    places.filter(({ kind }) => kind === 'station' || kind === 'point').map(({ id }) => id),
  )
  const under = new Set([
    ...holdings.map(({ station, item }) => lineKey(station, item)),
    ...asked.flatMap(({ entry: { body } }) => body.stations.map((station) => lineKey(station, body.item))),
  ])
  return {
    rule,
    proposals: proposalsOf({
      ...{ items, handled: recent, people: rule.people },
      stationOf: new Map(
        served.filter(({ place }) => stations.has(place)).map(({ region, place }) => [region, place]),
      ),
      holds: (item, station) => under.has(lineKey(station, item)),
    }),
    flags: flagsOf(holdings, { counts: countsAt(long, late), idleSince, lateShare: rule.lateShare }),
    items: new Map(items.map(({ id, name }) => [id, name])),
    places: new Map(places.map(({ id, name, owner }) => [id, { name, owner }])),
  }
}

function countsAt(
  handled: Awaited<ReturnType<Workload['handled']>>,
  late: Awaited<ReturnType<Workload['late']>>,
): Map<string, { cases: number; late: number }> {
  const counts = new Map<string, { cases: number; late: number }>()
  for (const { place, item, cases } of handled) {
    const key = lineKey(place, item)
    counts.set(key, { cases: (counts.get(key)?.cases ?? 0) + cases, late: 0 })
  }
  for (const { place, item, late: missed } of late) {
    const count = counts.get(lineKey(place, item))
    if (count) count.late += missed
  }
  return counts
}
