import { isRefusal, type Refusal } from '#engine/refusal.ts'
import { burdenOf, compareVersions, limitSentence } from '#capabilities/catalogue/model.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { made, readOnce, type Reading } from '#platform/db/reading.ts'
import type { IndicatorView } from '../contract.ts'
import type { ReengineeredItem, ReengineeringView } from '../contract/reengineering.ts'
import { NOT_ASKED_AGAIN, papersSpared } from '../model/spared.ts'
import { versionCounts, type VersionCount } from '../store/versions.ts'
import { MEASURE_TITLES } from '../words.ts'
import type { Question } from './question.ts'
import { scopeOf, type Asking, type ScopeQuery, type SupervisionMeans } from './means.ts'

/** CAS-22: every item with more than one version, its versions side by side, and which cases run under which. */
export async function reengineering(
  means: SupervisionMeans,
  asking: Asking,
  query: ScopeQuery,
): Promise<ReengineeringView | Refusal> {
  const scope = scopeOf(asking, query)
  if (isRefusal(scope)) return scope
  const byItem = Map.groupBy(await versionsIn(means, scope.area, query.item), ({ id }) => id)
  const counts = await readOnce(means.db, versionCounts(scope))
  const items = [...byItem.values()].filter((versions) => versions.length > 1)
  return { items: items.map((versions) => reengineered(versions, counts)) }
}

function reengineered(versions: readonly ItemVersion[], counts: readonly VersionCount[]): ReengineeredItem {
  const { id, name } = versions.at(-1)!
  const countOf = ({ version }: ItemVersion) =>
    counts.find((count) => count.item === id && count.version === version) ?? { cases: 0, openCases: 0 }
  return {
    ...{ id, name },
    versions: versions.map((version) => {
      const { limit: _limit, ...burden } = burdenOf(version)
      const { cases, openCases } = countOf(version)
      const { effectiveFrom, promisedLimit } = version
      return {
        ...{ version: version.version, effectiveFrom, ...burden },
        ...{ limit: limitSentence(promisedLimit), cases, openCases },
      }
    }),
    changes: versions.slice(1).map((version, index) => {
      const { changes, ...comparison } = compareVersions(versions[index]!, version)
      return {
        ...comparison,
        changes: changes.map((change) => ({ ...change, title: MEASURE_TITLES[change.measure] })),
      }
    }),
    papersSpared: papersSpared(versions, counts).spared,
  }
}

async function versionsIn(
  { catalogue }: SupervisionMeans,
  area: string,
  item: string | undefined,
): Promise<ItemVersion[]> {
  return (await catalogue.versions(area, item)).map((published) => published.item)
}

/** CAS-18: of the papers that the first versions would have asked of these cases, how many nobody had to bring. */
export function notAskedAgain(
  means: SupervisionMeans,
  { scope, period }: Pick<Question, 'scope' | 'period'>,
): Reading<IndicatorView> {
  return made(versionCounts(scope, period), async (counts) => {
    const byItem = Map.groupBy(await versionsIn(means, scope.area, scope.item), ({ id }) => id)
    const totals = [...byItem.values()].map((versions) => ({
      ...{ id: versions[0]!.id, name: versions.at(-1)!.name },
      ...papersSpared(versions, counts),
    }))
    const sum = (of: 'spared' | 'baseline') => totals.reduce((all, total) => all + total[of], 0)
    return {
      ...NOT_ASKED_AGAIN,
      clauses: [...NOT_ASKED_AGAIN.clauses],
      counts: 'materials',
      better: 'higher',
      numerator: sum('spared'),
      denominator: sum('baseline'),
      targets: [],
      groups: totals
        .filter(({ spared }) => spared > 0)
        .map(({ id, name, spared, baseline }) => ({ id, name, numerator: spared, denominator: baseline })),
    }
  })
}
