import { refusal, type Refusal } from '#engine/refusal.ts'
import type { Rater } from '../contract/rectification.ts'
import { servedBars } from '../actions/rectification-action.ts'
import { poorRating } from '../model/poor-rating.ts'
import { rolesOf } from '../model/roles.ts'
import { sightOfRectifications } from '../sight.ts'
import { rectificationReader } from '../store/rectifications.ts'
import type { Parts } from './act.ts'
import type { Looking } from './detail.ts'

export interface RevealRequest extends Pick<Looking, 'actor'> {
  id: string
  reason: string
  ip: string
}

/** Whoever has to call the rater reads name and phone, for a stated reason; of an anonymous rating nobody does. */
export async function reveal(
  { means }: Parts,
  { actor, id, reason, ip }: RevealRequest,
): Promise<Rater | Refusal> {
  const row = await rectificationReader(means.db).find(actor.area, id, sightOfRectifications(actor))
  if (row === undefined) return refusal('rectification-not-found')
  const { dossier } = row
  if (dossier.anonymous) return refusal('rater-anonymous')
  const handles = rolesOf(actor, dossier).includes('director')
  if (!handles || poorRating.states[dossier.state]?.final) return refusal('rectification-not-your-step')
  const barred = servedBars({ dossier, actor })
  if (barred !== undefined) return barred
  // The trail is written before anything is shown; if it cannot be, nothing is.
  await means.audit.record({
    ...{ area: actor.area, actor: `post:${actor.post}`, event: 'rater-revealed', success: true },
    ...{ object: `rectification:${id}`, ip, after: { reason } },
  })
  const details = await means.parties.details(dossier.party)
  return details === undefined
    ? { name: '（已删除）', phone: '（已删除）' }
    : { name: details.name, phone: details.phone }
}
