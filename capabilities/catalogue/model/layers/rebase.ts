import type { Layer } from '../../contract/layer.ts'
import { applyLayer } from './apply.ts'
import { breaches, type Holding } from './resolve.ts'
import { at, fromTree, isWithin, parentOf, same, toTree, type Node } from './tree.ts'

/** Why somebody has to look: both tiers changed it, or what was lawful under the old words is not under the new. */
export interface Conflict {
  path: string
  why: 'both-changed' | 'no-longer-lawful'
  before?: unknown
  now?: unknown
  mine?: unknown
}

export interface Rebased<Override> {
  override: Override
  /** Words of the lower tier that went along, or fell away because the upper tier says the same now or has nothing there any more. */
  moved: { path: string; how: 'renamed' | 'adopted' | 'gone' }[]
  conflicts: Conflict[]
}

/**
 * The words of a lower tier laid over a new version of the tier above (三方合并). Where only one of the two changed a thing, its words
 * stand; where both did, the lower tier's words stay as they are until somebody has looked.
 */
export function rebase<Override extends Layer>(
  oldUpper: unknown,
  newUpper: unknown,
  override: Override,
  upper: Pick<Layer, 'renamed'> & Holding & { tier?: number } = {},
): Rebased<Override> {
  const [before, now] = [toTree(oldUpper), toTree(newUpper)]
  const out: Rebased<Override> = { override, moved: [], conflicts: [] }
  const path = renaming(upper.renamed ?? {}, out)
  const set: Record<string, unknown> = {}
  for (const [old, mine] of Object.entries(override.set)) {
    const fresh = path(old)
    const fate = fateOf(
      toTree(mine, fresh),
      at(before, old),
      at(now, fresh),
      isOrphan(before, now, old, fresh),
    )
    if (fate === 'adopted' || fate === 'gone') out.moved.push({ path: fresh, how: fate })
    else set[fresh] = mine
    if (fate === 'conflict') out.conflicts.push(conflict('both-changed', fresh, before, now, old, mine))
  }
  const drop = (override.drop ?? []).flatMap((old) => {
    const fresh = path(old)
    if (at(now, fresh) === undefined) {
      out.moved.push({ path: fresh, how: 'gone' })
      return []
    }
    if (!same(at(before, old), at(now, fresh)))
      out.conflicts.push(conflict('both-changed', fresh, before, now, old, undefined))
    return [fresh]
  })
  const { drop: _drop, order: _order, ...rest } = override
  const order = Object.fromEntries(
    Object.entries(override.order ?? {}).filter(([list]) => at(now, list) !== undefined || list in set),
  )
  out.override = {
    ...rest,
    set,
    ...(drop.length > 0 ? { drop } : {}),
    ...(Object.keys(order).length > 0 ? { order } : {}),
  } as Override
  out.conflicts.push(...unlawful(now, out, upper))
  return out
}

const COUNTY = 4

type Fate = 'stays' | 'adopted' | 'gone' | 'conflict'

function fateOf(mine: Node, before: Node | undefined, now: Node | undefined, orphan: boolean): Fate {
  if (same(mine, now)) return 'adopted'
  if (orphan) return 'gone'
  return same(before, now) ? 'stays' : 'conflict'
}

/** The line the words belong to has gone above. */
function isOrphan(before: Node, now: Node, old: string, fresh: string): boolean {
  return at(before, parentOf(old)) !== undefined && at(now, parentOf(fresh)) === undefined
}

function renaming(renamed: Readonly<Record<string, string>>, { moved }: Pick<Rebased<Layer>, 'moved'>) {
  return (path: string): string => {
    const found = Object.entries(renamed).find(([from]) => isWithin(path, from))
    if (found === undefined) return path
    const [from, to] = found
    const fresh = `${to}${path.slice(from.length)}`
    moved.push({ path: fresh, how: 'renamed' })
    return fresh
  }
}

/** What breaks a rule under the new words and is not named yet. */
function unlawful(
  now: Node,
  { override, conflicts }: Rebased<Layer>,
  { tier = COUNTY, ...holding }: Holding & { tier?: number },
): Conflict[] {
  const { tree } = applyLayer(now, override)
  const named = (path: string): boolean =>
    conflicts.some((found) => isWithin(found.path, path) || isWithin(path, found.path))
  const excepted = (path: string): boolean =>
    (override.exceptions ?? []).some((exception) => isWithin(path, exception.path))
  return breaches(now, tree, tier, holding)
    .filter(({ path }) => !named(path) && !excepted(path))
    .map(({ path }) => ({
      path,
      why: 'no-longer-lawful' as const,
      ...side('now', at(now, path)),
      ...side('mine', at(tree, path)),
    }))
}

function conflict(
  why: Conflict['why'],
  path: string,
  before: Node,
  now: Node,
  old: string,
  mine: unknown,
): Conflict {
  return {
    ...{ path, why },
    ...side('before', at(before, old)),
    ...side('now', at(now, path)),
    ...(mine === undefined ? {} : { mine }),
  }
}

const side = <Name extends string>(name: Name, node: Node | undefined): { [K in Name]?: unknown } =>
  (node === undefined ? {} : { [name]: fromTree(node) }) as { [K in Name]?: unknown }
