import { breath } from './breath.ts'
import { indexBuilder, type Entry, type ItemIndex } from './item-index.ts'

type Version = Pick<Entry, 'id' | 'version'>

/** Where the items of an area come from. */
export interface ItemSource {
  /** Differs whenever an item has been published or stopped. */
  mark(area: string): Promise<string>
  /** Differs whenever items are called otherwise, so that all of them are read anew. */
  wording(area: string): Promise<string>
  /** Id and version of every item in force. */
  inForce(area: string, day: string): Promise<readonly Version[]>
  entries(area: string, versions: readonly Version[]): Promise<readonly Entry[]>
}

/** What stands at this moment: an index, and where it is being made anew, what has come and gone since. */
export interface Searched {
  index: ItemIndex
  newer?: ItemIndex
  gone?: ReadonlySet<string>
}

/** One index an area, in memory; it follows the catalogue by itself. */
export interface ItemIndexes {
  of(area: string, day: string): Promise<Searched>
}

/** A catalogue of this size is read anew within a moment, and whoever has just published waits for it. */
const WAITED_FOR = 2_000
/** Of a larger one the new items alone are read at once, where they are so few. */
const NEWER_MAX = 500
/** Items read from the database at a time. */
const PAGE = 1_000
/** Areas whose index stays; of more than these the one that nobody has asked for longest is made again when somebody does. */
const AREAS_KEPT = 40

const isLarge = ({ items }: ItemIndex) => items.length > WAITED_FOR

interface Kept {
  mark: string
  wording: string
  searched: Searched
  follows?: { soon: Promise<void>; whole: Promise<void> }
}

export function itemIndexes(source: ItemSource, areasKept = AREAS_KEPT): ItemIndexes {
  const kept = new Map<string, Kept>()
  const first = new Map<string, Promise<Kept>>()

  const keep = (area: string, made: Kept): Kept => {
    kept.delete(area)
    kept.set(area, made)
    const [oldest] = kept.keys()
    if (kept.size > areasKept) kept.delete(oldest!)
    return made
  }
  const begin = async (area: string, day: string, mark: string, wording: string) => {
    const inForce = await source.inForce(area, day)
    return keep(area, { mark, wording, searched: { index: await indexOf(source, area, inForce) } })
  }
  const follow = (area: string, day: string, mark: string, wording: string, held: Kept) => {
    const { index } = held.searched
    const before = held.wording === wording ? index : undefined
    const inForce = source.inForce(area, day)
    const soon = inForce.then(async (versions) => {
      if (before !== undefined && isLarge(before))
        held.searched = (await newerThan(source, area, versions, index)) ?? { index }
    })
    const whole = soon.then(async () => {
      const made = await indexOf(source, area, await inForce, before)
      keep(area, { mark, wording, searched: { index: made } })
    })
    // Who asks next tries again.
    whole.catch(() => delete held.follows)
    return { soon, whole }
  }
  /** Whoever asks while an older state is still being read waits for one more round. */
  const current = async (area: string, day: string, rounds = 2): Promise<Searched> => {
    const wording = await source.wording(area)
    const mark = `${day} ${await source.mark(area)} ${wording}`
    const held = kept.get(area)
    if (held === undefined) {
      const building = first.get(area) ?? begin(area, day, mark, wording).finally(() => first.delete(area))
      first.set(area, building)
      return (await building).searched
    }
    if (held.mark === mark || rounds === 0) return keep(area, held).searched
    held.follows ??= follow(area, day, mark, wording, held)
    if (isLarge(held.searched.index)) {
      await held.follows.soon.catch(() => {})
      return (kept.get(area) ?? held).searched
    }
    await held.follows.whole
    return current(area, day, rounds - 1)
  }
  return { of: current }
}

/** What has come and gone since an index was made; nothing where that is too much to be read in a moment. */
async function newerThan(
  source: ItemSource,
  area: string,
  inForce: readonly Version[],
  before: ItemIndex,
): Promise<Searched | undefined> {
  const known = new Map(before.items.map(({ id, version }) => [id, version]))
  const fresh = inForce.filter(({ id, version }) => known.get(id) !== version)
  if (fresh.length > NEWER_MAX) return undefined
  const there = new Set(inForce.map(({ id }) => id))
  const gone = [...known.keys()].filter((id) => !there.has(id))
  const newer = await indexOf(source, area, fresh)
  return { index: before, newer, gone: new Set([...gone, ...fresh.map(({ id }) => id)]) }
}

/** Takes over what stands in the index before, and reads from the database only what is new. */
async function indexOf(
  source: ItemSource,
  area: string,
  inForce: readonly Version[],
  before?: ItemIndex,
): Promise<ItemIndex> {
  const pause = breath()
  const known = new Map(before?.items.map(({ id, version }, at) => [`${id}@${version}`, at]))
  const fresh = inForce.filter(({ id, version }) => !known.has(`${id}@${version}`))
  if (before !== undefined && fresh.length === 0 && inForce.length === known.size) return before
  const builder = indexBuilder(before)
  for (const { id, version } of inForce) {
    const at = known.get(`${id}@${version}`)
    if (at !== undefined) builder.carry(at)
    await pause()
  }
  for (let from = 0; from < fresh.length; from += PAGE) {
    for (const entry of await source.entries(area, fresh.slice(from, from + PAGE))) {
      builder.add(entry)
      await pause()
    }
  }
  return builder.finish(pause)
}
