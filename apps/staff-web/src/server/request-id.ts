/**
 * A UUIDv7 for `Idempotency-Key`. County intranets serve plain http, where `crypto.randomUUID` does not exist.
 */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  let moment = Date.now()
  for (let at = 5; at >= 0; at -= 1) {
    bytes[at] = moment % 256
    moment = Math.floor(moment / 256)
  }
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
