import { Alert, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import type { CaseDetail, FileView } from '#capabilities/case/contract.ts'
import { ErrorSummary } from '../../../form/error-summary.tsx'
import { Labelled } from '../../../form/labelled.tsx'
import { SchemaFields } from '../../../form/schema-fields.tsx'
import { useWide } from '../../../look/use-wide.ts'
import { FileViewer } from '../file-viewer.tsx'
import { ActFrame } from './act-frame.tsx'
import type { ActProps } from './act.tsx'
import './checklist.css'
import { ChecklistRow } from './checklist-row.tsx'
import { GapPaper } from './gap-paper.tsx'
import { NOTICE, type Ending } from './gap-offer.ts'
import { fileOf } from './judging.ts'
import type { LastNotice } from './later-notice.ts'
import { useChecklist } from './use-checklist.ts'
import { useJudging } from './use-judging.ts'
import { actWords as words } from './words.ts'

/** The papers beside the lines that judge them: the file of the line that has the focus is open. */
export function ChecklistDialog({ detail, act: chosen, close, done }: ActProps) {
  const { materials } = detail
  const looking = useChecklist(detail)
  const { checklist, act = chosen, byGaps, times, problems } = looking
  const { at, drawn } = useJudging(materials, checklist, looking.judge)
  const [picked, setPicked] = useState<FileView>()
  const wide = useWide()
  const material = materials.find(({ id }) => id === at)
  const shown = fileOf(material, picked)

  return (
    <ActFrame
      wide={wide ? 'papers' : true}
      detail={detail}
      title={words.checklistTitle}
      act={act}
      blocked={looking.act === undefined}
      ready={looking.ready}
      close={close}
      done={done}
    >
      {times > 0 && <ErrorSummary problems={problems} times={times} />}
      <div className={wide ? 'judging' : undefined}>
        <div className="stack">
          <div className="row">
            <Button onClick={looking.restIsOk}>{words.allRestOk}</Button>
            <p className="small muted">{words.judgingKeys}</p>
          </div>
          <ul className="judged" {...drawn}>
            {materials.map((line) => (
              <ChecklistRow
                key={line.id}
                material={line}
                line={checklist[line.id]!}
                current={line.id === at}
                noNotice={byGaps}
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
            {...(material === undefined ? {} : { empty: words.noFile(material.name) })}
          />
        )}
      </div>
    </ActFrame>
  )
}

/** What the verdicts lead to, and what that wants to know. */
function EndingOf({ detail, looking }: { detail: CaseDetail; looking: ReturnType<typeof useChecklist> }) {
  const { open, act, last, gaps, byGaps, wanted, setWanted, terms, remark, setRemark } = looking
  return (
    <>
      <div role="status">
        {open.length > 0 && gaps === undefined && (
          <Alert
            type="warning"
            role="presentation"
            title={noticeText(act !== undefined, open.length, last)}
          />
        )}
        {gaps !== undefined && (
          <Alert
            type="info"
            role="presentation"
            title={words.gapOffer(open.map(({ name }) => name).join('、'))}
          />
        )}
        {open.length === 0 && act === undefined && (
          <Alert type="warning" role="presentation" title={words.noAccept} />
        )}
      </div>
      {gaps !== undefined && (
        <Radio.Group
          aria-label={words.missingHow}
          className="choice"
          value={wanted}
          onChange={(event) => setWanted(event.target.value as Ending)}
          options={ENDINGS.map((value) => ({ value, label: words.missingWays[value] }))}
        />
      )}
      {byGaps && (
        <section aria-label={words.gapTerms}>
          <SchemaFields {...terms.drawn} />
          <GapPaper detail={detail} gaps={open.map(({ id }) => id)} terms={terms.raw} />
        </section>
      )}
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
    </>
  )
}

function noticeText(may: boolean, count: number, last: LastNotice | undefined): string {
  if (!may) return words.noNotice
  return last === undefined ? words.turnsToNotice(count) : words.turnsToLaterNotice(count, last.round + 1)
}

const ENDINGS: readonly Ending[] = [NOTICE, 'accept-with-gaps']
