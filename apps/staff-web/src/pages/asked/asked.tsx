import type { ReactNode } from 'react'
import type { AllowedAct } from '#capabilities/case/contract.ts'
import { ActGroups } from './act-groups.tsx'
import './asked.css'
import { ASKED_ID } from './focus-asked.ts'
import { askedWords as words } from './words.ts'

interface Props {
  title?: string
  /** Why, and by when. */
  children: ReactNode
  allowed: readonly AllowedAct[]
  choose: (act: AllowedAct) => void
  /** Said where nothing may be done here; left out when the matter is over. */
  nothing?: string | undefined
  /** Beside the papers, and in sight while they are read. */
  beside?: boolean
}

/** What is asked of me: whose turn it is, by when and why, with the buttons the server allows and no others. */
export function Asked({ title = words.asked, children, allowed, choose, nothing, beside = false }: Props) {
  return (
    <section
      id={ASKED_ID}
      className={beside ? 'sheet asked asked-beside' : 'sheet asked'}
      aria-labelledby="asked-title"
    >
      <div className="stack-tight">
        <h2 id="asked-title" tabIndex={-1}>
          {title}
        </h2>
        {children}
      </div>
      {allowed.length > 0 && <ActGroups allowed={allowed} choose={choose} />}
      {allowed.length === 0 && nothing !== undefined && <p className="muted small">{nothing}</p>}
    </section>
  )
}
