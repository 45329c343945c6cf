import { Type as T, type Static } from 'typebox'
import { AS_FILE, contract } from '#platform/http/contract.ts'
import { LayerException, Tier } from './layer.ts'

/** One thing the item says, with who said it. */
export const LineageLine = T.Object({
  path: T.String(),
  /** The field by its Chinese name, and the line of a list within it. */
  title: T.String(),
  value: T.Optional(T.Unknown()),
  /** The same for people: codes by their names. */
  text: T.Optional(T.String()),
  tier: Tier,
  tierTitle: T.String(),
  area: T.String(),
  /** The version of that tier's list in which it came to be as it is. */
  version: T.Integer(),
  since: T.String(),
  standing: T.Enum(['locked', 'ease-only', 'widen-only', 'own']),
  standingTitle: T.String(),
  basis: T.String(),
  dropped: T.Optional(T.Boolean()),
  exception: T.Optional(LayerException),
})
export type LineageLine = Static<typeof LineageLine>

export const BoundaryItem = T.Object({
  id: T.String(),
  name: T.String(),
  itemType: T.String(),
  catalogCode: T.String(),
  /** Who decides it. */
  body: T.String(),
})
export const BoundaryTier = T.Object({
  tier: T.Enum(['county', 'county-to-town', 'town']),
  title: T.String(),
  items: T.Array(BoundaryItem),
})
export type BoundaryTier = Static<typeof BoundaryTier>

export const DifferenceLine = T.Object({
  item: T.String(),
  name: T.String(),
  field: T.String(),
  fieldTitle: T.String(),
  path: T.String(),
  tier: Tier,
  tierTitle: T.String(),
  above: T.Optional(T.String()),
  here: T.Optional(T.String()),
  exception: T.Optional(LayerException),
})
export type DifferenceLine = Static<typeof DifferenceLine>

/** 网上可受理率, 网上可办率 of the items that are the same at every tier. */
export const OnlineRate = T.Object({
  rate: T.Enum(['accepted', 'handled']),
  title: T.String(),
  count: T.Integer(),
  of: T.Integer(),
  /** A share from 0 to 1. */
  target: T.Number(),
  met: T.Boolean(),
  lacking: T.Array(T.Object({ id: T.String(), name: T.String() })),
})
export type OnlineRate = Static<typeof OnlineRate>

export const layerRoutes = contract({
  itemLineage: {
    method: 'GET',
    path: '/items/:id/lineage',
    who: 'staff',
    summary:
      'Who set each value of an item, at which tier, since which version, and what a tier below may do with it',
    params: T.Object({ id: T.String({ maxLength: 60 }) }),
    query: T.Object({ version: T.Optional(T.Integer({ minimum: 1 })) }),
    reply: T.Object({
      item: T.String(),
      name: T.String(),
      version: T.Integer(),
      layers: T.Array(
        T.Object({
          tier: Tier,
          tierTitle: T.String(),
          area: T.String(),
          version: T.Integer(),
          effectiveFrom: T.String(),
          source: T.Optional(T.String()),
        }),
      ),
      lines: T.Array(LineageLine),
    }),
  },
  powerBoundary: {
    method: 'GET',
    path: '/power-boundary',
    who: 'staff',
    summary: 'The list of powers between county and town (区镇事权清单): items in force by owner tier',
    reply: T.Object({ tiers: T.Array(BoundaryTier) }),
  },
  itemDifferences: {
    method: 'GET',
    path: '/item-differences',
    who: 'staff',
    summary:
      'Where items differ from the tiers above in what the plan holds to be the same (三级四同、四级四同)',
    reply: T.Object({
      label: T.String(),
      tiers: T.Array(Tier),
      fields: T.Array(T.String()),
      onDifference: T.Enum(['block', 'list']),
      /** Items written over a list of a tier above, and those that are not. */
      compared: T.Integer(),
      alone: T.Integer(),
      lines: T.Array(DifferenceLine),
      /** Only where the plan names the two rates. */
      online: T.Optional(T.Array(OnlineRate)),
    }),
  },
})

export const layerFiles = contract({
  boundaryFile: {
    method: 'GET',
    path: '/power-boundary/export',
    who: 'staff',
    summary: 'The list of powers between county and town as a file, tier by tier',
    query: T.Object({ ...AS_FILE }),
    reply: T.String(),
    bytes: 'out',
  },
  differencesFile: {
    method: 'GET',
    path: '/item-differences/export',
    who: 'staff',
    summary: 'Differences from the tiers above as a file',
    query: T.Object({ ...AS_FILE }),
    reply: T.String(),
    bytes: 'out',
  },
})
