import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import '../case/case-page.css'

interface Props<Detail> {
  found: UseQueryResult<Detail>
  /** Heads the page while there is nothing else to head it. */
  title: string
  /** The way back to the list. */
  back: ReactNode
  children: (detail: Detail) => ReactNode
}

/** The page of one matter with its other faces: reading, not there, could not be read again. */
export function MatterPage<Detail>({ found, title, back, children }: Props<Detail>) {
  if (found.isPending) return <Waiting />
  return (
    <>
      <p className="no-print">{back}</p>
      {found.data === undefined && <h1>{title}</h1>}
      {found.isError && <FailureNote error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && children(found.data)}
    </>
  )
}

/** A block of the page under its heading. */
export function Sheet({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="sheet stack-tight" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
