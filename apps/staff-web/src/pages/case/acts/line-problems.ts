import type { MaterialView } from '#capabilities/case/contract.ts'
import type { FieldProblem } from '../../../form/error-summary.tsx'
import { isLater, isOpen, verdictId, type Checklist, type JudgedLine } from './checklist.ts'
import { laterProblems, type LastNotice } from './later-notice.ts'
import { actWords as words } from './words.ts'

/** One problem of the checklist, and the paper whose line it stands in. */
export interface LineProblem extends FieldProblem {
  material: string
}

/** What is still to be written; a gap that may follow later needs no line of a notice. */
export function problemsOf(
  materials: readonly MaterialView[],
  checklist: Checklist,
  byGaps = false,
  last?: LastNotice,
): LineProblem[] {
  return materials.flatMap((material) =>
    lineProblems(material, checklist[material.id]!, byGaps, last).map((problem) => ({
      ...problem,
      material: material.id,
    })),
  )
}

function lineProblems(
  material: MaterialView,
  line: JudgedLine,
  byGaps: boolean,
  last: LastNotice | undefined,
): FieldProblem[] {
  const { id, name } = material
  if (line.verdict === undefined) return [{ target: verdictId(id), message: words.unjudged(name) }]
  if (byGaps || !isOpen(line)) return []
  if (isLater(last, id)) return laterProblems(last, verdictId(id), material, line)
  if (line.verdict === 'defective' && line.remedy.trim() !== '' && saysNothing(line.problem, name))
    return [{ target: `${verdictId(id)}-problem`, message: words.vague(name) }]
  const empty = (['problem', 'remedy'] as const).find((part) => line[part].trim() === '')
  return empty === undefined
    ? []
    : [{ target: `${verdictId(id)}-${empty}`, message: words.lineMissing(name) }]
}

/** That a paper falls short, without where, is the verdict once more and no reason. */
function saysNothing(problem: string, name: string): boolean {
  const rest = problem.replaceAll(name, '').replace(/[\s\p{P}]/gu, '')
  return /^(不符合要求|不合要求|不合格|不符合)?$/.test(rest)
}
