import { expect, test } from 'vitest'
import type { SessionRow } from './session-rows.ts'
import { SessionMemory } from './session-memory.ts'

const row: SessionRow = {
  id: '019a0000-0000-7000-8000-000000000001',
  account: '019a0000-0000-7000-8000-000000000002',
  kind: 'staff',
  subject: 'person-1',
  post: 'post-1',
  must_change: false,
  csrf_secret: 'secret',
  created_at: '2025-03-03T01:00:00.000Z',
  seen_at: '2025-03-03T01:00:00.000Z',
  expires_at: '2025-03-03T01:30:00.000Z',
  absolute_expires_at: '2025-03-03T13:00:00.000Z',
}

test('a session that was just looked up is found again as the same object', () => {
  const memory = new SessionMemory()
  const session = memory.keep('hash', row, memory.era)
  expect(memory.find('hash')?.session).toBe(session)
  expect(memory.find('other')).toBeUndefined()
})

test('whatever ends a session empties the memory', () => {
  const memory = new SessionMemory()
  memory.keep('hash', row, memory.era)
  memory.forgetAll()
  expect(memory.find('hash')).toBeUndefined()
})

test('a row read before a session was ended is not kept after it', () => {
  const memory = new SessionMemory()
  const { era } = memory
  memory.forgetAll()
  expect(memory.keep('hash', row, era).id).toBe(row.id)
  expect(memory.find('hash')).toBeUndefined()
})

test('whoever asks while it is being read hears the same; after a session has ended it is read anew', async () => {
  const memory = new SessionMemory()
  const answers: ((session: null) => void)[] = []
  const read = () => new Promise<null>((resolve) => answers.push(resolve))
  const both = [memory.reading('hash', read), memory.reading('hash', read)]
  expect(answers).toHaveLength(1)
  memory.forgetAll()
  const later = memory.reading('hash', read)
  expect(answers).toHaveLength(2)
  for (const answer of answers) answer(null)
  expect(await Promise.all([...both, later])).toEqual([null, null, null])
  const again = memory.reading('hash', read)
  expect(answers).toHaveLength(3)
  answers[2]!(null)
  await again
})
