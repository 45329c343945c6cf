import type { StaffActor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { held } from '#capabilities/books/index.ts'
import type { StoredFact } from '#platform/ledger/ledger.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import { ENTRUSTMENT_AGREEMENT, type EntrustmentAgreement } from '../books/entrustment-agreement.ts'
import { amendPower, grantPower, takeBack, type RegisterMeans } from '../powers/register.ts'
import { catalogueReader } from '../store.ts'
import { grantPlan, restingOn } from './plan.ts'

/** The subscriber that writes what agreements give and end into the register of powers; there is no second truth. */
export const AGREEMENT_POWERS = 'catalogue.agreement-powers'

const SIGNED = `${ENTRUSTMENT_AGREEMENT}-sign`
const ENDED = `${ENTRUSTMENT_AGREEMENT}-end`

export const agreementSubscribers = (kind: string): readonly string[] =>
  kind === SIGNED || kind === ENDED ? [AGREEMENT_POWERS] : []

export function agreementJobs(worker: Worker, means: RegisterMeans): void {
  worker.onFact(AGREEMENT_POWERS, async (fact, { requestId, now }) => {
    const [, , id] = fact.stream.split(':')
    const entries = await held<EntrustmentAgreement>(
      means.db,
      { kind: ENTRUSTMENT_AGREEMENT },
      { area: fact.areaCode },
    )
    const agreement = entries.find((entry) => entry.id === id)?.entry.body
    if (agreement === undefined) throw new Error(`${fact.stream} has no entry`)
    const writing = { means, agreement, area: fact.areaCode, actor: actorOf(fact), now, requestId }
    await (fact.kind === SIGNED ? give(writing) : end(writing, fact))
  })
}

interface Writing {
  means: RegisterMeans
  agreement: EntrustmentAgreement
  area: string
  actor: StaffActor
  now: string
  requestId: string
}

/** Whoever signed last for the centre is who it is registered by. */
function actorOf({ actor, areaCode }: StoredFact): StaffActor {
  const { person, post, place, body, roles } = actor as unknown as Partial<StaffActor>
  if (!person || !post || !place || !body) throw new Error('an agreement is signed by people')
  return { kind: 'staff', person, post, place, body, area: areaCode, roles: roles ?? [] }
}

async function give({ means, agreement, area, actor, now, requestId }: Writing): Promise<void> {
  const { department, centre, from, to, title, documentNo, announcedOn, announcedWhere } = agreement
  const [place] = await means.organisation.placesByIds(area, [centre])
  const body = place!.owner
  const plan = grantPlan(agreement, body, await catalogueReader(means.db).grants(area))
  const announced = { on: announcedOn, where: announcedWhere }
  const document = { title, number: documentNo, on: from, announced }
  const asking = { actor, now, reliesOn: [] }
  for (const grant of plan.amend)
    must(
      await amendPower(means, { ...asking, requestId: `${requestId}:${grant.id}` }, grant.id, {
        to,
        document,
      }),
    )
  if (plan.give.length === 0) return
  const wish = {
    ...{ items: [...plan.give], body, places: [], kind: 'entrusted' as const, by: department },
    ...{ powers: ['accept' as const], from, to, document },
  }
  must(await grantPower(means, { ...asking, requestId }, wish))
}

async function end(
  { means, agreement, area, actor, now, requestId }: Writing,
  fact: StoredFact,
): Promise<void> {
  const { endDocumentNo, reason } = (
    fact.body as unknown as { said: { endDocumentNo: string; reason: string } }
  ).said
  const day = legalDay(now)
  const document = { title: `终止${agreement.title}`, number: endDocumentNo, on: legalDay(fact.at) }
  for (const grant of restingOn(agreement, await catalogueReader(means.db).grants(area), day)) {
    const asking = { actor, now, reliesOn: [], requestId: `${requestId}:${grant.id}` }
    must(await takeBack(means, asking, grant.id, { on: day, document, reason }))
  }
}

/** What was signed was checked then; a register that refuses now is looked at by people. */
function must(outcome: unknown): void {
  if (isRefusal(outcome)) throw new Error(`the register of powers refused: ${outcome.code}`)
}
