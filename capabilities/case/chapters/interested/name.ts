import { Type as T } from 'typebox'
import { refusal } from '#engine/refusal.ts'
import { byWindow } from '../../actions/by-window.ts'
import { caseAction } from '../../actions/case-action.ts'
import { paperOf } from '../../actions/paper-of.ts'
import { EXAMINED } from '../special/rules.ts'
import { endClocks } from './answer.ts'
import { answerLimit, concerned, hasSpoken, INTERESTED_MAX, oneOf } from './rules.ts'

/** Somebody else whose interests the decision directly touches is told of it, in a notice of their own (第三十六条、第四十七条). */
export const nameInterested = caseAction({
  name: 'name-interested',
  from: EXAMINED,
  to: 'same',
  by: ['reviewer', 'approver'],
  input: T.Object(
    {
      name: T.String({ minLength: 2, maxLength: 60 }),
      interest: T.String({ minLength: 4, maxLength: 500 }),
      phone: T.Optional(T.String({ maxLength: 40 })),
      address: T.Optional(T.String({ maxLength: 200 })),
      /** Grave interests (重大利益关系): the right to ask for a hearing is told as well. */
      hearing: T.Boolean(),
    },
    { additionalProperties: false },
  ),
  bars: byWindow.decides,
  refuse: ({ dossier, input: { phone, address } }) => {
    if (concerned(dossier).length >= INTERESTED_MAX)
      return refusal('interested-too-many', { facts: { max: INTERESTED_MAX } })
    return [phone, address].every((reach) => (reach ?? '').trim() === '')
      ? refusal('interested-unreachable')
      : undefined
  },
  facts: ({ input: { hearing, ...who }, world }) => [
    {
      kind: 'interested-named',
      body: {
        ...paperOf(world),
        ...{ hearing, within: answerLimit(world.parameters, hearing), text: world.seal(who) },
      },
    },
  ],
})

/** Named by mistake: nothing of theirs is touched. It stays on record, with the reason. */
export const dropInterested = caseAction({
  name: 'drop-interested',
  from: EXAMINED,
  to: 'same',
  by: ['approver'],
  power: 'decide',
  input: T.Object(
    { id: T.String({ minLength: 1, maxLength: 60 }), reason: T.String({ minLength: 4, maxLength: 500 }) },
    { additionalProperties: false },
  ),
  offered: (dossier) => concerned(dossier).some((one) => one.answer === undefined && !hasSpoken(one)),
  bars: byWindow.decides,
  refuse: ({ dossier, input }) => {
    const one = oneOf(dossier, input.id)
    const settled = one === undefined || one.answer !== undefined || hasSpoken(one)
    return settled ? refusal('interested-unknown') : undefined
  },
  facts: ({ dossier, input: { id, reason }, now, world }) => [
    {
      kind: 'interested-dropped',
      body: { id, reason: world.seal(reason) },
      clock: endClocks(dossier, [id], now),
    },
  ],
})
