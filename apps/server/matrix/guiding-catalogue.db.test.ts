import { beforeAll, expect, test } from 'vitest'
import type { GuidingCounty } from '#capabilities/catalogue/contract.ts'
import type { Reply, Signed } from '../testing/signed.ts'
import { startHouse, type TestHouse } from '../testing/house.ts'

// Real: database, the pack of 聊城 with its eight counties in one house, routes as the server answers them, the worker.

const COUNTIES = ['371502', '371503', '371521', '371522', '371524', '371525', '371526', '371581']
const YANGGU = '371521'

let stage: TestHouse
let who: Record<string, Signed>
const login = (area: string, key: string) => `liaocheng.${area}.${key}.approval-bureau`
const LOGINS = ['371500', YANGGU, '371522'].flatMap((area) =>
  ['author', 'items'].map((key) => login(area, key)),
)

async function moveTo(day: string): Promise<void> {
  stage.clock.set(`${day}T01:30:00.000Z`)
  who = Object.fromEntries(await Promise.all(LOGINS.map(async (each) => [each, await stage.as(each)])))
  await stage.settle()
}
beforeAll(async () => {
  stage = await startHouse({ at: '2026-03-16T01:30:00.000Z', packs: 'liaocheng-2020' })
  await moveTo('2026-03-16')
}, 240_000)

const codeOf = ({ body }: Reply) => (body as { code?: string }).code ?? 'done'
const bodyOf = <T>({ body }: Reply) => body as T
const act = (by: string, book: string, id: string, name: string, input: object = {}) =>
  who[by]!.call('POST', `/books/${book}/entries/${id}/acts/${name}`, { input })
const idOf = (reply: Reply) => {
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  return bodyOf<{ id: string }>(reply).id
}
const counties = async () =>
  bodyOf<{ items: GuidingCounty[] }>(
    await who[login('371500', 'author')]!.call('GET', '/delegation/guiding-counties'),
  ).items

interface Row {
  id: string
  title: string
  cells: string[]
  dueDay?: string
  stateText: string
}
const linesOf = async (area: string) =>
  bodyOf<{ items: Row[] }>(
    await who[login(area, 'author')]!.call('GET', '/books/guiding-line?queue=open&limit=100'),
  ).items

/** The next version, with whatever is done to its draft. */
async function publish(no: number, change: (draft: string) => Promise<void>): Promise<void> {
  const [author, items] = [login('371500', 'author'), login('371500', 'items')]
  const on = stage.clock.now().slice(0, 10)
  const input = {
    title: '聊城市基层依申请政务服务事项指导目录',
    from: on,
    start: no === 1 ? 'catalogue' : 'previous',
  }
  const draft = idOf(await who[author]!.call('POST', '/books/guiding-list/begin/draft', { input }))
  await change(draft)
  expect(codeOf(await act(author, 'guiding-list', draft, 'submit'))).toBe('done')
  expect(codeOf(await act(items, 'guiding-list', draft, 'approve'))).toBe('done')
  const notice = { on, channel: 'website', documentNo: `聊审服字〔2026〕${no}号` }
  expect(codeOf(await act(items, 'guiding-list', draft, 'announce', notice))).toBe('done')
  await stage.settle()
}

const NEW = { key: 'lc-new-1', name: '示例新增事项', domain: 'elderly', mode: 'accept' }

test('CAT-10 adding a line to the city’s catalogue notifies all its counties, which follow or adapt within the limit', async () => {
  const author = login('371500', 'author')
  // A short first edition, so that what counts is the line that comes after.
  await publish(1, async (draft) => {
    for (const key of ['lc-1', 'lc-2'])
      expect(
        codeOf(await act(author, 'guiding-list', draft, 'put', { ...NEW, key, name: `示例事项${key}` })),
      ).toBe('done')
    const derived = (await stage.house.catalogue.itemsInForce('371500', '2026-03-16')).map(
      ({ item }) => item.id,
    )
    const away = { lines: derived, reason: '先公布两行。' }
    if (derived.length > 0)
      expect(codeOf(await act(author, 'guiding-list', draft, 'take-out', away))).toBe('done')
  })
  const before = await counties()
  expect(before.map(({ area }) => area).toSorted()).toEqual(COUNTIES)
  await moveTo('2026-03-17')
  await publish(2, async (draft) => {
    expect(codeOf(await act(author, 'guiding-list', draft, 'put', { ...NEW, domain: 'nowhere' }))).toBe(
      'input-invalid',
    )
    expect(codeOf(await act(author, 'guiding-list', draft, 'put', NEW))).toBe('done')
  })
  const after = await counties()
  expect(
    after.map(({ area, told, names }) => [
      area,
      told - before.find((each) => each.area === area)!.told,
      names.includes(NEW.name),
    ]),
  ).toEqual(after.map(({ area }) => [area, 1, true]))
  // Each county reads it in its own book with the plan's twenty working days, and nowhere else's.
  const line = (await linesOf(YANGGU)).find(({ title }) => title === NEW.name)!
  expect(line).toMatchObject({ cells: [NEW.name, '新增', '2', ''], dueDay: '2026-04-15' })
  expect(codeOf(await act(login(YANGGU, 'author'), 'guiding-line', line.id, 'follow'))).toBe(
    'guiding-line-no-item',
  )
  const elsewhere = (await linesOf('371522')).find(({ title }) => title === NEW.name)!
  expect(codeOf(await act(login(YANGGU, 'author'), 'guiding-line', elsewhere.id, 'follow'))).toBe(
    'book-entry-not-found',
  )
  const followed = await act(login(YANGGU, 'author'), 'guiding-line', line.id, 'follow', {
    item: 'senior-preferential-card',
  })
  expect(codeOf(followed)).toBe('done')
  // Adapting takes a reason and another hand.
  const how = { how: '本县没有这项补贴，并入高龄津贴办理。' }
  expect(codeOf(await act(login('371522', 'author'), 'guiding-line', elsewhere.id, 'adapt', how))).toBe(
    'done',
  )
  expect(codeOf(await act(login('371522', 'author'), 'guiding-line', elsewhere.id, 'agree'))).toBe(
    'book-not-your-step',
  )
  expect(codeOf(await act(login('371522', 'items'), 'guiding-line', elsewhere.id, 'agree'))).toBe('done')
  // After the limit the city sees who has not answered.
  await moveTo('2026-04-16')
  const late = await counties()
  const of = (area: string) => late.find((each) => each.area === area)!
  expect([of(YANGGU).followed, of('371522').adapted]).toEqual([1, 1])
  expect(of('371581')).toMatchObject({ late: 3, open: 3 })
  expect(of('371581').names).toContain(NEW.name)
}, 240_000)

test('a changed and a cancelled line are told with what changed; what stayed is not', async () => {
  const author = login('371500', 'author')
  await publish(3, async (draft) => {
    expect(codeOf(await act(author, 'guiding-list', draft, 'put', { ...NEW, mode: 'handle' }))).toBe('done')
  })
  const row = (await linesOf('371522')).find(({ title, cells }) => title === NEW.name && cells[2] === '3')!
  expect(row.cells[1]).toBe('修改')
  const { record } = bodyOf<{ record: { label: string; text: string }[] }>(
    await who[login('371522', 'author')]!.call('GET', `/books/guiding-line/entries/${row.id}`),
  )
  expect(record.find(({ label }) => label === '变化内容')!.text).toContain('进驻方式')
  expect((await linesOf('371522')).filter(({ cells }) => cells[2] === '3')).toHaveLength(1)
}, 60_000)

test('CAT-10 a county answers a line by changing its item: the draft begins on the newest version, each shows the other, and put away it leaves the line waiting', async () => {
  const author = login('371500', 'author')
  await publish(4, async (draft) => {
    expect(
      codeOf(await act(author, 'guiding-list', draft, 'put', { ...NEW, name: '老年人优待证（新）' })),
    ).toBe('done')
  })
  const county = login(YANGGU, 'author')
  const line = (await linesOf(YANGGU)).find(({ cells }) => cells[2] === '4')!
  const answer = { item: 'senior-preferential-card', reason: '按新版指导目录调整名称' }
  expect(codeOf(await act(county, 'guiding-line', line.id, 'begin-draft', answer))).toBe('done')
  await stage.settle()
  const drafting = await lineOf(YANGGU, line.id)
  // The day stays: a draft gives nobody more time.
  expect(drafting.row).toMatchObject({ state: 'drafting', dueDay: line.dueDay })
  const change = drafting.record.find(({ label }) => label === '起草的事项变更')?.change
  expect(change, JSON.stringify(drafting.record)).toBeDefined()
  const draft = bodyOf<{
    summary: { base: number; itemVersion: number }
    answers: { book: string; entry: string }[]
  }>(await who[county]!.call('GET', `/authoring/changes/${change}`))
  const newest = (await stage.house.catalogue.versions(YANGGU, answer.item)).at(-1)!.item.version
  expect(draft.summary).toMatchObject({ base: newest, itemVersion: newest + 1 })
  expect(draft.answers).toContainEqual(expect.objectContaining({ book: 'guiding-line', entry: line.id }))
  // Put away, the line waits again with its day; begun anew, it has another draft.
  const gone = await who[county]!.call('POST', `/authoring/changes/${change}/acts/withdraw`, {
    input: { text: '先不改这个事项' },
  })
  expect(codeOf(gone)).toBe('done')
  await stage.settle()
  expect((await lineOf(YANGGU, line.id)).row).toMatchObject({ state: 'told', dueDay: line.dueDay })
}, 120_000)

const lineOf = async (area: string, id: string) =>
  bodyOf<{ row: Row & { state: string }; record: { label: string; text: string; change?: string }[] }>(
    await who[login(area, 'author')]!.call('GET', `/books/guiding-line/entries/${id}`),
  )
