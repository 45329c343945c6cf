import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Waiting } from '../shell/waiting.tsx'
import { FailureNote } from './failure-note.tsx'

interface Props<D> {
  found: Pick<UseQueryResult<D>, 'data' | 'error' | 'isPending' | 'refetch'>
  children: (data: D) => ReactNode
}

/** What was asked of the server: while it is on its way, when it did not come, and what it is. Old data stays where a second look fails. */
export function Read<D>({ found, children }: Props<D>) {
  if (found.isPending) return <Waiting />
  if (found.data === undefined) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  return children(found.data)
}
