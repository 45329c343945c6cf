import { legalDay } from '#engine/day.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import { all, known, made, readOnce, type Reading } from '#platform/db/reading.ts'
import type { IndicatorView } from '../contract.ts'
import { BEYOND_POWER, RATED_CENTRES, RATES, UPWARD_ATTEMPTS, type AttemptKind, type Rate } from '../model.ts'
import type { Grouping } from '../store.ts'
import { oneVisit } from './one-visit.ts'
import { notAskedAgain } from './reengineering.ts'
import { poorRatings } from './poor-ratings.ts'
import type { Question } from './question.ts'
import { targetViews } from './targets.ts'
import {
  periodOf,
  policyIn,
  readerOf,
  scopeOf,
  type Asking,
  type PeriodQuery,
  type ScopeQuery,
  type SupervisionMeans,
} from './means.ts'

export interface IndicatorsQuery extends PeriodQuery, ScopeQuery {
  by?: 'place' | 'item'
}

export interface Indicators {
  from: string
  to: string
  asOf: string
  place?: { id: string; name: string }
  indicators: IndicatorView[]
}

/** Every indicator over one period and scope. */
export async function indicators(
  means: SupervisionMeans,
  asking: Asking,
  query: IndicatorsQuery,
): Promise<Indicators | Refusal> {
  const period = periodOf(query, asking.now)
  if (isRefusal(period)) return period
  const scope = scopeOf(asking, query)
  if (isRefusal(scope)) return scope
  const policy = await policyIn(means, scope.area)
  const by = query.by && (query.by === 'place' ? 'acceptPlace' : 'itemId')
  const question: Question = { scope, period, policy, by, today: legalDay(asking.now) }
  const views = await readOnce(means.db, all(viewsFor(means, asking, question)))
  const [place] = scope.place ? await means.organisation.placesByIds(scope.area, [scope.place]) : []
  return {
    ...period,
    ...(place ? { place: { id: place.id, name: place.name } } : {}),
    indicators: [...views],
  }
}

/** Each of them says what it counts; all are counted in one statement, at one moment. */
function viewsFor(means: SupervisionMeans, { actor }: Asking, question: Question): Reading<IndicatorView>[] {
  const wholePlace = question.scope.item === undefined
  return [
    ...RATES.map((rate) => rateView(means, rate, question)),
    oneVisit(means, question),
    notAskedAgain(means, question),
    ...(wholePlace ? [ratedCentres(means, question), poorRatings(means, question)] : []),
    // Who tried what is for supervisors; a director reads the own place's cases.
    ...(wholePlace && actor.roles.includes('supervisor')
      ? [attemptView(means, 'upward', question), attemptView(means, 'beyond-power', question)]
      : []),
  ]
}

function rateView(means: SupervisionMeans, rate: Rate, question: Question): Reading<IndicatorView> {
  const { scope, period, policy, by, today } = question
  const read = readerOf(means)
  const asked = { rate, scope, period, policy }
  const { id, name, version, formula, clauses, counts, better } = rate
  const numbers = all([
    read.count(asked),
    targetViews(rate.id, question, (of) => read.count({ ...asked, period: of })),
    by === undefined ? known(undefined) : read.grouped(asked, by),
  ])
  return made(numbers, async ([count, targets, groups]) => ({
    ...{ id, name, version, formula, clauses: [...clauses], counts, better },
    ...count,
    targets,
    ...(groups ? { groups: await named(means, scope.area, by!, groups, today) } : {}),
  }))
}

async function named<G extends { id: string }>(
  { organisation, catalogue }: SupervisionMeans,
  area: string,
  by: Grouping,
  groups: readonly G[],
  today: string,
): Promise<(G & { name: string })[]> {
  const ids = groups.map(({ id }) => id)
  if (by === 'acceptPlace') {
    const places = new Map((await organisation.placesByIds(area, ids)).map(({ id, name }) => [id, name]))
    return groups.map((group) => ({ ...group, name: places.get(group.id) ?? group.id }))
  }
  const inForce = await catalogue.itemsInForce(area, today)
  const items = new Map(inForce.map(({ item }) => [item.id, item.name]))
  return groups.map((group) => ({ ...group, name: items.get(group.id) ?? group.id }))
}

/** EVA-01: a centre nobody rated says nothing about its service, so it is named. */
function ratedCentres(
  { organisation, ratings }: SupervisionMeans,
  { scope, period }: Question,
): Reading<IndicatorView> {
  return made(ratings.ratingCounts(scope.area, period.from, period.to), async (counted) => {
    const places = (await organisation.places(scope.area, period.asOf)).filter(
      ({ id, kind }) =>
        (kind === 'hall' || kind === 'centre') && (scope.place === undefined || id === scope.place),
    )
    const counts = new Map(counted.map(({ place, count }) => [place, count]))
    const unrated = places.filter(({ id }) => !counts.get(id))
    return {
      ...RATED_CENTRES,
      clauses: [...RATED_CENTRES.clauses],
      counts: 'places',
      better: 'higher',
      numerator: places.length - unrated.length,
      denominator: places.length,
      targets: [],
      listed: unrated.map(({ id, name }) => ({ id, name })),
    }
  })
}

function attemptView(
  means: SupervisionMeans,
  kind: AttemptKind,
  { scope, period: { from, to } }: Question,
): Reading<IndicatorView> {
  const { area, place } = scope
  const asked = { ...{ area, from, to, kind }, ...(place === undefined ? {} : { place }) }
  return made(readerOf(means).attemptCounts(asked), async (counts) => {
    const bodies = await means.organisation.bodiesByIds(
      area,
      counts.map(({ body }) => body),
    )
    const names = new Map(bodies.map(({ id, shortName }) => [id, shortName]))
    const rule = kind === 'upward' ? UPWARD_ATTEMPTS : BEYOND_POWER
    return {
      ...rule,
      clauses: [...rule.clauses],
      counts: 'attempts',
      better: 'lower',
      numerator: counts.reduce((sum, { count }) => sum + count, 0),
      targets: [],
      groups: counts.map(({ body, count }) => ({
        id: body,
        name: names.get(body) ?? body,
        numerator: count,
      })),
    }
  })
}
