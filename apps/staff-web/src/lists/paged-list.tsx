import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { Button } from 'antd'
import type { CSSProperties, ReactNode, RefObject } from 'react'
import { FailureNote } from '../server/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import './lists.css'
import { listWords as words } from './words.ts'

interface Props<Row> {
  list: UseInfiniteQueryResult<InfiniteData<{ items: Row[]; nextCursor?: string | undefined }>>
  /** What the list is, and in what order. */
  label: string
  /** Said where nothing was found; more than a sentence where there is a way on. */
  empty: ReactNode
  row: (row: Row) => ReactNode
  /** Headings above the columns, and the class that lays the columns out. */
  columns?: { className?: string; titles: readonly string[]; style?: CSSProperties }
  className?: string
  /** The part of the list a row stands in; rows of a part follow each other. */
  section?: (row: Row) => string
  /** Where the list itself stands below a heading of the second rank. */
  sectionHeading?: 'h2' | 'h3'
  /** Said above the rows, under the headings of the columns. */
  head?: ReactNode
  /** Told at the foot of the list. */
  foot?: ReactNode
  rows?: RefObject<HTMLDivElement | null>
}

/** A list page by page, with its three other faces: reading, nothing there, could not be read. */
export function PagedList<Row>({
  list,
  label,
  empty,
  row,
  columns,
  className = 'rows',
  section,
  sectionHeading: Heading = 'h2',
  head,
  foot,
  rows: box,
}: Props<Row>) {
  if (list.isPending) return <Waiting />
  if (list.isError && list.data === undefined)
    return <FailureNote error={list.error} retry={() => void list.refetch()} />
  const rows = (list.data?.pages ?? []).flatMap((page) => page.items)
  if (rows.length === 0)
    return (
      <div className="sheet row" role="status">
        {typeof empty === 'string' ? <p>{empty}</p> : empty}
      </div>
    )
  return (
    <div ref={box} className={columns === undefined ? 'stack-tight' : 'case-list'} style={columns?.style}>
      {list.isError && <FailureNote error={list.error} retry={() => void list.refetch()} />}
      {columns && (
        <div className={`case-head ${columns.className ?? ''}`} aria-hidden="true">
          {columns.titles.map((title) => (
            <span key={title}>{title}</span>
          ))}
        </div>
      )}
      {head}
      {inSections(rows, section).map((part) => (
        <div key={part.title}>
          {part.title !== '' && <Heading className="list-section">{part.title}</Heading>}
          <ul
            className={columns === undefined ? className : 'case-rows'}
            aria-label={part.title === '' ? label : `${label}：${part.title}`}
          >
            {part.rows.map(row)}
          </ul>
        </div>
      ))}
      {(list.hasNextPage || foot !== undefined) && (
        <div className="row case-foot no-print">
          {list.hasNextPage && (
            <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {words.more}
            </Button>
          )}
          {foot}
        </div>
      )}
    </div>
  )
}

interface Part<Row> {
  title: string
  rows: Row[]
}

/** Rows come in order, so a part ends where the next one begins; without parts everything is one. */
function inSections<Row>(rows: readonly Row[], section?: (row: Row) => string): Part<Row>[] {
  const parts: Part<Row>[] = []
  for (const row of rows) {
    const title = section?.(row) ?? ''
    const last = parts.find((part) => part.title === title)
    if (last === undefined) parts.push({ title, rows: [row] })
    else last.rows.push(row)
  }
  return parts
}
