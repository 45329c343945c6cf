import { Alert, Button, Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { AllowedAct } from '#capabilities/case/contract.ts'
import type { LicenceDetail } from '#capabilities/case/contract/licence-routes.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import { SchemaFields } from '../../form/schema-fields.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { isCode } from '../../server/failure.ts'
import { useFields } from '../case/acts/use-fields.ts'
import { MOVED_ON, useAct } from './use-act.ts'
import { licencesWords as words } from './words.ts'

interface Props {
  detail: LicenceDetail
  /** The act as the server allowed it when the button was pressed. */
  act: AllowedAct
  close: () => void
  done: (title: string) => void
}

/** The form of an act on a licence, drawn from what the server sent with it; a refusal leaves everything typed where it is. */
export function ActDialog({ detail, act, close, done }: Props) {
  const { summary, allowed } = detail
  const [version] = useState(summary.version)
  const { problems, times, drawn, read } = useFields(act.title, act.fields ?? [])
  const acting = useAct(summary, act.act, () => done(act.title))
  const refused = useRef<HTMLDivElement>(null)
  useEffect(() => refused.current?.scrollIntoView({ block: 'nearest' }), [acting.error, detail])
  const gone = acting.isError && !allowed.some((each) => each.act === act.act)

  function send() {
    const input = read()
    if (input !== undefined) acting.mutate(input)
  }

  return (
    <Modal
      open
      title={act.title}
      width={640}
      // Input methods use Escape too.
      keyboard={false}
      mask={{ closable: false }}
      onCancel={close}
      footer={
        <div className="row row-end">
          <Button disabled={acting.isPending} onClick={close}>
            {words.cancel}
          </Button>
          <Button
            type="primary"
            danger={act.tone === 'danger'}
            loading={acting.isPending}
            disabled={gone}
            onClick={send}
          >
            {act.title}
          </Button>
        </div>
      }
    >
      <div className="stack">
        {act.help !== undefined && <p className="muted">{act.help}</p>}
        <ErrorSummary times={times} problems={problems} />
        <SchemaFields {...drawn} />
        {act.lawful !== undefined && <p className="small muted">{act.lawful}</p>}
        {acting.isError && (
          <div ref={refused} className="stack">
            <FailureNote error={acting.error} />
            {isCode(acting.error, ...MOVED_ON) && summary.version !== version && (
              <Alert
                type="warning"
                role="status"
                title={gone ? words.gone : words.reloaded(summary.stateText)}
              />
            )}
          </div>
        )}
      </div>
    </Modal>
  )
}
