import { Type as T } from 'typebox'
import { byWindow } from '../../actions/by-window.ts'
import { caseAction } from '../../actions/case-action.ts'
import { samePerson } from '../../actions/decide.ts'
import { paperOf } from '../../actions/paper-of.ts'
import { TERMINATION_GROUNDS } from './dossier.ts'
import { endAll, UNDECIDED } from './give-up.ts'

/**
 * Ending a matter without a decision (终止), because there is nothing left to decide. [K] The licensing law has no article on a
 * pending application; its article 70 ends a licence on the same grounds, and a pack may word the basis its own way. It is
 * given in writing by somebody with power, with reasons and the ways to contest it.
 */
export const terminate = caseAction({
  name: 'terminate',
  from: UNDECIDED,
  to: ['terminated'],
  by: ['approver'],
  power: 'decide',
  input: T.Object(
    {
      ground: T.Enum([...TERMINATION_GROUNDS]),
      reason: T.String({ minLength: 10, maxLength: 2000 }),
      basis: T.String({ minLength: 4, maxLength: 500 }),
    },
    { additionalProperties: false },
  ),
  bars: byWindow.refuses,
  refuse: samePerson,
  facts: ({ dossier, input: { ground, ...said }, grant, now, world }) => [
    {
      kind: 'terminated',
      body: { ground, reason: world.seal(said), grant: grant!.id, ...paperOf(world) },
      clock: endAll(dossier, now),
    },
  ],
})
