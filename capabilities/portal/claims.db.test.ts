import { expect, test } from 'vitest'
import { testDatabase } from '#platform/testing/database.ts'
import { newId } from '#platform/id.ts'
import { offCounter } from './handover.ts'
import type { PortalMeans } from './means.ts'
import { draftStore } from './store.ts'
import { handoverStore } from './store/handover.ts'

const AREA = '370304'
const PARTY = newId()
const AT = { post: 'post-1', person: 'person-1', place: 'place-1' }
const minute = (count: number) =>
  new Date(Date.parse('2026-11-23T01:00:00.000Z') + count * 60_000).toISOString()

const db = await testDatabase()
const drafts = draftStore(db, AREA)
const handovers = handoverStore(db, AREA)

let id: string

async function fresh(): Promise<string> {
  id = newId()
  const draft = { id, item: 'item', begunVersion: 1, values: null, savedAt: minute(0) }
  await drafts.insert(PARTY, draft)
  await handovers.make(id, `hash-${id}`, 'nonce', minute(60))
  return id
}

test('a draft that is being filed online is not picked up, until that filing is given up or forgotten', async () => {
  const draft = await fresh()
  expect(await drafts.claim(PARTY, draft, 'online', minute(0))).toBe(true)
  expect(await drafts.claim(PARTY, draft, 'online', minute(0))).toBe(true)
  expect(await handovers.pickUp(draft, AT, minute(1))).toBe(false)
  expect(await handovers.pickUp(draft, AT, minute(16))).toBe(true)
  await fresh()
  await drafts.claim(PARTY, id, 'online', minute(0))
  await drafts.unclaim(PARTY, id)
  expect(await handovers.pickUp(id, AT, minute(1))).toBe(true)
})

test('a draft on a counter is filed there or nowhere, and not taken back while it is', async () => {
  const draft = await fresh()
  expect(await drafts.claim(PARTY, draft, 'window', minute(0))).toBe(false)
  expect(await handovers.pickUp(draft, AT, minute(0))).toBe(true)
  expect(await drafts.claim(PARTY, draft, 'online', minute(1))).toBe(false)
  expect(await drafts.drop(PARTY, draft)).toBe(false)
  expect(await drafts.claim(PARTY, draft, 'window', minute(1))).toBe(true)
  expect(await handovers.giveBack(draft, minute(2))).toBe(false)
  expect(await handovers.giveBack(draft, minute(17))).toBe(true)
  expect(await drafts.claim(PARTY, draft, 'online', minute(18))).toBe(true)
})

test('of twenty at once one counter gets a draft, and a code is used up by it', async () => {
  const draft = await fresh()
  const posts = Array.from({ length: 20 }, (_, at) => ({ ...AT, post: `post-${at}` }))
  const got = await Promise.all(posts.map((at) => handovers.pickUp(draft, at, minute(0))))
  expect(got.filter(Boolean)).toHaveLength(1)
  expect(await handovers.find(draft, minute(0), 5)).toBeUndefined()
  expect(await handovers.byCode(`hash-${draft}`, minute(0), 5)).toBeUndefined()
})

test('two drafts never share a code; a fresh one voids the one before', async () => {
  const first = await fresh()
  const second = await fresh()
  expect(await handovers.make(second, `hash-${first}`, 'other', minute(60))).toBe(false)
  expect(await handovers.make(second, 'new', 'other', minute(60))).toBe(true)
  expect(await handovers.byCode(`hash-${second}`, minute(0), 5)).toBeUndefined()
  expect((await handovers.byCode('new', minute(0), 5))?.id).toBe(second)
})

test('a draft whose files cannot follow it stays where it is', async () => {
  const draft = await fresh()
  expect(await handovers.pickUp(draft, AT, minute(0))).toBe(true)
  const handOver = () => Promise.reject(new Error('the database went away'))
  const broken = { db, area: AREA, clock: { now: () => minute(1) }, cases: { attachments: { handOver } } }
  const back = offCounter(broken as unknown as PortalMeans, {
    id: draft,
    party: PARTY,
    files: { paper: ['x'] },
  })
  await expect(back).rejects.toThrow('went away')
  expect(await handovers.holderOf(draft)).toEqual({ post: AT.post, person: AT.person })
})

test('a code that was tried wrong five times is not shown as good any more', async () => {
  const draft = await fresh()
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await handovers.find(draft, minute(0), 5)).toBeDefined()
    await handovers.wrong(draft)
  }
  expect(await handovers.find(draft, minute(0), 5)).toBeUndefined()
})

test('a filed draft keeps its number and nothing of the person', async () => {
  const draft = await fresh()
  const row = (await drafts.find(PARTY, draft))!
  await drafts.save(PARTY, draft, { ...row, values: 'v', postal: 'p', reused: 'r' }, minute(1))
  await drafts.filed(PARTY, draft, 'no-1')
  const [stored] = await db.query<{ text: string }>(
    `SELECT concat_ws(',', form_values, postal, reused, region, accept_place, files, filed_no) AS text
     FROM portal.draft WHERE area_code = $1 AND id = $2`,
    [AREA, draft],
  )
  expect(stored!.text).toBe('{},no-1')
})
