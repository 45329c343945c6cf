import { all, made, type Reading } from '#platform/db/reading.ts'
import type { IndicatorView } from '../contract.ts'
import { ONE_VISIT, type Period } from '../model.ts'
import { visitedTwiceLine } from '../words.ts'
import type { Question } from './question.ts'
import { readerOf, type SupervisionMeans } from './means.ts'
import { targetViews } from './targets.ts'

type Asked = Pick<Question, 'scope' | 'period' | 'policy' | 'today'>

/** CAS-30: an item that promises one visit counts until a case shows that it took two; then it is named. */
export function oneVisit(means: SupervisionMeans, question: Asked): Reading<IndicatorView> {
  const { id, name, version, formula, clauses, better } = ONE_VISIT
  const numbers = all([
    figures(means, question, question.period),
    targetViews(id, question, (period) => figures(means, question, period)),
  ])
  return made(numbers, ([{ numerator, denominator, flagged }, targets]) => ({
    ...{ id, name, version, formula, clauses: [...clauses], better, counts: 'items' as const },
    ...{ numerator, denominator, listed: flagged, targets },
  }))
}

/** Items of the catalogue as of the period's last day, less those whose own cases contradict them. */
function figures(means: SupervisionMeans, { scope, policy }: Asked, period: Period) {
  const asked = { rate: ONE_VISIT, scope, period, policy }
  return made(readerOf(means).grouped(asked, 'itemId'), async (cases) => {
    const items = (await means.catalogue.itemsInForce(scope.area, period.asOf))
      .map(({ item }) => item)
      .filter(({ id }) => scope.item === undefined || id === scope.item)
    const twice = new Map(
      cases.flatMap(({ id, numerator, denominator }) =>
        denominator > numerator ? [[id, denominator - numerator]] : [],
      ),
    )
    const declared = items.filter(({ visits }) => visits <= 1)
    const flagged = declared.filter(({ id }) => twice.has(id))
    return {
      numerator: declared.length - flagged.length,
      denominator: items.length,
      flagged: flagged.map(({ id, name }) => ({ id, name: visitedTwiceLine(name, twice.get(id)!) })),
    }
  })
}
