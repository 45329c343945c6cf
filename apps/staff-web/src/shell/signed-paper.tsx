import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import './signed-paper.css'
import { shellWords as words } from './words.ts'

const PRINTING = 'print-signed'

interface Props {
  title: string
  /** What the applicant says by signing. */
  own: string
  children: ReactNode
}

/** The sheet an applicant signs at the counter: on paper alone, never on the screen. One page has one. */
export function SignedPaper({ title, own, children }: Props) {
  return createPortal(
    <div className="signed-paper" aria-hidden="true">
      <h1>{title}</h1>
      {children}
      <p className="signed-own">{own}</p>
      <p className="signed-line">
        <span>{words.signature}</span>
        <span>{words.signedOn}</span>
      </p>
    </div>,
    document.body,
  )
}

/** Prints the sheet instead of the page around it. */
export function printSigned(): void {
  const { classList } = document.documentElement
  classList.add(PRINTING)
  window.addEventListener('afterprint', () => classList.remove(PRINTING), { once: true })
  window.print()
}
