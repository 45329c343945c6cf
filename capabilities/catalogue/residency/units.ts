import type { AtWindow, ItemAtWork, ResidencyGround } from './ground.ts'

export interface UnitLine {
  unit: string
  /** Matters that are its to decide. */
  items: number
  /** Windows with a post of this unit at them. */
  windows: readonly string[]
  /** Of its matters, those a centre takes in under an agreement. */
  entrusted: number
  inHall: boolean
}

export interface UnitEntry {
  units: readonly UnitLine[]
  of: number
  in: number
  permille: number
}

/**
 * Which units with matters of their own are in the hall (单位进厅, DW-3.2.4-03): by a post of theirs at a window that is open, or by an
 * agreement under which the centre takes in what they have (DW-3.2.4-04).
 */
export function unitEntryOf(
  items: readonly ItemAtWork[],
  ground: Pick<ResidencyGround, 'posts' | 'windows' | 'agreements' | 'towns'>,
): UnitEntry {
  const open = new Set(ground.windows.map(({ id }) => id))
  const units = [...mattersOf(items, ground)]
    .map(([unit, own]): UnitLine => {
      const entrusted = new Set(
        ground.agreements.filter(({ department }) => department === unit).flatMap((each) => each.items),
      )
      const covered = own.filter(({ id }) => entrusted.has(id)).length
      const windows = windowsOf(unit, ground.posts, open)
      const inHall = windows.length > 0 || covered === own.length
      return { unit, items: own.length, windows, entrusted: covered, inHall }
    })
    .toSorted((one, other) => (one.unit < other.unit ? -1 : 1))
  const inside = units.filter(({ inHall }) => inHall).length
  const permille = units.length === 0 ? 1000 : Math.floor((inside * 1000) / units.length)
  return { units, of: units.length, in: inside, permille }
}

const windowsOf = (unit: string, posts: readonly AtWindow[], open: ReadonlySet<string>): string[] => [
  ...new Set(
    posts.filter(({ body, window }) => body === unit && open.has(window)).map(({ window }) => window),
  ),
]

/** A matter of the towns is a matter of each of them that law lets decide it. */
function mattersOf(items: readonly ItemAtWork[], { towns }: Pick<ResidencyGround, 'towns'>) {
  const matters = new Map<string, ItemAtWork[]>()
  for (const item of items) {
    const { kind, body, townsOnly } = item.decidingBody
    const lawful = towns.filter(({ street }) => !(townsOnly && street)).map(({ id }) => id)
    for (const unit of kind === 'body' && body !== undefined ? [body] : lawful)
      matters.set(unit, [...(matters.get(unit) ?? []), item])
  }
  return matters
}
