import { Input, Radio } from 'antd'
import { useState } from 'react'
import type { FileView, MaterialView } from '#capabilities/case/contract.ts'
import { HandedIn } from '../handed-in.tsx'
import { needWords, verdictWords } from '../words.ts'
import { isLater, isOpen, verdictId, type JudgedLine, type Verdict } from './checklist.ts'
import { isOffered, VERDICTS } from './judging.ts'
import type { LastNotice } from './later-notice.ts'
import { LaterNotice } from './later-notice.tsx'
import { actWords as words } from './words.ts'

interface Props {
  material: MaterialView
  line: JudgedLine
  /** It has the focus, or had it last. */
  current: boolean
  /** What is missing may follow later, so no notice is written about it. */
  noNotice: boolean
  /** The act by which a slip in the form is mended at once, where it is offered. */
  mend: string | undefined
  /** What is still to be mended in this line, once somebody has pressed the button. */
  problem: string | undefined
  /** The notice that was served before, which a later one may only repeat. */
  last: LastNotice | undefined
  /** The file beside the checklist, and how to choose another; left out, files open in a window of their own. */
  shown?: FileView | undefined
  show?: (file: FileView) => void
  judge: (verdict: Verdict) => void
  write: (part: Partial<JudgedLine>) => void
}

/** What was asked, what lies here, the verdict, and its line of the notice when something is wrong. */
export function ChecklistRow(props: Props) {
  const { material, line, current, noNotice, mend, problem, last, shown, show, judge, write } = props
  const id = verdictId(material.id)
  const offered = VERDICTS.filter((verdict) => isOffered(verdict, material))
  return (
    <li
      className="judged-row"
      id={`${id}-field`}
      data-material={material.id}
      data-current={current || undefined}
    >
      <div className="stack-tight">
        <p>
          {/* The name takes the focus of the line: on a radio the arrows would change the verdict instead of the line. */}
          <button
            type="button"
            className="judged-name"
            data-line={material.id}
            tabIndex={current ? 0 : -1}
            aria-current={current}
            aria-keyshortcuts="1 2 3 4 J K"
            onClick={({ currentTarget }) => currentTarget.focus()}
          >
            {material.name}
          </button>{' '}
          <span className="tag tag-plain">{needWords[material.necessity]}</span>
        </p>
        <p className="small muted">{material.requirement}</p>
        {material.when !== undefined && <p className="small muted">{material.when}</p>}
        {material.applies !== undefined && (
          <p className="small">{material.applies ? words.answersWant : words.answersSpare}</p>
        )}
        <HandedIn material={material} {...(show === undefined ? {} : { shown, show })} />
      </div>
      <div className="stack-tight">
        <Radio.Group
          aria-label={`${material.name} ${words.verdict}`}
          name={id}
          className="choice"
          value={line.verdict}
          onChange={(event) => judge(event.target.value as Verdict)}
          options={offered.map((verdict) => ({ value: verdict, label: verdictWords[verdict] }))}
        />
        {material.fromForm && isOpen(line) && mend !== undefined && (
          <p className="small">{words.mendOnTheSpot(mend)}</p>
        )}
        {problem !== undefined && <p className="field-error">{problem}</p>}
        {isOpen(line) && !noNotice ? (
          isLater(last, material.id) ? (
            <LaterNotice material={material} line={line} last={last} write={write} />
          ) : (
            <NoticeLine id={id} name={material.name} line={line} write={write} />
          )
        ) : (
          <Note name={material.name} note={line.note} write={write} />
        )}
      </div>
    </li>
  )
}

/** A line asks for its verdict and nothing else; a note is there for whoever wants to leave one. */
function Note({ name, note, write }: { name: string; note: string; write: Props['write'] }) {
  const [open, setOpen] = useState(false)
  if (!open && note === '')
    return (
      <button type="button" className="link small judged-note" data-note onClick={() => setOpen(true)}>
        {words.writeNote}
        <span className="visually-hidden">：{name}</span>
      </button>
    )
  return (
    <Input
      autoFocus={open}
      aria-label={`${name} ${words.note}`}
      placeholder={words.note}
      maxLength={300}
      value={note}
      onChange={(event) => write({ note: event.target.value })}
    />
  )
}

function NoticeLine({
  id,
  name,
  line,
  write,
}: {
  id: string
  name: string
  line: JudgedLine
  write: Props['write']
}) {
  const parts = [
    ['problem', words.problem],
    ['remedy', words.remedy],
    ['basis', words.basis],
  ] as const
  return (
    <div className="notice-line" role="group" aria-label={`${name} ${words.noticeLines}`}>
      {parts.map(([part, label]) => (
        <div key={part} className="notice-part">
          <label htmlFor={`${id}-${part}`}>{label}</label>
          <Input.TextArea
            id={`${id}-${part}`}
            autoSize={{ minRows: 1, maxRows: 6 }}
            maxLength={300}
            {...(part === 'problem' ? { placeholder: words.problemHint } : {})}
            value={line[part]}
            onChange={(event) => write({ [part]: event.target.value })}
          />
        </div>
      ))}
    </div>
  )
}
