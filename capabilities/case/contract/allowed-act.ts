import { Type as T, type Static } from 'typebox'
import { ActField } from './act-field.ts'

/** A button: what may be done now and what it asks for. */
export const AllowedAct = T.Object({
  act: T.String(),
  title: T.String(),
  tone: T.Enum(['primary', 'normal', 'danger']),
  /** Under which heading the button stands; left out, it is the way forward. */
  group: T.Optional(T.Enum(['forward', 'special', 'joint', 'pass-on', 'end'])),
  help: T.Optional(T.String()),
  /** The last day on which it can be taken, where a limit runs against whoever takes it. */
  until: T.Optional(T.String()),
  /** JSON Schema of the input. */
  input: T.Unknown(),
  /** What the codes of an input field mean, in Chinese, by name of the field. */
  choices: T.Optional(T.Record(T.String(), T.Array(T.Object({ value: T.String(), label: T.String() })))),
  /** What it asks, in order; left out, whoever draws it knows the act or reads the schema. */
  fields: T.Optional(T.Array(ActField)),
  /** Papers handed in with it, each with what was wrong and how to mend it. */
  papers: T.Optional(
    T.Array(
      T.Object({
        ...{ material: T.String(), name: T.String(), problem: T.String(), remedy: T.String() },
        /** One of those marked so is enough. */
        optional: T.Optional(T.Boolean()),
      }),
    ),
  ),
  /** What has to come first, where pressing it now could only be refused: it is shown with this reason and no button. */
  waits: T.Optional(T.String()),
  /** Who takes the step after it. */
  next: T.Optional(T.String()),
  /** The article it stands on, said before it is done. */
  lawful: T.Optional(T.String()),
})
export type AllowedAct = Static<typeof AllowedAct>
