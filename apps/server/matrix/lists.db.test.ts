import { beforeAll, describe, expect, test } from 'vitest'
import type { Reply, Signed } from '../testing/signed.ts'
import { startHouse, type TestHouse } from '../testing/house.ts'

// Real: database, the pack of 博山, routes as the server answers them, sessions. Moved by hand: the clock.
let stage: TestHouse
let author: Signed
let items: Signed
beforeAll(async () => {
  stage = await startHouse({ at: '2026-11-23T01:00:00.000Z' })
  await moveTo('2026-11-23')
}, 120_000)

/** A morning at nine; everybody signs in anew. */
async function moveTo(day: string): Promise<void> {
  stage.clock.set(`${day}T01:00:00.000Z`)
  author = await stage.as('author.civil-affairs')
  items = await stage.as('items.approval-bureau')
}

const codeOf = ({ body }: Reply) => (body as { code?: string }).code ?? 'done'
const bodyOf = <T>({ body }: Reply) => body as T

const begin = (who: Signed, list: string, input: Record<string, unknown>) =>
  who.call('POST', `/books/${list}/begin/draft`, { input })
const act = async (who: Signed, list: string, id: string, name: string, input: object = {}) =>
  who.call('POST', `/books/${list}/entries/${id}/acts/${name}`, { input })

const NOTICE = { on: '2026-11-23', channel: 'website', documentNo: '博审服字〔2026〕11号' }

async function drafted(list: string, input: object = {}): Promise<string> {
  const wish = { title: '测试清单', from: '2026-11-23', start: 'catalogue', ...input }
  const reply = await begin(author, list, wish)
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  return bodyOf<{ id: string }>(reply).id
}

async function published(list: string, id: string): Promise<void> {
  for (const [who, name, input] of [
    [author, 'submit', {}],
    [items, 'approve', { approvalNo: '博审服审〔2026〕1号' }],
    [items, 'announce', NOTICE],
  ] as const) {
    const reply = await act(who, list, id, name, input)
    expect([name, codeOf(reply)]).toEqual([name, 'done'])
  }
}

interface Row {
  no: number
  standing: string
  unpublished: boolean
  current: boolean
  lines: number
  notice?: string
  handbookNotice?: string
}
interface View {
  list: string
  versions: Row[]
  flags: { line: string; flag: string; explained?: string }[]
  domains: { domain: string; count: number }[]
}
const viewOf = async (list: string, who = items): Promise<View> =>
  bodyOf<{ items: View[] }>(await who.call('GET', '/lists')).items.find((each) => each.list === list)!

interface VersionReply {
  lines: { key: string; name: string; modeText: string; originText: string }[]
  changes?: { against: number; came: string[]; went: string[]; changed: { name: string; text: string }[] }
}
const versionOf = async (list: string, no: number, query = '') =>
  bodyOf<VersionReply>(await items.call('GET', `/lists/${list}/versions/${no}${query}`))

describe('the towns’ one-window list (镇级“一窗通办”清单)', () => {
  test('CAT-20/a, CAT-20/b, CAT-20/c the list exports, versions differ visibly, and publication has a notice record', async () => {
    const first = await drafted('town-list', { title: '镇级“一窗通办”政务服务事项清单' })
    await published('town-list', first)
    const view = await viewOf('town-list')
    expect(view.versions[0]).toMatchObject({ no: 1, standing: '现行', current: true, unpublished: false })
    expect(view.versions[0]!.notice).toBe('2026年11月23日，政府网站，博审服字〔2026〕11号')
    // All fourteen domains are counted, and together they are the list.
    expect(view.domains).toHaveLength(14)
    expect(view.domains.reduce((sum, { count }) => sum + count, 0)).toBe(view.versions[0]!.lines)

    const second = await drafted('town-list', { title: '镇级清单', from: '2026-12-01', start: 'previous' })
    const out = { lines: ['elderly-allowance'], reason: '调整为全程网办' }
    expect(codeOf(await act(author, 'town-list', second, 'take-out', out))).toBe('done')
    const noted = { items: ['disability-certificate'], mode: 'accept', note: '周三上门评残' }
    expect(codeOf(await act(author, 'town-list', second, 'put', noted))).toBe('done')
    const { changes } = await versionOf('town-list', 2)
    expect(changes).toMatchObject({ against: 1, came: [], went: ['高龄津贴申领'] })
    expect(changes!.changed[0]!.text).toContain('说明：（无）→周三上门评残')

    const file = await items.call('GET', '/lists/town-list/export?no=1')
    expect(file.headers['content-type']).toContain('text/csv')
    expect(String(file.body)).toContain('高龄津贴申领')
    const book = await items.call('GET', '/lists/town-list/export?no=2&format=xlsx')
    expect(book.status).toBe(200)

    await published('town-list', second)
    // Published for the first of December, it takes the place of the first version on that day and not before.
    expect((await viewOf('town-list')).versions.map(({ standing }) => standing)).toEqual([
      '已公布，还没有到施行日期',
      '现行',
    ])
    await moveTo('2026-12-01')
    expect((await viewOf('town-list')).versions.map(({ standing }) => standing)).toEqual([
      '现行',
      '已被第2版代替',
    ])
  })

  test('DIS-07 a version that was approved and has no notice is shown as unpublished, list and handbook each', async () => {
    const id = await drafted('town-list', { from: '2026-12-02', start: 'previous' })
    await act(author, 'town-list', id, 'submit')
    await act(items, 'town-list', id, 'approve')
    const before = (await viewOf('town-list')).versions[0]!
    expect(before).toMatchObject({ no: 3, standing: '未公布（已审定，没有公告）', unpublished: true })
    // Whoever has no hand in the list sees only what is public.
    const clerk = await stage.as('issuer.hall')
    expect((await viewOf('town-list', clerk)).versions.map(({ no }) => no)).toEqual([2, 1])
    expect((await clerk.call('GET', '/lists/town-list/versions/3')).status).toBe(404)

    const tomorrow = await act(items, 'town-list', id, 'announce', { ...NOTICE, on: '2026-12-02' })
    expect(codeOf(tomorrow)).toBe('list-notice-in-future')
    expect(codeOf(await act(items, 'town-list', id, 'announce', NOTICE))).toBe('done')
    const after = (await viewOf('town-list')).versions[0]!
    expect(after).toMatchObject({ unpublished: false })
    // The handbook (受理手册) has a notice of its own.
    expect(after.handbookNotice).toBeUndefined()
    expect(
      codeOf(await act(items, 'town-list', id, 'announce-handbook', { ...NOTICE, channel: 'hall' })),
    ).toBe('done')
    expect((await viewOf('town-list')).versions[0]!.handbookNotice).toContain('大厅、中心公告栏')
  })

  test('whoever drafted it does not approve it; a second draft of the same number waits; the day goes forward', async () => {
    const reply = await begin(items, 'town-list', {
      title: '镇级清单',
      from: '2027-01-01',
      start: 'previous',
    })
    const { id } = bodyOf<{ id: string }>(reply)
    const again = await begin(author, 'town-list', { title: '又一份', from: '2027-01-01', start: 'previous' })
    expect(codeOf(again)).toBe('book-entry-exists')
    await act(items, 'town-list', id, 'submit')
    expect(codeOf(await act(items, 'town-list', id, 'approve'))).toBe('book-own-hand')
    expect(codeOf(await act(items, 'town-list', id, 'give-up', { reason: '重复起草' }))).toBe('done')
    const early = await begin(author, 'town-list', { title: '早', from: '2026-11-30', start: 'previous' })
    expect(codeOf(early)).toBe('list-from-before-last')
    // Whoever sends a draft back has not written in it.
    const next = await drafted('town-list', { from: '2027-01-01', start: 'previous' })
    await act(author, 'town-list', next, 'submit')
    expect(codeOf(await act(items, 'town-list', next, 'return', { reason: '请补充说明' }))).toBe('done')
    await act(author, 'town-list', next, 'submit')
    expect(codeOf(await act(items, 'town-list', next, 'approve'))).toBe('done')
  })
})

describe('the centres’ catalogue and the stations’ (进驻事项目录)', () => {
  test('CAT-12 a line without mode or without guiding origin is refused', async () => {
    const id = await drafted('centre-list')
    const put = (input: object) => act(author, 'centre-list', id, 'put', input)
    expect(codeOf(await put({ items: ['elderly-allowance'], mode: 'accept' }))).toBe('list-line-no-origin')
    expect(codeOf(await put({ items: ['elderly-allowance'], mode: 'assist', origin: 'zb-001' }))).toBe(
      'list-line-no-mode',
    )
    // Lines of the catalogue stand there without an origin; the whole is refused until each has one.
    expect(codeOf(await act(author, 'centre-list', id, 'submit'))).toBe('list-line-no-origin')
    const lines = (await versionOf('centre-list', 1)).lines.map(({ key }) => key)
    const tied = await put({ items: lines, origin: '淄政办目录〔2026〕1' })
    expect(codeOf(tied)).toBe('done')
    await published('centre-list', id)
    const [line] = (await versionOf('centre-list', 1)).lines
    expect(['受理', '直接办理']).toContain(line!.modeText)
    expect(line!.originText).toBe('淄政办目录〔2026〕1')
  })

  test('CAT-13 removing a centre item flags the station line until it is updated or explained', async () => {
    const station = await drafted('station-list')
    await published('station-list', station)
    expect((await viewOf('station-list')).flags).toEqual([])
    const [line] = (await versionOf('station-list', 1)).lines
    expect(line!.modeText).toBe('帮办代办')

    const next = await drafted('centre-list', { start: 'previous' })
    const out = { lines: ['elderly-allowance', 'subsistence-allowance'], reason: '改为区级窗口办理' }
    expect(codeOf(await act(author, 'centre-list', next, 'take-out', out))).toBe('done')
    // As long as the centres' new catalogue is no more than a draft, nothing is to be done below.
    expect((await viewOf('station-list')).flags).toEqual([])
    await published('centre-list', next)
    const flagged = async () =>
      (await viewOf('station-list')).flags.map(({ line: key, flag, explained }) => [key, flag, explained])
    expect((await flagged()).toSorted()).toEqual([
      ['elderly-allowance', 'gone', undefined],
      ['subsistence-allowance', 'gone', undefined],
    ])
    const reason = '年底前仍由代办员帮办到区大厅'
    const explain = { line: 'elderly-allowance', reason }
    expect(codeOf(await act(author, 'station-list', station, 'explain', explain))).toBe('done')
    expect((await flagged()).toSorted()).toEqual([
      ['elderly-allowance', 'gone', reason],
      ['subsistence-allowance', 'gone', undefined],
    ])
    const updated = await drafted('station-list', { start: 'previous' })
    // What has no line above any more cannot stand in a new version.
    expect(codeOf(await act(author, 'station-list', updated, 'submit'))).toBe('list-line-no-centre-line')
    await act(author, 'station-list', updated, 'refresh')
    await published('station-list', updated)
    expect(await flagged()).toEqual([])
  })
})
