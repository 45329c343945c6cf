import { Button } from 'antd'
import type { UseInfiniteQueryResult, InfiniteData } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { supervisionWords as words } from './words.ts'

interface Props<Row> {
  list: UseInfiniteQueryResult<InfiniteData<{ items: Row[]; nextCursor?: string }>>
  label: string
  empty: string
  row: (row: Row) => ReactNode
}

/** A list page by page, with its three other faces: reading, nothing there, could not be read. */
export function PagedList<Row>({ list, label, empty, row }: Props<Row>) {
  if (list.isPending) return <Waiting />
  if (list.isError && list.data === undefined)
    return <FailureNote error={list.error} retry={() => void list.refetch()} />
  const rows = (list.data?.pages ?? []).flatMap((page) => page.items)
  if (rows.length === 0)
    return (
      <p role="status" className="sheet">
        {empty}
      </p>
    )
  return (
    <div className="stack-tight">
      {list.isError && <FailureNote error={list.error} retry={() => void list.refetch()} />}
      <ul className="rows watch-rows" aria-label={label}>
        {rows.map(row)}
      </ul>
      {list.hasNextPage && (
        <Button
          className="no-print"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </div>
  )
}
