import { Type as T, type Static } from 'typebox'
import { Answer } from './process.ts'

/** One paper an applicant brings (申请材料), standards.md §1.4; catch-all papers are refused (rule 10). */
export const Material = T.Object(
  {
    // Every object has a constructor, so that a paper nobody handed in would be found under this name.
    id: T.String({ pattern: '^(?!constructor$)[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 }),
    name: T.String({ minLength: 1, maxLength: 200 }),
    kind: T.Enum(['certificate', 'form', 'other']),
    source: T.Enum(['applicant', 'government', 'other']),
    sourceNote: T.Optional(T.String({ maxLength: 200 })),
    originals: T.Integer({ minimum: 0, maximum: 20 }),
    copies: T.Integer({ minimum: 0, maximum: 20 }),
    medium: T.Enum(['paper', 'electronic', 'both']),
    /** `conditional` papers name the situation; `tolerable` ones may follow later (容缺后补). */
    necessity: T.Enum(['required', 'conditional', 'tolerable']),
    when: T.Optional(T.String({ maxLength: 200 })),
    /** The answer that makes a conditional paper apply; without one the clerk judges by `when`. */
    whenAnswer: T.Optional(Answer),
    /** The original is only looked at and handed back (核验原件). */
    originalCheckedOnly: T.Optional(T.Boolean()),
    /** The application form itself: produced from the fields below, not uploaded. */
    fromForm: T.Optional(T.Boolean()),
    /** Where the office looks it up for itself (共享获取): listed, and asked of nobody unless the look-up finds nothing. */
    shared: T.Optional(T.String({ minLength: 1, maxLength: 200 })),
    acceptStandard: T.String({ minLength: 1, maxLength: 500 }),
    fillNote: T.Optional(T.String({ maxLength: 500 })),
    basis: T.Optional(T.String({ maxLength: 300 })),
  },
  { additionalProperties: false },
)
export type Material = Static<typeof Material>
