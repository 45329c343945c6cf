import { randomFillSync } from 'node:crypto'

/**
 * A new UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, a counter of 12 bits, then 62 random bits. Ids made later by one process
 * sort later, also within a millisecond (section 6.2, method 1), so B-tree inserts stay at the right edge and lists page by id.
 */
export function newId(): string {
  const bytes = new Uint8Array(16)
  randomFillSync(bytes, 6)
  const { ms, count } = tick((bytes[6]! << 8) | bytes[7]!)
  const head = new DataView(bytes.buffer)
  head.setBigUint64(0, (BigInt(ms) << 16n) | BigInt(count))
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const MOST = 0xfff
let last = { ms: 0, count: 0 }

/** The next moment and number; a full counter, like a clock put back, borrows from the millisecond to come. */
function tick(random: number): typeof last {
  const now = Date.now()
  // A new millisecond begins in the lower half, so that there is room to count.
  if (now > last.ms) last = { ms: now, count: random & (MOST >> 1) }
  else if (last.count < MOST) last = { ms: last.ms, count: last.count + 1 }
  else last = { ms: last.ms + 1, count: random & (MOST >> 1) }
  return last
}

/** Whether a text has the form of an id; what has not is nobody's id and need not be asked for. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
