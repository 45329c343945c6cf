import type { Condition, SightValue } from '#platform/auth/visibility.ts'

/** One way a row can match: each column with the values it may have, each list with what must stand in it. */
export interface Branch<Column extends string> {
  area?: string
  among: ReadonlyMap<Column, readonly SightValue[]>
  has: readonly (readonly [Column, SightValue])[]
}

/**
 * A condition as the ways a row can match it. An “or” of two ways cannot walk one index in order; each way alone can, so a
 * list reads a page of each and merges them.
 */
export function branchesOf<Column extends string>(condition: Condition<Column>): Branch<Column>[] {
  if (condition === 'nothing') return []
  if ('everythingInArea' in condition) {
    const { everythingInArea: area } = condition
    return area ? [{ area, among: new Map(), has: [] }] : []
  }
  if ('anyOf' in condition) return condition.anyOf.flatMap(branchesOf)
  if ('allOf' in condition) {
    if (condition.allOf.length === 0) return []
    return condition.allOf
      .map(branchesOf)
      .reduce((before, next) => before.flatMap((one) => next.flatMap(joinedTo(one))))
  }
  if ('has' in condition) {
    const { column, has } = condition
    return has === null || has === undefined ? [] : [{ among: new Map(), has: [[column, has]] }]
  }
  const values = 'in' in condition ? condition.in : [condition.equals]
  const known = values.filter((value) => value !== null && value !== undefined)
  return known.length === 0 ? [] : [{ among: new Map([[condition.column, [...new Set(known)]]]), has: [] }]
}

/** Both branches at once, or none when they exclude each other. */
function joinedTo<Column extends string>(one: Branch<Column>): (other: Branch<Column>) => Branch<Column>[] {
  return (other) => {
    if (one.area !== undefined && other.area !== undefined && one.area !== other.area) return []
    const among = new Map(one.among)
    for (const [column, values] of other.among) {
      const both = among.get(column)?.filter((value) => values.includes(value)) ?? values
      if (both.length === 0) return []
      among.set(column, both)
    }
    const area = one.area ?? other.area
    return [{ ...(area === undefined ? {} : { area }), among, has: [...one.has, ...other.has] }]
  }
}

/** A branch that another one contains adds no row. */
export function withoutCovered<Column extends string>(branches: readonly Branch<Column>[]): Branch<Column>[] {
  return branches.filter(
    (branch, index) =>
      !branches.some(
        (other, at) => at !== index && covers(other, branch) && (!covers(branch, other) || at < index),
      ),
  )
}

function covers<Column extends string>(wide: Branch<Column>, narrow: Branch<Column>): boolean {
  if (wide.area !== undefined && wide.area !== narrow.area) return false
  const values = [...wide.among].every(([column, some]) =>
    narrow.among.get(column)?.every((value) => some.includes(value)),
  )
  const lists = wide.has.every(([column, value]) =>
    narrow.has.some(([same, other]) => same === column && other === value),
  )
  return values && lists
}
