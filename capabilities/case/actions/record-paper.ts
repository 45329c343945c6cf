import { Type as T } from 'typebox'
import { refusal } from '#engine/refusal.ts'
import { CASE_STATES, PAPERS } from '../contract.ts'
import { CHAPTER_PAPERS } from '../chapters/papers.ts'
import type { CaseDossier } from '../model/dossier.ts'
import { caseAction } from './case-action.ts'

/** A rendered paper (文书) with its number, stored file and hash; the job that made it commits this. */
export const recordPaper = caseAction({
  name: 'record-paper',
  from: [...CASE_STATES],
  to: 'same',
  by: ['system'],
  input: T.Object(
    {
      id: T.String(),
      kind: T.Enum([...PAPERS]),
      seq: T.Integer(),
      number: T.Optional(T.String()),
      file: T.String(),
      hash: T.String(),
    },
    { additionalProperties: false },
  ),
  refuse: ({ dossier, input }) => {
    if (!mayExist(dossier, input.kind) || CHAPTER_PAPERS[input.kind]?.exists?.(dossier) === false) {
      return refusal('not-in-this-state', { facts: { action: 'record-paper', state: dossier.state } })
    }
    return dossier.papers.some((paper) => paper.kind === input.kind && paper.seq === input.seq)
      ? refusal('already-rendered')
      : undefined
  },
  facts: ({ input }) => [{ kind: 'document-rendered', body: { paper: input } }],
})

/** The paper people wait for exists only once its decision is made and sealed; delivery relies on that order (CAS-01). */
function mayExist({ decision, seal, promise, check, revocation }: CaseDossier, kind: string): boolean {
  switch (kind) {
    case 'grant':
      return decision?.result === 'granted' && seal !== undefined
    case 'denial':
      return decision?.result === 'denied' && seal !== undefined
    case 'not-accepted':
      return decision?.result === 'refused'
    case 'commitment':
      return promise !== undefined
    case 'rectification':
      // The last check counts, and it may have come before the notice of the first was made.
      return check !== undefined
    case 'revocation':
      return revocation !== undefined
    default:
      return true
  }
}
