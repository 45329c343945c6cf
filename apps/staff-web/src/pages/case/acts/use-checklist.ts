import { useEffect, useState } from 'react'
import type { AllowedAct, CaseDetail, MaterialView, SupplementLine } from '#capabilities/case/contract.ts'
import { useKept } from '../../../session/kept/use-kept.ts'
import type { ActToSend } from '../use-act.ts'
import type { ActField } from './act-field.ts'
import {
  checklistInput,
  isLater,
  isOpen,
  judge,
  noticeLines,
  restIsOk,
  startChecklist,
  unjudged,
  withMissing,
  type Checklist,
  type JudgedLine,
  type Verdict,
} from './checklist.ts'
import { problemsOf } from './line-problems.ts'
import { NOTICE, gapsOf, type Ending } from './gap-offer.ts'
import { lastNoticeOf, type LastNotice } from './later-notice.ts'
import { useFields } from './use-fields.ts'
import { actWords as words } from './words.ts'

/**
 * One look at the papers and its three endings: everything in order is accepted; something missing or wrong is named in
 * the one-time notice; and where only what may follow is missing, the clerk may accept with gaps instead (容缺受理).
 */
export function useChecklist(detail: CaseDetail, chosen: AllowedAct) {
  const { materials, allowed } = detail
  const noticing = chosen.act === NOTICE
  const last = lastNoticeOf(
    detail,
    allowed.find(({ act }) => act === NOTICE),
  )
  const begun = (checklist: Checklist) => (noticing ? withMissing(checklist, materials, last) : checklist)
  const [checklist, setChecklist] = useKept('checklist', stampOf(materials), () =>
    begun(startChecklist(detail)),
  )
  // What was kept from a look that was to end in acceptance begins the notice too.
  useEffect(() => setChecklist(begun), [])
  const [wanted, setWanted] = useKept<Ending>('ending', '', () => NOTICE)
  const [remark, setRemark] = useKept('remark', '', () => '')
  const [times, setTimes] = useState(0)
  const open = materials.filter((material) => isOpen(checklist[material.id]!))
  const gaps = gapsOf(open, checklist, allowed)
  const byGaps = gaps !== undefined && wanted === 'accept-with-gaps'
  const name: Ending | 'accept' = byGaps
    ? 'accept-with-gaps'
    : noticing || open.length > 0
      ? NOTICE
      : 'accept'
  // The last one offered, so that the form keeps what was filled in while the verdicts change.
  const [asked] = useState<readonly ActField[]>(() => gapFields(allowed))
  const terms = useFields('', asked)
  const nothingToNotify = noticing && open.length === 0 && unjudged(checklist, materials).length === 0
  const problems = problemsOf(materials, checklist, byGaps, last)

  /** Nothing while something has to be mended first. */
  function ready(): ActToSend | undefined {
    setTimes(times + 1)
    const written = byGaps ? terms.read() : {}
    if (nothingToNotify || problems.length > 0 || written === undefined) return undefined
    if (byGaps) return { act: name, input: { ...written, ...gaps.input, inOrder: true } }
    const judged = checklistInput(materials, checklist)
    if (name === NOTICE)
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
    ...{ setWanted, setRemark, noticing, nothingToNotify },
    act: allowed.find(({ act }) => act === name),
    lineProblems: problems,
    problems: byGaps ? [...problems, ...terms.problems] : problems,
    /** What the applicant will read, as it stands now. */
    preview: byGaps ? [] : previewOf(materials, noticeLines(materials, checklist, last), last),
    judge: (material: MaterialView, verdict: Verdict) =>
      change(material.id, (line) => judge(line, material, verdict)),
    write: (id: string, part: Partial<JudgedLine>) => change(id, (line) => ({ ...line, ...part })),
    /** Gives what is left after it. */
    restIsOk: (): MaterialView[] => {
      const next = restIsOk(checklist, materials)
      setChecklist(next)
      return unjudged(next, materials)
    },
  }
}

/** The lines of the notice with the names of their papers. */
function previewOf(
  materials: readonly MaterialView[],
  lines: readonly SupplementLine[],
  last: LastNotice | undefined,
): NamedLine[] {
  return lines.map((line) => ({
    ...line,
    name: materials.find(({ id }) => id === line.material)!.name,
    problem: line.problem === '' ? words.problemPending : line.problem,
    ...(isLater(last, line.material) ? { standing: line.raised === undefined ? 'again' : 'new' } : {}),
  }))
}

type NamedLine = NonNullable<CaseDetail['supplement']>['lines'][number]

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
