import type { LegalDay } from '#engine/day.ts'
import type { Sealed, StepMark } from '../../model/step-mark.ts'

export const COUNTERSIGN_CLOCK = 'countersign'

/** The post that took a case on (认领) or was given it (指派、移交); until the state moves on nobody else takes its step. */
export interface Holder {
  post: string
  how: 'claimed' | 'assigned' | 'handed-over'
  by: StepMark
}

/** Somebody the decision waits for (会签人). */
export interface Signer {
  post: string
  /** Who asked: the approver, or another signer (加签). */
  by: StepMark
  askedOn: LegalDay
  answer?: { how: 'agree' | 'disagree'; text?: Sealed; by: StepMark }
  /** What the approver made of a disagreement. */
  settled?: { reason: Sealed; by: StepMark }
  /** The approver no longer waits for them, and why. */
  excused?: { reason: Sealed; by: StepMark }
}

/** Who sees what the own body decides, and so can sign it; a village agent sees what the own station sent on and no more. */
const SEEING = new Set(['window-clerk', 'reviewer', 'approver', 'issuer', 'head', 'director'])

export const mayBeSigner = ({ roles }: { roles: readonly string[] }): boolean =>
  roles.some((role) => SEEING.has(role))

/** Posts that still have to sign. */
export function openSigners({ signers }: { signers?: readonly Signer[] }): string[] {
  return (signers ?? []).filter((signer) => !signer.answer && !signer.excused).map(({ post }) => post)
}
