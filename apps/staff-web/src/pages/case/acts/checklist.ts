import type { CaseDetail, ChecklistLine, MaterialView, SupplementLine } from '#capabilities/case/contract.ts'
import type { FieldProblem } from '../../../form/error-summary.tsx'
import { laterLines, laterProblems, type LastNotice, type NewPoint } from './later-notice.ts'
import { actWords as words } from './words.ts'

export type Verdict = ChecklistLine['verdict']

/** One material as the clerk is judging it, with the line it gets in a notice. */
export interface JudgedLine {
  verdict: Verdict | undefined
  note: string
  problem: string
  remedy: string
  basis: string
  /** In a later notice: points of the last one repeated, by their place in it, each with why it is still open. */
  again?: Readonly<Record<number, string>>
  /** In a later notice: what a newly supplied paper raised. */
  raised?: NewPoint | undefined
}

export type Checklist = Readonly<Record<string, JudgedLine>>

export function startChecklist(detail: Pick<CaseDetail, 'materials'>): Checklist {
  return Object.fromEntries(
    detail.materials.map((material) => {
      const verdict = material.verdict === 'unchecked' ? ruledOut(material) : material.verdict
      const line = { verdict: undefined, note: material.note ?? '', problem: '', remedy: '', basis: '' }
      return [material.id, verdict === undefined ? line : judge(line, material, verdict)]
    }),
  )
}

/** A paper the answers of the form do not call for needs no look, unless somebody brought it. */
function ruledOut(material: MaterialView): Verdict | undefined {
  return material.applies === false && !isHeld(material) ? 'not-applicable' : undefined
}

/** Sets the verdict and writes the line of the notice, unless the clerk has already written it differently. */
export function judge(line: JudgedLine, material: MaterialView, verdict: Verdict): JudgedLine {
  const before = line.verdict === undefined ? EMPTY : proposed(material, line.verdict)
  const next = proposed(material, verdict)
  return {
    ...line,
    verdict,
    problem: line.problem === before.problem ? next.problem : line.problem,
    remedy: line.remedy === before.remedy ? next.remedy : line.remedy,
  }
}

/** Whatever was handed in and not judged yet is in order. */
export function restIsOk(checklist: Checklist, materials: readonly MaterialView[]): Checklist {
  const changed = materials
    .filter((material) => checklist[material.id]!.verdict === undefined && isHeld(material))
    .map((material) => [material.id, judge(checklist[material.id]!, material, 'ok')])
  return { ...checklist, ...Object.fromEntries(changed) }
}

export function isOpen(line: JudgedLine): boolean {
  return line.verdict === 'missing' || line.verdict === 'defective'
}

/** What is still to be written; a gap that may follow later needs no line of a notice. */
export function problemsOf(
  materials: readonly MaterialView[],
  checklist: Checklist,
  byGaps = false,
  last?: LastNotice,
): FieldProblem[] {
  return materials.flatMap((material) => {
    const { id, name } = material
    const line = checklist[id]!
    if (line.verdict === undefined) return { target: verdictId(id), message: words.unjudged(name) }
    if (!byGaps && isOpen(line) && isLater(last, id))
      return laterProblems(last, verdictId(id), material, line)
    if (!byGaps && isOpen(line) && (line.problem.trim() === '' || line.remedy.trim() === '')) {
      return { target: `${verdictId(id)}-problem`, message: words.lineMissing(name) }
    }
    return []
  })
}

export function checklistInput(materials: readonly MaterialView[], checklist: Checklist): ChecklistLine[] {
  return materials.flatMap(({ id }) => {
    const { verdict, note } = checklist[id]!
    return verdict === undefined
      ? []
      : { material: id, verdict, ...(note.trim() === '' ? {} : { note: note.trim() }) }
  })
}

export function noticeLines(
  materials: readonly MaterialView[],
  checklist: Checklist,
  last?: LastNotice,
): SupplementLine[] {
  return materials.flatMap(({ id }) => {
    const line = checklist[id]!
    if (!isOpen(line)) return []
    if (isLater(last, id)) return laterLines(last, id, line)
    const basis = line.basis.trim()
    return {
      material: id,
      problem: line.problem.trim(),
      remedy: line.remedy.trim(),
      ...(basis === '' ? {} : { basis }),
    }
  })
}

/** A second notice about a paper goes by other rules than the first. */
export function isLater(last: LastNotice | undefined, material: string): last is LastNotice {
  return last !== undefined && !last.unasked.includes(material)
}

export function verdictId(material: string): string {
  return `verdict-${material}`
}

const EMPTY = { problem: '', remedy: '' }

function proposed(
  { name, requirement }: MaterialView,
  verdict: Verdict,
): { problem: string; remedy: string } {
  if (verdict === 'missing')
    return { problem: words.missingProblem(name), remedy: words.missingRemedy(name, requirement) }
  if (verdict === 'defective') {
    return { problem: words.defectiveProblem(name), remedy: words.defectiveRemedy(requirement) }
  }
  return EMPTY
}

function isHeld(material: MaterialView): boolean {
  return material.fromForm || material.files.length + material.paperOriginals + material.paperCopies > 0
}
