import { Type as T, type Static } from 'typebox'

/** One line of 设定依据. `verified` only when the quoted text was read in the statute itself. */
export const LegalBasis = T.Object(
  {
    law: T.String({ minLength: 1, maxLength: 200 }),
    documentNumber: T.Optional(T.String({ maxLength: 100 })),
    article: T.String({ minLength: 1, maxLength: 60 }),
    text: T.String({ minLength: 1, maxLength: 3000 }),
    issuer: T.String({ minLength: 1, maxLength: 100 }),
    /** The day from which the quoted wording is in force: that of the last amendment, not of the first edition. */
    effectiveDate: T.Optional(T.String({ format: 'date' })),
    verified: T.Boolean(),
    note: T.Optional(T.String({ maxLength: 300 })),
  },
  { additionalProperties: false },
)
export type LegalBasis = Static<typeof LegalBasis>
