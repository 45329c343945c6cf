import type { ItemVersion } from '../../contract.ts'
import type { PlacedLayer } from '../../contract/layer.ts'
import { rebase, resolve, tierOfArea, type Conflict, type Rebased } from '../../model/layers.ts'
import { applyLayer } from '../../model/layers/apply.ts'
import { fromTree, isWithin, toTree } from '../../model/layers/tree.ts'
import type { ChangeDossier } from './dossier.ts'

/** What somebody decided about one place. */
export interface Settled {
  path: string
  take: 'upper' | 'local'
  reason?: string
}

export interface UpperConflict extends Conflict {
  /** This area's words go further than the new list lets them: it has to follow, or to ease what it says. */
  forced: boolean
  settled?: Omit<Settled, 'path'>
}

/** A list above in the version a draft follows, and the one the version in force was made under. */
export interface FollowedList {
  area: string
  version: number
  was?: number
  since: string
}

/** What began a draft: lists above that have moved on (上级目录更新). */
export interface FromAbove {
  lists: readonly FollowedList[]
  moved: Rebased<PlacedLayer>['moved']
  conflicts: readonly UpperConflict[]
}

/** What is said of a place, of a part of it or of what it is part of; `/materials/id-card` is no part of `/materials/id`. */
export const touching = <P extends { path: string }>(problems: readonly P[], path: string): P[] =>
  problems.filter((problem) => isWithin(problem.path, path) || isWithin(path, problem.path))

/** The item under the lists as they stand now, with what has to be decided by a person (三方合并). */
export function followed(
  layers: readonly PlacedLayer[],
  above: readonly PlacedLayer[],
): { body: ItemVersion; fromAbove: FromAbove } {
  const own = layers.at(-1)!
  const before = layers.slice(0, -1)
  const renamed = Object.assign({}, ...above.map((layer) => layer.renamed ?? {})) as Record<string, string>
  const { override, moved, conflicts } = rebase(resolve(before).item, resolve(above).item, own, {
    ...{ renamed, tier: tierOfArea(own.area) },
    ...{ locks: above.flatMap(({ lock = [] }) => lock), offers: above.flatMap(({ offer = [] }) => offer) },
  })
  const { item, problems } = resolve([...above, override])
  const forced = ({ path }: Conflict) => touching(problems, path).length > 0
  return {
    // Layers that once made a version make one again; what they leave out is found when the draft is judged.
    body: item as ItemVersion,
    fromAbove: {
      lists: listsBetween(before, above),
      moved,
      conflicts: conflicts.map((conflict) => ({ ...conflict, forced: forced(conflict) })),
    },
  }
}

/** Lists that are not the same as the version in force was made under. */
export function listsBetween(before: readonly PlacedLayer[], above: readonly PlacedLayer[]): FollowedList[] {
  return above.flatMap(({ area, version, effectiveFrom: since }) => {
    const was = before.find((layer) => layer.area === area)?.version
    return was === version ? [] : [{ area, version, since, ...(was === undefined ? {} : { was }) }]
  })
}

/** The draft with the upper tier's words at one place; where it says nothing there any more, neither does the draft. */
export function withUpper(body: ItemVersion, { path, now }: Pick<Conflict, 'path' | 'now'>): ItemVersion {
  const words = now === undefined ? { set: {}, drop: [path] } : { set: { [path]: now } }
  // What a list above says in the place of a field has the shape of that field; the shape is checked again when it is saved.
  return fromTree(applyLayer(toTree(body), words).tree) as ItemVersion
}

export function settledIn(fromAbove: FromAbove, { path, ...choice }: Settled): FromAbove {
  return {
    ...fromAbove,
    conflicts: fromAbove.conflicts.map((conflict) =>
      conflict.path === path ? { ...conflict, settled: choice } : conflict,
    ),
  }
}

export const unsettled = ({ fromAbove }: Pick<ChangeDossier, 'fromAbove'>): UpperConflict[] =>
  (fromAbove?.conflicts ?? []).filter(({ settled }) => settled === undefined)
