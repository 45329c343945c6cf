import type { ItemVersion, Limit } from '../contract.ts'

/** What a version of an item asks of people: the measures of process re-engineering (流程再造). */
export interface Burden {
  steps: number
  materials: number
  /** Papers everybody has to bring: not the form, nor what the office looks up for itself. */
  demanded: number
  fields: number
  visits: number
  limit: Pick<Limit, 'amount' | 'unit'>
}

export const MEASURES = ['steps', 'materials', 'demanded', 'fields', 'visits', 'days'] as const
export type Measure = (typeof MEASURES)[number]

/** One measure before and after; less is better for every one of them. */
export interface Change {
  measure: Measure
  before: number
  after: number
}

export interface Comparison {
  from: number
  to: number
  changes: Change[]
  /** The promise is given in another unit, so its days cannot be compared. */
  unitsDiffer: boolean
  stepsDropped: string[]
  stepsAdded: string[]
  materialsDropped: string[]
  materialsAdded: string[]
  /** Still listed, and no longer asked of anybody. */
  materialsShared: string[]
}

export function burdenOf(item: ItemVersion): Burden {
  const { amount, unit } = item.promisedLimit
  return {
    steps: item.process.steps.length,
    materials: item.materials.length,
    demanded: item.materials.filter(isDemanded).length,
    fields: item.form.fields.length,
    visits: item.visits,
    limit: { amount, unit },
  }
}

type Material = ItemVersion['materials'][number]

function isDemanded({ necessity, fromForm, shared }: Material): boolean {
  return necessity === 'required' && !fromForm && shared === undefined
}

/** A version beside the one before it (办理流程再造对照). Only what differs is listed. */
export function compareVersions(before: ItemVersion, after: ItemVersion): Comparison {
  const [old, fresh] = [burdenOf(before), burdenOf(after)]
  const unitsDiffer = old.limit.unit !== fresh.limit.unit
  const all: Change[] = [
    ...(['steps', 'materials', 'demanded', 'fields', 'visits'] as const).map((measure) => {
      return { measure, before: old[measure], after: fresh[measure] }
    }),
    ...(unitsDiffer
      ? []
      : [{ measure: 'days' as const, before: old.limit.amount, after: fresh.limit.amount }]),
  ]
  const was = new Map(before.materials.map((material) => [material.id, material]))
  return {
    from: before.version,
    to: after.version,
    changes: all.filter((change) => change.before !== change.after),
    unitsDiffer,
    stepsDropped: without(before.process.steps, after.process.steps, ({ step }) => step),
    stepsAdded: without(after.process.steps, before.process.steps, ({ step }) => step),
    materialsDropped: without(before.materials, after.materials, ({ id }) => id),
    materialsAdded: without(after.materials, before.materials, ({ id }) => id),
    materialsShared: after.materials
      .filter(({ id, shared }) => shared !== undefined && was.has(id) && was.get(id)!.shared === undefined)
      .map(({ name }) => name),
  }
}

/** Names of those in one list that the other lacks. */
function without<Named extends { name: string }>(
  these: readonly Named[],
  those: readonly Named[],
  key: (named: Named) => string,
): string[] {
  const known = new Set(those.map(key))
  return these.filter((each) => !known.has(key(each))).map(({ name }) => name)
}
