import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'
import type { ReformKind } from '../contract/reform.ts'
import type { SuccessionKind } from '../contract/succession.ts'

export interface ReformShape {
  kind: ReformKind
  /** What is there before. */
  of: readonly string[]
  /** What is there afterwards; one that stays is named on both sides. */
  into: readonly string[]
  /** A new name may come without a new code: so a village is renamed. Places and bodies change their names as particulars. */
  keepsCode?: boolean
}

/** How many there are before and after, at least and at most. */
const SHAPES: Readonly<Record<ReformKind, { of: [number, number]; into: [number, number] }>> = {
  found: { of: [0, 0], into: [1, 1] },
  abolish: { of: [1, 1], into: [0, 1] },
  merge: { of: [2, 20], into: [1, 1] },
  split: { of: [1, 1], into: [2, 20] },
  rename: { of: [1, 1], into: [1, 1] },
  recode: { of: [1, 1], into: [1, 1] },
}

export function shapeProblem({ kind, of, into, keepsCode }: ReformShape): OrganisationRefusal | undefined {
  const shape = SHAPES[kind]
  const fits = (count: number, [least, most]: [number, number]) => count >= least && count <= most
  const twice = new Set(of).size < of.length || new Set(into).size < into.length
  if (twice || !fits(of.length, shape.of) || !fits(into.length, shape.into))
    return refuse('reform-shape-wrong', { kind, of: of.length, into: into.length })
  // A merger, a split and a new name leave one of those they began with; anything else into itself is no change.
  const mayStay = kind === 'merge' || kind === 'split' || (kind === 'rename' && keepsCode === true)
  return !mayStay && into.some((id) => of.includes(id))
    ? refuse('successor-is-itself', { id: into[0] })
    : undefined
}

/** What ends the day before: whatever was there and is not named among what follows. */
export const ending = ({ of, into }: ReformShape): string[] => of.filter((id) => !into.includes(id))

/** What begins on the day: named among what follows, and not there yet. */
export const beginning = ({ into }: ReformShape, known: ReadonlySet<string>): string[] =>
  into.filter((id) => !known.has(id))

const LINES: Readonly<Record<ReformKind, SuccessionKind>> = {
  ...{
    found: 'transfer',
    abolish: 'merge',
    merge: 'merge',
    split: 'split',
    rename: 'rename',
    recode: 'recode',
  },
}

/** Lines from each of the old to each of the new; what is abolished into nothing leads nowhere. */
export function successionLines(
  shape: ReformShape,
): { id: string; successor: string; kind: SuccessionKind }[] {
  const kind = LINES[shape.kind]
  const from = shape.kind === 'split' ? shape.of : ending(shape)
  return from.flatMap((id) => shape.into.map((successor) => ({ id, successor, kind })))
}
