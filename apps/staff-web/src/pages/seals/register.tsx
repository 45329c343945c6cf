import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { SealView } from '#capabilities/licence-seal/contract/seal-routes.ts'
import { day } from '#ui/format/day.ts'
import type { RawValues } from '../../form/raw-values.ts'
import { seals as client } from '../../server/clients.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { OpeningDialog } from '../../shell/opening-dialog.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { RegisterDialog } from '../powers/register-dialog.tsx'
import { usePowerChoices } from '../powers/use-powers.ts'
import { bindFields, boundSeal, issuedSeal, issueFields, reasonFields } from './forms.ts'
import { useSeals } from './use-seals.ts'
import { sealsWords as words } from './words.ts'

type Act = 'bind' | 'suspend' | 'resume' | 'retire'

/** What may be done with a seal in its state; numbered ones alone are handed over. */
const ACTS: Readonly<Record<SealView['state'], readonly Act[]>> = {
  'in-use': ['bind', 'suspend', 'retire'],
  suspended: ['bind', 'resume', 'retire'],
  retired: [],
}

export function Register({ registers }: { registers: boolean }) {
  const list = useSeals()
  const [asking, setAsking] = useState<{ act: Act; seal: SealView } | 'issue'>()
  if (list.isPending) return <Waiting />
  if (list.isError && list.data === undefined)
    return <FailureNote error={list.error} retry={() => void list.refetch()} />
  const { items } = list.data
  return (
    <div className="stack">
      {registers && (
        <div className="row no-print">
          <Button type="primary" onClick={() => setAsking('issue')}>
            {words.issue}
          </Button>
        </div>
      )}
      {items.length === 0 && <p role="status">{words.none}</p>}
      <ul className="rows" aria-label={words.list}>
        {items.map((seal) => (
          <Row
            key={seal.id}
            seal={seal}
            acts={
              registers ? ACTS[seal.state].filter((act) => act !== 'bind' || seal.kind === 'numbered') : []
            }
            ask={(act) => setAsking({ act, seal })}
          />
        ))}
      </ul>
      {asking !== undefined && <Dialog asking={asking} close={() => setAsking(undefined)} />}
    </div>
  )
}

const TONES = { 'in-use': 'good', suspended: 'warn', retired: 'plain' } as const

function Row({ seal, acts, ask }: { seal: SealView; acts: readonly Act[]; ask: (act: Act) => void }) {
  const { name, kindText, holderName, items, state, stateText, from, to } = seal
  return (
    <li className="rows-4">
      <div>
        <strong>{name}</strong>
        <div className="small muted">{kindText}</div>
      </div>
      <div>
        {words.held(holderName)}
        {items && <div className="small muted">{words.items(items.map((item) => item.name).join('、'))}</div>}
      </div>
      <div>
        <span className={`tag tag-${TONES[state]}`}>{stateText}</span>
        <div className="small muted">{to === undefined ? words.since(day(from)) : words.until(day(to))}</div>
      </div>
      <div className="row no-print">
        {acts.map((act) => (
          <Button
            key={act}
            size="small"
            danger={act === 'retire'}
            aria-label={words.actOf(words[act], name)}
            onClick={() => ask(act)}
          >
            {words[act]}
          </Button>
        ))}
      </div>
    </li>
  )
}

function Dialog({ asking, close }: { asking: { act: Act; seal: SealView } | 'issue'; close: () => void }) {
  const choices = usePowerChoices()
  const queries = useQueryClient()
  if (choices.data === undefined)
    return (
      <OpeningDialog
        title={asking === 'issue' ? words.issue : words[asking.act]}
        error={choices.error}
        retry={() => void choices.refetch()}
        close={close}
      />
    )
  const done = () => {
    void queries.invalidateQueries({ queryKey: ['seals'] })
    close()
  }
  if (asking === 'issue')
    return (
      <RegisterDialog
        title={words.issue}
        fields={issueFields(choices.data)}
        send={(input, requestId) => client.issueSeal({ body: issuedSeal(input), requestId })}
        close={close}
        done={done}
      />
    )
  const { act, seal } = asking
  const params = { id: seal.id }
  const send = (input: Record<string, unknown>, requestId: string) => {
    const body = { reason: String(input['reason']) }
    switch (act) {
      case 'bind':
        return client.bindSeal({ params, body: boundSeal(input), requestId })
      case 'suspend':
        return client.suspendSeal({ params, body, requestId })
      case 'resume':
        return client.resumeSeal({ params, body, requestId })
      case 'retire':
        return client.retireSeal({ params, body, requestId })
    }
  }
  const start: RawValues =
    act === 'bind' ? { holder: seal.holder, items: seal.items?.map(({ id }) => id) ?? [] } : {}
  return (
    <RegisterDialog
      title={words[act]}
      text={seal.name}
      danger={act === 'retire'}
      fields={act === 'bind' ? bindFields(choices.data) : reasonFields()}
      start={start}
      send={send}
      close={close}
      done={done}
    />
  )
}
