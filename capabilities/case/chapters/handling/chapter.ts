import type { Fact } from '#engine/fact.ts'
import { refusal } from '#engine/refusal.ts'
import { caseAction } from '../../actions/case-action.ts'
import { moved } from '../../model/fold.ts'
import { NEEDING_POWER } from '../power/reassign.ts'
import { Handler } from './dossier.ts'
import type { Chapter } from '../chapter.ts'

/**
 * Running cases that are handed to the unit which took over the item (移交在办件). Nobody presses this on a case: it follows from the act on
 * the register that names them all. Limits, organ and papers run on.
 */
const changeHandler = caseAction({
  name: 'change-handler',
  from: NEEDING_POWER,
  to: 'same',
  by: ['system'],
  input: Handler,
  refuse: ({ dossier, input }) =>
    dossier.handler?.body === input.body ? refusal('not-for-this-dossier') : undefined,
  facts: ({ dossier, input }) => [
    {
      kind: 'handler-changed',
      body: { to: { ...input }, ...(dossier.handler === undefined ? {} : { from: dossier.handler.name }) },
    },
  ],
})

export const handling: Chapter = {
  name: 'handling',
  actions: [changeHandler],
  apply: {
    'handler-changed': (dossier, fact: Fact<{ to: Handler }>) => ({
      ...moved(dossier, fact),
      handler: fact.body.to,
    }),
  },
  // Whoever deals with it sees it, also with a post of the unit itself.
  partners: ({ handler }) => (handler === undefined ? [] : [handler.body]),
}
