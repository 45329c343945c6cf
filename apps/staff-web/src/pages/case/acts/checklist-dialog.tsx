import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { ErrorSummary } from '../../../form/error-summary.tsx'
import { Labelled } from '../../../form/labelled.tsx'
import { ActFrame } from './act-frame.tsx'
import type { ActProps } from './act.tsx'
import './checklist.css'
import {
  checklistInput,
  isOpen,
  judge,
  noticeLines,
  problemsOf,
  restIsOk,
  startChecklist,
} from './checklist.ts'
import { ChecklistRow } from './checklist-row.tsx'
import { actWords as words } from './words.ts'

/**
 * Acceptance and the one-time notice are two ends of one look at the papers: when every line is in order it is
 * accepted, and as soon as one is missing or wrong the same dialog names everything at once instead.
 */
export function ChecklistDialog({ detail, act: chosen, close, done }: ActProps) {
  const { materials } = detail
  const [checklist, setChecklist] = useState(() => startChecklist(detail))
  const [remark, setRemark] = useState('')
  const [times, setTimes] = useState(0)
  const open = materials.filter((material) => isOpen(checklist[material.id]!))
  const name = open.length > 0 ? 'notify-supplement' : 'accept'
  const act = detail.allowed.find((allowed) => allowed.act === name)
  const problems = problemsOf(materials, checklist)

  function ready() {
    setTimes(times + 1)
    if (problems.length > 0) return undefined
    const judged = checklistInput(materials, checklist)
    if (open.length > 0)
      return { act: name, input: { lines: noticeLines(materials, checklist), checklist: judged } }
    return {
      act: name,
      input: { checklist: judged, ...(remark.trim() === '' ? {} : { remark: remark.trim() }) },
    }
  }

  return (
    <ActFrame
      wide
      detail={detail}
      title={words.checklistTitle}
      help={(act ?? chosen).help}
      act={name}
      actTitle={(act ?? chosen).title}
      tone={(act ?? chosen).tone}
      blocked={act === undefined}
      ready={ready}
      close={close}
      done={done}
    >
      {times > 0 && <ErrorSummary problems={problems} times={times} />}
      <Button onClick={() => setChecklist((before) => restIsOk(before, materials))}>{words.allRestOk}</Button>
      <ul className="judged">
        {materials.map((material) => (
          <ChecklistRow
            key={material.id}
            material={material}
            line={checklist[material.id]!}
            judge={(verdict) =>
              setChecklist((before) => ({
                ...before,
                [material.id]: judge(before[material.id]!, material, verdict),
              }))
            }
            write={(part) =>
              setChecklist((before) => ({ ...before, [material.id]: { ...before[material.id]!, ...part } }))
            }
          />
        ))}
      </ul>
      <div role="status">
        {open.length > 0 && (
          <Alert
            type="warning"
            role="presentation"
            title={act === undefined ? words.noNotice : words.turnsToNotice(open.length)}
          />
        )}
        {open.length === 0 && act === undefined && (
          <Alert type="warning" role="presentation" title={words.noAccept} />
        )}
      </div>
      {open.length === 0 && (
        <Labelled id="accept-remark" label={words.remark} required={false}>
          <Input
            id="accept-remark"
            maxLength={300}
            value={remark}
            onChange={(event) => setRemark(event.target.value)}
          />
        </Labelled>
      )}
    </ActFrame>
  )
}
