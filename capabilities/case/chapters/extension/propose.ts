import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { byWindow } from '../../actions/by-window.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import { licensing } from '../../model/limits.ts'
import { EXAMINED } from '../special/rules.ts'
import { EXTENSION_CODES } from './dossier.ts'
import { lastDay, lawfulExtension, statutory } from './rules.ts'

/** Who examines or decides asks the head for more time, before the last day has passed (C3). */
export const proposeExtension = caseAction({
  name: 'propose-extension',
  from: EXAMINED,
  to: 'same',
  by: ['reviewer', 'approver'],
  input: T.Object(
    {
      code: T.Enum([...EXTENSION_CODES]),
      text: T.String({ minLength: 4, maxLength: 500 }),
      /** Left out, as long as the law allows. */
      amount: T.Optional(T.Integer({ minimum: 1, maximum: 365 })),
    },
    { additionalProperties: false },
  ),
  offered: ({ extension }) => extension?.proposed === undefined,
  bars: (act) => byWindow.decides(act) ?? notExtendable(act),
  refuse: ({ input, world }) => {
    const { amount, basis } = lawfulExtension(world.item)!
    return input.amount !== undefined && input.amount > amount
      ? refusal('extension-too-long', { facts: { most: amount }, basis })
      : undefined
  },
  facts: ({ input, world }) => {
    const { amount: most, by: head } = lawfulExtension(world.item)!
    const { code, text, amount = most } = input
    return [{ kind: 'extension-proposed', body: { code, text: world.seal(text), amount, head } }]
  },
})

/** Why the limit cannot be extended now, whoever asks: no law for it, done once, over, or standing still. */
export function notExtendable(act: Omit<CaseAct<unknown>, 'input'>): Refusal | undefined {
  const { dossier, now, world } = act
  const lawful = lawfulExtension(world.item)
  if (lawful === undefined || statutory(dossier) === undefined) {
    return refusal('extension-none', { basis: licensing(world.item, '第四十二条') })
  }
  const { basis } = lawful
  if (dossier.extension?.granted !== undefined) return refusal('extension-once', { basis })
  const day = lastDay(dossier, world)
  // Whether the days left are enough can only be said while they are counted.
  if (day === undefined) return refusal('extension-stopped', { basis })
  return legalDay(now) > day ? refusal('extension-late', { facts: { day }, basis }) : undefined
}
