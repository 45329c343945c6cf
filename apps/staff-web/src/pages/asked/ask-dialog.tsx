import { Button, Modal } from 'antd'
import { useEffect, useRef, type ReactNode } from 'react'
import { FailureNote } from '../../server/failure-note.tsx'
import { SecondLook, useSecondLook } from './second-look.tsx'
import { KeptFound } from '../../session/kept/kept-place.tsx'
import './ask-dialog.css'
import { useCtrlEnter } from './use-ctrl-enter.ts'
import { askedWords as words } from './words.ts'

interface Props {
  title: string
  help?: string | undefined
  /** What the button says. */
  button: string
  danger?: boolean
  width?: number
  /** Fills the window. */
  whole?: boolean
  /** What can no longer be taken back once it is done; said before, and pressed for a second time. */
  consequence?: ReactNode
  /** What is sent, as whoever gets it will read it: looked at alone before the second press, instead of a consequence. */
  proof?: { title: string; button: string; content: ReactNode } | undefined
  /** Whether everything asked is answered; asked before the second look. */
  complete?: () => boolean
  /** The article it stands on, said before it is done. */
  lawful?: string | undefined
  sending: { isPending: boolean; error: Error | null }
  /** Nothing can be sent now. */
  blocked?: boolean
  send: () => void
  close: () => void
  /** Said below a refusal. */
  afterRefusal?: ReactNode
  children: ReactNode
}

/**
 * The frame of whatever is asked before something is done: the refusal with its basis next to the button that was pressed.
 * Escape does not close it, because input methods use that key too; Ctrl+Enter presses the button.
 */
export function AskDialog({
  title,
  help,
  button,
  danger = false,
  width = 640,
  whole = false,
  consequence,
  proof,
  complete,
  lawful,
  sending: { isPending, error },
  blocked = false,
  send,
  close,
  afterRefusal,
  children,
}: Props) {
  const body = useRef<HTMLDivElement>(null)
  const refused = useRef<HTMLDivElement>(null)
  // A long form scrolls, and a refusal out of sight looks like a button that does nothing; what is read again meanwhile
  // changes what stands above it.
  useEffect(() => refused.current?.scrollIntoView({ block: 'nearest' }), [error, Boolean(afterRefusal)])
  const { sure, press, back } = useSecondLook(proof ?? consequence, complete, send, error)
  useCtrlEnter(() => {
    if (!blocked && !isPending) press()
  })
  return (
    <Modal
      open
      title={title}
      width={width}
      {...(whole ? { className: 'ask-whole', centered: true } : {})}
      keyboard={false}
      mask={{ closable: false }}
      afterOpenChange={(open) => open && startIn(body.current)}
      onCancel={close}
      footer={
        <div className="row ask-foot">
          {sure ? (
            <Button disabled={isPending} onClick={back}>
              {words.back}
            </Button>
          ) : (
            <Button disabled={isPending} onClick={close}>
              {words.cancel}
            </Button>
          )}
          <Button
            type="primary"
            data-confirm
            danger={danger}
            loading={isPending}
            disabled={blocked}
            onClick={press}
          >
            {sure ? (proof?.button ?? words.sure(button)) : button}
          </Button>
        </div>
      }
    >
      <div ref={body} className="stack">
        <div className={sure && proof ? 'ask-aside' : 'stack'} inert={sure}>
          <KeptFound />
          {help !== undefined && <p className="muted">{help}</p>}
          {children}
          {lawful !== undefined && <p className="small muted">{lawful}</p>}
        </div>
        {sure && (
          <SecondLook
            title={proof?.title ?? words.sureTitle(button)}
            consequence={proof?.content ?? consequence}
          />
        )}
        {error !== null && (
          <div ref={refused} className="stack">
            <FailureNote error={error} />
            {afterRefusal}
          </div>
        )}
      </div>
    </Modal>
  )
}

/** The keyboard begins at the first question; on a screen that is touched it would cover half of what is asked. */
function startIn(body: HTMLElement | null): void {
  if (body === null || body.contains(document.activeElement) || matchMedia('(hover: none)').matches) return
  body.querySelector<HTMLElement>('input:enabled, textarea:enabled')?.focus()
}
