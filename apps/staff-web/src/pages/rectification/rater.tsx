import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { RectificationDetail } from '#capabilities/evaluation/contract/rectification.ts'
import { rectifications } from '../../server/clients.ts'
import { useReveal } from '../reveal/use-reveal.tsx'
import { rectificationWords as words } from './words.ts'

interface Props {
  id: string
  rater: NonNullable<RectificationDetail['rater']>
  /** Has to contact the rater, and may therefore ask for the phone. */
  calls: boolean
}

/** Masked until somebody says why they call; leaving the page masks it again. */
export function Rater({ id, rater, calls }: Props) {
  const { clear, ask, hide, dialog } = useReveal({
    title: words.reveal,
    text: words.revealText,
    hint: words.revealReasonHint,
    reveal: (reason) => rectifications.reveal({ params: { id }, body: { reason } }),
  })
  return (
    <span className="row">
      <span>{clear === undefined ? rater.name : `${clear.name} ${clear.phone}`}</span>
      {clear !== undefined ? (
        <Button onClick={hide}>{words.hide}</Button>
      ) : (
        calls && <Button onClick={ask}>{words.reveal}</Button>
      )}
      <Link to="/cases/$no" params={{ no: rater.no }}>
        {words.openCase}
      </Link>
      {dialog}
    </span>
  )
}
