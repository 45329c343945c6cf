import { createHmac } from 'node:crypto'
import type { Keys } from '#platform/crypto/keys.ts'

export const CODE_VALID_MS = 3 * 24 * 3_600_000
/** Wrong last signs of the id number after which a code opens nothing any more. */
export const WRONG_TRIES_MAX = 5

/** Derived, so that its owner can be shown it again while the database holds nothing that opens the draft. */
export function pickUpCode(keys: Keys, draft: string, nonce: string): string {
  const digest = createHmac('sm3', keys.of('pick-up-code')).update(`code\0${draft}\0${nonce}`).digest()
  return String(digest.readUInt32BE(0) % 100_000_000).padStart(8, '0')
}

/** Keyed: eight digits alone would be found by trying them all. */
export function codeHash(keys: Keys, area: string, code: string): string {
  return createHmac('sm3', keys.of('pick-up-code')).update(`hash\0${area}\0${code}`).digest('base64url')
}
