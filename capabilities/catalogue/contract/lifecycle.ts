import { Type as T, type Static } from 'typebox'
import { Limit } from './limit.ts'
import { Material } from './material.ts'
import { ProcessStep } from './process.ts'

const text = (maxLength: number) => T.String({ minLength: 1, maxLength })
const closed = <P extends T.TProperties>(properties: P) =>
  T.Object(properties, { additionalProperties: false })

/**
 * The item as it is applied for by somebody who already holds its licence: the same conditions and form, other papers, other steps
 * and another limit. What it leaves out stays as the item has it.
 */
const Variant = {
  /** 食品经营许可（延续）. */
  name: text(200),
  /** Papers of the item that are asked again, by id; its application form among them. */
  materials: T.Array(text(60), { minItems: 1, maxItems: 40 }),
  /** Papers only this application needs: the licence itself, what has changed. */
  added: T.Optional(T.Array(Material, { minItems: 1, maxItems: 20 })),
  steps: T.Array(ProcessStep, { minItems: 3, maxItems: 12 }),
  promisedLimit: Limit,
  statutoryLimit: T.Optional(Limit),
  /** Said above the form: what to write anew and what to leave as it is. */
  hint: text(500),
  /** The article that gives the holder this application. */
  basis: text(300),
}

const Before = closed({
  amount: T.Integer({ minimum: 0, maximum: 1000 }),
  unit: T.Enum(['working-day', 'calendar-day']),
})

export const Renewal = closed({
  ...Variant,
  /** At least so long before the last day (行政许可法第五十条: thirty days, unless law, regulation or rule says otherwise). */
  fileBefore: Before,
  /** Not earlier than this before the last day; left out, at any time of the term. */
  notEarlierThan: T.Optional(Before),
  /** Whether somebody late has to apply anew, or may still be renewed without the licence holding meanwhile. */
  late: T.Enum(['refused', 'accepted']),
})
export type Renewal = Static<typeof Renewal>

/** What the holder of a licence may apply for, where the item's law knows it: 变更, 延续, 注销. */
export const Lifecycle = closed({
  change: T.Optional(closed(Variant)),
  renew: T.Optional(Renewal),
  cancel: T.Optional(closed(Variant)),
})
export type Lifecycle = Static<typeof Lifecycle>
