export { httpCarrier, signature, type CarrierAddress } from './carrier.ts'
export type { Carrier, Parcel, ParcelOrder } from './contract.ts'
export const exchangeCapability = { name: 'exchange' } as const
