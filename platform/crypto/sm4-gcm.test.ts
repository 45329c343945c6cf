import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { sm3, sm4 } from 'sm-crypto-v2'
import { expect, test } from 'vitest'
import { decrypt, encrypt, sm4GcmKey } from './sm4-gcm.ts'

const hex = (text: string) => Buffer.from(text, 'hex')

// RFC 8998, appendix A.1.
const published = {
  key: hex('0123456789abcdeffedcba9876543210'),
  iv: hex('00001234567800000000abcd'),
  bound: hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
  text: hex(['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'ee', 'aa'].map((byte) => byte.repeat(8)).join('')),
  sealed: hex(
    '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735' +
      'd82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d' +
      '83de3541e4c2b58177e065a9bf7b62ec',
  ),
}

test('SM4-GCM gives the published result of RFC 8998', () => {
  const { key, iv, text, bound, sealed } = published
  expect(encrypt(sm4GcmKey(key), iv, text, bound).toString('hex')).toBe(sealed.toString('hex'))
  expect(decrypt(sm4GcmKey(key), iv, sealed, bound)).toEqual(text)
})

test('SM4 gives the published result of GB/T 32907', () => {
  const cipher = createCipheriv('sm4-ecb', published.key, null).setAutoPadding(false)
  expect(cipher.update(published.key).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
})

test.each([
  ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
])('SM3 of %s is the published result of GB/T 32905', (text, digest) => {
  expect(createHash('sm3').update(text).digest('hex')).toBe(digest)
})

test('HMAC-SM3 agrees with another implementation', () => {
  const [key, text] = [randomBytes(32), randomBytes(200)]
  const ours = createHmac('sm3', key).update(text).digest('hex')
  expect(ours).toBe(sm3(text, { key, mode: 'hmac' }))
})

test.each([0, 1, 15, 16, 17, 31, 32, 33, 64, 100, 1024, 5000])(
  '%i bytes are sealed as another implementation seals them',
  (length) => {
    const [key, iv, text, bound] = [
      randomBytes(16),
      randomBytes(12),
      randomBytes(length),
      randomBytes(length % 37),
    ]
    const other = sm4.encrypt(text, key, {
      mode: 'gcm',
      iv,
      associatedData: bound,
      output: 'array',
      outputTag: true,
    })
    const sealed = encrypt(sm4GcmKey(key), iv, text, bound)
    expect(sealed).toEqual(Buffer.concat([other.output, other.tag!]))
    expect(decrypt(sm4GcmKey(key), iv, sealed, bound)).toEqual(text)
  },
)

test('no changed bit goes unnoticed', () => {
  const { key, iv, bound, sealed } = published
  const ready = sm4GcmKey(key)
  for (let bit = 0; bit < sealed.length * 8; bit += 3) {
    const changed = Buffer.from(sealed)
    changed[bit >> 3]! ^= 1 << (bit & 7)
    expect(decrypt(ready, iv, changed, bound)).toBeNull()
  }
  expect(decrypt(ready, iv, sealed, bound.subarray(1))).toBeNull()
  expect(decrypt(ready, iv, sealed.subarray(0, -1), bound)).toBeNull()
  expect(decrypt(ready, iv, sealed.subarray(0, 10), bound)).toBeNull()
  expect(decrypt(ready, randomBytes(12), sealed, bound)).toBeNull()
})

test('keys and ivs of a wrong length are faults', () => {
  expect(() => sm4GcmKey(randomBytes(32))).toThrow('16 bytes')
  expect(() =>
    encrypt(sm4GcmKey(randomBytes(16)), randomBytes(16), Buffer.alloc(1), Buffer.alloc(0)),
  ).toThrow('12 bytes')
})
