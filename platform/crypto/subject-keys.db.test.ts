import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { systemClock } from '#platform/clock.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { KeyCache } from './key-cache.ts'
import { keysFrom } from './keys.ts'
import { isSealed, open, seal, type Sealed } from './sealed.ts'
import { sm4GcmKey } from './sm4-gcm.ts'
import { subjectKeys } from './subject-keys.ts'

const db = await testDatabase()
const keys = keysFrom(randomBytes(32).toString('hex'))
const AREA = '370304'

test('a value sealed for a subject opens in another process and stands nowhere in the clear', async () => {
  const sealer = await subjectKeys(db, keys, systemClock).sealFor(AREA, 'person-1')
  const sealed = sealer.seal('张示例')
  expect(isSealed(sealed)).toBe(true)
  expect(sealer.seal('张示例')).not.toBe(sealed)
  expect(Buffer.from(sealed.split(':')[2]!, 'base64url').toString('utf8')).not.toContain('张')
  expect(await subjectKeys(db, keys, systemClock).open(AREA, 'person-1', sealed)).toBe('张示例')
})

test('a subject keeps one key until it is renewed, and older values still open', async () => {
  const subjects = subjectKeys(db, keys, systemClock)
  const first = await subjects.sealFor(AREA, 'person-2')
  const before = first.seal('before')
  expect((await subjectKeys(db, keys, systemClock).sealFor(AREA, 'person-2')).keyId).toBe(first.keyId)
  await subjects.renew(AREA, 'person-2')
  const second = await subjects.sealFor(AREA, 'person-2')
  expect(second.keyId).not.toBe(first.keyId)
  const both = [before, second.seal('after')].map((sealed) => ({ area: AREA, subject: 'person-2', sealed }))
  expect(await subjectKeys(db, keys, systemClock).openAll(both)).toEqual(['before', 'after'])
})

test('many values of many subjects open with one query', async () => {
  const subjects = subjectKeys(db, keys, systemClock)
  const values: { area: string; subject: string; sealed: Sealed }[] = []
  for (let number = 0; number < 20; number++) {
    const subject = `many-${number % 7}`
    values.push({
      area: AREA,
      subject,
      sealed: (await subjects.sealFor(AREA, subject)).seal(`value ${number}`),
    })
  }
  let queries = 0
  const counted = {
    query: ((...args: Parameters<typeof db.query>) => (queries++, db.query(...args))) as typeof db.query,
  }
  const fresh = subjectKeys(counted, keys, systemClock)
  expect(await fresh.openAll(values)).toEqual(values.map((_, number) => `value ${number}`))
  expect(queries).toBe(1)
  await fresh.openAll(values)
  expect(queries).toBe(1)
})

test('destroying a key erases the values for good while the chain over them still verifies', async () => {
  const subjects = subjectKeys(db, keys, systemClock)
  const sealer = await subjects.sealFor(AREA, 'person-3')
  const names = ['张示例', '张甲', '张乙'].map((name) => sealer.seal(name))
  const chain = hashes(names.map((name) => JSON.stringify({ kind: 'named', name })))
  await expect(subjects.open(AREA, 'person-3', names[0]!)).resolves.toBe('张示例')

  expect(await subjects.destroy(AREA, 'person-3')).toBe(1)

  const values = names.map((sealed) => ({ area: AREA, subject: 'person-3', sealed }))
  expect(await subjects.openAll(values)).toEqual([null, null, null])
  expect(await subjectKeys(db, keys, systemClock).openAll(values)).toEqual([null, null, null])
  expect(hashes(names.map((name) => JSON.stringify({ kind: 'named', name })))).toEqual(chain)
  // A person who comes back gets a new key; what was erased stays erased.
  const again = await subjects.sealFor(AREA, 'person-3')
  expect(again.keyId).not.toBe(sealer.keyId)
  expect(await subjects.openAll(values)).toEqual([null, null, null])
})

test('a value moved to another subject or changed is a fault, never a wrong name on a screen', async () => {
  const subjects = subjectKeys(db, keys, systemClock)
  const sealed = (await subjects.sealFor(AREA, 'person-4')).seal('测试甲')
  await subjects.sealFor(AREA, 'person-5')
  expect(await subjects.open(AREA, 'person-5', sealed)).toBeNull()
  const changed = `${sealed.slice(0, -4)}AAAA` as Sealed
  await expect(subjects.open(AREA, 'person-4', changed)).rejects.toThrow('was changed')
})

test('keys wrapped under one master key do not open under another', async () => {
  const sealed = (await subjectKeys(db, keys, systemClock).sealFor(AREA, 'person-6')).seal('测试甲')
  const stranger = subjectKeys(db, keysFrom(randomBytes(32).toString('hex')), systemClock)
  await expect(stranger.open(AREA, 'person-6', sealed)).rejects.toThrow('master key')
})

test('a sealed value is bound to its key id and owner', () => {
  const key = sm4GcmKey(randomBytes(16))
  const sealed = seal({ keyId: 'k1', bound: Buffer.from('a'), key }, 'x')
  expect(open({ keyId: 'k1', bound: Buffer.from('a'), key }, sealed)).toBe('x')
  expect(open({ keyId: 'k1', bound: Buffer.from('b'), key }, sealed)).toBeNull()
  expect(open({ keyId: 'k2', bound: Buffer.from('a'), key }, sealed)).toBeNull()
  expect(() => open({ keyId: 'k1', bound: Buffer.from('a'), key }, 'plain text' as Sealed)).toThrow(
    'not a sealed value',
  )
})

test('the key cache forgets what is old, what is evicted and what was used longest ago', () => {
  let elapsed = 0
  const cache = new KeyCache<string>(2, 60_000, () => elapsed)
  cache.set(AREA, 'a', 'k', 'A')
  cache.set(AREA, 'b', 'k', 'B')
  expect(cache.get(AREA, 'a', 'k')).toBe('A')
  cache.set(AREA, 'c', 'k', 'C')
  expect(cache.get(AREA, 'b', 'k')).toBeUndefined()
  cache.evict(AREA, 'a')
  expect(cache.get(AREA, 'a', 'k')).toBeUndefined()
  elapsed = 59_999
  expect(cache.get(AREA, 'c', 'k')).toBe('C')
  elapsed = 60_000
  expect(cache.get(AREA, 'c', 'k')).toBeUndefined()
})

function hashes(bodies: readonly string[]): string[] {
  const chain: string[] = []
  for (const body of bodies)
    chain.push(
      createHash('sm3')
        .update((chain.at(-1) ?? '') + body)
        .digest('hex'),
    )
  return chain
}
