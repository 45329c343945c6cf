import type { Actor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import { all, readOnce } from '#platform/db/reading.ts'
import type { ReplyOf } from '#platform/http/contract.ts'
import type { LicenceParts } from '../chapters/licences/register/parts.ts'
import { licencesToDecide } from '../chapters/licences/register/sight.ts'
import type { caseRoutes } from '../contract/routes.ts'
import { approvalsOf, APPROVING, queueOf, sightOfCases } from '../sight.ts'
import { caseReader } from '../store.ts'

type Counts = ReplyOf<typeof caseRoutes.counts>

const NOTHING: Counts = {
  ...{ mine: 0, soon: 0, late: 0, open: 0, approvals: 0, licences: 0, next: 0, unread: 0 },
}

/** How much waits for a post: its queue, and for whoever approves the cases and licences that wait for their word. */
export async function counts(
  { means, worlds, licences }: LicenceParts,
  actor: Actor,
  now: string,
): Promise<Counts> {
  if (actor.kind !== 'staff') return NOTHING
  const day = legalDay(now)
  const desk = await means.posts.deskOf(actor.area, actor, day)
  const approves = actor.roles.some((role) => APPROVING.has(role))
  const calendar = await worlds.calendar(actor.area)
  const ofCases = caseReader(means.db).counts(actor.area, {
    ...{ sight: sightOfCases(actor), queue: queueOf(actor, desk), post: actor.post, day },
    nextDay: calendar.addWorkingDays(day, 1),
    approvals: approves ? approvalsOf(actor, desk) : 'nothing',
  })
  const ofLicences = licences.read.waiting(actor.area, licencesToDecide(actor))
  const [counted, waiting] = await readOnce(means.db, all([ofCases, ofLicences]))
  return { ...counted, licences: waiting }
}
