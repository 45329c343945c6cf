import { Type as T, type Static } from 'typebox'

/** A block of the case page that only some cases have, already in Chinese: the same for citizen and office. */
export const DetailPart = T.Object({
  key: T.String(),
  title: T.String(),
  tag: T.Optional(T.Object({ text: T.String(), tone: T.Enum(['good', 'warn', 'bad', 'blue', 'plain']) })),
  lines: T.Array(T.String()),
  facts: T.Optional(T.Array(T.Object({ label: T.String(), text: T.String() }))),
  table: T.Optional(T.Object({ head: T.Array(T.String()), rows: T.Array(T.Array(T.String())) })),
})
export type DetailPart = Static<typeof DetailPart>
