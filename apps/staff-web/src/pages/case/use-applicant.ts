import { cases } from '../../server/clients.ts'
import { useReveal } from '../reveal/use-reveal.tsx'
import { caseWords as words } from './words.ts'

/** The applicant in clear, for a stated reason. */
export function useApplicant(no: string) {
  return useReveal({
    title: words.revealTitle,
    text: words.revealText,
    hint: words.revealReasonHint,
    reveal: (reason) => cases.reveal({ params: { no }, body: { reason } }),
  })
}
