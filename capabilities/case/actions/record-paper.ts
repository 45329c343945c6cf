import { Type as T } from 'typebox'
import { refusal } from '#engine/refusal.ts'
import { CASE_STATES } from '../contract.ts'
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
      kind: T.Enum(['receipt', 'acceptance', 'supplement', 'not-accepted', 'grant', 'denial', 'delivery']),
      seq: T.Integer(),
      number: T.Optional(T.String()),
      file: T.String(),
      hash: T.String(),
    },
    { additionalProperties: false },
  ),
  refuse: ({ dossier, input }) =>
    dossier.papers.some((paper) => paper.kind === input.kind && paper.seq === input.seq)
      ? refusal('already-rendered')
      : undefined,
  facts: ({ input }) => [{ kind: 'document-rendered', body: { paper: input } }],
})
