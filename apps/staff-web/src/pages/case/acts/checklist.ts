import type { CaseDetail, ChecklistLine, MaterialView, SupplementLine } from '#capabilities/case/contract.ts'
import { laterLines, pointsOf, type LastNotice, type NewPoint } from './later-notice.ts'
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

/**
 * A notice names what is missing, so that what is wanted and was not handed in begins as missing. A paper that only a person
 * can call for is left to that person; a later notice repeats, and begins with nothing new.
 */
export function withMissing(
  checklist: Checklist,
  materials: readonly MaterialView[],
  last: LastNotice | undefined,
): Checklist {
  const missing = materials.filter(
    (material) =>
      checklist[material.id]!.verdict === undefined &&
      isWanted(material) &&
      !isHeld(material) &&
      (!isLater(last, material.id) || pointsOf(last, material.id).length > 0),
  )
  return missing.length === 0 ? checklist : judged(checklist, missing, 'missing')
}

function isWanted({ necessity, applies }: MaterialView): boolean {
  return necessity === 'conditional' ? applies === true : applies !== false
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
    basis: line.basis === before.basis ? next.basis : line.basis,
  }
}

/** Whatever was handed in and not judged yet is in order. */
export function restIsOk(checklist: Checklist, materials: readonly MaterialView[]): Checklist {
  const given = unjudged(checklist, materials).filter(isHeld)
  return judged(checklist, given, 'ok')
}

/** What nobody has given a verdict yet. */
export function unjudged(checklist: Checklist, materials: readonly MaterialView[]): MaterialView[] {
  return materials.filter(({ id }) => checklist[id]!.verdict === undefined)
}

function judged(checklist: Checklist, materials: readonly MaterialView[], verdict: Verdict): Checklist {
  const changed = materials.map((material) => [
    material.id,
    judge(checklist[material.id]!, material, verdict),
  ])
  return { ...checklist, ...Object.fromEntries(changed) }
}

export function isOpen(line: JudgedLine): boolean {
  return line.verdict === 'missing' || line.verdict === 'defective'
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

const EMPTY = { problem: '', remedy: '', basis: '' }

function proposed(
  { name, requirement }: MaterialView,
  verdict: Verdict,
): Pick<JudgedLine, 'problem' | 'remedy' | 'basis'> {
  const basis = words.standardBasis
  if (verdict === 'missing')
    return { problem: words.missingProblem(name), remedy: words.missingRemedy(name, requirement), basis }
  // What is wrong with a paper that is here only the clerk can say (一次告知……全部内容).
  if (verdict === 'defective') return { problem: '', remedy: words.defectiveRemedy(name), basis }
  return EMPTY
}

export function isHeld(material: MaterialView): boolean {
  return material.fromForm || material.files.length + material.paperOriginals + material.paperCopies > 0
}
