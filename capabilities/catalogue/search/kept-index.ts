import { breath } from './breath.ts'
import { indexBuilder, type Entry, type ItemIndex } from './item-index.ts'

/** Where the items of an area come from. */
export interface ItemSource {
  /** Differs whenever an item has been published. */
  mark(area: string): Promise<string>
  /** Id and version of every item in force. */
  inForce(area: string, day: string): Promise<readonly { id: string; version: number }[]>
  entries(area: string, versions: readonly { id: string; version: number }[]): Promise<readonly Entry[]>
}

/** One index an area, in memory; it follows the catalogue by itself. */
export interface ItemIndexes {
  of(area: string, day: string): Promise<ItemIndex>
}

/** A catalogue of this size is read anew within a moment, so that who has just published finds it; a larger one goes on answering. */
const WAITED_FOR = 2_000
/** Items read from the database at a time. */
const PAGE = 1_000

interface Kept {
  mark: string
  index: ItemIndex
  next?: Promise<void>
}

export function itemIndexes(source: ItemSource): ItemIndexes {
  const kept = new Map<string, Kept>()
  const first = new Map<string, Promise<ItemIndex>>()

  async function build(area: string, day: string, mark: string): Promise<ItemIndex> {
    const held = kept.get(area)
    const index = await indexOf(source, area, day, held?.index)
    kept.set(area, { mark, index })
    return index
  }
  return {
    async of(area, day) {
      const mark = `${day} ${await source.mark(area)}`
      const held = kept.get(area)
      if (held === undefined) {
        const building = first.get(area) ?? build(area, day, mark).finally(() => first.delete(area))
        first.set(area, building)
        return building
      }
      if (held.mark === mark) return held.index
      held.next ??= build(area, day, mark).then(
        () => {},
        (fault: unknown) => {
          delete held.next
          if (held.index.items.length <= WAITED_FOR) throw fault
        },
      )
      if (held.index.items.length <= WAITED_FOR) await held.next
      return kept.get(area)!.index
    },
  }
}

/** Takes over what stands in the index before, and reads from the database only what is new. */
async function indexOf(
  source: ItemSource,
  area: string,
  day: string,
  before?: ItemIndex,
): Promise<ItemIndex> {
  const pause = breath()
  const known = new Map(before?.items.map(({ id, version }, at) => [`${id}@${version}`, at]))
  const inForce = await source.inForce(area, day)
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
