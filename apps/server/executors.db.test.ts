import { expect, test } from 'vitest'
import { caseSubscribers } from '#capabilities/case/index.ts'
import { supervisionSubscribers } from '#capabilities/supervision/index.ts'
import { ensureJob } from '#platform/jobs/schedule.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { idleQueues, unheardFacts } from './executors.ts'

const worker = (jobs: string[], subscribers: string[]) => ({
  handled: () => ({ jobs: new Set(jobs), subscribers: new Set(subscribers) }),
})
const subscribers = (kind: string) => [...caseSubscribers(kind), ...supervisionSubscribers(kind)]

test('every subscriber that some fact names has to be heard by somebody', () => {
  const all = ['case.papers', 'case.revocations', 'case.carrier', 'supervision.cases', 'supervision.attempts']
  const missing = unheardFacts(worker([], all), subscribers)
  expect(missing.filter((name) => all.includes(name))).toEqual([])
  expect(unheardFacts(worker([], all.slice(1)), subscribers)).toContain('case.papers')
})

test('what stands in a queue and nobody does is named with its number', async () => {
  const db = await testDatabase()
  const now = '2026-03-16T02:00:00.000Z'
  const job = { areaCode: '000000', dueAt: now, body: {} }
  await ensureJob(db, { ...job, stream: 'schedule:kept', kind: 'kept' })
  await ensureJob(db, { ...job, stream: 'schedule:of-an-older-version', kind: 'of-an-older-version' })
  expect(await idleQueues(worker(['kept'], []), db, now)).toEqual(['job of-an-older-version (1)'])
})
