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

/** A firm's address and its owner's are different answers to the same element. */
export type Holder = 'person' | 'organisation'

/** One answer a person agreed to keep for later filings. */
export interface KeptAnswer {
  holder: Holder
  element: string
  /** What the form calls it. */
  label: string
  value: string | readonly string[]
  /** The answer as a person reads it. */
  text: string
}

export interface DataValue extends KeptAnswer {
  sourceCase: string
  savedAt: string
}
