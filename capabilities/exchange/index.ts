export { httpCarrier, signature, type CarrierAddress } from './carrier.ts'
export type { Carrier, Parcel, ParcelOrder } from './contract.ts'
export const exchangeCapability = { name: 'exchange' } as const
export {
  httpUtilities,
  UTILITIES,
  type StatementLine,
  type Utility,
  type UtilityBill,
  type UtilityGateway,
  type UtilityPayment,
} from './utilities.ts'
