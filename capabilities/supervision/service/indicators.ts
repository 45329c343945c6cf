import { legalDay } from '#engine/day.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import type { IndicatorView, TargetView } from '../contract.ts'
import {
  BEYOND_POWER,
  RATED_CENTRES,
  RATES,
  targetPeriod,
  targetStanding,
  UPWARD_ATTEMPTS,
  type AttemptKind,
  type Period,
  type Rate,
  type SupervisionPolicy,
} from '../model.ts'
import type { Grouping, Scope } from '../store.ts'
import { oneVisit } from './one-visit.ts'
import { notAskedAgain } from './reengineering.ts'
import { poorRatings } from './poor-ratings.ts'
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

export interface Question {
  scope: Scope
  period: Period
  policy: SupervisionPolicy
  by: Grouping | undefined
  today: string
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
  const views: IndicatorView[] = []
  for (const rate of RATES) views.push(await rateView(means, rate, question))
  views.push(await oneVisit(means, question), await notAskedAgain(means, question))
  if (scope.item === undefined)
    views.push(await ratedCentres(means, question), await poorRatings(means, question))
  // Who tried what is for supervisors; a director reads the own place's cases.
  if (asking.actor.roles.includes('supervisor') && scope.item === undefined) {
    views.push(await attemptView(means, 'upward', question))
    views.push(await attemptView(means, 'beyond-power', question))
  }
  const [place] = scope.place ? await means.organisation.placesByIds(scope.area, [scope.place]) : []
  return { ...period, ...(place ? { place: { id: place.id, name: place.name } } : {}), indicators: views }
}

async function rateView(means: SupervisionMeans, rate: Rate, question: Question): Promise<IndicatorView> {
  const { scope, period, policy, by } = question
  const read = readerOf(means)
  const count = await read.count({ rate, scope, period, policy })
  const groups = by && (await read.grouped({ rate, scope, period, policy }, by))
  const { id, name, version, formula, clauses, counts, better } = rate
  return {
    ...{ id, name, version, formula, clauses: [...clauses], counts, better },
    ...count,
    targets: await targetViews(means, rate, question),
    ...(groups ? { groups: await named(means, scope.area, by!, groups, question.today) } : {}),
  }
}

/** Each dated goal looks at the data up to its own day, whatever period is on the screen. */
async function targetViews(means: SupervisionMeans, rate: Rate, question: Question): Promise<TargetView[]> {
  const { scope, policy, today } = question
  const views: TargetView[] = []
  for (const target of policy.targets.filter(({ indicator }) => indicator === rate.id)) {
    const period = targetPeriod(target, today)
    const count = await readerOf(means).count({ rate, scope, period, policy })
    const { by, value, clauses, certainty } = target
    const standing = targetStanding(target, count, today)
    const percent = Math.round(value * 10_000) / 100
    views.push({ by, value: percent, clauses: [...clauses], certainty, standing, ...count })
  }
  return views.toSorted((a, b) => (a.by < b.by ? -1 : 1))
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
  const items = new Map<string, string>()
  for (const id of ids) {
    const found = await catalogue.itemInForce(area, id, today)
    if (found) items.set(id, found.item.name)
  }
  return groups.map((group) => ({ ...group, name: items.get(group.id) ?? group.id }))
}

/** EVA-01: a centre nobody rated says nothing about its service, so it is named. */
async function ratedCentres(
  { organisation, ratings }: SupervisionMeans,
  { scope, period }: Question,
): Promise<IndicatorView> {
  const places = (await organisation.places(scope.area, period.asOf)).filter(
    ({ id, kind }) =>
      (kind === 'hall' || kind === 'centre') && (scope.place === undefined || id === scope.place),
  )
  const counts = new Map(
    (await ratings.ratingCounts(scope.area, period.from, period.to)).map(({ place, count }) => [
      place,
      count,
    ]),
  )
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
}

async function attemptView(
  means: SupervisionMeans,
  kind: AttemptKind,
  { scope, period: { from, to } }: Question,
): Promise<IndicatorView> {
  const { area, place } = scope
  const counts = await readerOf(means).attemptCounts({
    ...{ area, from, to, kind },
    ...(place === undefined ? {} : { place }),
  })
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
    groups: counts.map(({ body, count }) => ({ id: body, name: names.get(body) ?? body, numerator: count })),
  }
}
