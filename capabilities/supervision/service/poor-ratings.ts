import type { IndicatorView, TargetView } from '../contract.ts'
import { POOR_RATING_RECTIFIED, targetPeriod, targetStanding, type Period } from '../model.ts'
import { lateRatingLine } from '../words.ts'
import type { Question } from './indicators.ts'
import type { SupervisionMeans } from './means.ts'

/** EVA-02: what was due and done in time, place by place when asked, and each poor rating that was not. */
export async function poorRatings(
  means: SupervisionMeans,
  question: Pick<Question, 'scope' | 'period' | 'policy' | 'by' | 'today'>,
): Promise<IndicatorView> {
  const { scope, period, by } = question
  const { counts, late } = await figuresOf(means, question, period)
  const ids = [...counts.map(({ place }) => place), ...late.map(({ place }) => place)]
  const places = new Map(
    (await means.organisation.placesByIds(scope.area, [...new Set(ids)])).map(({ id, name }) => [id, name]),
  )
  const listed: { id: string; name: string }[] = []
  for (const { id, place, item, itemVersion, missedDay, open } of late) {
    const { name } = (await means.catalogue.pinned(scope.area, item, itemVersion)).item
    listed.push({ id, name: lateRatingLine(places.get(place) ?? place, name, missedDay, open) })
  }
  return {
    ...POOR_RATING_RECTIFIED,
    clauses: [...POOR_RATING_RECTIFIED.clauses],
    counts: 'ratings',
    better: 'higher',
    ...totalOf(counts),
    targets: await targetsOf(means, question),
    ...(by === 'acceptPlace'
      ? {
          groups: counts.map(({ place, due, handledInTime }) => ({
            ...{ id: place, name: places.get(place) ?? place },
            ...{ numerator: handledInTime, denominator: due },
          })),
        }
      : {}),
    listed,
  }
}

function figuresOf({ ratings }: SupervisionMeans, { scope }: Pick<Question, 'scope'>, period: Period) {
  const { area, place } = scope
  return ratings.rectificationCounts({ area, ...period, ...(place === undefined ? {} : { place }) })
}

function totalOf(counts: readonly { due: number; handledInTime: number }[]) {
  return {
    numerator: counts.reduce((sum, { handledInTime }) => sum + handledInTime, 0),
    denominator: counts.reduce((sum, { due }) => sum + due, 0),
  }
}

/** Each dated goal looks at the data up to its own day. */
async function targetsOf(
  means: SupervisionMeans,
  question: Pick<Question, 'scope' | 'policy' | 'today'>,
): Promise<TargetView[]> {
  const views: TargetView[] = []
  for (const target of question.policy.targets) {
    if (target.indicator !== POOR_RATING_RECTIFIED.id) continue
    const { today } = question
    const count = totalOf((await figuresOf(means, question, targetPeriod(target, today))).counts)
    const { by, value, clauses, certainty } = target
    const standing = targetStanding(target, count, today)
    const percent = Math.round(value * 10_000) / 100
    views.push({ by, value: percent, clauses: [...clauses], certainty, standing, ...count })
  }
  return views.toSorted((a, b) => (a.by < b.by ? -1 : 1))
}
