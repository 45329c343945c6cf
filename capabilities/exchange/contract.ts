import { Type as T, type Static } from 'typebox'

/** An order to carry a result to somebody's home. `order` is ours and says the same order however often it is sent. */
export interface ParcelOrder {
  order: string
  /** 到付: the receiver pays; 寄付: the sender does. */
  freight: 'collect' | 'prepaid'
  sender: Address
  receiver: Address
  /** What is inside, in a neutral phrase: 政务文书. */
  content: string
}

export interface Address {
  name: string
  phone: string
  address: string
}

export const PARCEL_STATES = [
  'ordered',
  'collected',
  'in-transit',
  'delivering',
  'signed',
  'returned',
] as const

/** Where a parcel is, as the carrier says. */
export const Parcel = T.Object({
  order: T.String(),
  carrier: T.String({ minLength: 2, maxLength: 40 }),
  waybill: T.String({ pattern: '^[A-Za-z0-9]{6,40}$' }),
  state: T.Enum([...PARCEL_STATES]),
  freight: T.Enum(['collect', 'prepaid']),
  events: T.Array(
    T.Object({
      status: T.Enum([...PARCEL_STATES]),
      text: T.String({ maxLength: 200 }),
      at: T.String({ maxLength: 40 }),
    }),
    { maxItems: 50 },
  ),
  /** Who signed for it, on which day, and where the picture of the receipt (回执) is. */
  signed: T.Optional(
    T.Object({
      by: T.String({ minLength: 1, maxLength: 60 }),
      on: T.String({ format: 'date' }),
      receipt: T.Optional(T.String({ maxLength: 500 })),
    }),
  ),
  returned: T.Optional(T.String({ maxLength: 200 })),
})
export type Parcel = Static<typeof Parcel>

/** The post as a case needs it. */
export interface Carrier {
  /** Orders a parcel to be fetched; the same order twice gives the same waybill. */
  order(order: ParcelOrder): Promise<Parcel>
  track(order: string): Promise<Parcel>
  /** The carrier's picture of the signature. */
  receipt(parcel: Parcel): Promise<{ fileName: string; bytes: AsyncIterable<Uint8Array> } | undefined>
}
