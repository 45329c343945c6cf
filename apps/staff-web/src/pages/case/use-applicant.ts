import { createContext, useContext } from 'react'
import type { RevealedCase } from '#capabilities/case/contract.ts'
import { cases } from '../../server/clients.ts'
import { useReveal } from '../reveal/use-reveal.tsx'
import { caseWords as words } from './words.ts'

/** The applicant in clear, for a stated reason: asked once, seen on the page and in every dialog above it. */
export function useApplicant(no: string) {
  return useReveal<RevealedCase>({
    title: words.revealTitle,
    text: words.revealText,
    hint: words.revealReasonHint,
    reveal: (reason) => cases.reveal({ params: { no }, body: { reason } }),
  })
}

export const Revealed = createContext<ReturnType<typeof useApplicant> | undefined>(undefined)

export function useRevealed(): ReturnType<typeof useApplicant> {
  const revealed = useContext(Revealed)
  if (revealed === undefined) throw new Error('the case page keeps what was revealed')
  return revealed
}
