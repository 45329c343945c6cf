import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { publishItems } from '#capabilities/catalogue/index.ts'
import { loadPack, type GrantingBodies } from '#capabilities/onboarding/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db/db.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { withoutPublicity } from './quick-item.ts'

export interface SettledPack {
  area: string
  granting: GrantingBodies
  /** First post of each demo login. */
  postOf: ReadonlyMap<string, string>
}

interface Means {
  db: Db
  ledger: Ledger
  clock: Clock
}

/** Loads a pack as the server does, without accounts for its staff. */
export async function settle(means: Means, packId: string): Promise<SettledPack> {
  const { area, granting, posts } = await loadPack(means, packId)
  await withoutPublicity(means.db, area)
  const logins = new Map(posts.people.flatMap(({ id, login }) => (login ? [[id, login] as const] : [])))
  const postOf = new Map(
    posts.posts
      .toReversed()
      .flatMap(({ id, person }) => (logins.has(person) ? [[logins.get(person)!, id] as const] : [])),
  )
  return { area, granting, postOf }
}

export async function publishOne(
  means: Means,
  { area, granting }: SettledPack,
  item: ItemVersion,
): Promise<void> {
  await publishItems(means, area, [item], granting, means.clock.now())
}
