import { Alert, Button, Modal } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { FailureNote } from '../../../server/failure-note.tsx'
import { isCode } from '../../../server/failure.ts'
import { useCtrlEnter } from './use-ctrl-enter.ts'
import { MOVED_ON, useAct, type ActToSend } from '../use-act.ts'
import { caseWords } from '../words.ts'
import { actWords as words } from './words.ts'

interface Props {
  detail: CaseDetail
  title: string
  help?: string | undefined
  /** The act that will be sent, by name and as the button says it. */
  act: string
  actTitle: string
  tone: 'primary' | 'normal' | 'danger'
  /** Room for tables, or for papers beside the questions. */
  wide?: boolean | 'papers'
  /** Nothing when something has to be mended first. */
  ready: () => ActToSend | undefined
  blocked?: boolean
  close: () => void
  done: (title: string) => void
  children: ReactNode
}

/**
 * The frame of every act: one request id per opening, the refusal with its basis next to the button that was pressed,
 * and a word when the case has moved on. Escape does not close it, because input methods use that key too.
 */
export function ActFrame(props: Props) {
  const {
    detail,
    title,
    help,
    act,
    actTitle,
    tone,
    wide = false,
    ready,
    blocked = false,
    close,
    done,
    children,
  } = props
  const [version] = useState(detail.summary.version)
  const acting = useAct(detail, () => done(actTitle))
  const refused = useRef<HTMLDivElement>(null)
  // A long checklist scrolls, and a refusal out of sight looks like a button that does nothing; reading the case again
  // changes what stands above it.
  useEffect(() => refused.current?.scrollIntoView({ block: 'nearest' }), [acting.error, detail])
  const gone = acting.isError && !detail.allowed.some((allowed) => allowed.act === act)

  const lawful = words.lawful[act] ?? detail.allowed.find((allowed) => allowed.act === act)?.lawful

  function send() {
    const sending = ready()
    if (sending !== undefined) acting.mutate(sending)
  }

  useCtrlEnter(() => {
    if (!blocked && !gone && !acting.isPending) send()
  })

  return (
    <Modal
      open
      title={title}
      width={WIDTHS[String(wide) as keyof typeof WIDTHS]}
      {...(wide === 'papers' ? { className: 'act-wide', centered: true } : {})}
      keyboard={false}
      mask={{ closable: false }}
      onCancel={close}
      footer={
        <div className="row act-foot">
          <Button disabled={acting.isPending} onClick={close}>
            {caseWords.cancel}
          </Button>
          <Button
            type="primary"
            data-confirm
            danger={tone === 'danger'}
            loading={acting.isPending}
            disabled={blocked || gone}
            onClick={send}
          >
            {actTitle}
          </Button>
        </div>
      }
    >
      <div className="stack">
        {help !== undefined && <p className="muted">{help}</p>}
        {children}
        {lawful !== undefined && <p className="small muted">{lawful}</p>}
        {acting.isError && (
          <div ref={refused} className="stack">
            <FailureNote error={acting.error} />
            {isCode(acting.error, ...MOVED_ON) && detail.summary.version !== version && (
              <Alert
                type="warning"
                role="status"
                title={gone ? caseWords.actGone : caseWords.reloaded(detail.summary.stateText)}
              />
            )}
          </div>
        )}
      </div>
    </Modal>
  )
}

const WIDTHS = { false: 640, true: 1040, papers: 1440 } as const
