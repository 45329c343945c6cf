import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Keys } from './keys.ts'

/** A random token fit for a URL or a cookie: 192 bits, 32 characters. */
export function newToken(): string {
  return randomBytes(24).toString('base64url')
}

/**
 * What is stored of a token: whoever reads the database cannot use what stands there as a token. A key before
 * a random text is enough here and costs 1 µs, where an HMAC object costs 10, on every request.
 */
export function tokenHash(keys: Keys, token: string): string {
  return hash('sm3', keys.of('token').toString('base64url') + token, 'base64url')
}

/** Compares without telling by its duration how much was right. */
export function sameToken(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
