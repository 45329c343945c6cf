import type { IndicatorView, TargetView } from '../contract.ts'
import { ONE_VISIT, targetPeriod, targetStanding, type Period } from '../model.ts'
import { visitedTwiceLine } from '../words.ts'
import type { Question } from './indicators.ts'
import { readerOf, type SupervisionMeans } from './means.ts'

type Asked = Pick<Question, 'scope' | 'period' | 'policy' | 'today'>

/** CAS-30: an item that promises one visit counts until a case shows that it took two; then it is named. */
export async function oneVisit(means: SupervisionMeans, question: Asked): Promise<IndicatorView> {
  const { numerator, denominator, flagged } = await figures(means, question, question.period)
  const { id, name, version, formula, clauses, better } = ONE_VISIT
  return {
    ...{ id, name, version, formula, clauses: [...clauses], better, counts: 'items' },
    ...{ numerator, denominator, listed: flagged },
    targets: await targetsOf(means, question),
  }
}

/** Items of the catalogue as of the period's last day, less those whose own cases contradict them. */
async function figures(means: SupervisionMeans, { scope, policy }: Asked, period: Period) {
  const items = (await means.catalogue.itemsInForce(scope.area, period.asOf))
    .map(({ item }) => item)
    .filter(({ id }) => scope.item === undefined || id === scope.item)
  const cases = await readerOf(means).grouped({ rate: ONE_VISIT, scope, period, policy }, 'itemId')
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
}

/** Each dated goal looks at the data up to its own day. */
async function targetsOf(means: SupervisionMeans, question: Asked): Promise<TargetView[]> {
  const { today, policy } = question
  const views: TargetView[] = []
  for (const target of policy.targets.filter(({ indicator }) => indicator === ONE_VISIT.id)) {
    const { numerator, denominator } = await figures(means, question, targetPeriod(target, today))
    const { by, value, clauses, certainty } = target
    const standing = targetStanding(target, { numerator, denominator }, today)
    const percent = Math.round(value * 10_000) / 100
    views.push({ by, value: percent, clauses: [...clauses], certainty, standing, numerator, denominator })
  }
  return views.toSorted((a, b) => (a.by < b.by ? -1 : 1))
}
