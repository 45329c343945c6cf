import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input, type InputRef } from 'antd'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { ItemSummary } from '#capabilities/catalogue/contract.ts'
import { limitWords } from '#ui/format/limit.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import './intake.css'
import { byDomain, titleOf } from './by-domain.ts'
import { HeldDrafts } from './held-drafts.tsx'
import { PickUp } from './pick-up.tsx'
import { useAtWindow } from './use-at-window.ts'
import { useItems } from './use-items.ts'
import { intakeWords as words } from './words.ts'

/** Any item at any window (无差别受理): the clerk finds it by everyday words. */
export function ChooseItemPage() {
  const atWindow = useAtWindow()
  const [typed, setTyped] = useState('')
  const search = useRef<InputRef>(null)
  const navigate = useNavigate()
  const asked = useDeferredValue(typed)
  const items = useItems(asked)
  // Of what is typed now: answers to an earlier word are still shown for a moment.
  const first =
    typed.trim() === '' || typed !== asked || items.isPlaceholderData
      ? undefined
      : items.data?.pages[0]?.items[0]
  // Whoever takes in begins by typing; on a screen that is touched the keyboard would cover the list.
  useEffect(() => {
    if (!matchMedia('(hover: none)').matches) search.current?.focus({ preventScroll: true })
  }, [])
  return (
    <>
      <h1>{atWindow ? words.title : words.titleAway}</h1>
      <div className="sheet stack-tight" role="search">
        <label htmlFor="item-search">
          <strong>{words.searchLabel}</strong>
        </label>
        <Input
          ref={search}
          id="item-search"
          type="search"
          size="large"
          maxLength={100}
          aria-describedby="item-search-hint"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={() => {
            if (first) void navigate({ to: '/intake/$item', params: { item: first.id } })
          }}
        />
        <p className="hint" id="item-search-hint">
          {atWindow ? words.searchHint : words.searchHintAway}
        </p>
      </div>
      {atWindow && <HeldDrafts />}
      {atWindow && <PickUp />}
      <Results typed={asked} items={items} />
    </>
  )
}

function Results({ typed, items }: { typed: string; items: ReturnType<typeof useItems> }) {
  if (items.isPending) return <Waiting />
  if (items.isError && items.data === undefined)
    return <FailureNote error={items.error} retry={() => void items.refetch()} />
  const found = items.data.pages.flatMap((page) => page.items)
  if (found.length === 0) return <p role="status">{words.none}</p>
  return (
    <section aria-label={words.results} className="stack">
      {typed.trim() === '' ? (
        byDomain(found).map(({ domain, items: own }) => (
          <section key={domain} className="stack-tight" aria-labelledby={`domain-${domain}`}>
            <h2 id={`domain-${domain}`}>{titleOf(domain)}</h2>
            <ItemLines items={own} />
          </section>
        ))
      ) : (
        <ItemLines items={found} />
      )}
      {items.hasNextPage && (
        <Button loading={items.isFetchingNextPage} onClick={() => void items.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </section>
  )
}

function ItemLines({ items }: { items: readonly ItemSummary[] }) {
  return (
    <ul className="items">
      {items.map((item) => (
        <ItemLine key={item.id} item={item} />
      ))}
    </ul>
  )
}

function ItemLine({ item }: { item: ItemSummary }) {
  return (
    <li className="item-line">
      <Link to="/intake/$item" params={{ item: item.id }}>
        {item.name}
      </Link>
      <p className="small muted">{item.summary}</p>
      <p className="small">
        {item.projectType === '1' ? words.immediate : words.promised(limitWords(item.promisedLimit))}
        {' · '}
        {words.visits(item.visits)}
        {' · '}
        <a href={`/items/${item.id}/guide-short.pdf`}>
          {words.enquiryNotice}
          <span className="visually-hidden">{words.enquiryNoticeOf(item.name)}</span>
        </a>
      </p>
    </li>
  )
}
