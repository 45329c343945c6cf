import { createHmac } from 'node:crypto'
import type { Keys } from '#platform/crypto/keys.ts'

/** Neither 0 and O nor 1, I and L: people copy it by hand. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 12

/**
 * The code of one printed copy: its area and twelve signs, 370304-7K3M-QX9T-PA4C. Derived from the master key, so nobody without it
 * can guess one among 31¹², and the same copy always carries the same.
 */
export function certificateCode(keys: Keys, area: string, certificate: string, copy: number): string {
  const digest = createHmac('sm3', keys.of('paper-token'))
    .update(`certificate\0${area}\0${certificate}\0${copy}`)
    .digest()
  const signs = Array.from({ length: LENGTH }, (_, at) => SIGNS[digest[at * 2]! % SIGNS.length]).join('')
  return `${area}-${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8)}`
}

/** As people type it: small letters, other strokes or none between the groups. */
export function certificateCodeIn(typed: string): { area: string; code: string } | undefined {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
  const found = /^(\d{6})([2-9A-HJKMNP-Z]{4})([2-9A-HJKMNP-Z]{4})([2-9A-HJKMNP-Z]{4})$/.exec(signs)
  if (found === null || /[^\w\s-]/.test(typed.normalize('NFKC'))) return undefined
  return { area: found[1]!, code: found.slice(1).join('-') }
}
