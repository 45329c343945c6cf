import { Alert, Button } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { CaseDetail, FileView, MaterialView } from '#capabilities/case/contract.ts'
import { ErrorSummary } from '../../../form/error-summary.tsx'
import { useWide } from '../../../look/use-wide.ts'
import { ApplicantStrip } from '../applicant-strip.tsx'
import { FileViewer } from '../file-viewer.tsx'
import { FormAnswers } from '../form-answers.tsx'
import { useRevealed } from '../use-applicant.ts'
import { ActFrame } from './act-frame.tsx'
import type { ActProps } from './act.tsx'
import './checklist.css'
import { EndingOf, NoticeText } from './checklist-ending.tsx'
import { ChecklistRow } from './checklist-row.tsx'
import { isHeld, startChecklist, unjudged, verdictId } from './checklist.ts'
import { NOTICE } from './gap-offer.ts'
import { fileOf } from './judging.ts'
import { shelved, type Shelved } from './shelves.ts'
import { useChecklist } from './use-checklist.ts'
import { useJudging } from './use-judging.ts'
import { actWords as words } from './words.ts'

/** The papers beside the lines that judge them: the file of the line that has the focus is open. */
export function ChecklistDialog({ detail: asRead, act: chosen, close, done }: ActProps) {
  const [order] = useState(() => shelved(asRead.materials, startChecklist(asRead)))
  const detail = inOrder(asRead, order)
  const { materials } = detail
  const looking = useChecklist(detail, chosen)
  const { checklist, act = chosen, byGaps, times, problems, lineProblems } = looking
  const { at, go, drawn } = useJudging(materials, checklist, looking.judge)
  const pointed = useRef(false)
  const [settled, setSettled] = useState(false)
  const [picked, setPicked] = useState<FileView>()
  const wide = useWide()
  const { clear } = useRevealed()
  const mend = detail.allowed.find(({ act }) => act === 'correct-form')?.title
  const material = materials.find(({ id }) => id === at)
  const shown = fileOf(material, picked)
  const left = settled ? unjudged(checklist, materials) : []
  useEffect(() => {
    const [first] = lineProblems
    if (first !== undefined && times > 0) go(first.material, first.target)
    // Only another press moves the focus; mending one line must not.
  }, [times])

  function settleRest() {
    const [first] = looking.restIsOk()
    setSettled(true)
    go(first?.id ?? 'confirm')
  }

  const row = (line: MaterialView) => (
    <ChecklistRow
      key={line.id}
      material={line}
      line={checklist[line.id]!}
      current={line.id === at}
      noNotice={byGaps}
      mend={mend}
      problem={times > 0 ? lineProblems.find((one) => one.material === line.id)?.message : undefined}
      last={looking.last}
      {...(wide ? { shown, show: setPicked } : {})}
      judge={(verdict) => {
        looking.judge(line, verdict)
        // What is wrong only the clerk can say; the keyboard stays on the line and gets there by Enter.
        if (verdict === 'defective' && pointed.current) go(line.id, `${verdictId(line.id)}-problem`)
      }}
      write={(part) => looking.write(line.id, part)}
    />
  )
  return (
    <ActFrame
      wide={wide ? 'papers' : true}
      detail={detail}
      title={looking.noticing ? chosen.title : words.checklistTitle}
      act={act}
      blocked={looking.act === undefined || looking.nothingToNotify}
      ready={looking.ready}
      proof={looking.name === NOTICE ? proofOf(looking.preview, act.next) : undefined}
      close={close}
      done={done}
    >
      {times > 0 && <ErrorSummary problems={problems} times={times} />}
      <ApplicantStrip applicant={detail.applicant} deliveryMode={detail.deliveryMode} />
      <div className={wide ? 'judging' : undefined}>
        <div className="stack">
          <div className="row">
            <Button onClick={settleRest}>{words.allRestOk}</Button>
            <p className="small">{words.leftToJudge(unjudged(checklist, materials).length)}</p>
            <p className="small muted judging-keys">{words.judgingKeys}</p>
          </div>
          <div role="status">
            {left.length > 0 && (
              <Alert
                type="warning"
                role="presentation"
                title={words.restLeft(left.map(({ name }) => `“${name}”`).join(''))}
              />
            )}
          </div>
          <div
            className="judged stack"
            onPointerDown={() => (pointed.current = true)}
            onKeyDownCapture={() => (pointed.current = false)}
            {...drawn}
          >
            {order.map(({ shelf, materials: lying }) => (
              <section key={shelf} aria-labelledby={`shelf-${shelf}`}>
                <h3 id={`shelf-${shelf}`}>{words.shelves[shelf](lying.length)}</h3>
                <ul className="judged-lines">
                  {materials.filter(({ id }) => lying.some((one) => one.id === id)).map(row)}
                </ul>
              </section>
            ))}
          </div>
          <EndingOf detail={detail} looking={looking} />
        </div>
        {wide && (
          <FileViewer
            file={shown}
            files={material?.files ?? []}
            show={setPicked}
            {...(material === undefined ? {} : { empty: emptyOf(material, clear?.form ?? detail.form) })}
          />
        )}
      </div>
    </ActFrame>
  )
}

/** The notice as the applicant will read it: sent, it can no longer be made longer (一次告知). */
function proofOf(lines: Parameters<typeof NoticeText>[0]['lines'], until: string | undefined) {
  const content = (
    <>
      <NoticeText lines={lines} />
      {until !== undefined && <p>{until}</p>}
    </>
  )
  return { title: words.proof, button: words.sendNotice, content }
}

/** The lines as the shelves have them; what was read anew meanwhile keeps its place. */
function inOrder(detail: CaseDetail, order: readonly Shelved[]): CaseDetail {
  const places = order.flatMap(({ materials }) => materials.map(({ id }) => id))
  const sorted = detail.materials.slice().sort((a, b) => places.indexOf(a.id) - places.indexOf(b.id))
  return { ...detail, materials: sorted }
}

/** What is to be seen beside a line without a file: the answers its paper is made of, or why there is nothing. */
function emptyOf(material: MaterialView, form: CaseDetail['form']): ReactNode {
  if (material.fromForm)
    return (
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
      <div className="viewer-answers stack-tight" tabIndex={0} role="region" aria-label={words.madeFromForm}>
        <h3>{words.madeFromForm}</h3>
        <FormAnswers answers={form} />
      </div>
    )
  return isHeld(material) ? words.noFile(material.name) : words.notReceived(material.name)
}
