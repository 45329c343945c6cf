import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useEffect, useState } from 'react'
import type { OfficeNotice } from '#capabilities/case/contract/notice-routes.ts'
import { moment } from '#ui/format/day.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import { PagedList } from '../../lists/paged-list.tsx'
import { FreshNews } from '../../pages/item-news/fresh-news.tsx'
import { useCounts } from '../../pages/work-list/use-counts.ts'
import { bellWords as words } from './words.ts'
import { useNotices } from './use-notices.ts'

/** The open bell: first the days that are near, then what happened, newest first. */
export default function NoticePanel({ cases, close }: { cases: boolean; close: () => void }) {
  // Whoever came by keyboard goes on at the button they pressed.
  const [opener] = useState(() => document.activeElement)
  useEffect(() => () => (opener instanceof HTMLElement ? opener.focus() : undefined), [opener])
  return (
    <Drawer
      open
      title={words.title}
      size="min(30rem, 100vw)"
      onClose={close}
      closable={{ 'aria-label': words.close }}
      classNames={{ body: 'notice-drawer' }}
    >
      <div className="stack">
        {cases && <Days close={close} />}
        <FreshNews close={close} alone={!cases} />
        {cases && <Happened close={close} />}
      </div>
    </Drawer>
  )
}

function Happened({ close }: { close: () => void }) {
  return (
    <>
      <p className="small muted">{words.text}</p>
      <PagedList
        list={useNotices()}
        label={words.list}
        empty={words.empty}
        className="rows notice-rows"
        row={(notice) => <Line key={notice.key} notice={notice} close={close} />}
      />
    </>
  )
}

function Line({ notice, close }: { notice: OfficeNotice; close: () => void }) {
  const { no, itemName, text, by, says, at, unread } = notice
  return (
    <li className="notice-line">
      <p>
        <Link to="/cases/$no" params={{ no }} onClick={close}>
          {text}
        </Link>{' '}
        {unread && <span className="tag tag-warn notice-new">{words.fresh}</span>}
      </p>
      {(by !== undefined || says !== undefined) && <p className="small">{words.said(by, says)}</p>}
      <div className="small">{itemName}</div>
      <div className="small muted">
        <span className="figures">{groupedNumber(no)}</span> {moment(at)}
      </div>
    </li>
  )
}

/** What waits is counted, not told line by line: the list itself has the lines. */
function Days({ close }: { close: () => void }) {
  const counts = useCounts().data
  if (counts === undefined) return null
  const near = [
    ...(counts.late > 0 ? [{ text: words.late(counts.late), tone: 'bad' }] : []),
    ...(counts.soon > 0 ? [{ text: words.today(counts.soon), tone: 'warn' }] : []),
    ...((counts.next ?? 0) > 0 ? [{ text: words.next(counts.next), tone: 'plain' }] : []),
  ]
  if (near.length === 0) return null
  return (
    <p className="row">
      <Link to="/cases" search={{ queue: 'mine' }} onClick={close}>
        {words.due}
      </Link>
      {near.map(({ text, tone }) => (
        <span key={text} className={`tag tag-${tone}`}>
          {text}
        </span>
      ))}
    </p>
  )
}
