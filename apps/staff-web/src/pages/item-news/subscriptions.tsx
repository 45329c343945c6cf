import { Button, Radio, Select } from 'antd'
import { useState } from 'react'
import { domainTitles } from '#capabilities/catalogue/contract/domains.ts'
import type { Subscribed } from '#capabilities/catalogue/contract/subscription-routes.ts'
import { Labelled } from '../../form/labelled.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { useSignedIn } from '../../session/use-session.ts'
import { announce } from '../../shell/notice.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useItemsOf } from './use-items-of.ts'
import { useSubscribing, useSubscriptions } from './use-item-news.ts'
import { newsWords as words } from './words.ts'

/** What my body follows; one line to follow more. */
export function Subscriptions() {
  const found = useSubscriptions()
  if (found.isPending) return <Waiting />
  if (found.isError) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  const { subscriptions, areas } = found.data
  return (
    <div className="stack">
      {subscriptions.length === 0 && <p>{words.none}</p>}
      <ul className="plain-list">
        {subscriptions.map(({ area, areaName, kind, subject, title }) => (
          <li key={`${area} ${kind} ${subject}`} className="row">
            <span>
              {title} <span className="small muted">{areaName}</span>
            </span>
            <End wish={{ area, kind, subject }} title={title} />
          </li>
        ))}
      </ul>
      <Add areas={areas} />
    </div>
  )
}

function End({ wish, title }: { wish: Required<Subscribed>; title: string }) {
  const ending = useSubscribing(() => announce(words.ended(title)))
  return (
    <Button
      size="small"
      aria-label={words.endOf(title)}
      loading={ending.isPending}
      onClick={() => ending.mutate({ end: true, wish })}
    >
      {words.end}
    </Button>
  )
}

const IDS = { area: 'subscribe-area', kind: 'subscribe-kind', subject: 'subscribe-subject' }

function Add({ areas }: { areas: readonly { code: string; name: string }[] }) {
  const { area: own } = useSignedIn().post
  const [area, setArea] = useState(own)
  const [kind, setKind] = useState<Subscribed['kind']>('domain')
  const [chosen, setChosen] = useState<{ value: string; label: string }>()
  const [tried, setTried] = useState(false)
  const [typed, setTyped] = useState('')
  const items = useItemsOf(area, kind === 'item' ? typed : undefined)
  const adding = useSubscribing(() => {
    announce(words.added(chosen?.label ?? ''))
    setChosen(undefined)
    setTried(false)
  })
  const options =
    kind === 'domain'
      ? Object.entries(domainTitles).map(([value, label]) => ({ value, label }))
      : items.map(({ id: value, name: label }) => ({ value, label }))

  function add() {
    setTried(true)
    if (chosen !== undefined) adding.mutate({ end: false, wish: { area, kind, subject: chosen.value } })
  }

  return (
    <div className="stack">
      {areas.length > 1 && (
        <Labelled id={IDS.area} label={words.area} required>
          <Select
            id={IDS.area}
            className="wide"
            value={area}
            options={areas.map(({ code: value, name: label }) => ({ value, label }))}
            onChange={(next: string) => {
              setArea(next)
              setChosen(undefined)
            }}
          />
        </Labelled>
      )}
      <Labelled id={IDS.kind} label={words.kind} required group>
        <Radio.Group
          aria-label={words.kind}
          value={kind}
          options={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
          onChange={(event) => {
            setKind(event.target.value as Subscribed['kind'])
            setChosen(undefined)
          }}
        />
      </Labelled>
      <Labelled
        id={IDS.subject}
        label={kind === 'domain' ? words.domain : words.item}
        required
        error={tried && chosen === undefined ? words.choose : undefined}
      >
        <Select
          id={IDS.subject}
          className="wide"
          placeholder={words.find}
          showSearch={
            kind === 'item' ? { filterOption: false, onSearch: setTyped } : { optionFilterProp: 'label' }
          }
          value={chosen?.value ?? null}
          options={options}
          onChange={(value: string) => setChosen(options.find((each) => each.value === value))}
        />
      </Labelled>
      {adding.isError && <FailureNote error={adding.error} />}
      <div>
        <Button loading={adding.isPending} onClick={add}>
          {words.add}
        </Button>
      </div>
    </div>
  )
}
