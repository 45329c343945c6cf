import type { CaseDetail } from '#capabilities/case/contract.ts'
import { cases } from '../../server/clients.ts'
import { RevealDialog as Reveal } from '../reveal/reveal-dialog.tsx'
import { caseWords as words } from './words.ts'

interface Props {
  no: string
  close: () => void
  done: (applicant: CaseDetail['applicant']) => void
}

/** The applicant in clear. */
export function RevealDialog({ no, close, done }: Props) {
  return (
    <Reveal
      title={words.revealTitle}
      text={words.revealText}
      hint={words.revealReasonHint}
      reveal={(reason) => cases.reveal({ params: { no }, body: { reason } })}
      close={close}
      done={done}
    />
  )
}
