import { randomFillSync } from 'node:crypto'

/**
 * A new UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then randomness.
 * Ids made later sort later, so B-tree inserts stay at the right edge and lists page by id.
 */
export function newId(): string {
  const bytes = new Uint8Array(16)
  randomFillSync(bytes, 6)
  new DataView(bytes.buffer).setBigUint64(
    0,
    (BigInt(Date.now()) << 16n) | BigInt((bytes[6]! << 8) | bytes[7]!),
  )
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Whether a text has the form of an id; what has not is nobody's id and need not be asked for. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
