import { Type as T, type Static } from 'typebox'

const Names = T.Array(T.String())

/** A version of an item, what it asks of people, and how many cases ran or run under it. */
export const VersionBurden = T.Object({
  version: T.Integer(),
  effectiveFrom: T.String(),
  steps: T.Integer(),
  materials: T.Integer(),
  /** Papers everybody has to bring. */
  demanded: T.Integer(),
  fields: T.Integer(),
  visits: T.Integer(),
  limit: T.String(),
  cases: T.Integer(),
  openCases: T.Integer(),
})

export const VersionChange = T.Object({
  from: T.Integer(),
  to: T.Integer(),
  changes: T.Array(
    T.Object({ measure: T.String(), title: T.String(), before: T.Integer(), after: T.Integer() }),
  ),
  unitsDiffer: T.Boolean(),
  stepsDropped: Names,
  stepsAdded: Names,
  materialsDropped: Names,
  materialsAdded: Names,
  materialsShared: Names,
})

/** 流程再造对照: an item with more than one version, each beside the one before it. */
export const ReengineeredItem = T.Object({
  id: T.String(),
  name: T.String(),
  versions: T.Array(VersionBurden),
  changes: T.Array(VersionChange),
  /** Papers that its cases did not have to bring, against the first version. */
  papersSpared: T.Integer(),
})
export type ReengineeredItem = Static<typeof ReengineeredItem>

export const ReengineeringView = T.Object({ items: T.Array(ReengineeredItem) })
export type ReengineeringView = Static<typeof ReengineeringView>
