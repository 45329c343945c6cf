import { useState, type ReactNode } from 'react'
import type { AllowedAct, CaseDetail } from '#capabilities/case/contract.ts'
import { isCode } from '../../../server/failure.ts'
import { AskDialog } from '../../asked/ask-dialog.tsx'
import { MovedOn } from '../../asked/moved-on.tsx'
import { MOVED_ON, useAct, type ActToSend } from '../use-act.ts'
import './acts.css'
import { askedWords } from '../../asked/words.ts'
import { caseWords } from '../words.ts'
import { actWords as words } from './words.ts'

interface Props {
  detail: CaseDetail
  /** The act that will be sent, as the server offered it. */
  act: AllowedAct
  /** Where the dialog is called otherwise than its button. */
  title?: string
  help?: string | undefined
  /** Room for tables, or for papers beside the questions. */
  wide?: boolean | 'papers'
  /** Nothing when something has to be mended first. */
  ready: () => ActToSend | undefined
  blocked?: boolean
  /** What is sent, looked at before the second press. */
  proof?: { title: string; button: string; content: ReactNode } | undefined
  close: () => void
  done: (title: string) => void
  children: ReactNode
}

/** The frame of every act on a case: one request id per opening, and a word when the case has moved on. */
export function ActFrame(props: Props) {
  const { detail, act, title = act.title, help = act.help, wide = false } = props
  const { ready, blocked, proof, close, done, children } = props
  const [version] = useState(detail.summary.version)
  const acting = useAct(detail, () => done(act.title))
  const gone = acting.isError && !detail.allowed.some((allowed) => allowed.act === act.act)
  const movedOn = isCode(acting.error, ...MOVED_ON) && detail.summary.version !== version

  function send() {
    const sending = ready()
    if (sending !== undefined) acting.mutate(sending)
  }
  // Whatever ends a matter or goes against the applicant.
  const consequence = act.tone === 'danger' ? (words.consequences[act.act] ?? askedWords.recorded) : undefined

  return (
    <AskDialog
      title={title}
      help={help}
      button={act.title}
      danger={act.tone === 'danger'}
      consequence={consequence}
      complete={() => ready() !== undefined}
      width={WIDTHS[String(wide) as keyof typeof WIDTHS]}
      whole={wide === 'papers'}
      lawful={words.lawful[act.act] ?? act.lawful}
      sending={acting}
      blocked={blocked === true || gone}
      send={send}
      close={close}
      afterRefusal={
        movedOn && <MovedOn what={caseWords.thisCase} state={detail.summary.stateText} gone={gone} />
      }
      proof={proof}
    >
      {act.next !== undefined && <p className="act-next">{act.next}</p>}
      {children}
    </AskDialog>
  )
}

const WIDTHS = { false: 640, true: 1040, papers: 1440 } as const
