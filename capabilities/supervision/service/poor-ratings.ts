import type { RectificationFigures } from '#capabilities/evaluation/contract.ts'
import { all, made, type Reading } from '#platform/db/reading.ts'
import type { IndicatorView, TargetView } from '../contract.ts'
import { POOR_RATING_RECTIFIED, type Period } from '../model.ts'
import { lateRatingLine } from '../words.ts'
import type { Question } from './question.ts'
import type { SupervisionMeans } from './means.ts'
import { targetViews } from './targets.ts'

/** EVA-02: what was due and done in time, place by place when asked, and each poor rating that was not. */
export function poorRatings(
  means: SupervisionMeans,
  question: Pick<Question, 'scope' | 'period' | 'policy' | 'by' | 'today'>,
): Reading<IndicatorView> {
  const numbers = all([
    figuresOf(means, question, question.period),
    targetViews(POOR_RATING_RECTIFIED.id, question, (period) =>
      made(figuresOf(means, question, period), ({ counts }) => totalOf(counts)),
    ),
  ])
  return made(numbers, ([figures, targets]) => view(means, question, figures, targets))
}

async function view(
  means: SupervisionMeans,
  { scope, by }: Pick<Question, 'scope' | 'by'>,
  { counts, late }: RectificationFigures,
  targets: TargetView[],
): Promise<IndicatorView> {
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
    targets,
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
