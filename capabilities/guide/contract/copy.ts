import { Type as T, type Static } from 'typebox'
import { EDITIONS } from '../contract.ts'

export const CHANNEL_KEYS = ['portal', 'kiosk', 'screen', 'paper'] as const

const Lines = T.Array(T.String())
const Id = T.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 })
const Place = T.String({ maxLength: 60 })

/** Which copy is meant; the portal's has no place. */
export const CopyKey = { channel: T.Enum([...CHANNEL_KEYS]), place: T.Optional(Place), item: Id }

export const GuideSheet = T.Object({
  channel: T.String(),
  place: T.String(),
  item: T.String(),
  version: T.Integer(),
  /** What the guide says, by field. */
  sheet: T.Record(T.String(), Lines),
  syncedAt: T.String(),
})

const FieldDifference = T.Object({
  field: T.String(),
  fieldTitle: T.String(),
  source: Lines,
  copy: Lines,
})

export const CopyDifference = T.Object({
  channel: T.Enum([...CHANNEL_KEYS]),
  channelTitle: T.String(),
  place: T.String(),
  placeName: T.String(),
  item: T.String(),
  name: T.String(),
  /** Changed by hand; else it only lags behind. */
  byHand: T.Boolean(),
  editedAt: T.Optional(T.String()),
  fields: T.Array(FieldDifference),
})
export type CopyDifference = Static<typeof CopyDifference>

export const ComparedItem = T.Object({
  item: T.String(),
  name: T.String(),
  differences: T.Array(
    T.Object({
      field: T.String(),
      fieldTitle: T.String(),
      says: T.Array(T.Object({ lines: Lines, holders: T.Array(T.String()) })),
    }),
  ),
})
export type ComparedItem = Static<typeof ComparedItem>

export const Handbook = T.Object({
  kind: T.String(),
  title: T.String(),
  number: T.Integer(),
  madeOn: T.String(),
  madeBy: T.String(),
  items: T.Integer(),
  sha256: T.String(),
  /** Its content is what guides and procedures say today. */
  current: T.Boolean(),
  /** Announced to the public; left out where no announcement is asked for. */
  published: T.Optional(T.Boolean()),
  notices: T.Array(T.Object({ on: T.String(), channel: T.String(), where: T.String() })),
})
export type Handbook = Static<typeof Handbook>

/** 工作规程 of an item, and of each “一件事” it stands in. */
export const OperatingProcedure = T.Object({
  item: T.String(),
  name: T.String(),
  steps: T.Array(
    T.Object({
      step: T.String(),
      name: T.String(),
      role: T.String(),
      limitWorkingDays: T.Number(),
      standard: T.String(),
    }),
  ),
  undertakings: T.Array(
    T.Object({
      title: T.String(),
      /** Which of its steps this item belongs to, from 1. */
      at: T.Integer(),
      steps: T.Array(
        T.Object({
          title: T.String(),
          here: T.Boolean(),
          by: T.String(),
          does: T.Array(T.String()),
          passesOn: T.String(),
        }),
      ),
    }),
  ),
})
export type OperatingProcedure = Static<typeof OperatingProcedure>

export const EditionName = T.Enum([...EDITIONS])
