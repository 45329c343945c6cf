import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { ChangeSummary, UpperChoice } from '#capabilities/catalogue/contract/change.ts'
import { itemChanges } from '../../server/clients.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { useSend } from '../../server/use-send.ts'
import { newRequestId } from '../../server/request-id.ts'
import { announce } from '../../shell/notice.tsx'
import { upperWords as words } from './upper-words.ts'

interface Props {
  choice: UpperChoice
  change: ChangeSummary
  edits: boolean
}

/** One place: above before, above now, here now, and the two ways to go on. */
export function UpperChoiceLine({ choice, change, edits }: Props) {
  const { title, whyText, forced, settled } = choice
  return (
    <li className="stack-tight upper-choice">
      <div>
        <strong>{title}</strong> <span className="muted">{whyText}</span>
      </div>
      <dl className="upper-sides">
        <Side head={words.before} text={choice.before} />
        <Side head={words.now} text={choice.now} />
        <Side head={words.mine} text={choice.mine} />
      </dl>
      {forced && settled === undefined && <p className="tag tag-warn">{words.forced}</p>}
      {settled && (
        <p>
          <span className="tag tag-good">{words.took[settled.take]}</span>{' '}
          {settled.reason !== undefined && words.kept(settled.reason)}
        </p>
      )}
      {edits && <Choose choice={choice} change={change} />}
    </li>
  )
}

function Side({ head, text }: { head: string; text: string | undefined }) {
  return (
    <>
      <dt>{head}</dt>
      <dd>{text ?? words.nothing}</dd>
    </>
  )
}

function Choose({ choice: { path, title, settled }, change: { id, version } }: Omit<Props, 'edits'>) {
  const [again, setAgain] = useState(false)
  const [keeping, setKeeping] = useState(false)
  const [reason, setReason] = useState('')
  const settling = useSettling(id, version)
  const box = useId()
  const send = (take: 'upper' | 'local') =>
    settling.mutate(
      { path, take, ...(take === 'local' ? { reason } : {}) },
      {
        onSuccess: () => {
          setAgain(false)
          setKeeping(false)
          announce(words.saved)
        },
      },
    )
  if (settled && !again)
    return (
      <Button size="small" className="no-print" onClick={() => setAgain(true)}>
        {words.again}
      </Button>
    )
  return (
    <div className="stack-tight no-print">
      {settling.isError && <FailureNote error={settling.error} />}
      <div className="row">
        <Button
          loading={settling.isPending && !keeping}
          aria-label={words.upperFor(title)}
          onClick={() => send('upper')}
        >
          {words.takeUpper}
        </Button>
        {!keeping && (
          <Button aria-label={words.localFor(title)} onClick={() => setKeeping(true)}>
            {words.keepLocal}
          </Button>
        )}
      </div>
      {keeping && (
        <div className="stack-tight">
          <label htmlFor={box}>{words.reason}</label>
          <Input.TextArea
            id={box}
            rows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className="row">
            <Button type="primary" loading={settling.isPending} onClick={() => send('local')}>
              {words.confirm}
            </Button>
            <Button onClick={() => setKeeping(false)}>{words.cancel}</Button>
          </div>
        </div>
      )}
    </div>
  )
}

interface Choice {
  path: string
  take: 'upper' | 'local'
  reason?: string
}

function useSettling(id: string, version: number) {
  const queries = useQueryClient()
  return useSend({
    mutationFn: (input: Choice) =>
      itemChanges.actOnChange({
        ...{ params: { id, act: 'settle' }, requestId: newRequestId() },
        body: { version, input: { ...input } },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['item-change', id] })
      await queries.invalidateQueries({ queryKey: ['item-changes'] })
    },
  })
}
