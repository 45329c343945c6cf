import type { ReactNode } from 'react'
import { FailureNote } from '../server/failure-note.tsx'

interface Props {
  title: string
  error: unknown
  retry: () => void
  /** The way back, where the page has one. */
  back?: ReactNode
  more?: ReactNode
}

/** A page that could not be read: it still says which one it is, why, and offers to try again. */
export function Unreadable({ title, error, retry, back, more }: Props) {
  return (
    <>
      {back !== undefined && <p className="no-print">{back}</p>}
      <h1>{title}</h1>
      <FailureNote error={error} retry={retry} more={more} />
    </>
  )
}
