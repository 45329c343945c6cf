import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ListVersionRow, ListView } from '#capabilities/catalogue/contract/list-routes.ts'
import { day } from '#ui/format/day.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { Lines } from './lines.tsx'
import { useLists } from './use-residency.ts'
import { residencyWords as words } from './words.ts'

interface Chosen {
  list: string
  no: number | undefined
  choose: (no: number) => void
}

/** One list with its versions and notices, where it no longer follows the one above, and the lines of a version. */
export function List({ list, no, choose }: Chosen) {
  const found = useLists()
  if (found.isPending) return <Waiting />
  const view = found.data?.items.find((each) => each.list === list)
  if (view === undefined) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  const shown = no ?? (view.versions.find(({ current }) => current) ?? view.versions[0])?.no
  return (
    <>
      <section className="sheet stack-tight" aria-labelledby="list-title">
        <h2 id="list-title">{view.title}</h2>
        <p className="muted">{view.text}</p>
        <p className="no-print">
          <Link to="/books/$book" params={{ book: list }}>
            {words.work}
          </Link>
        </p>
        {view.versions.length === 0 ? (
          <p role="status">{words.noVersion}</p>
        ) : (
          <ul className="rows" aria-label={words.versions}>
            {view.versions.map((version) => (
              <Version key={version.id} version={version} choose={choose} />
            ))}
          </ul>
        )}
      </section>
      <Flags view={view} />
      <Domains view={view} />
      {shown !== undefined && <Lines list={list} no={shown} />}
    </>
  )
}

function Version({ version, choose }: { version: ListVersionRow; choose: (no: number) => void }) {
  const { no, standing, unpublished, current, from, lines, notice, handbookNotice } = version
  return (
    <li className="residency-row">
      <div>
        <Button type="link" onClick={() => choose(no)}>
          {words.version(no)}
        </Button>{' '}
        <span className={`tag tag-${current ? 'good' : unpublished ? 'warn' : 'plain'}`}>{standing}</span>
      </div>
      <div className="small">
        {words.from(day(from))}，{words.lines(lines)}
      </div>
      <div className="small">
        {notice === undefined ? words.noNotice : words.notice(notice)}
        {handbookNotice !== undefined && <div>{words.handbook(handbookNotice)}</div>}
      </div>
    </li>
  )
}

function Flags({ view: { flags } }: { view: ListView }) {
  if (flags.length === 0) return null
  return (
    <section className="sheet stack-tight" aria-labelledby="list-flags">
      <h2 id="list-flags">{words.flags}</h2>
      <ul className="plain-list stack-tight">
        {flags.map(({ line, flag, name, text, explained }) => (
          <li key={`${flag} ${line}`}>
            <strong>{name}</strong>{' '}
            <span className={`tag tag-${explained === undefined ? 'warn' : 'plain'}`}>
              {explained === undefined ? text : words.explained(explained)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Domains({ view: { domains, versions } }: { view: ListView }) {
  if (!versions.some(({ current }) => current)) return null
  return (
    <section className="sheet stack-tight" aria-labelledby="list-domains">
      <h2 id="list-domains">{words.domains}</h2>
      <ul className="domain-counts">
        {domains.map(({ domain, title, count }) => (
          <li key={domain}>
            {title}：{count}
          </li>
        ))}
      </ul>
    </section>
  )
}
