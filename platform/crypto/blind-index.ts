import { createHmac } from 'node:crypto'
import type { Keys } from './keys.ts'

/** What is looked up. Kinds never match each other: a phone that reads like a document number is no hit. */
export type Lookup = 'citizen-id' | 'credit-code' | 'document' | 'name' | 'phone'

/**
 * The keyed fingerprint under which a personal value is found without being stored in the clear. Without the
 * key nobody can try out the few hundred million possible citizen ids against it.
 */
export function blindIndex(keys: Keys, lookup: Lookup, value: string): string {
  return createHmac('sm3', keys.of('blind-index'))
    .update(`${lookup}\0${normalise[lookup](value)}`)
    .digest('base64url')
}

const compact = (value: string) => value.normalize('NFKC').replace(/\s/g, '')
const upper = (value: string) => compact(value).toUpperCase()

/**
 * Different ways to type one value give one fingerprint (full-width digits, a small x, +86, the dots in
 * 买买提·艾力).
 */
export const normalise: Record<Lookup, (value: string) => string> = {
  'citizen-id': upper,
  'credit-code': upper,
  document: upper,
  name: (value) =>
    compact(value)
      .replace(/[·•‧・.]/g, '·')
      .toUpperCase(),
  phone: (value) =>
    compact(value)
      .replace(/^(?:\+|00)86/, '')
      .replace(/\D/g, ''),
}
