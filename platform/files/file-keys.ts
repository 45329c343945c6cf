import { createHmac, randomBytes, type Hmac } from 'node:crypto'
import type { Keys } from '#platform/crypto/keys.ts'
import { decrypt, encrypt, IV_BYTES, KEY_BYTES, sm4GcmKey, type Sm4GcmKey } from '#platform/crypto/sm4-gcm.ts'

/** Data keys of files, each wrapped for the file it belongs to, and the keyed address of contents. */
export interface FileKeys {
  make(area: string, id: string): { key: Sm4GcmKey; wrapped: string }
  unwrap(area: string, id: string, wrapped: string): Sm4GcmKey
  /** Fed with the content, its digest is the address. Areas do not see each other's equal files. */
  address(area: string): Hmac
}

export function fileKeys(keys: Keys): FileKeys {
  const wrapping = sm4GcmKey(keys.of('file-wrap').subarray(0, KEY_BYTES))
  return {
    make(area, id) {
      const [bytes, iv] = [randomBytes(KEY_BYTES), randomBytes(IV_BYTES)]
      const wrapped = Buffer.concat([iv, encrypt(wrapping, iv, bytes, boundTo(area, id))])
      return { key: sm4GcmKey(bytes), wrapped: wrapped.toString('base64url') }
    },
    unwrap(area, id, wrapped) {
      const bytes = Buffer.from(wrapped, 'base64url')
      const key = decrypt(wrapping, bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES), boundTo(area, id))
      if (!key)
        throw new Error(
          `the key of file ${id} does not open: the master key is another one, or the row was changed`,
        )
      return sm4GcmKey(key)
    },
    address: (area) => createHmac('sm3', keys.of('file-address')).update(`${area}\0`),
  }
}

const boundTo = (area: string, id: string) => Buffer.from(`${area}\0${id}`)
