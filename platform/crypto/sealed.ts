import { randomFillSync } from 'node:crypto'
import { decrypt, encrypt, IV_BYTES, TAG_BYTES, type Sm4GcmKey } from './sm4-gcm.ts'

/** A personal value as it may stand in a fact or a column: `sm4gcm:keyId:base64url(iv, ciphertext, tag)`. */
export type Sealed = `sm4gcm:${string}:${string}`

/**
 * A data key that can seal; `bound` names whose it is, so that a sealed value does not open when moved to
 * another subject.
 */
export interface DataKey {
  readonly keyId: string
  readonly bound: Uint8Array
  readonly key: Sm4GcmKey
}

export function seal(dataKey: DataKey, text: string): Sealed {
  const iv = freshIv()
  const sealed = encrypt(dataKey.key, iv, Buffer.from(text, 'utf8'), dataKey.bound)
  return `sm4gcm:${dataKey.keyId}:${Buffer.concat([iv, sealed]).toString('base64url')}`
}

// Asking the generator costs the same for one iv as for three hundred, and every act seals something.
const pool = Buffer.allocUnsafe(IV_BYTES * 300)
let taken = pool.length

function freshIv(): Buffer {
  if (taken === pool.length) {
    randomFillSync(pool)
    taken = 0
  }
  taken += IV_BYTES
  return pool.subarray(taken - IV_BYTES, taken)
}

/** Null when the value was sealed under another key or subject, or was changed since. */
export function open(dataKey: DataKey, sealed: Sealed): string | null {
  const parts = partsOf(sealed)
  if (parts.keyId !== dataKey.keyId || parts.bytes.length < IV_BYTES + TAG_BYTES) return null
  const text = decrypt(
    dataKey.key,
    parts.bytes.subarray(0, IV_BYTES),
    parts.bytes.subarray(IV_BYTES),
    dataKey.bound,
  )
  return text === null ? null : text.toString('utf8')
}

const SHAPE = /^sm4gcm:([A-Za-z0-9-]+):([A-Za-z0-9_-]+)$/

export function isSealed(value: unknown): value is Sealed {
  return typeof value === 'string' && SHAPE.test(value)
}

export function keyIdOf(sealed: Sealed): string {
  return partsOf(sealed).keyId
}

function partsOf(sealed: string): { keyId: string; bytes: Buffer } {
  const match = SHAPE.exec(sealed)
  if (!match) throw new Error('this is not a sealed value')
  return { keyId: match[1]!, bytes: Buffer.from(match[2]!, 'base64url') }
}
