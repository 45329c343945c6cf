import { Type as T } from 'typebox'
import { refusal } from '#engine/refusal.ts'
import { caseAction } from '../../actions/case-action.ts'
import type { CaseDossier, Paper } from '../../model/dossier.ts'

/** Decisions that came over the network and can be printed where the applicant waits. */
export const printable = ({ papers }: Pick<CaseDossier, 'papers'>): readonly Paper[] =>
  papers.filter(({ kind, file }) => (kind === 'grant' || kind === 'denial') && file !== undefined)

/** 网上远程审批: the district has decided, the town prints and hands out; who printed which paper, when and where, is on record. */
export const printAtPlace = caseAction({
  name: 'print-at-place',
  from: ['issued'],
  to: 'same',
  by: ['window-clerk'],
  input: T.Object({ paper: T.String({ minLength: 1, maxLength: 60 }) }, { additionalProperties: false }),
  offered: (dossier) => dossier.remote === true && dossier.delivery === 'window',
  bars: ({ dossier, actor }) =>
    actor.kind === 'staff' && actor.place === dossier.acceptPlace ? undefined : refusal('print-elsewhere'),
  refuse: ({ dossier, input }) =>
    printable(dossier).some(({ id }) => id === input.paper) ? undefined : refusal('decision-paper-not-ready'),
  facts: ({ dossier, input }) => {
    const { id, kind, number } = printable(dossier).find((paper) => paper.id === input.paper)!
    const body = { paper: id, kind, place: dossier.acceptPlace, ...(number === undefined ? {} : { number }) }
    return [{ kind: 'paper-printed', body }]
  },
})
