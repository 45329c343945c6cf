import { Type as T } from 'typebox'
import { refusal } from '#engine/refusal.ts'
import { byWindow } from '../../actions/by-window.ts'
import { caseAction } from '../../actions/case-action.ts'
import { EXAMINED } from '../special/rules.ts'

/**
 * The item's law decides this one without making it public (免予公示): help that cannot wait, or people who are known already.
 * Whoever has the power says which exception it is and why it is met; nothing but what the item lists can be chosen.
 */
export const sparePublicity = caseAction({
  name: 'spare-publicity',
  from: EXAMINED,
  to: 'same',
  by: ['approver'],
  power: 'decide',
  input: T.Object(
    { when: T.String({ minLength: 1, maxLength: 3 }), text: T.String({ minLength: 4, maxLength: 500 }) },
    { additionalProperties: false },
  ),
  offered: ({ publicity, publicitySpared }, { item }) =>
    item.process.publicity?.unless !== undefined && publicity === undefined && publicitySpared === undefined,
  bars: byWindow.decides,
  refuse: ({ input, world }) =>
    world.item.process.publicity!.unless![Number(input.when) - 1] === undefined
      ? refusal('publicity-not-spared', { basis: world.item.process.publicity!.basis })
      : undefined,
  facts: ({ input, world, grant }) => {
    const { when, basis } = world.item.process.publicity!.unless![Number(input.when) - 1]!
    return [
      { kind: 'publicity-spared', body: { when, basis, text: world.seal(input.text), grant: grant!.id } },
    ]
  },
})
