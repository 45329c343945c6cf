import { Type as T, type Static } from 'typebox'
import { Day } from './dates.ts'

/** 更名, 合并, 拆分, 改隶（归另一上级）, 改码（只换代码）. */
export const SUCCESSION_KINDS = ['rename', 'merge', 'split', 'transfer', 'recode'] as const
export const SuccessionKind = T.Enum([...SUCCESSION_KINDS])
export type SuccessionKind = Static<typeof SuccessionKind>

/** What follows whom. A split has several lines with the same `id`, a merger several with the same `successor`. */
export const Succession = T.Object(
  {
    subject: T.Enum(['region', 'place', 'body']),
    id: T.String({ minLength: 1, maxLength: 60 }),
    successor: T.String({ minLength: 1, maxLength: 60 }),
    /** The first day of what follows. */
    on: Day,
    kind: SuccessionKind,
  },
  { additionalProperties: false },
)
export type Succession = Static<typeof Succession>
