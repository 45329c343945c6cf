import { Alert, Button } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import type { CaseDetail, FileView, MaterialView } from '#capabilities/case/contract.ts'
import { ErrorSummary } from '../../../form/error-summary.tsx'
import { useWide } from '../../../look/use-wide.ts'
import { FileViewer } from '../file-viewer.tsx'
import { FormAnswers } from '../form-answers.tsx'
import { ActFrame } from './act-frame.tsx'
import type { ActProps } from './act.tsx'
import './checklist.css'
import { EndingOf } from './checklist-ending.tsx'
import { ChecklistRow } from './checklist-row.tsx'
import { isHeld, unjudged } from './checklist.ts'
import { fileOf } from './judging.ts'
import { useChecklist } from './use-checklist.ts'
import { useJudging } from './use-judging.ts'
import { actWords as words } from './words.ts'

/** The papers beside the lines that judge them: the file of the line that has the focus is open. */
export function ChecklistDialog({ detail, act: chosen, close, done }: ActProps) {
  const { materials } = detail
  const looking = useChecklist(detail, chosen)
  const { checklist, act = chosen, byGaps, times, problems, lineProblems } = looking
  const { at, go, drawn } = useJudging(materials, checklist, looking.judge)
  const [settled, setSettled] = useState(false)
  const [picked, setPicked] = useState<FileView>()
  const wide = useWide()
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

  return (
    <ActFrame
      wide={wide ? 'papers' : true}
      detail={detail}
      title={looking.noticing ? chosen.title : words.checklistTitle}
      act={act}
      blocked={looking.act === undefined || looking.nothingToNotify}
      ready={looking.ready}
      close={close}
      done={done}
    >
      {times > 0 && <ErrorSummary problems={problems} times={times} />}
      <div className={wide ? 'judging' : undefined}>
        <div className="stack">
          <div className="row">
            <Button onClick={settleRest}>{words.allRestOk}</Button>
            <p className="small muted">{words.judgingKeys}</p>
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
          <ul className="judged" {...drawn}>
            {materials.map((line) => (
              <ChecklistRow
                key={line.id}
                material={line}
                line={checklist[line.id]!}
                current={line.id === at}
                noNotice={byGaps}
                mend={mend}
                problem={
                  times > 0 ? lineProblems.find((one) => one.material === line.id)?.message : undefined
                }
                last={looking.last}
                {...(wide ? { shown, show: setPicked } : {})}
                judge={(verdict) => looking.judge(line, verdict)}
                write={(part) => looking.write(line.id, part)}
              />
            ))}
          </ul>
          <EndingOf detail={detail} looking={looking} />
        </div>
        {wide && (
          <FileViewer
            file={shown}
            files={material?.files ?? []}
            show={setPicked}
            {...(material === undefined ? {} : { empty: emptyOf(material, detail.form) })}
          />
        )}
      </div>
    </ActFrame>
  )
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
