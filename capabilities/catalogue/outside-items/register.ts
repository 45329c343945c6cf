import { isDeepStrictEqual } from 'node:util'
import type { StaffActor } from '#engine/actor.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { Audit } from '#platform/auth/audit.ts'
import type { Db } from '#platform/db/db.ts'
import type { OutsideItem, OutsideSystem, SystemMode } from '../contract/outside-item-routes.ts'
import type { Catalogue } from '../index.ts'
import { SYSTEM_MODE_TITLES } from '../words/outside-items.ts'
import type { OutsideDetails } from './differences.ts'
import { tellChange, type TellMeans } from './tell.ts'
import { outsideStore, type OutsideRow, type OutsideStore, type SystemRow } from './store.ts'

export interface OutsideMeans extends TellMeans {
  db: Db
  audit: Audit
  catalogue: Pick<Catalogue, 'itemsInForce' | 'itemInForce'>
}
export interface Asking {
  actor: StaffActor
  now: Instant
}

/** Which item of ours an outside one is: at most one, and no other outside item is the same (YY-3.2.1-04). */
export interface Mapping {
  system: string
  code: string
  name?: string
  /** `null` takes the mapping back; left out, it stays as it is. */
  item?: string | null
  /** What its system says of it; what is left out stays as it was. */
  details?: OutsideDetails
}

export async function systems({ db }: OutsideMeans, { actor }: Asking): Promise<{ items: OutsideSystem[] }> {
  return { items: (await outsideStore(db, actor.area).systems()).map(systemView) }
}

export async function keepSystem(
  { db }: OutsideMeans,
  { actor }: Asking,
  system: { id: string; name: string; owner: string; mode: SystemMode },
): Promise<OutsideSystem> {
  const store = outsideStore(db, actor.area)
  await store.keepSystem(system)
  return systemView((await store.systems()).find(({ id }) => id === system.id)!)
}

const systemView = (row: SystemRow): OutsideSystem => ({ ...row, modeText: SYSTEM_MODE_TITLES[row.mode] })

/** Keeps an outside item and what it is here; a second partner on either side is refused by name. */
export async function mapItem(
  means: OutsideMeans,
  asking: Asking,
  mapping: Mapping,
): Promise<OutsideItem | Refusal> {
  const { actor, now } = asking
  const day = legalDay(now)
  const known = mapping.item ? await means.catalogue.itemInForce(actor.area, mapping.item, day) : undefined
  if (mapping.item && known === undefined) return refusal('item-not-found')
  const store = outsideStore(means.db, actor.area)
  const before = await store.find(mapping.system, mapping.code)
  const refused = await written(store, asking, mapping)
  if (refused) return refused
  await means.audit.record({
    ...{ area: actor.area, actor: `post:${actor.post}`, event: 'outside-item-mapped', success: true },
    ...{ object: `outside-item:${mapping.system}/${mapping.code}`, after: { item: mapping.item ?? null } },
  })
  const row = (await store.find(mapping.system, mapping.code))!
  await tellChange(means, { area: actor.area, now }, before, row)
  const name =
    row.item === null ? undefined : (await means.catalogue.itemInForce(actor.area, row.item, day))?.item.name
  return itemView(row, name)
}

/** Writes one line down, or says why it cannot stand. */
export async function written(
  store: OutsideStore,
  { actor, now }: Asking,
  { system, code, name, item, details: said = {} }: Mapping,
): Promise<Refusal | undefined> {
  if (!(await store.systems()).some(({ id }) => id === system)) return refusal('outside-system-not-found')
  const standing = await store.find(system, code)
  if (standing === undefined && name === undefined) return refusal('outside-item-not-found')
  if (item) {
    const clash = await clashOf(store, { system, code, item }, standing)
    if (clash) return clash
  }
  const details = { ...standing?.details, ...said }
  const called = name ?? standing!.name
  if (called !== standing?.name || !isDeepStrictEqual(details, standing.details))
    await store.keep({ system, code, name: called, details })
  if (item === undefined || item === (standing?.item ?? null)) return undefined
  if (await store.map({ system, code, item }, actor.post, now)) return undefined
  // Somebody was faster: what they wrote is the reason.
  const lost = item && (await clashOf(store, { system, code, item }, await store.find(system, code)))
  return lost || refusal('outside-item-not-found')
}

async function clashOf(
  store: OutsideStore,
  { system, code, item }: { system: string; code: string; item: string },
  standing: OutsideRow | undefined,
): Promise<Refusal | undefined> {
  if (standing?.item && standing.item !== item)
    return refusal('outside-item-twice', { facts: { item: standing.item }, basis: BASIS })
  const other = await store.ofOwn(item)
  if (other === undefined || (other.system === system && other.code === code)) return undefined
  const facts = { system: other.systemName, code: other.code, name: other.name }
  return refusal('outside-item-taken', { facts, basis: BASIS })
}

const BASIS = '沂源方案三（二）1：平台运行事项与自建系统办理项一一对应'

const PAGE = 50
export interface ListRequest {
  system?: string
  mapped?: 'yes' | 'no'
  q?: string
  limit?: number
  cursor?: string
}

export async function outsideItems(
  { db, catalogue }: OutsideMeans,
  { actor, now }: Asking,
  { system, mapped, q, limit = PAGE, cursor }: ListRequest,
): Promise<{ items: OutsideItem[]; nextCursor?: string }> {
  const [from, code] = (cursor ?? '').split('\t')
  const found = await outsideStore(db, actor.area).list({
    limit: limit + 1,
    ...(system === undefined ? {} : { system }),
    ...(mapped === undefined ? {} : { mapped: mapped === 'yes' }),
    ...(q?.trim() ? { q: q.trim() } : {}),
    ...(from && code ? { after: { system: from, code } } : {}),
  })
  const page = found.slice(0, limit)
  const names = await namesOf(catalogue, actor.area, legalDay(now))
  const last = found.length > limit ? page.at(-1) : undefined
  return {
    items: page.map((row) => itemView(row, names.get(row.item ?? ''))),
    ...(last ? { nextCursor: `${last.system}\t${last.code}` } : {}),
  }
}

/** Ours that nothing outside is mapped to, by name. */
export async function ownUnmapped(
  { db, catalogue }: OutsideMeans,
  { actor, now }: Asking,
  { q, limit = PAGE, cursor }: Pick<ListRequest, 'q' | 'limit' | 'cursor'>,
): Promise<{ items: { id: string; name: string; code: string }[]; nextCursor?: string }> {
  const [items, mapped] = await Promise.all([
    catalogue.itemsInForce(actor.area, legalDay(now)),
    outsideStore(db, actor.area).mappedItems(),
  ])
  const left = items
    .map(({ item: { id, name, codes } }) => ({ id, name, code: codes.catalogCode }))
    .filter(({ id, name }) => !mapped.has(id) && (!q || name.includes(q.trim())))
  const from = cursor === undefined ? 0 : left.findIndex(({ id }) => id === cursor) + 1
  const page = left.slice(from, from + limit)
  return { items: page, ...(from + limit < left.length ? { nextCursor: page.at(-1)!.id } : {}) }
}

export async function namesOf(
  catalogue: OutsideMeans['catalogue'],
  area: string,
  day: string,
): Promise<Map<string, string>> {
  return new Map((await catalogue.itemsInForce(area, day)).map(({ item }) => [item.id, item.name]))
}

function itemView(
  { system, systemName, code, name, item, details: { materials, ...details } }: OutsideRow,
  own: string | undefined,
): OutsideItem {
  return {
    system,
    systemName,
    code,
    name,
    ...(item === null ? {} : { item: { id: item, name: own ?? item } }),
    details: { ...details, ...(materials === undefined ? {} : { materials: [...materials] }) },
  }
}
