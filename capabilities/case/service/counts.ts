import type { Actor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import type { ReplyOf } from '#platform/http/contract.ts'
import type { LicenceParts } from '../chapters/licences/register/parts.ts'
import { licencesToDecide } from '../chapters/licences/register/sight.ts'
import type { caseRoutes } from '../contract/routes.ts'
import { approvalsOf, APPROVING, queueOf, sightOfCases } from '../sight.ts'
import { caseReader } from '../store.ts'

type Counts = ReplyOf<typeof caseRoutes.counts>

/** How much waits for a post: its queue, and for whoever approves the cases and licences that wait for their word. */
export async function counts({ means, licences }: LicenceParts, actor: Actor, now: string): Promise<Counts> {
  if (actor.kind !== 'staff') return { mine: 0, soon: 0, late: 0, open: 0, approvals: 0, licences: 0 }
  const day = legalDay(now)
  const desk = await means.posts.deskOf(actor.area, actor, day)
  const approves = actor.roles.some((role) => APPROVING.has(role))
  const [counted, waiting] = await Promise.all([
    caseReader(means.db).counts(actor.area, {
      ...{ sight: sightOfCases(actor), queue: queueOf(actor, desk), day },
      approvals: approves ? approvalsOf(actor, desk) : 'nothing',
    }),
    licences.read.countWaiting(actor.area, licencesToDecide(actor)),
  ])
  return { ...counted, licences: waiting }
}
