import { findPower } from '#engine/power/grant.ts'
import { isRefusal } from '#engine/refusal.ts'
import { dayTold } from '../imported/times.ts'
import { deedOf } from './deed.ts'
import type { Finding } from './finding.ts'
import type { HandledCase } from './handled-case.ts'
import { decisionOf, everywhere, grantEvidence, type PowerRegister } from './power.ts'

export interface UpwardRules extends Pick<PowerRegister, 'item' | 'grants' | 'nameOf'> {
  towns: ReadonlySet<string>
}

/**
 * 上推: a town accepted what was its own to decide, and a body that is no town decided it, as `refer` forbids in our own cases.
 * Whatever keeps this from being asked keeps 超权限 from being asked too, and is told there.
 */
export function pushedUp(handled: HandledCase, { item, grants, nameOf, towns }: UpwardRules): Finding[] {
  const { accepted } = handled
  const decided = decisionOf(handled)
  if ('unknown' in item || accepted?.body === undefined || decided?.body === undefined) return []
  const [town, above] = [accepted.body, decided.body]
  if (!towns.has(town) || towns.has(above)) return []
  const day = dayTold(decided.at)
  const held = findPower({ power: 'decide', item: item.id, body: town, place: '*', day }, everywhere(grants))
  if (isRefusal(held)) return []
  return [
    {
      ...{ rule: 'upward', code: 'decided-above', day },
      facts: {
        ...{ bodyName: nameOf(town), aboveName: nameOf(above) },
        deeds: [deedOf('accept', accepted), deedOf('decide', decided)],
      },
      evidence: [accepted.evidence, decided.evidence, grantEvidence(held, nameOf)],
    },
  ]
}
