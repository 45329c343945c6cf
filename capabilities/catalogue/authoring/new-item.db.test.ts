import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import { newId } from '#platform/id.ts'
import type { ItemVersion } from '../contract.ts'
import type { Wish } from './new-item/begin.ts'

// Real: pack, lists above, database, ledger, worker.

const AUTHOR = 'author.civil-affairs'
const APPROVER = 'items.approval-bureau'
const DECLARED = { lawful: true, true: true, accurate: true, complete: true }
const MARKS = { reasonable: true, necessary: true, timely: true, complete: true }
const reason = '新设一个事项'
const nothing = { kind: 'nothing', domain: 'elderly', itemType: '20', projectType: '2' } as const

let town: Town

beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
}, 120_000)
afterAll(() => town.stop())

async function openNew(who: string, wish: Wish, requestId = newId()): Promise<Done | Refusal> {
  return town.authoring.openNew({
    ...(await town.looking(who)),
    ...{ wish, requestId, requestHash: JSON.stringify(wish) },
  })
}

async function act(who: string, id: string, name: string, input: object = {}) {
  const once = { requestId: newId(), requestHash: `${name}${JSON.stringify(input)}` }
  return town.authoring.act({
    ...(await town.looking(who)),
    ...{ id, act: name, input: input as Record<string, unknown>, ...once },
  })
}

const said = (done: Done | Refusal) => (isRefusal(done) ? done.code : 'done')
const idOf = (done: Done | Refusal): string => {
  if (isRefusal(done)) throw new Error(done.code)
  return (done.answer as { id: string }).id
}

async function detail(who: string, id: string) {
  const found = await town.authoring.detail(id, await town.looking(who))
  if (isRefusal(found)) throw new Error(found.code)
  return { ...found, item: found.body as ItemVersion }
}

const refusalOf = (done: Done | Refusal): Refusal => {
  if (!isRefusal(done)) throw new Error('was not refused')
  return done
}

test('an item begun from nothing is named by its sound, belongs to whoever writes it, and is not sent on half written', async () => {
  const requestId = newId()
  const wish = { name: '高龄老人理发补贴', reason, from: nothing }
  const opened = await openNew(AUTHOR, wish, requestId)
  expect(await openNew(AUTHOR, wish, requestId)).toEqual(opened)
  const draft = await detail(AUTHOR, idOf(opened))
  expect(draft.summary).toMatchObject({
    ...{ item: 'gao-ling-lao-ren-li-fa-bu-tie', base: 0, itemVersion: 1, state: 'draft' },
  })
  expect(draft.item.decidingBody).toEqual({ kind: 'body', body: 'civil-affairs' })
  expect(draft.item.complaintPhone).not.toBe('')
  expect(draft.findings.filter(({ check }) => check === 'filled-in').map(({ at: where }) => where)).toContain(
    '/codes/catalogCode',
  )
  expect(said(await act(AUTHOR, draft.summary.id, 'submit', DECLARED))).toBe('change-incomplete')
  // What is not filled in yet is no reason to lose what is.
  const edits = [{ at: '/summary', value: '八十岁以上的老人每月领一张理发券。' }]
  expect(said(await act(AUTHOR, draft.summary.id, 'edit', { edits }))).toBe('done')
  expect(said(await act(AUTHOR, draft.summary.id, 'edit', { edits: [{ at: '/visits', value: 'x' }] }))).toBe(
    'change-misshapen',
  )
  expect(said(await openNew(AUTHOR, { ...wish, reason: '再来一次' }))).toBe('change-item-exists')
  await act(AUTHOR, draft.summary.id, 'withdraw', { text: '先不设了' })
})

test('a copy of an item is published as a version of its own on its first day, with the powers it gives', async () => {
  const name = '高龄津贴发放（试点）'
  const id = idOf(
    await openNew(AUTHOR, { name, reason, from: { kind: 'copy', item: 'adoption-registration' } }),
  )
  const { summary, item } = await detail(AUTHOR, id)
  expect(item).toMatchObject({ name, version: 1, codes: { catalogCode: '' } })
  expect(refusalOf(await act(AUTHOR, id, 'submit', DECLARED)).facts).toEqual({
    problems: ['/codes/catalogCode'],
  })
  const code = { edits: [{ at: '/codes/catalogCode', value: '370799990001' }] }
  expect(said(await act(AUTHOR, id, 'edit', code))).toBe('done')
  expect((await detail(AUTHOR, id)).differences).toEqual([
    { at: '/name', part: '事项名称', text: '这是一个新事项，全部内容都是新的。' },
  ])
  expect(said(await act(AUTHOR, id, 'submit', DECLARED))).toBe('done')
  expect(said(await act(AUTHOR, id, 'approve', MARKS))).toBe('change-not-your-step')
  expect(said(await act(APPROVER, id, 'approve', MARKS))).toBe('done')
  expect(said(await act(APPROVER, id, 'publish', { effectiveFrom: '2026-12-01' }))).toBe('done')
  expect(await town.catalogue.itemInForce(town.area, summary.item, '2026-12-01')).toBeUndefined()
  town.clock.set(at('2026-12-01T00:05'))
  await town.work()
  const published = await town.catalogue.itemInForce(town.area, summary.item, '2026-12-01')
  expect(published?.item).toMatchObject({ name, version: 1, effectiveFrom: '2026-12-01' })
  const grants = (await town.catalogue.grantsInMemory(town.area, true)).filter(
    (grant) => grant.item === summary.item,
  )
  expect(grants.map(({ body }) => body)).toContain('civil-affairs')
})

test('an item under a list above keeps its id and what that list says, and may not go against it', async () => {
  const upper = await town.authoring.upperItems(
    (await town.looking(AUTHOR)).actor,
    '2026-11-23T01:00:00.000Z',
  )
  expect(upper.every(({ name, tierTitle }) => name !== '' && tierTitle !== '')).toBe(true)
  for (const { id: known } of upper)
    expect(await town.catalogue.itemInForce(town.area, known, '2026-11-23')).toBeUndefined()
  expect(
    said(
      await openNew(AUTHOR, {
        name: '收养登记',
        reason,
        from: { kind: 'upper', item: 'adoption-registration' },
      }),
    ),
  ).toBe('change-item-exists')
})

test('two towns of mind: who may not write the item may not begin it, and a whole item from a file is kept as it is', async () => {
  const { item } = (await town.catalogue.itemInForce(town.area, 'adoption-registration', '2026-11-23'))!
  const body = { ...item, id: 'from-a-file', name: '文件里的事项' }
  const wish: Wish = { name: body.name, reason, from: { kind: 'ready', body } }
  expect(said(await openNew('author.boshan', wish))).toBe('change-not-your-item')
  const id = idOf(await openNew(AUTHOR, wish))
  expect((await detail(AUTHOR, id)).item).toEqual({ ...body, version: 1, effectiveFrom: '2026-12-01' })
  // The same id once more is another item.
  const again = idOf(await openNew(AUTHOR, wish))
  expect((await detail(AUTHOR, again)).summary.item).toBe('from-a-file-2')
})
