import { Type as T, type Static } from 'typebox'

/** How newly supplied papers of the applicant's own may raise a point that could not be seen before. */
export const NEW_POINT_GROUNDS = ['own-defect', 'contradiction', 'new-circumstance'] as const
export type NewPointGround = (typeof NEW_POINT_GROUNDS)[number]

/** What a later notice has to say of a new point: which newly supplied paper raised it, and why it was not to be seen before. */
export const Raised = T.Object(
  {
    /** A material handed in since the last notice. */
    by: T.String({ minLength: 1, maxLength: 60 }),
    ground: T.Enum([...NEW_POINT_GROUNDS]),
    why: T.String({ maxLength: 300 }),
  },
  { additionalProperties: false },
)
export type Raised = Static<typeof Raised>

/**
 * One line of a one-time notice (补正告知): what, what is wrong, how to mend it, on what ground. A line of a later notice
 * repeats one of the last notice in its very words, or says what raised it.
 */
export const SupplementLine = T.Object(
  {
    material: T.String({ minLength: 1, maxLength: 60 }),
    problem: T.String({ minLength: 1, maxLength: 300 }),
    remedy: T.String({ minLength: 1, maxLength: 300 }),
    basis: T.Optional(T.String({ maxLength: 300 })),
    /** In a repeated line: why what was handed in since does not answer it. */
    still: T.Optional(T.String({ maxLength: 300 })),
    raised: T.Optional(Raised),
  },
  { additionalProperties: false },
)
export type SupplementLine = Static<typeof SupplementLine>

const NamedLine = T.Object({
  ...SupplementLine.properties,
  name: T.String(),
  /** Named by the first notice, by an earlier one already, or new in a later one. */
  standing: T.Optional(T.Enum(['first', 'again', 'new'])),
  /** Why a new one is new, as a sentence with the name of the paper. */
  newBecause: T.Optional(T.String()),
  /** It is the application form itself, which is put right where it was filled in and not handed in. */
  fromForm: T.Optional(T.Boolean()),
  /** Such a form that was put right since the notice: nothing more is needed for it. */
  mended: T.Optional(T.Boolean()),
})

/** The notice as the case page shows it: what is asked now, what was asked first, what came in since. */
export const SupplementView = T.Object({
  lines: T.Array(NamedLine),
  dueDay: T.Optional(T.String()),
  open: T.Boolean(),
  /** The how-manieth notice of the case it is. */
  round: T.Optional(T.Integer()),
  /** What the first notice named, once there is a later one; `settled` when no notice asks for it any more. */
  first: T.Optional(
    T.Object({
      servedOn: T.String(),
      lines: T.Array(T.Object({ ...NamedLine.properties, settled: T.Boolean() })),
    }),
  ),
  /** Papers handed in since the last notice: only these may raise a new point in the next one. */
  supplied: T.Optional(T.Array(T.Object({ material: T.String(), name: T.String(), on: T.String() }))),
  /** Materials a promise stood in for until it was withdrawn; the next notice may name them for the first time. */
  unasked: T.Optional(T.Array(T.String())),
})
export type SupplementView = Static<typeof SupplementView>
