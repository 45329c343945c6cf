import type { ItemVersion } from '../../contract.ts'
import { scoreOf, type Finding, type Judgement } from '../../gate/judge.ts'
import { canonical, sm3, type Json } from '#platform/ledger/canonical.ts'
import type { ChangeWorld, ShapeProblem } from '../model/world.ts'
import { PART_TITLES } from '../part-titles.ts'
import { ownFindings as words } from '../../words/change.ts'
import type { AuthoringMeans } from './means.ts'

/** A draft is looked at more often than it changes, and its papers take a tenth of a second to print. */
const KEPT = 50
const printed = new Map<string, Promise<readonly string[]>>()

/** What the gate finds, and what only a draft can have: parts nobody has filled in, papers that do not open (YY-3.2.5-04). */
export async function judged(
  means: AuthoringMeans,
  world: Pick<ChangeWorld, 'judge' | 'shapeProblems'>,
  area: string,
  body: ItemVersion,
): Promise<Judgement> {
  const { elements, ...gate } = world.judge(body)
  const missing = world.shapeProblems(body)
  // Papers of half an item are not printed; what is missing is said anyway.
  const faults = missing.length > 0 ? [] : await paperFaults(means, area, body).catch(unknown)
  const own = [...notFilledIn(missing, body), ...faults.map(notOpening)]
  if (own.length === 0) return { elements, ...gate }
  const findings = [...own, ...gate.findings]
  return { elements, findings, score: scoreOf(findings), passes: false }
}

/** A typesetter that fails says nothing of the draft; sending it on asks again, and then it is a fault. */
const unknown = (): readonly string[] => []

export function paperFaults(
  { paperFaults: print }: Pick<AuthoringMeans, 'paperFaults'>,
  area: string,
  body: ItemVersion,
): Promise<readonly string[]> {
  if (print === undefined) return Promise.resolve([])
  const key = `${area}/${sm3(canonical(body as unknown as Json))}`
  const held = printed.get(key)
  if (held !== undefined) return held
  const found = print(area, body)
  printed.set(key, found)
  // A print that failed for a reason of ours is tried again.
  found.catch(() => printed.delete(key))
  if (printed.size > KEPT) printed.delete(printed.keys().next().value!)
  return found
}

const OWN = { source: words.source, severity: 'block' } as const

function notFilledIn(problems: readonly ShapeProblem[], body: ItemVersion): Finding[] {
  const places = [...new Set(problems.map(({ at }) => at))]
  return places.map((at) => ({
    ...{ ...OWN, check: 'filled-in', group: 'complete', title: words.filledIn, at },
    ...{ what: words.empty(placeTitle(at, body)), remedy: words.fillIn },
  }))
}

const notOpening = (what: string): Finding => ({
  ...{ ...OWN, check: 'papers-open', group: 'form', title: words.papersOpen, at: '/form' },
  ...{ what, remedy: words.mendPapers },
})

/** 设定依据, or of a line of a list: 办理流程第2条. */
function placeTitle(at: string, body: ItemVersion): string {
  const [part = '', ...rest] = at.split('/').slice(1)
  const title = PART_TITLES[part as keyof typeof PART_TITLES] ?? part
  const index = rest.find((step) => /^\d+$/.test(step))
  if (index === undefined) return title
  const named = part === 'materials' ? body.materials[Number(index)]?.name : undefined
  return named ? words.lineNamed(title, named) : words.line(title, Number(index) + 1)
}
