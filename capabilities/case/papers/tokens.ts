import { createHmac } from 'node:crypto'
import type { Keys } from '#platform/crypto/keys.ts'

/**
 * The random part of /verify/{token}: derived from the master key, so that a rendering repeated after a crash carries
 * the same QR code, and nobody without the key can guess one.
 */
export function paperToken(keys: Keys, area: string, paper: string): string {
  return (
    area +
    createHmac('sm3', keys.of('paper-token'))
      .update(`paper\0${area}\0${paper}`)
      .digest('base64url')
      .slice(0, 32)
  )
}

/** Shows that this post, in this person's hands, had a bundle of papers made. */
export function printProof(keys: Keys, { area, person, post }: Maker, file: string): string {
  return createHmac('sm3', keys.of('paper-token'))
    .update(`printed\0${area}\0${person}\0${post}\0${file}`)
    .digest('base64url')
    .slice(0, 32)
}

interface Maker {
  area: string
  person: string
  post: string
}

/** A six-digit query code for people without an account (standards.md §2.4). */
export function queryCode(keys: Keys, no: string): string {
  const digest = createHmac('sm3', keys.of('query-code')).update(`query\0${no}`).digest()
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0')
}

export function areaOfToken(token: string): string | undefined {
  return /^\d{6}[\w-]{32}$/.test(token) ? token.slice(0, 6) : undefined
}
