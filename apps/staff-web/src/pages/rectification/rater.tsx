import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { RectificationDetail, Rater as Clear } from '#capabilities/evaluation/contract/rectification.ts'
import { rectifications } from '../../server/clients.ts'
import { RevealDialog } from '../reveal/reveal-dialog.tsx'
import { rectificationWords as words } from './words.ts'

interface Props {
  id: string
  rater: NonNullable<RectificationDetail['rater']>
  /** Has to contact the rater, and may therefore ask for the phone. */
  calls: boolean
}

/** Masked until somebody says why they call; leaving the page masks it again. */
export function Rater({ id, rater, calls }: Props) {
  const [clear, setClear] = useState<Clear>()
  const [asking, setAsking] = useState(false)
  return (
    <span className="row">
      <span>{clear === undefined ? rater.name : `${clear.name} ${clear.phone}`}</span>
      {clear !== undefined ? (
        <Button onClick={() => setClear(undefined)}>{words.hide}</Button>
      ) : (
        calls && <Button onClick={() => setAsking(true)}>{words.reveal}</Button>
      )}
      <Link to="/cases/$no" params={{ no: rater.no }}>
        {words.openCase}
      </Link>
      {asking && (
        <RevealDialog
          title={words.reveal}
          text={words.revealText}
          hint={words.revealReasonHint}
          reveal={(reason) => rectifications.reveal({ params: { id }, body: { reason } })}
          close={() => setAsking(false)}
          done={(next) => {
            setClear(next)
            setAsking(false)
          }}
        />
      )}
    </span>
  )
}
