import { Type as T, type Static } from 'typebox'

/** How somebody is identified: GA/T 2000.156 111 for a citizen id, 统一社会信用代码 for an organisation. */
export const ID_KINDS = ['citizen-id', 'credit-code'] as const

export const PartyDetails = T.Object(
  {
    name: T.String({ minLength: 1, maxLength: 100 }),
    idKind: T.Enum([...ID_KINDS]),
    idNumber: T.String({ minLength: 15, maxLength: 18 }),
    phone: T.String({ minLength: 5, maxLength: 20 }),
  },
  { additionalProperties: false },
)
export type PartyDetails = Static<typeof PartyDetails>
