import { Button, Drawer } from 'antd'
import { useEffect, useState } from 'react'
import { day, moment } from '#ui/format/day.ts'
import type { ReplyOf } from '#platform/http/contract.ts'
import type { groundRoutes } from '#capabilities/organisation/contract/ground-routes.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { PlaceActs } from './place-acts.tsx'
import type { OrganisationSearch } from './search.ts'
import { useGroundPlace } from './use-ground.ts'
import { organisationWords as words } from './words.ts'

type Detail = ReplyOf<typeof groundRoutes.groundPlace>

interface Props {
  id: string
  search: OrganisationSearch
  close: () => void
}

/** One place: particulars, windows, standards with where each comes from, every version, and what was changed by hand. */
export function PlaceDrawer({ id, search, close }: Props) {
  const found = useGroundPlace(id, search)
  // Whoever came by keyboard goes on at the row they opened.
  const [opener] = useState(() => document.activeElement)
  useEffect(() => () => (opener instanceof HTMLElement ? opener.focus() : undefined), [opener])
  return (
    <Drawer
      open
      title={found.data?.place.name ?? words.title}
      size="min(44rem, 100vw)"
      onClose={close}
      closable={{ 'aria-label': words.close }}
    >
      {found.isPending && <Waiting />}
      {found.isError && <FailureNote error={found.error} retry={() => void found.refetch()} />}
      {found.data && (
        <div className="stack">
          {found.data.mine && <PlaceActs place={found.data.place} />}
          <Particulars detail={found.data} />
          <Standards detail={found.data} />
          <Versions detail={found.data} />
          <Changes detail={found.data} />
          <Button className="no-print" onClick={() => window.print()}>
            {words.print}
          </Button>
        </div>
      )}
    </Drawer>
  )
}

function Particulars({ detail: { place, windows } }: { detail: Detail }) {
  const lines: [string, string][] = [
    [words.owner, place.ownerName],
    [words.address, place.address],
    [words.phone, place.phone],
    [words.supervisionPhone, place.supervisionPhone],
    [words.serves, place.serves.join('、')],
    [
      words.windows,
      windows.map(({ name, takesAll }) => (takesAll ? `${name}（${words.takesAll}）` : name)).join('、'),
    ],
  ]
  return (
    <dl className="facts">
      {lines
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <div key={label}>
            <dt className="small muted">{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}

function Standards({ detail: { standards } }: { detail: Detail }) {
  if (standards.length === 0) return null
  return (
    <section>
      <h2>{words.standards}</h2>
      <ul className="stack-tight">
        {standards.map(({ name, title, text, from, own }) => (
          <li key={name}>
            <strong>{title}</strong> {text}
            <div className="small muted">{own ? words.ownStandard : words.standardFrom(from)}</div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Versions({ detail: { versions } }: { detail: Detail }) {
  return (
    <section>
      <h2>{words.versions}</h2>
      <ol className="stack-tight">
        {versions.map(({ name, from, to, address }) => (
          <li key={`${from} ${name}`}>
            {name} <span className="small muted">{address}</span>
            <div className="small muted">
              {words.since(day(from))}
              {to !== undefined && `，${words.until(day(to))}`}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Changes({ detail: { changes } }: { detail: Detail }) {
  return (
    <section>
      <h2>{words.changes}</h2>
      {changes.length === 0 && <p className="muted">{words.noChanges}</p>}
      <ol className="stack-tight">
        {changes.map(({ id, at, from, who, basis, changes: fields }) => (
          <li key={id}>
            <span className="small muted">{`${moment(at)} ${who}，${words.since(day(from))}，${basis}`}</span>
            {fields.map(({ label, before, after }) => (
              <div key={label}>{`${label}：${words.changedTo(before, after)}`}</div>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
