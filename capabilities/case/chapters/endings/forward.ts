import { Type as T } from 'typebox'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { byWindow } from '../../actions/by-window.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import { samePerson } from '../../actions/decide.ts'
import { paperOf } from '../../actions/paper-of.ts'
import { isHeld } from '../../model/materials.ts'
import { licensing } from '../../model/limits.ts'
import { endAll } from './give-up.ts'

const OPENLY = '第三十五条'

/**
 * Sending up (转报): where the law has a lower body examine first and a higher one decide, the preliminary opinion and all
 * papers go up directly, and the higher body may not ask the applicant for them again (第三十五条、第四十三条). Only items whose
 * process says so have it; what a body decides itself it never passes on (上推).
 */
export const forward = caseAction({
  name: 'forward',
  from: ['reviewed'],
  to: ['forwarded'],
  by: ['approver'],
  input: T.Object({ opinion: T.String({ minLength: 10, maxLength: 2000 }) }, { additionalProperties: false }),
  offered: (_dossier, { item }) => item.process.forwardsTo !== undefined,
  bars: byWindow.decides,
  refuse: (act) => samePerson(act) ?? papersMissing(act),
  facts: ({ dossier, input, now, world }) => [
    {
      kind: 'forwarded',
      body: {
        to: world.item.process.forwardsTo!.body,
        opinion: world.seal(input.opinion),
        materials: sentUp(world.item, dossier.materials),
        ...paperOf(world),
      },
      clock: endAll(dossier, now),
    },
  ],
})

/** All papers go up: what the item requires has to be there, or the higher body would have to ask for it. */
function papersMissing({ dossier, world }: CaseAct<unknown>): Refusal | undefined {
  const { materials } = dossier
  const missing = world.item.materials
    .filter(({ id, necessity, fromForm }) => necessity === 'required' && !fromForm && !isHeld(materials[id]))
    .map(({ id }) => id)
  return missing.length > 0
    ? refusal('materials-missing', { facts: { materials: missing }, basis: licensing(world.item, OPENLY) })
    : undefined
}

function sentUp({ materials }: ItemVersion, held: CaseAct<unknown>['dossier']['materials']): string[] {
  return materials.filter(({ id, fromForm }) => fromForm || isHeld(held[id])).map(({ id }) => id)
}

/** What a higher body decides is not decided here. */
export function forwardOnly(act: string, item: ItemVersion): Refusal | undefined {
  return (act === 'grant' || act === 'deny') && item.process.forwardsTo !== undefined
    ? refusal('forward-only', { facts: { to: item.process.forwardsTo.body }, basis: licensing(item, OPENLY) })
    : undefined
}
