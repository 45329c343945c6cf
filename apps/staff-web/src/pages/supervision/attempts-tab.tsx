import { Link } from '@tanstack/react-router'
import { Radio } from 'antd'
import { useState } from 'react'
import type { AttemptView } from '#capabilities/supervision/contract.ts'
import { day, moment } from '#ui/format/day.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import { OpenedNumber } from './drawer.tsx'
import { PagedList } from '../../lists/paged-list.tsx'
import { TakeAway } from '../../lists/take-away.tsx'
import { exportUrl, type SupervisionSearch } from './search.ts'
import { useAttempts } from './use-lists.ts'
import { supervisionWords as words } from './words.ts'

type Kind = AttemptView['kind']
const ANY = 'any'

/** 越权记录: who tried what beyond their power, and what stopped them. */
export function AttemptsTab({ search }: { search: SupervisionSearch }) {
  const [kind, setKind] = useState<Kind | typeof ANY>(ANY)
  const chosen = kind === ANY ? undefined : kind
  return (
    <div className="stack">
      <div className="row row-end">
        <Radio.Group
          aria-label={words.attemptKind}
          optionType="button"
          value={kind}
          onChange={(event) => setKind(event.target.value as typeof kind)}
          options={[
            { value: ANY, label: words.anyKind },
            { value: 'beyond-power', label: words.kinds['beyond-power'] },
            { value: 'upward', label: words.kinds.upward },
            { value: 'second-notice', label: words.kinds['second-notice'] },
          ]}
        />
        <TakeAway file={exportUrl('/attempts', { ...search, kind: chosen })} />
      </div>
      <Attempts kind={chosen} search={search} />
    </div>
  )
}

export function AttemptsDrawer({
  kind,
  search,
  close,
}: {
  kind: Kind
  search: SupervisionSearch & { from: string; to: string }
  close: () => void
}) {
  return (
    <OpenedNumber
      title={words.kinds[kind]}
      text={words.span(day(search.from), day(search.to))}
      exportUrl={exportUrl('/attempts', { ...search, kind })}
      close={close}
    >
      <Attempts kind={kind} search={search} />
    </OpenedNumber>
  )
}

function Attempts({ kind, search }: { kind: Kind | undefined; search: SupervisionSearch }) {
  const list = useAttempts(kind, search)
  return (
    <PagedList
      list={list}
      label={words.tabs.attempts}
      empty={words.emptyAttempts}
      row={(attempt) => <AttemptLine key={attempt.id} attempt={attempt} />}
    />
  )
}

function AttemptLine({ attempt }: { attempt: AttemptView }) {
  const { kind, kindText, at, who, body, no, itemName, actionText, codeText } = attempt
  return (
    <li className="watch-row">
      <div>
        <span className={`tag tag-${kind === 'beyond-power' ? 'bad' : 'warn'}`}>{kindText}</span>
        <div className="small muted">{moment(at)}</div>
      </div>
      <div>
        {who}
        {body !== undefined && <div className="small muted">{body}</div>}
      </div>
      <div className="small">
        {words.tried(actionText)}
        <div>{words.stopped(codeText)}</div>
      </div>
      <div className="small">
        {no === undefined ? (
          itemName
        ) : (
          <Link to="/cases/$no" params={{ no }} className="watch-link">
            {itemName ?? groupedNumber(no)}
          </Link>
        )}
        {no !== undefined && itemName !== undefined && (
          <div className="muted figures">{groupedNumber(no)}</div>
        )}
      </div>
    </li>
  )
}
