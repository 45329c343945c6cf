import { legalDay, type Instant, type LegalDay } from '#engine/day.ts'
import { held } from '#capabilities/books/index.ts'
import type { PackParameters } from '#capabilities/organisation/contract.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import { STEP_SINKING, type StepSinking } from '../books/step-sinking.ts'
import { catalogueReader } from '../store.ts'
import type { Holding } from './model/flags.ts'
import type { Handled } from './model/proposals.ts'

export interface SinkingGround {
  db: Queryable
  organisation: Pick<Organisation, 'pack' | 'places' | 'served' | 'areas' | 'bodies'>
}

/** What cases say of stations; the catalogue stands above cases and asks by these functions. */
export interface Workload {
  handled(area: string, since: LegalDay): Promise<readonly Handled[]>
  /** By accepting place and item: how many it took in, and how many of them late. */
  late(
    area: string,
    period: { since: LegalDay; today: LegalDay },
  ): Promise<readonly { place: string; item: string; cases: number; late: number }[]>
}

export type SinkingRule = NonNullable<PackParameters['stepSinking']>['value']

/** Where the plan says nothing [K]. */
const RULE: SinkingRule = { months: 6, people: 30, idleMonths: 6, lateShare: 0.1, answerWorkingDays: 15 }

export const ruleOf = async ({ organisation }: SinkingGround, area: string): Promise<SinkingRule> =>
  (await organisation.pack(area))?.body.parameters.stepSinking?.value ?? RULE

/** What lies at stations on a day: steps that sank to them, and powers to take in that were given to one of them. */
export async function holdingsOf(
  { db, organisation }: SinkingGround,
  area: string,
  now: Instant,
): Promise<Holding[]> {
  const day = legalDay(now)
  const [sunk, grants, places] = await Promise.all([
    held<StepSinking>(db, { kind: STEP_SINKING }, { area, on: day }),
    catalogueReader(db).grants(area),
    organisation.places(area, day),
  ])
  const stations = new Set(
    places.filter(({ kind }) => kind === 'station' || kind === 'point').map(({ id }) => id),
  )
  const sunkHere = sunk.flatMap(({ entry: { body } }) =>
    body.stations.map((station) => ({ item: body.item, station, from: body.from })),
  )
  const given = grants
    .filter(
      ({ powers, from, to }) => powers.includes('accept') && from <= day && (to === undefined || to >= day),
    )
    .map(({ item, place, from }) => ({ item, station: place, from }))
  const all = [...sunkHere, ...given].filter(({ station }) => stations.has(station))
  const first = new Map<string, Holding>()
  for (const holding of all.toSorted((one, other) => (one.from < other.from ? -1 : 1)))
    if (!first.has(`${holding.station} ${holding.item}`))
      first.set(`${holding.station} ${holding.item}`, holding)
  return [...first.values()]
}
