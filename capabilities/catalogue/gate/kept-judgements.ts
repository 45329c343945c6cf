import { createHash } from 'node:crypto'
import type { ItemVersion } from '../contract.ts'
import type { ListedInForce } from '../store.ts'
import type { Judgement } from './judge.ts'

/** What a list shows of an item that was judged. */
export interface Judged {
  item: Pick<ItemVersion, 'id' | 'name' | 'version'>
  judgement: Judgement
}

interface Kept {
  mark: string
  judgement: Judgement
}

/** A hundred thousand items of one area, or a few thousand of each of several. */
const KEPT_MAX = 100_000
/** More than this are read in one go rather than one by one. */
const ONE_BY_ONE = 8

const kept = new WeakMap<object, Map<string, Kept>>()

interface Judging {
  /** The database the versions come from. */
  on: object
  area: string
  listed: readonly ListedInForce[]
  /** Everything beside the item that the gate looks at; another mark, and all are judged anew. */
  mark: string
  read(id: string, version: number): Promise<ItemVersion | undefined>
  readAll(): Promise<readonly ItemVersion[]>
  judge(item: ItemVersion): Promise<Judgement>
}

/**
 * A published version never changes, so what the gate says of it holds as long as places, standards and severities do. Only what was
 * not judged yet is read whole.
 */
export async function judgeListed({
  on,
  area,
  listed,
  mark,
  read,
  readAll,
  judge,
}: Judging): Promise<Judged[]> {
  const shelf = kept.get(on) ?? new Map<string, Kept>()
  kept.set(on, shelf)
  const keyOf = ({ id, version }: Judged['item']): string => `${area}/${id}@${version}`
  const missing = listed.filter((item) => shelf.get(keyOf(item))?.mark !== mark)
  const whole =
    missing.length > ONE_BY_ONE
      ? await readAll()
      : await Promise.all(missing.map(({ id, version }) => read(id, version)))
  if (shelf.size + missing.length > KEPT_MAX) shelf.clear()
  for (const item of whole)
    if (item !== undefined && shelf.get(keyOf(item))?.mark !== mark)
      shelf.set(keyOf(item), { mark, judgement: await judge(item) })
  return listed.flatMap((item) => {
    const found = shelf.get(keyOf(item))
    return found === undefined ? [] : [{ item, judgement: found.judgement }]
  })
}

export const markOf = (around: unknown): string =>
  createHash('sha256').update(JSON.stringify(around)).digest('base64')
