import { Type as T, type Static } from 'typebox'

const text = (maxLength: number) => T.String({ minLength: 1, maxLength })
const closed = <P extends T.TProperties>(properties: P) =>
  T.Object(properties, { additionalProperties: false })

/** `/materials/id-card/copies`: lines of a list by their key, never by their place; `~1` stands for a slash within a key. */
export const Pointer = T.String({ pattern: '^(/[^/]+)+$', maxLength: 600 })

/** Why a lower tier may differ in what is the same everywhere (三级四同、四级四同): approved, dated, and shown with the difference. */
export const LayerException = closed({
  path: Pointer,
  reason: text(300),
  /** Who approved it, by which paper. */
  approvedBy: text(200),
  on: T.String({ format: 'date' }),
})
export type LayerException = Static<typeof LayerException>

/**
 * What one tier says of an item: the base directory (目录清单) of the State, a province or a city, or a county's implementation list
 * (实施清单) above it. It holds only its own words; the rest comes from the layer it extends.
 */
export const Layer = closed({
  id: T.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 }),
  version: T.Integer({ minimum: 1 }),
  effectiveFrom: T.String({ format: 'date' }),
  effectiveTo: T.Optional(T.String({ format: 'date' })),
  /** The layer above in the version it was written over: `food-business-licence@1`, in the nearest tier that has it. */
  extends: T.Optional(T.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*@[1-9]\\d*$', maxLength: 80 })),
  /** Values by pointer: a field, a whole line of a list, or one field of a line. */
  set: T.Record(T.String({ pattern: '^(/[^/]+)+$', maxLength: 600 }), T.Unknown()),
  /** What this tier does without: a paper, a condition, a step. */
  drop: T.Optional(T.Array(Pointer, { maxItems: 100, uniqueItems: true })),
  /** In which order the lines of a list are read; what is not named follows. */
  order: T.Optional(
    T.Record(T.String({ maxLength: 200 }), T.Array(T.String({ maxLength: 400 }), { maxItems: 100 })),
  ),
  /** What no tier below may touch, though the rule of the field would let it. */
  lock: T.Optional(T.Array(Pointer, { maxItems: 100, uniqueItems: true })),
  /**
   * What this tier gives as a reference text (参考文本): whoever says nothing has it as it stands, whoever says otherwise may. Holds for
   * what tiers below work out for themselves (form, process, promise); what law settles stays settled.
   */
  offer: T.Optional(T.Array(Pointer, { maxItems: 20, uniqueItems: true })),
  /** Lines that have another key than in the version before: a lower tier's words about them move along. */
  renamed: T.Optional(T.Record(T.String({ maxLength: 600 }), Pointer)),
  exceptions: T.Optional(T.Array(LayerException, { maxItems: 20 })),
  source: T.Optional(text(500)),
})
export type Layer = Static<typeof Layer>

/** A layer with the area that wrote it: 000000 the State, 370000 a province, 370300 a city, 370304 a county. */
export interface PlacedLayer extends Layer {
  area: string
}

/** Whether a tier below may change a value: not at all, only to make it easier, only to offer more, or as it likes. */
export const STANDINGS = ['locked', 'ease-only', 'widen-only', 'own'] as const
export type Standing = (typeof STANDINGS)[number]

/** 1 national, 2 provincial, 3 city, 4 county, 5 town, as in 行使层级. */
export const Tier = T.Integer({ minimum: 1, maximum: 6 })

/** Who set a value, at which tier, since which version of that tier's list, and what a tier below may do with it. */
export const Origin = closed({
  tier: Tier,
  area: T.String(),
  /** The version of that layer in which the value came to be as it is. */
  version: T.Integer(),
  since: T.String({ format: 'date' }),
  standing: T.Enum([...STANDINGS]),
  /** The rule behind the standing. */
  basis: T.String(),
})
export type Origin = Static<typeof Origin>

export const LineageEntry = closed({
  /** Holds for everything below the pointer that has no entry of its own. */
  path: T.String(),
  origin: Origin,
  /** This tier does without what stood here above. */
  dropped: T.Optional(T.Boolean()),
  exception: T.Optional(LayerException),
})
export type LineageEntry = Static<typeof LineageEntry>
