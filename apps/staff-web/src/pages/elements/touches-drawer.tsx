import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useEffect, useState } from 'react'
import type { Touches } from '#capabilities/catalogue/contract/element-routes.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useTouches, type Looked } from './use-elements.ts'
import { elementWords as words } from './words.ts'

/** What hangs on one element or paper, before anybody changes it. */
export function TouchesDrawer({ looked, name, close }: { looked: Looked; name: string; close: () => void }) {
  const found = useTouches(looked)
  // Whoever came by keyboard goes on at the row they opened.
  const [opener] = useState(() => document.activeElement)
  useEffect(() => () => (opener instanceof HTMLElement ? opener.focus() : undefined), [opener])
  return (
    <Drawer
      open
      title={words.touches(name)}
      size="min(44rem, 100vw)"
      onClose={close}
      closable={{ 'aria-label': words.close }}
    >
      {found.isPending && <Waiting />}
      {found.isError && <FailureNote error={found.error} retry={() => void found.refetch()} />}
      {found.data && <Touched {...found.data} />}
    </Drawer>
  )
}

function Touched({ places, guides, undertakings, openDrafts, changes }: Touches) {
  return (
    <div className="stack">
      <ul>
        <li>{words.sum(places.length, guides)}</li>
        <li>{words.drafts(openDrafts)}</li>
        {undertakings.length > 0 && <li>{words.undertakings(undertakings)}</li>}
        {changes.length > 0 && (
          <li>
            {words.changes}：
            {changes.map(({ id, name }) => (
              <span key={id}>
                <Link to="/item-changes/$id" params={{ id }}>
                  {name}
                </Link>{' '}
              </span>
            ))}
          </li>
        )}
      </ul>
      <h2>{words.place}</h2>
      <ul className="stack-tight">
        {places.map(({ item, name, at, called, required }) => (
          <li key={`${item} ${at}`}>
            <a href={`/items/${item}`} target="_blank" rel="noreferrer">
              {name}
            </a>{' '}
            <span className="muted">{`${called}（${required ? words.required : words.optional}）`}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
