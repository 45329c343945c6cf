import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { CaseSummary } from '#capabilities/case/contract.ts'
import { Labelled } from '../../form/labelled.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useChoice, useGive, type Giving } from './use-given.ts'
import { workListWords } from './words.ts'

const words = workListWords.bulk
const REASON_LEAST = 4
const REASON_MAX = 300

interface Props {
  picked: readonly CaseSummary[]
  act: Giving
  close: (given: boolean) => void
}

/** 指派 or 移交 of several cases to one colleague; cases that may not be given on are named and stay. */
export default function GiveDialog({ picked, act, close }: Props) {
  // The list behind is read again while the dialog is open; what was picked stays what it was.
  const [cases] = useState(picked)
  const choice = useChoice(cases, act)
  const give = useGive(act, () => close(true))
  const [to, setTo] = useState<string>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const may = choice.data?.may ?? []
  const text = reason.trim()
  const short = act === 'hand-over' ? text.length < REASON_LEAST : text !== '' && text.length < REASON_LEAST
  const missing = tried && to === undefined ? words.whoMissing : undefined
  const problem = tried && short ? words.reasonShort : undefined
  const left = cases.filter(({ no }) => !may.some((one) => one.no === no))

  return (
    <Modal
      open
      title={words.giveTitle[act](cases.length)}
      okText={words.give[act]}
      okButtonProps={{ disabled: choice.data === undefined || choice.data.colleagues.length === 0 }}
      cancelText={words.cancel}
      confirmLoading={give.isPending}
      onCancel={() => close(false)}
      onOk={() => {
        setTried(true)
        if (to !== undefined && !short) give.mutate({ may, to, reason: text })
      }}
    >
      {choice.isPending && <Waiting />}
      {choice.isError && <FailureNote error={choice.error} retry={() => void choice.refetch()} />}
      {choice.data && (
        <div className="stack">
          {left.length > 0 && (
            <div role="status">
              <p>{words.notThese[act](left.length)}</p>
              <ul>
                {left.map(({ no, itemName, applicant }) => (
                  <li key={no}>
                    {itemName}，{applicant}
                  </li>
                ))}
              </ul>
            </div>
          )}
          {may.length > 0 && choice.data.colleagues.length === 0 && <p role="alert">{words.nobody}</p>}
          {may.length > 0 && choice.data.colleagues.length > 0 && (
            <>
              <Labelled id="give-to" label={words.who} required hint={words.whoHint} error={missing}>
                <Select
                  id="give-to"
                  aria-label={words.who}
                  style={{ width: '100%' }}
                  placeholder={words.choose}
                  value={to}
                  onChange={setTo}
                  options={choice.data.colleagues}
                />
              </Labelled>
              <Labelled
                id="give-reason"
                label={words.reason}
                required={act === 'hand-over'}
                hint={words.reasonHint}
                error={problem}
              >
                <Input
                  id="give-reason"
                  maxLength={REASON_MAX}
                  aria-invalid={problem !== undefined}
                  aria-describedby="give-reason-hint give-reason-error"
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              </Labelled>
            </>
          )}
        </div>
      )}
    </Modal>
  )
}
