import type { StaffActor } from '#engine/actor.ts'
import { isRefusal } from '#engine/refusal.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import { held, type Books, type Held } from '#capabilities/books/index.ts'
import type { Book } from '#capabilities/books/model.ts'
import { staff } from '#capabilities/staff/index.ts'
import { sentence } from '#platform/http/problem.ts'
import type { FactHandler, Worker } from '#platform/jobs/worker.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { grantPower, takeBack, type RegisterMeans } from '../powers/register.ts'
import { catalogueReader } from '../store.ts'
import { delegationRefusalWords } from '../words/delegation.ts'
import { powerRefusalWords } from '../words/powers.ts'
import { RECEPTION, type DelegationMeans } from './means.ts'
import { documentOf, type DocumentSaid } from './model/batch.ts'
import type { Reception } from './model/reception.ts'
import { newPower, type ReceptionBook } from './reception.ts'

export interface EffectMeans extends DelegationMeans {
  ledger: Ledger
  books: Pick<Books, 'carry' | 'record'>
}

/** Whoever hears it writes the register of powers (权责清单): there is no second truth of who may decide what. */
export const DELEGATION_POWERS = 'catalogue.delegation-powers'
export const POWER_FACTS = [`${RECEPTION}-put-in-force`, `${RECEPTION}-take-back`]

type Given = Parameters<FactHandler>

export function delegationPowers(worker: Worker, means: EffectMeans, book: ReceptionBook): void {
  worker.onFact(DELEGATION_POWERS, async (...given: Given) => {
    const [fact] = given
    const found = await receptionOf(means, fact)
    if (found === undefined) return
    await (fact.kind.endsWith('take-back') ? ended(means, found, given) : written(means, book, found, given))
  })
}

/** Each power under the registrar's name and under one request, so that hearing it twice gives it once. */
async function written(
  means: EffectMeans,
  book: ReceptionBook,
  { id, entry }: Held<Reception>,
  [fact, { requestId, now }]: Given,
): Promise<void> {
  const { from } = entry.body
  if (entry.state !== 'in-force' || entry.body.powerIds !== undefined || from === undefined) return
  const request = { actor: registrarOf(fact), now, requestId, reliesOn: [] }
  const done = await grantPower(registerOf(means), request, newPower(entry.body, from))
  const [act, input] = isRefusal(done)
    ? ['not-written', { trouble: sentence(done, { ...powerRefusalWords, ...delegationRefusalWords }) }]
    : ['written', { powerIds: done.ids }]
  const noted = await means.books.carry(
    book as unknown as Book,
    { area: fact.areaCode, id },
    {
      ...{ act: act as string, input: input as Record<string, unknown>, now, requestId },
    },
  )
  if (isRefusal(noted)) throw new Error(`reception ${id}: ${act} was refused: ${noted.code}`)
}

async function ended(
  means: EffectMeans,
  { entry }: Held<Reception>,
  [fact, { requestId, now }]: Given,
): Promise<void> {
  const { said } = readFact(fact).body as unknown as { said: DocumentSaid & { from: string } }
  const standing = await catalogueReader(means.db).grants(fact.areaCode)
  const given = standing.filter(({ id }) => entry.body.powerIds?.includes(id))
  for (const { id, takenBack } of given) {
    if (takenBack !== undefined) continue
    const request = {
      actor: registrarOf(fact),
      now,
      requestId: `${requestId}.${id}`.slice(0, 120),
      reliesOn: [],
    }
    const reason = `${entry.body.batchName}：${entry.body.findings ?? ''}`.slice(0, 300)
    const done = await takeBack(registerOf(means), request, id, {
      on: said.from,
      document: documentOf(said),
      reason,
    })
    // One that came to its last day, or that somebody took back by hand meanwhile, is over already.
    if (isRefusal(done) && done.code !== 'power-ended')
      throw new Error(`power ${id} of a delegation was not taken back: ${done.code}`)
  }
}

const registerOf = ({ db, ledger, organisation }: EffectMeans): RegisterMeans => ({
  ...{ db, ledger, organisation, staff: staff(db) },
})

/** Who put it into force; the register asks for nothing of the post but its name. */
function registrarOf(fact: Given[0]): StaffActor {
  const actor = readFact(fact).actor
  if (actor.kind !== 'staff') throw new Error(`${fact.kind} was not done by a person`)
  return { ...actor, roles: ['power-registrar'] }
}

async function receptionOf({ db }: EffectMeans, fact: Given[0]): Promise<Held<Reception> | undefined> {
  const rows = await held<Reception>(db, { kind: RECEPTION }, { area: fact.areaCode })
  return rows.find(({ id }) => fact.stream.endsWith(id))
}
