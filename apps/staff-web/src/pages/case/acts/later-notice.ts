import type { AllowedAct, CaseDetail, MaterialView, SupplementLine } from '#capabilities/case/contract.ts'
import type { FieldProblem } from '../../../form/error-summary.tsx'
import type { JudgedLine } from './checklist.ts'
import { actWords as words } from './words.ts'

/** A point that only a paper handed in since the last notice raised. */
export interface NewPoint {
  problem: string
  remedy: string
  basis: string
  by: string
  ground: string
  why: string
}

/** What a later notice goes by: the points of the last one, and what may raise a new one. */
export interface LastNotice {
  round: number
  lines: NonNullable<CaseDetail['supplement']>['lines']
  /** A promise stood in for them until it was withdrawn: they may be named as in a first notice. */
  unasked: readonly string[]
  papers: readonly { value: string; label: string }[]
  grounds: readonly { value: string; label: string }[]
}

export function lastNoticeOf(
  { supplement }: Pick<CaseDetail, 'supplement'>,
  act: AllowedAct | undefined,
): LastNotice | undefined {
  if (supplement === undefined) return undefined
  const { round = 1, lines, unasked = [] } = supplement
  return {
    ...{ round, lines, unasked },
    ...{ papers: act?.choices?.['by'] ?? [], grounds: act?.choices?.['ground'] ?? [] },
  }
}

/** Points of the last notice about one paper, each by its place in it. */
export function pointsOf({ lines }: LastNotice, material: string) {
  return lines.flatMap((line, at) => (line.material === material ? [{ at, line }] : []))
}

/** Why each repeated point is still open, by its place; all of them are repeated until the clerk takes one out. */
export function repeated(last: LastNotice, material: string, { again }: JudgedLine): Record<number, string> {
  return again ?? Object.fromEntries(pointsOf(last, material).map(({ at }) => [at, '']))
}

/** An empty new point; where only one paper came in, that one raised it. */
export function newPoint({ papers }: LastNotice): NewPoint {
  const only = papers.length === 1 ? papers[0]!.value : ''
  return { problem: '', remedy: '', basis: '', by: only, ground: '', why: '' }
}

export function laterLines(last: LastNotice, material: string, line: JudgedLine): SupplementLine[] {
  const still = repeated(last, material, line)
  const again = pointsOf(last, material).flatMap(({ at, line: { problem, remedy, basis } }) =>
    still[at] === undefined
      ? []
      : {
          ...{ material, problem, remedy },
          ...(basis === undefined ? {} : { basis }),
          ...(still[at].trim() === '' ? {} : { still: still[at].trim() }),
        },
  )
  const { raised } = line
  if (raised === undefined) return again
  const { by, ground, why } = raised
  return [
    ...again,
    {
      ...{ material, problem: raised.problem.trim(), remedy: raised.remedy.trim() },
      ...(raised.basis.trim() === '' ? {} : { basis: raised.basis.trim() }),
      raised: { by, ground, why: why.trim() } as NonNullable<SupplementLine['raised']>,
    },
  ]
}

const REASON_SIGNS = 6

/** What is still to be said before the notice may name this paper. */
export function laterProblems(
  last: LastNotice,
  key: string,
  { id, name }: MaterialView,
  line: JudgedLine,
): FieldProblem[] {
  const { raised } = line
  if (raised === undefined) {
    const nothing = Object.keys(repeated(last, id, line)).length === 0
    return nothing ? [{ target: key, message: words.nothingToRepeat(name) }] : []
  }
  const wanting = (part: keyof NewPoint, message: string, few = 1): FieldProblem[] =>
    raised[part].trim().length < few ? [{ target: `${key}-new-${part}`, message }] : []
  return [
    ...wanting('problem', words.newProblemMissing(name)),
    ...wanting('remedy', words.newRemedyMissing(name)),
    ...wanting('by', words.newPaperMissing(name)),
    ...wanting('ground', words.newGroundMissing(name)),
    ...wanting('why', words.newReasonMissing(name), REASON_SIGNS),
  ]
}
