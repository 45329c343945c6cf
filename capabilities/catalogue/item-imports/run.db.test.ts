import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import { newId } from '#platform/id.ts'
import {
  ROW_STANDINGS,
  type ImportRowView,
  type ImportRunDetail,
  type RowStanding,
} from '../contract/item-import-routes.ts'
import { catalogueFile } from '../exchange-files/service.ts'
import { takeIn } from './take-in.ts'

// Real: the county with its items, the file's bytes, the worker, and drafts as their authors find them.

const APPROVER = 'items.approval-bureau'
const AUTHOR = 'author.civil-affairs'
/** The pilot town writes the matters of towns. */
const PILOT = 'author.boshan'
const DAY = '2026-11-23'
const ITEM = 'elderly-allowance'
const HEAD = '事项名称,基本编码,事项类型,实施主体,行使层级,设定依据'
const line = (name: string, code: string) => `${name},${code},行政给付,民政局,县级,测试办法第一条`

let town: Town
let catalogue: string

beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
}, 120_000)
beforeEach(async () => {
  catalogue = (await catalogueFile(town, town.area, DAY)).csv()
})
afterAll(() => town.stop())

const asking = async (who = APPROVER) => town.looking(who)
function must<T>(found: T | Refusal): T {
  if (isRefusal(found)) throw new Error(found.code)
  return found
}
async function upload(text: string | Uint8Array, name = '目录.csv', who = APPROVER): Promise<string> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  // In small chunks, as it comes over the wire.
  const file = (async function* () {
    for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536)
  })()
  const { id } = must(await town.itemImports.upload(await asking(who), { name, file }))
  await town.work()
  return id
}
const detail = async (id: string): Promise<ImportRunDetail> =>
  must(await town.itemImports.detail(await asking(), id))
async function rows(id: string, standing?: RowStanding): Promise<ImportRowView[]> {
  const query = { limit: 100, ...(standing ? { standing } : {}) }
  return must(await town.itemImports.rows(await asking(), id, query)).items
}
async function confirmed(id: string): Promise<ImportRunDetail> {
  must(await town.itemImports.confirm(await asking(), id))
  await town.work()
  return detail(id)
}
const drafts = async () =>
  (await town.db.query<{ n: number }>('SELECT count(*)::int AS n FROM catalogue.change'))[0]!.n
const lines = async () =>
  (await town.db.query<{ n: number }>('SELECT count(*)::int AS n FROM catalogue.directory_line'))[0]!.n
/** Nought wherever nothing is said. */
const counted = (counts: Partial<ImportRunDetail['counts']>) => ({
  ...Object.fromEntries(ROW_STANDINGS.map((standing) => [standing, 0])),
  ...counts,
})
/** The allowance promised in so many days. */
const promising = (days: string) =>
  catalogue.replace(new RegExp(`(${ITEM},[^]*?),10,工作日,`), `$1,${days},工作日,`)

test('every row of a file is found again with its own words, and the sums are the file', async () => {
  const text = [
    '测试区目录',
    HEAD,
    line('测试补贴甲', '370599000001'),
    line('测试补贴乙', '511001000'),
    '合计：2项',
  ].join('\n')
  const id = await upload(text, '一份.csv')
  const run = await detail(id)
  expect(run).toMatchObject({
    state: 'open',
    reached: 5,
    total: 5,
    counts: counted({ new: 1, 'needs-a-human': 1, 'not-a-row': 3 }),
  })
  expect((await rows(id)).map(({ row, standing, name }) => [row, standing, name])).toEqual([
    [1, 'not-a-row', '测试区目录'],
    [2, 'not-a-row', HEAD.replaceAll(',', ' | ')],
    [3, 'new', '测试补贴甲'],
    [4, 'needs-a-human', '测试补贴乙'],
    [5, 'not-a-row', '合计：2项'],
  ])
  const waiting = (await rows(id, 'needs-a-human'))[0]!
  const row = must(await town.itemImports.row(await asking(), { run: id, n: waiting.n }))
  expect(row.fields.find(({ field }) => field === 'catalogCode')).toMatchObject({
    ...{ original: '511001000', proposal: '000511001000' },
    problems: ['编码位数不够，可能丢了开头的0。请核对。'],
  })
  expect(must(await town.itemImports.rows(await asking(), id, { q: '补贴乙' })).items).toHaveLength(1)
  expect(await town.itemImports.confirm(await asking(), id)).toMatchObject({
    code: 'import-rows-waiting',
    facts: { count: 1 },
  })
  must(await town.itemImports.drop(await asking(), id))
  expect(await town.itemImports.confirm(await asking(), id)).toMatchObject({ code: 'import-not-open' })
})

test('a line is mended and judged again at once, with the line that says the same', async () => {
  const text = [
    HEAD,
    line('测试救助甲', '370599000011'),
    line('测试救助乙', '370599000011'),
    line('测试救助丙', '尽快'),
  ].join('\n')
  const id = await upload(text)
  const [, one, two, three] = await rows(id)
  expect([one, two, three].map((row) => row!.standing)).toEqual([
    'needs-a-human',
    'needs-a-human',
    'needs-a-human',
  ])
  const mend = async (n: number, fields: Record<string, string>) =>
    must(await town.itemImports.mend(await asking(), { run: id, n, fields }))
  expect((await mend(three!.n, { catalogCode: '还是不对' })).standing).toBe('needs-a-human')
  const mended = await mend(three!.n, { catalogCode: '370599000013' })
  expect(mended).toMatchObject({ standing: 'new', doubts: [], mendedBy: expect.stringContaining('演示') })
  // The words of the file stay.
  expect(mended.fields.find(({ field }) => field === 'catalogCode')).toMatchObject({
    original: '尽快',
    text: '370599000013',
  })
  expect((await mend(two!.n, { catalogCode: '370599000012' })).standing).toBe('new')
  expect((await rows(id, 'new')).map(({ name }) => name)).toEqual(['测试救助甲', '测试救助乙', '测试救助丙'])
  // Back to what it was: both wait again; one of them set aside, and the other may come.
  await mend(two!.n, { catalogCode: '370599000011' })
  expect(await rows(id, 'needs-a-human')).toHaveLength(2)
  const aside = { run: id, n: two!.n, reason: '重复，保留上一行' }
  expect(must(await town.itemImports.setAside(await asking(), aside))).toMatchObject({
    standing: 'set-aside',
    note: expect.stringContaining('重复，保留上一行'),
  })
  expect(await rows(id, 'needs-a-human')).toEqual([])
  expect(must(await town.itemImports.setAside(await asking(), { run: id, n: two!.n })).standing).toBe(
    'needs-a-human',
  )
  must(await town.itemImports.setWaitingAside(await asking(), { run: id, reason: '本次不导入' }))
  expect((await detail(id)).counts).toEqual(counted({ new: 1, 'set-aside': 2, 'not-a-row': 1 }))
  expect(await town.itemImports.mend(await asking(), { run: id, n: 1, fields: {} })).toMatchObject({
    code: 'import-row-is-no-line',
  })
  expect(
    await town.itemImports.mend(await asking(), { run: id, n: two!.n, fields: { nothing: '1' } }),
  ).toMatchObject({ code: 'import-field-unknown' })
})

test('a changed item becomes a draft of its author, a new one a line of the directory; the same file again changes nothing', async () => {
  const [before, listed] = [await drafts(), await lines()]
  const columns = catalogue.split('\r\n')[0]!.replace('\ufeff', '').split(',').length
  const added = `测试津贴甲,370599000021,,,,行政给付,民政局,,县级${','.repeat(5)}测试办法第一条${','.repeat(columns - 14)}`
  const text = `${promising('8')}${added}\r\n`
  const first = await upload(text, '第一份.csv')
  expect((await detail(first)).counts).toMatchObject({ changed: 1, new: 1 })
  const done = await confirmed(first)
  expect(done).toMatchObject({ state: 'done', reached: 2, total: 2, counts: { drafted: 1, listed: 1 } })
  expect([await drafts(), await lines()]).toEqual([before + 1, listed + 1])
  const [drafted] = await rows(first, 'drafted')
  const change = must(await town.authoring.detail(drafted!.change!, await asking(PILOT)))
  expect(change.summary).toMatchObject({
    item: ITEM,
    state: 'draft',
    reason: expect.stringMatching(/导入目录“第一份.csv”第\d+行/),
  })
  expect(change.differences.map((each) => each.text).join()).toContain('8')
  expect(change.allowed.map(({ act }) => act)).toContain('edit')

  const again = await upload(text, '第一份（再传）.csv')
  const { counts, before: known } = await detail(again)
  expect([counts['changed'], counts['new'], counts['needs-a-human'], known?.id]).toEqual([0, 0, 0, first])
  await confirmed(again)
  expect([await drafts(), await lines()]).toEqual([before + 1, listed + 1])

  const newer = await upload(promising('7'), '第二份.csv')
  expect((await confirmed(newer)).counts).toMatchObject({ 'moved-on': 1 })
  const moved = must(await town.authoring.detail(drafted!.change!, await asking(PILOT)))
  expect(moved.body).toMatchObject({ promisedLimit: { amount: 7 } })
  expect(moved.story.map((each) => each.text)).toEqual(['开始起草', '按新导入的目录更新'])

  const { version } = moved.summary
  const said = {
    ...(await asking(PILOT)),
    id: drafted!.change!,
    act: 'comment',
    input: { text: '正在核对依据' },
    seenVersion: version,
  }
  must(await town.authoring.act({ ...said, requestId: newId(), requestHash: 'comment' }))
  const third = await upload(promising('6'), '第三份.csv')
  expect((await confirmed(third)).counts).toMatchObject({ conflict: 1 })
  expect((await rows(third, 'conflict'))[0]).toMatchObject({
    change: drafted!.change,
    note: expect.stringContaining('没有覆盖'),
  })
  expect(must(await town.authoring.detail(drafted!.change!, await asking(PILOT))).body).toMatchObject({
    promisedLimit: { amount: 7 },
  })
})

test('an author begins the item of a line of the directory, and the next file leaves that draft alone', async () => {
  const id = await upload([HEAD, line('测试补助甲', '370599000031')].join('\n'))
  await confirmed(id)
  const { items } = await town.itemImports.directory(await asking(AUTHOR), { q: '补助甲' })
  expect(items).toMatchObject([{ name: '测试补助甲', code: '370599000031' }])
  const request = {
    id: items[0]!.id,
    domain: 'civil-affairs',
    requestId: newId(),
    requestHash: 'begin',
  } as const
  expect(
    await town.itemImports.begin(await asking('author.boshan'), { ...request, requestId: newId() }),
  ).toMatchObject({ code: 'change-not-your-item' })
  const begun = must(await town.itemImports.begin(await asking(AUTHOR), request))
  const change = must(await town.authoring.detail((begun.answer as { id: string }).id, await asking(AUTHOR)))
  expect(change.body).toMatchObject({
    name: '测试补助甲',
    codes: { catalogCode: '370599000031' },
    itemType: '05',
    decidingBody: { body: 'civil-affairs' },
  })
  expect((await town.itemImports.directory(await asking(AUTHOR), { q: '补助甲' })).items).toEqual([])
  const newer = await upload([HEAD, line('测试补助甲（新）', '370599000031')].join('\n'))
  expect((await confirmed(newer)).counts).toMatchObject({ conflict: 1 })
})

test('a server that stops between two rows goes on where it was and does nothing twice', async () => {
  const other = catalogue.replaceAll(/,0533-\d{7},/g, ',0533-0000777,')
  const id = await upload(other)
  const changed = (await detail(id)).counts['changed']
  expect(changed).toBeGreaterThan(5)
  const before = await drafts()
  const { state } = must(await town.itemImports.confirm(await asking(), id))
  expect(state).toBe('taking-in')
  let acts = 0
  const authoring = {
    openNew: town.authoring.openNew,
    async takeFromFile(request: Parameters<typeof town.authoring.takeFromFile>[0]) {
      const done = await town.authoring.takeFromFile(request)
      // The act is done, and the server dies before it could note so.
      if (++acts === 3) throw new Error('the power went')
      return done
    },
  }
  const means = { ...town, posts: town.staff, authoring }
  await expect(takeIn(means, town.area, id, town.clock.now())).rejects.toThrow('the power went')
  expect((await rows(id, 'changed')).length).toBe(changed - 2)
  await town.work()
  const { counts } = await detail(id)
  expect([counts['drafted'], counts['changed']]).toEqual([changed - counts['conflict'], 0])
  expect(await drafts()).toBe(before + counts['drafted'])
})

test.each([
  ['list-file-headings-missing', '甲,乙\n1,2\n'],
  ['list-file-broken', Uint8Array.of(0x50, 0x4b, 3, 4, 0)],
  ['list-file-encoding-unknown', Uint8Array.of(0x41, 0, 0xff)],
])('%s: a file that is no catalogue says so, and its bytes are gone', async (code, bytes) => {
  const id = await upload(bytes)
  const run = await detail(id)
  expect(run).toMatchObject({ state: 'failed', failure: expect.any(String) })
  expect(run.failure).not.toBe(code)
  const pieces = await town.db.query('SELECT 1 FROM catalogue.import_piece WHERE run = $1', [id])
  expect(pieces).toEqual([])
})

test('an empty file is refused at once', async () => {
  const file = (async function* () {})()
  expect(await town.itemImports.upload(await asking(), { name: '空.csv', file })).toMatchObject({
    code: 'list-file-empty',
  })
})

test('the report has every row, and lines put right go in again', async () => {
  const id = await upload([HEAD, line('测试补贴丁', '尽快'), line('测试补贴戊', '370599000041')].join('\n'))
  const file = must(await town.itemImports.report(await asking(), id))
  expect(file.lines).toBe(3)
  expect(file.csv()).toContain('基本编码：原文“尽快”')
  const again = await upload(file.csv().replace(/,尽快,/, ',370599000042,'))
  expect((await detail(again)).counts).toMatchObject({ new: 2 })
})
