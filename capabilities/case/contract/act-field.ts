import { Type as T, type Static } from 'typebox'
import { FormField } from '#capabilities/catalogue/contract.ts'

/** What the field begins with. */
const start = T.Optional(T.Union([T.String(), T.Array(T.String())]))

/** One question of an act: a field of the common form, with what the act wants to receive. */
export const ActField = T.Object({
  ...FormField.properties,
  /** Fewest characters. */
  least: T.Optional(T.Integer({ minimum: 0 })),
  /** A text of a certain shape, and the sentence for any other. */
  pattern: T.Optional(T.Object({ matches: T.String(), otherwise: T.String() })),
  /** How the answer goes out when not as text: `lines` is one entry a line, `people` at least two names, one a line. */
  sent: T.Optional(T.Enum(['boolean', 'number', 'lines', 'people'])),
  start,
  /** A day after which the answer is worth a second look, and why. */
  beyond: T.Optional(T.Object({ day: T.String(), warning: T.String() })),
  /** The control in place of this one, by what was chosen in the field `by`; several answers still go out as text, one a line. */
  instead: T.Optional(
    T.Object({
      by: T.String(),
      controls: T.Record(T.String(), T.Object({ ...FormField.properties, start })),
    }),
  ),
})
export type ActField = Static<typeof ActField>
