import { Type as T, type Static } from 'typebox'
import { AS_FILE, contract } from '#platform/http/contract.ts'

const Severity = T.Enum(['block', 'warn', 'off'])
const Text = T.String({ maxLength: 100 })

/** One item as the list of quality shows it. */
export const ItemQuality = T.Object({
  item: T.String(),
  name: T.String(),
  version: T.Integer(),
  /** 0 to 100. */
  score: T.Integer(),
  /** Whether this version could be published today. */
  passes: T.Boolean(),
  blocking: T.Integer(),
  remarks: T.Integer(),
  /** Of the twenty-six elements of a guide, how many it says or marks as not applicable, and what it lacks. */
  elements: T.Integer(),
  missing: T.Array(T.String()),
})
export type ItemQuality = Static<typeof ItemQuality>

export const QualityFinding = T.Object({
  check: T.String(),
  group: T.String(),
  groupTitle: T.String(),
  title: T.String(),
  source: T.String(),
  severity: T.Enum(['block', 'warn']),
  /** JSON pointer into the item. */
  at: T.String(),
  what: T.String(),
  remedy: T.String(),
  /** What follows from the item itself: a value to put, or, left out, to take away what is there. */
  mend: T.Optional(T.Object({ at: T.String(), value: T.Optional(T.Unknown()) })),
})
export type QualityFinding = Static<typeof QualityFinding>

export const ItemCheck = T.Object({
  id: T.String(),
  group: T.String(),
  groupTitle: T.String(),
  title: T.String(),
  source: T.String(),
  severity: Severity,
  /** The mildest this area may make it. */
  floor: Severity,
  /** How many items in force break it. */
  broken: T.Integer(),
})
export type ItemCheck = Static<typeof ItemCheck>

export const QualityFilter = {
  /** Part of an item's name, or its id. */
  q: T.Optional(Text),
  /** Only items that break this check. */
  check: T.Optional(Text),
  /** Only items with something that has to be changed, or with a remark. */
  severity: T.Optional(T.Enum(['block', 'warn'])),
}

/** Whoever writes items, whoever approves them, and whoever looks after both. */
export const QUALITY_READERS = {
  roles: ['supervisor', 'director', 'power-registrar', 'item-author', 'item-approver'],
}

export const gateRoutes = contract({
  itemQuality: {
    method: 'GET',
    path: '/item-quality',
    who: QUALITY_READERS,
    summary: 'Items in force with their score at the quality gate (质量关), the lowest first',
    query: T.Object({
      ...QualityFilter,
      limit: T.Optional(T.Integer({ minimum: 1, maximum: 100 })),
      cursor: T.Optional(T.String({ maxLength: 200 })),
    }),
    reply: T.Object({
      /** How many items are in force, and their score on average. */
      checked: T.Integer(),
      average: T.Integer(),
      items: T.Array(ItemQuality),
      nextCursor: T.Optional(T.String()),
    }),
  },
  qualityOfItem: {
    method: 'GET',
    path: '/item-quality/:id',
    who: QUALITY_READERS,
    summary: 'What the quality gate finds on one item, with its source and how to mend it',
    params: T.Object({ id: T.String({ maxLength: 60 }) }),
    reply: T.Object({ quality: ItemQuality, findings: T.Array(QualityFinding) }),
  },
  itemChecks: {
    method: 'GET',
    path: '/item-checks',
    who: QUALITY_READERS,
    summary:
      'The checks of the quality gate: what each rests on, how grave it is here and how many items break it',
    reply: T.Object({ checks: T.Array(ItemCheck) }),
  },
})

export const gateFiles = contract({
  qualityFile: {
    method: 'GET',
    path: '/item-quality/export',
    who: QUALITY_READERS,
    summary: 'Items with score and findings as a file',
    query: T.Object({ ...QualityFilter, ...AS_FILE }),
    reply: T.String(),
    bytes: 'out',
  },
})
