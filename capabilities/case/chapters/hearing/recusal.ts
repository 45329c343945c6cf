import { Type as T } from 'typebox'
import { refusal } from '#engine/refusal.ts'
import { caseAction } from '../../actions/case-action.ts'
import { EXAMINED } from '../special/rules.ts'
import { isOwed, objectionOpen } from './rules.ts'

/**
 * Who holds that the presider has an interest of their own may ask for another (申请回避, 第四十八条第一款第三项), until the hearing is
 * held. Another call with another presider grants it.
 */
export const objectToPresider = caseAction({
  name: 'object-to-presider',
  from: EXAMINED,
  to: 'same',
  by: ['applicant', 'window-clerk'],
  input: T.Object(
    { reason: T.String({ minLength: 2, maxLength: 500 }), name: T.Optional(T.String({ maxLength: 60 })) },
    { additionalProperties: false },
  ),
  offered: (dossier) =>
    isOwed(dossier) && dossier.hearing?.convened !== undefined && dossier.hearing.objected === undefined,
  facts: ({ input, actor, world }) => {
    const { reason, name } = input
    const said = { reason, ...(name && actor.kind === 'staff' ? { name } : {}) }
    return [{ kind: 'presider-objected', body: { text: world.seal(said) } }]
  },
})

/** The objection is not followed, with a reason. [K] The law names nobody who says so; never the presider. */
export const keepPresider = caseAction({
  name: 'keep-presider',
  from: EXAMINED,
  to: 'same',
  by: ['approver', 'head'],
  input: T.Object({ reason: T.String({ minLength: 4, maxLength: 500 }) }, { additionalProperties: false }),
  offered: objectionOpen,
  bars: ({ dossier, actor }) =>
    actor.kind === 'staff' && actor.post === dossier.hearing?.convened?.presider
      ? refusal('role-separation')
      : undefined,
  facts: ({ input, world }) => [{ kind: 'presider-kept', body: { reason: world.seal(input.reason) } }],
})
