import { beforeAll, expect, test } from 'vitest'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { flowOf } from '#capabilities/guide/model.ts'
import { keepCopies } from '#capabilities/guide/index.ts'
import { flowMarkup } from '#ui/chart/markup.ts'
import type { Reply } from '../testing/signed.ts'
import { AREA, CENTRE, startStage, type Caller, type Stage } from './stage.ts'

// Real: server, database, ledger, worker, posts of the pack. What follows what: drafts and revisions, copies and the nightly check.

const ITEM = 'extreme-poverty-support'
const today = '2026-03-16'
const DECLARED = { lawful: true, true: true, accurate: true, complete: true }
const MARKS = { reasonable: true, necessary: true, timely: true, complete: true }

let stage: Stage
let author: Caller
let approver: Caller
let director: Caller
beforeAll(async () => {
  stage = await startStage()
  author = await stage.as('author.civil-affairs')
  approver = await stage.as('items.approval-bureau')
  director = await stage.as('director.shantou')
}, 180_000)

function ok<T>({ status, body }: Reply): T {
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body as T
}

interface Row {
  id: string
  state: string
  cells: string[]
  dueDay?: string
}
const listed = async (who: Caller, book: string) =>
  ok<{ items: Row[] }>(await who.call('GET', `/books/${book}?queue=all&limit=100`)).items
const entry = async (who: Caller, id: string) =>
  ok<{ row: Row; record: { label: string; text: string; change?: string }[] }>(
    await who.call('GET', `/books/guide-revision/entries/${id}`),
  )

async function drafted(): Promise<{ id: string; version: number }> {
  const done = ok<{ id: string; version: number }>(
    await author.call('POST', '/authoring/changes', { item: ITEM, reason: '按修订任务修改办事指南' }),
  )
  await stage.settle()
  return done
}
const act = async (who: Caller, id: string, name: string, input: object, seen = {}) => {
  const done = ok(await who.call('POST', `/authoring/changes/${id}/acts/${name}`, { ...seen, input }))
  await stage.settle()
  return done
}
const answersOf = async (change: string) =>
  ok<{ answers: { entry: string; title: string; dueDay: string }[] }>(
    await author.call('GET', `/authoring/changes/${change}`),
  ).answers

test('GUI-07 a revision hangs on the draft that answers it, both ways; the draft that comes out closes it', async () => {
  const asked = { item: ITEM, trigger: 'opinion', cause: '群众反映材料名称看不懂', dueDay: '2026-04-01' }
  const { id } = ok<{ id: string }>(
    await director.call('POST', '/books/guide-revision/begin/open', { input: asked }),
  )
  await stage.settle()
  expect((await entry(author, id)).row.state).toBe('open')

  const first = await drafted()
  const under = await entry(author, id)
  expect(under.row).toMatchObject({ state: 'drafting', dueDay: '2026-04-01' })
  expect(under.record.find(({ label }) => label === '修改草稿')).toMatchObject({
    ...{ change: first.id, text: expect.stringContaining('草稿') },
  })
  expect(await answersOf(first.id)).toEqual([
    expect.objectContaining({ entry: id, title: '公众意见', dueDay: '2026-04-01' }),
  ])

  await act(author, first.id, 'withdraw', { text: '先征求镇街意见' })
  expect((await entry(author, id)).row.state).toBe('open')
  expect(await answersOf(first.id)).toEqual([])

  // Asked for while the draft is written: it hangs on that draft at once.
  const second = await drafted()
  const more = { ...asked, trigger: 'finding', cause: '窗口反映常见错误没有写' }
  const { id: other } = ok<{ id: string }>(
    await director.call('POST', '/books/guide-revision/begin/open', { input: more }),
  )
  await stage.settle()
  expect((await answersOf(second.id)).map(({ entry: each }) => each).toSorted()).toEqual(
    [id, other].toSorted(),
  )

  const { item } = (await stage.house.catalogue.itemInForce(AREA, ITEM, today))!
  const edits = [{ at: '/summary', value: `${item.summary}（改过）` }]
  await act(author, second.id, 'edit', { edits }, { version: second.version })
  await act(author, second.id, 'submit', DECLARED)
  await act(approver, second.id, 'approve', MARKS)
  await act(approver, second.id, 'publish', { effectiveFrom: today })
  for (const each of [id, other]) {
    const closed = await entry(author, each)
    expect(closed.row.state).toBe('revised')
    expect(closed.record.find(({ label }) => label === '修订后的指南版本')?.text).toBe(
      String(item.version + 1),
    )
  }
}, 60_000)

test('GUI-13 the public, the preview and the editor draw one chart, with what the law may put in beside the steps', async () => {
  const item = 'food-business-licence'
  const bureau = await stage.as('author.approval-bureau')
  const { id } = ok<{ id: string }>(
    await bureau.call('POST', '/authoring/changes', { item, reason: '核对流程图' }),
  )
  const { body, ways } = ok<{ body: ItemVersion; ways: string[] }>(
    await bureau.call('GET', `/authoring/changes/${id}`),
  )
  expect(ways).toEqual(expect.arrayContaining(['听证', '延长期限']))
  const chart = flowMarkup(
    flowOf(
      body,
      ways.map((title) => ({ title })),
    ),
    `${body.name}办理流程图`,
  )
  for (const words of ['听证', '延长期限', '补正', '不予受理']) expect(chart).toContain(words)
  const preview = await bureau.call('GET', `/authoring/changes/${id}/preview`)
  expect(String(preview.body)).toContain(chart)
  expect((await stage.app.inject({ url: `/items/${item}` })).body).toContain(chart)
})

test('GUI-08 a copy that says something else is a line with whoever has to mend it the next morning, and is struck off when it agrees', async () => {
  const { db, clock } = { db: stage.house.means.db, clock: stage.clock }
  const night = async (at: string) => {
    await keepCopies(db, clock)
    clock.set(at)
    await stage.settle()
    // A night ends every session.
    author = await stage.as('author.civil-affairs')
    approver = await stage.as('items.approval-bureau')
    director = await stage.as('director.shantou')
  }
  const open = async (who: Caller) =>
    (await listed(who, 'guide-copy-difference')).filter(({ state }) => state === 'open')
  ok(await approver.call('POST', '/guide-copies/sync', {}))
  await night('2026-03-16T18:30:00.000Z')
  expect(await open(approver)).toEqual([])

  const key = { channel: 'screen', place: CENTRE, item: ITEM }
  const words = { field: 'limit', lines: ['承诺时限：30个工作日'] }
  ok(await author.call('POST', '/guide-copies/edit', { ...key, ...words }))
  await night('2026-03-17T18:30:00.000Z')
  const elsewhere = await stage.as('director.chengxi')
  for (const who of [author, director]) {
    const [line, ...others] = await open(who)
    expect(others).toEqual([])
    expect(line!.cells.slice(1, 4)).toEqual(['大厅屏幕', expect.stringContaining('山头'), '办理时限'])
    // Found on Wednesday the 18th before anybody came: three working days on.
    expect(line!.dueDay).toBe('2026-03-23')
  }
  expect(await open(elsewhere)).toEqual([])
  // Asked again the next night, it is still the one line.
  await night('2026-03-18T18:30:00.000Z')
  expect(await open(author)).toHaveLength(1)

  ok(await author.call('POST', '/guide-copies/restore', key))
  await night('2026-03-19T18:30:00.000Z')
  expect((await listed(author, 'guide-copy-difference')).map(({ state }) => state)).toEqual(['mended'])
}, 120_000)
