import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import { newId } from '#platform/id.ts'
import type { ChangeDetail } from '../../contract/change.ts'
import type { Layer, PlacedLayer } from '../../contract/layer.ts'
import { readBase } from '../../layers/files.ts'
import { itemLineage } from '../../layers/view.ts'
import { authoring, type Authoring, type FollowedItem } from '../index.ts'

// Real: pack, database, ledger, the procedure of changes. Brought by the test: a second version of the State's list.

const AUTHOR = 'author.civil-affairs'
const APPROVER = 'items.approval-bureau'
const ITEM = 'extreme-poverty-support'
const NOW = '2026-11-23T01:00:00.000Z'
const DECLARED = { lawful: true, true: true, accurate: true, complete: true }
const MARKS = { reasonable: true, necessary: true, timely: true, complete: true }

const files = readBase()
let newer = new Map<string, PlacedLayer>()
let town: Town
let changes: Authoring

beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  const base = {
    ...files,
    newest: (area: string, id: string) => newer.get(`${area}/${id}`) ?? files.newest(area, id),
  }
  changes = authoring({ ...town, posts: town.staff, impact: [], base })
}, 120_000)
afterAll(() => town.stop())

/** The State's list in a second version that says these things otherwise. */
function stateSays(item: string, words: Partial<Layer>): void {
  const first = files.find('000000', item, 1)!
  const second = { ...first, ...words, version: 2, set: { ...first.set, ...words.set } }
  newer = new Map([...newer, [`000000/${item}`, second]])
}

const follow = (item = ITEM): Promise<FollowedItem> => changes.followItem(town.area, item, NOW)

async function drafted(item = ITEM): Promise<string> {
  const found = await follow(item)
  if (found.as !== 'drafted') throw new Error(`${item}: ${found.as}`)
  return found.change
}

async function act(who: string, id: string, name: string, input: object = {}): Promise<Done | Refusal> {
  return changes.act({
    ...(await town.looking(who)),
    ...{ id, act: name, input: input as Record<string, unknown>, requestId: newId(), requestHash: name },
  })
}

const said = (done: Done | Refusal) => (isRefusal(done) ? done.code : 'done')

async function detail(id: string, who = AUTHOR): Promise<ChangeDetail> {
  const found = await changes.detail(id, await town.looking(who))
  if (isRefusal(found)) throw new Error(found.code)
  return found
}

test('while no list above has moved nothing is drafted', async () => {
  const found = await changes.followLists(town.area, NOW)
  expect(found.length).toBeGreaterThan(80)
  expect(found.filter(({ as }) => as !== 'up-to-date')).toEqual([])
})

test('what this area says nothing of follows by itself, and the draft only needs its review', async () => {
  const first = files.find('000000', ITEM, 1)!
  const aliases = [...(first.set['/aliases'] as string[]), '五保户供养']
  stateSays(ITEM, { set: { '/aliases': aliases } })
  const id = await drafted()
  const { summary, body, upper, clocks } = await detail(id)
  expect(summary).toMatchObject({ state: 'draft', item: ITEM, fromAbove: { open: 0, all: 0 } })
  expect(summary.reason).toBe('上级目录更新：国家清单第2版')
  // Thirty days, as the plan says nothing else.
  expect(clocks).toMatchObject([{ clock: 'draft', day: '2026-12-23' }])
  expect((body as { aliases: string[] }).aliases).toContain('五保户供养')
  expect(upper).toMatchObject({ lists: [{ title: '国家', version: 2, was: 1 }], choices: [] })
  const { items } = await changes.list((await town.looking(AUTHOR)).actor, NOW, { queue: 'mine' })
  expect(items.map((one) => one.id)).toContain(id)
  // Asked again, by a second server or tomorrow, it is the same draft.
  expect(await follow()).toMatchObject({ as: 'drafted', change: id })
})

test('it is not withdrawn and not put away: it goes on until it is published, and lineage names the new list', async () => {
  const id = await drafted()
  expect(said(await act(AUTHOR, id, 'withdraw', { text: '不想跟着改' }))).toBe('change-from-above')
  for (const [who, name, input] of [
    [AUTHOR, 'submit', DECLARED],
    [APPROVER, 'approve', MARKS],
    [APPROVER, 'publish', { effectiveFrom: '2026-11-23' }],
  ] as const)
    expect([name, said(await act(who, id, name, input))]).toEqual([name, 'done'])
  await town.work()
  const lineage = await itemLineage(town, town.area, ITEM, { day: '2026-11-23' })
  if (isRefusal(lineage)) throw new Error(lineage.code)
  expect(lineage).toMatchObject({ version: 2 })
  expect(lineage.layers.map(({ tier, version }) => [tier, version])).toEqual([
    [1, 2],
    [2, 1],
    [4, 2],
  ])
  expect(lineage.lines.find(({ path }) => path === '/aliases/五保户供养')).toMatchObject({
    tier: 1,
    version: 2,
  })
  expect(await follow()).toMatchObject({ as: 'up-to-date' })
})

test('where both changed, each place is decided: the upper words, or the own ones with a reason', async () => {
  const item = 'orphan-basic-living'
  stateSays(item, { set: { '/summary': '国家写的一句话说明。', '/enquiryPhone': '12345' } })
  const id = await drafted(item)
  const before = await detail(id)
  const own = (before.body as { summary: string }).summary
  expect(before.upper?.choices.map(({ path, forced, now }) => [path, forced, now])).toEqual([
    ['/summary', false, '国家写的一句话说明。'],
    ['/enquiryPhone', false, '12345'],
  ])
  expect(said(await act(AUTHOR, id, 'submit', DECLARED))).toBe('change-conflict-open')
  const keep = { path: '/summary', take: 'local' }
  expect(said(await act(AUTHOR, id, 'settle', keep))).toBe('change-local-unexplained')
  expect(said(await act(AUTHOR, id, 'settle', { ...keep, reason: ' 同上  ' }))).toBe(
    'change-local-unexplained',
  )
  expect(said(await act(AUTHOR, id, 'settle', { path: '/faq', take: 'upper' }))).toBe(
    'change-conflict-unknown',
  )
  expect(said(await act(AUTHOR, id, 'settle', { ...keep, reason: '本地说得更具体' }))).toBe('done')
  expect(said(await act(AUTHOR, id, 'settle', { path: '/enquiryPhone', take: 'upper' }))).toBe('done')
  const { body, upper, summary, story } = await detail(id)
  expect(body).toMatchObject({ summary: own, enquiryPhone: '12345' })
  expect(upper?.choices.map(({ settled }) => settled)).toEqual([
    { take: 'local', reason: '本地说得更具体' },
    { take: 'upper' },
  ])
  expect(summary.fromAbove).toEqual({ open: 0, all: 2 })
  expect(story.at(-1)?.text).toBe('对照上级目录作出决定')
  expect(said(await act(AUTHOR, id, 'submit', DECLARED))).toBe('done')
})

test('words that go further than the new list lets them are marked and cannot be kept', async () => {
  const item = 'subsistence-allowance'
  const { item: standing } = (await town.catalogue.itemInForce(town.area, item, '2026-11-23'))!
  const { form } = standing
  const offer = files.find('000000', item, 1)!.offer!.filter((path) => path !== '/form')
  stateSays(item, { set: { '/form': { ...form, fields: form.fields.slice(0, 3) } }, offer })
  const id = await drafted(item)
  expect((await detail(id)).upper?.choices).toMatchObject([
    { path: '/form', title: '申请表', why: 'both-changed', forced: true },
  ])
  const keep = { path: '/form', take: 'local', reason: '一直这样填' }
  expect(said(await act(AUTHOR, id, 'settle', keep))).toBe('change-local-not-lawful')
  expect(said(await act(AUTHOR, id, 'settle', { path: '/form', take: 'upper' }))).toBe('done')
  expect((await detail(id)).body).toMatchObject({ form: { fields: form.fields.slice(0, 3) } })
})

test('a paper that law drops above is dropped here too; an item with a change on its way waits for its end', async () => {
  const item = 'disability-two-subsidies'
  const open = await changes.open({
    ...(await town.looking(AUTHOR)),
    wish: { item, reason: '改咨询电话' },
    ...{ requestId: newId(), requestHash: item },
  })
  expect(said(open)).toBe('done')
  const first = files.find('000000', item, 1)!
  const materials = (first.set['/materials'] as { id: string }[]).slice(0, -1)
  stateSays(item, { set: { '/materials': materials } })
  expect(await follow(item)).toMatchObject({ as: 'waits', for: 'change' })
  const { id } = (open as Done).answer as { id: string }
  expect(said(await act(AUTHOR, id, 'withdraw', { text: '先跟上级目录' }))).toBe('done')
  const { body } = await detail(await drafted(item))
  expect(
    (body as typeof first.set & { materials: { id: string }[] }).materials.map((each) => each.id),
  ).toEqual(materials.map((each) => each.id))
})

test('a province whose list breaks the new one above it has to speak first', async () => {
  const item = 'elderly-allowance'
  stateSays(item, { lock: ['/specialProcedures'], set: { '/specialProcedures': [] } })
  expect(await follow(item)).toMatchObject({ as: 'waits', for: '省（自治区、直辖市）' })
})

test('a draft that follows is on record when its day passes, and stays on the desk', async () => {
  town.clock.set(at('2026-12-24T09:00'))
  await town.work()
  const { summary, story } = await detail(await drafted('subsistence-allowance'))
  expect(summary).toMatchObject({ state: 'draft', late: true })
  expect(story.map(({ text }) => text)).toContain('超过期限')
})
