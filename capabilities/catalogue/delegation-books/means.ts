import { legalDay, type Instant } from '#engine/day.ts'
import type { Refusal } from '#engine/refusal.ts'
import { held } from '#capabilities/books/index.ts'
import type { Body, PackParameters } from '#capabilities/organisation/contract.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { NewPower } from '../contract/power-routes.ts'
import { mayGive } from '../model/power-rules.ts'
import { surroundings } from '../powers/register.ts'
import { catalogueReader } from '../store.ts'
import type { Batch } from './model/batch.ts'

export interface DelegationMeans {
  db: Queryable
  organisation: Organisation
  /** Whether a seal for decisions lies with this body; the register of seals stands below the catalogue. */
  hasSeal(area: string, body: string, day: string): Promise<boolean>
}

export type DelegationPlan = NonNullable<PackParameters['delegationBatches']>['value']

export const BATCH = 'delegation-batch'
export const RECEPTION = 'delegation-reception'
export const TRAINING = 'post-training'
export const JUDGEMENT = 'delegation-judgement'

export const planOf = async (
  { organisation }: Pick<DelegationMeans, 'organisation'>,
  area: string,
): Promise<DelegationPlan | undefined> =>
  (await organisation.pack(area))?.body.parameters.delegationBatches?.value

/** Where a plan says nothing: an A and a B, and a look after half a year [K]. */
export const TRAINED_STAFF = 2
export const POST_CHECK_MONTHS = 6
export const OPINION_WORKING_DAYS = 10

export const bodiesById = async (
  { organisation }: Pick<DelegationMeans, 'organisation'>,
  area: string,
  day: string,
): Promise<ReadonlyMap<string, Body>> =>
  new Map((await organisation.bodies(area, day)).map((body) => [body.id, body]))

/** Why the register of powers would not take this down; asked early, so that nobody waits for opinions in vain. */
export async function wouldNotGive(
  { db, organisation }: Pick<DelegationMeans, 'db' | 'organisation'>,
  { area, now }: { area: string; now: Instant },
  { items, ...one }: NewPower,
): Promise<Refusal | undefined> {
  const around = await surroundings(organisation, db, area, one)
  for (const id of items) {
    const published = await catalogueReader(db).itemInForce(area, id, legalDay(now))
    if (published === undefined) return { refused: true, code: 'item-not-in-force', facts: { item: id } }
    const grants = around.grants.filter(({ item }) => item === id)
    const refused = mayGive(one, { ...around, item: published.item, grants })
    if (refused) return refused
  }
  return undefined
}

/** The batches of an area that were approved and go on. */
export const batchesAgreed = (db: Queryable, area: string) =>
  held<Batch>(db, { kind: BATCH }, { area, state: 'agreed' })
