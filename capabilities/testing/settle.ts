import path from 'node:path'
import { legalDay } from '#engine/day.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { publishItems, readItems } from '#capabilities/catalogue/index.ts'
import { issueSeals } from '#capabilities/licence-seal/index.ts'
import { loadOrganisation, packFolder, readPack } from '#capabilities/organisation/index.ts'
import { loadStaff, readPosts } from '#capabilities/staff/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db/db.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'

type Granting = Parameters<typeof publishItems>[3]

export interface SettledPack {
  area: string
  granting: Granting
  /** First post of each demo login. */
  postOf: ReadonlyMap<string, string>
}

/** Loads a pack as a server does when it first meets it, without accounts for its staff. */
export async function settle(
  { db, ledger, clock }: { db: Db; ledger: Ledger; clock: Clock },
  packId: string,
): Promise<SettledPack> {
  const folder = packFolder(packId)
  const [pack, posts, now] = [await readPack(folder), await readPosts(folder), clock.now()]
  if (Array.isArray(pack)) throw new Error(`pack ${packId}: ${pack.map(({ code }) => code).join(', ')}`)
  const area = pack.pack.area.code
  const { bodies } = pack.bodies
  const loaded = await loadOrganisation(db, pack, legalDay(now))
  if (Array.isArray(loaded)) throw new Error(`pack ${packId}: ${loaded.map(({ code }) => code).join(', ')}`)
  const appointed = await loadStaff({ db, ledger }, area, posts, now)
  if (appointed.refusals.length > 0)
    throw new Error(`posts of ${packId}: ${JSON.stringify(appointed.refusals[0])}`)
  await issueSeals(ledger, area, bodies, now)
  const { items, problems } = readItems(path.join(folder, 'items'))
  if (problems.length > 0) throw new Error(`items of ${packId}: ${problems[0]}`)
  const towns = bodies
    .filter(({ tier }) => tier === 5)
    .map(({ id, kind }) => ({ id, street: kind === 'street-office' }))
  const granting = { towns, hall: 'approval-bureau', resident: '应进必进，统一受理' }
  await publishItems(ledger, area, items, granting, now)
  const logins = new Map(posts.people.flatMap(({ id, login }) => (login ? [[id, login] as const] : [])))
  const postOf = new Map(
    posts.posts
      .toReversed()
      .flatMap(({ id, person }) => (logins.has(person) ? [[logins.get(person)!, id] as const] : [])),
  )
  return { area, granting, postOf }
}

export async function publishOne(
  { ledger, clock }: { ledger: Ledger; clock: Clock },
  { area, granting }: SettledPack,
  item: ItemVersion,
): Promise<void> {
  await publishItems(ledger, area, [item], granting, clock.now())
}
