import { useState } from 'react'
import type { AllowedAct, CaseDetail, MaterialView } from '#capabilities/case/contract.ts'
import { useKept } from '../../../session/kept/use-kept.ts'
import type { ActToSend } from '../use-act.ts'
import type { ActField } from './act-field.ts'
import {
  checklistInput,
  isOpen,
  judge,
  noticeLines,
  problemsOf,
  restIsOk,
  startChecklist,
  type JudgedLine,
  type Verdict,
} from './checklist.ts'
import { NOTICE, gapsOf, type Ending } from './gap-offer.ts'
import { lastNoticeOf } from './later-notice.ts'
import { useFields } from './use-fields.ts'

/**
 * One look at the papers and its three endings: everything in order is accepted; something missing or wrong is named in
 * the one-time notice; and where only what may follow is missing, the clerk may accept with gaps instead (容缺受理).
 */
export function useChecklist(detail: CaseDetail) {
  const { materials, allowed } = detail
  const [checklist, setChecklist] = useKept('checklist', stampOf(materials), () => startChecklist(detail))
  const [wanted, setWanted] = useKept<Ending>('ending', '', () => NOTICE)
  const [remark, setRemark] = useKept('remark', '', () => '')
  const [times, setTimes] = useState(0)
  const open = materials.filter((material) => isOpen(checklist[material.id]!))
  const gaps = gapsOf(open, checklist, allowed)
  const byGaps = gaps !== undefined && wanted === 'accept-with-gaps'
  const name: Ending | 'accept' = byGaps ? 'accept-with-gaps' : open.length > 0 ? NOTICE : 'accept'
  // The last one offered, so that the form keeps what was filled in while the verdicts change.
  const [asked] = useState<readonly ActField[]>(() => gapFields(allowed))
  const terms = useFields('', asked)
  const last = lastNoticeOf(
    detail,
    allowed.find(({ act }) => act === NOTICE),
  )
  const problems = problemsOf(materials, checklist, byGaps, last)

  /** Nothing while something has to be mended first. */
  function ready(): ActToSend | undefined {
    setTimes(times + 1)
    const written = byGaps ? terms.read() : {}
    if (problems.length > 0 || written === undefined) return undefined
    if (byGaps) return { act: name, input: { ...written, ...gaps.input, inOrder: true } }
    const judged = checklistInput(materials, checklist)
    if (open.length > 0)
      return { act: name, input: { lines: noticeLines(materials, checklist, last), checklist: judged } }
    return {
      act: name,
      input: { checklist: judged, ...(remark.trim() === '' ? {} : { remark: remark.trim() }) },
    }
  }

  const change = (id: string, next: (before: JudgedLine) => JudgedLine) =>
    setChecklist((before) => ({ ...before, [id]: next(before[id]!) }))

  return {
    ...{ checklist, last, open, gaps, name, byGaps, wanted, remark, times, terms, ready },
    ...{ setWanted, setRemark },
    act: allowed.find(({ act }) => act === name),
    problems: byGaps ? [...problems, ...terms.problems] : problems,
    judge: (material: MaterialView, verdict: Verdict) =>
      change(material.id, (line) => judge(line, material, verdict)),
    write: (id: string, part: Partial<JudgedLine>) => change(id, (line) => ({ ...line, ...part })),
    restIsOk: () => setChecklist((before) => restIsOk(before, materials)),
  }
}

/** A verdict is about what lay on the counter: once more has come in, the papers are looked at anew. */
function stampOf(materials: readonly MaterialView[]): string {
  return materials
    .map(({ id, paperOriginals, paperCopies, files }) =>
      [id, paperOriginals, paperCopies, ...files.map((file) => file.id)].join('+'),
    )
    .join(' ')
}

/** What the checklist already says is not asked again. */
const SAID_BY_CHECKLIST = new Set(['gaps', 'inOrder'])

function gapFields(allowed: readonly AllowedAct[]): readonly ActField[] {
  const fields = allowed.find(({ act }) => act === 'accept-with-gaps')?.fields ?? []
  return fields.filter(({ name }) => !SAID_BY_CHECKLIST.has(name))
}
