import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { byWindow } from '../../actions/by-window.ts'
import { caseAction } from '../../actions/case-action.ts'
import { paperOf } from '../../actions/paper-of.ts'
import { licensing } from '../../model/limits.ts'
import { SPECIAL_KINDS } from './dossier.ts'
import { EXAMINED, extendable, runningOf, toldDay } from './rules.ts'

/**
 * It needs longer than was told, and the applicant is told so in writing while the told days still run; a notice that comes
 * later moves nothing. [K] The law sets no bounds: once, and by no more than was told at first.
 */
export const extendSpecial = caseAction({
  name: 'extend-special',
  from: EXAMINED,
  to: 'same',
  by: ['approver'],
  input: T.Object(
    {
      kind: T.Enum([...SPECIAL_KINDS]),
      amount: T.Integer({ minimum: 1, maximum: 365 }),
      why: T.String({ minLength: 4, maxLength: 500 }),
    },
    { additionalProperties: false },
  ),
  offered: (dossier) => extendable(dossier).length > 0,
  bars: byWindow.decides,
  refuse: ({ dossier, input, now, world }) => {
    const basis = licensing(world.item, '第四十五条')
    const one = runningOf(dossier, input.kind)
    if (one === undefined || !extendable(dossier).includes(input.kind))
      return refusal('special-not-running', { basis })
    if (input.amount > one.told.amount)
      return refusal('special-extension-long', { facts: { most: one.told.amount }, basis })
    const last = toldDay(dossier, one, world.calendar)
    return last !== undefined && legalDay(now) > last
      ? refusal('special-extension-late', { facts: { day: last }, basis })
      : undefined
  },
  facts: ({ dossier, input: { kind, amount, why }, world }) => {
    const { id, told } = runningOf(dossier, kind)!
    return [
      {
        kind: 'special-extended',
        body: { ...paperOf(world), id, kind, told: { amount, unit: told.unit }, why: world.seal(why) },
      },
    ]
  },
})
