import { beforeAll, describe, expect, test } from 'vitest'
import { markOldStock } from '#capabilities/guide/index.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { ComparedItem, CopyDifference, Handbook } from '#capabilities/guide/index.ts'
import { readText } from '#platform/documents/reading.ts'
import type { Reply } from '../testing/signed.ts'
import { AREA, CENTRE, startStage, type Caller, type Stage } from './stage.ts'

// Real: server, database, ledger, worker, typesetter, posts of the pack. What people do with guides besides reading them.

const ITEM = 'extreme-poverty-support'
const OTHER_CENTRE = 'centre-370304113'

let stage: Stage
let author: Caller
let approver: Caller
let supervisor: Caller
beforeAll(async () => {
  stage = await startStage()
  author = await stage.as('author.civil-affairs')
  approver = await stage.as('items.approval-bureau')
  supervisor = await stage.as('supervisor')
  ok(await approver.call('POST', '/guide-copies/sync', {}))
}, 180_000)

function ok<T>({ status, body }: Reply): T {
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body as T
}
const codeOf = ({ body }: Reply): string => (body as { code: string }).code
const today = '2026-03-16'

const inForce = async (id = ITEM) =>
  (await stage.house.catalogue.itemInForce(AREA, id, stage.house.clock.now().slice(0, 10)))!.item

/** A new version of an item through its author and its approver, in force today. */
async function changed(edits: readonly { at: string; value?: unknown }[]): Promise<ItemVersion> {
  const { id, version } = ok<{ id: string; version: number }>(
    await author.call('POST', '/authoring/changes', { item: ITEM, reason: '按新规定修改办事指南' }),
  )
  const act = async (who: Caller, name: string, input: object, seen = {}) =>
    ok(await who.call('POST', `/authoring/changes/${id}/acts/${name}`, { ...seen, input }))
  await act(author, 'edit', { edits }, { version })
  await act(author, 'submit', { lawful: true, true: true, accurate: true, complete: true })
  await act(approver, 'approve', { reasonable: true, necessary: true, timely: true, complete: true })
  await act(approver, 'publish', { effectiveFrom: today })
  await stage.settle()
  return inForce()
}

/** Shortens the promise by a day, and the step that gives it. */
async function shorter(): Promise<ItemVersion> {
  const { promisedLimit, process } = await inForce()
  const at = process.steps.findIndex(({ limitWorkingDays }) => limitWorkingDays > 1)
  return changed([
    { at: '/promisedLimit/amount', value: promisedLimit.amount - 1 },
    { at: `/process/steps/${at}/limitWorkingDays`, value: process.steps[at]!.limitWorkingDays - 1 },
  ])
}

const copyOf = (channel: string, place: string, item = ITEM) => ({
  channel,
  item,
  ...(place ? { place } : {}),
})
const differences = async () =>
  ok<{ checked: number; missing: number; lines: CopyDifference[] }>(
    await supervisor.call('GET', '/guide-copies/differences'),
  )
const comparison = async (between = 'towns') =>
  ok<{ items: ComparedItem[] }>(await supervisor.call('GET', `/guide-copies/comparison?between=${between}`))
    .items

describe('the same guide everywhere', () => {
  test('GUI-08 the channel diff of every item is empty; a synced copy edited by hand shows in it until it is put right', async () => {
    const items = await stage.house.catalogue.itemsInForce(AREA, today)
    const before = await differences()
    expect(before).toMatchObject({ missing: 0, lines: [] })
    expect(before.checked).toBeGreaterThan(items.length * 4)
    const key = copyOf('screen', CENTRE)
    ok(
      await author.call('POST', '/guide-copies/edit', {
        ...key,
        field: 'limit',
        lines: ['承诺时限：30个工作日'],
      }),
    )
    const { lines } = await differences()
    expect(lines).toEqual([
      expect.objectContaining({ channel: 'screen', place: CENTRE, item: ITEM, byHand: true }),
    ])
    expect(lines[0]!.fields).toEqual([
      expect.objectContaining({ fieldTitle: '办理时限', copy: ['承诺时限：30个工作日'] }),
    ])
    // Another hand-out does not hide what somebody changed.
    ok(await approver.call('POST', '/guide-copies/sync', {}))
    expect((await differences()).lines).toHaveLength(1)
    const file = await supervisor.call('GET', '/guide-copies/differences/export')
    expect(String(file.body)).toContain('人工改动')
    ok(await author.call('POST', '/guide-copies/restore', key))
    expect((await differences()).lines).toEqual([])
  })

  test('GUI-08 what a kiosk fetches is what portal page and paper say of name, papers and limit', async () => {
    for (const item of [ITEM, 'food-business-licence', 'elderly-allowance']) {
      const place = (await inForce(item)).entryModes.centre === undefined ? 'hall-370304' : CENTRE
      const { sheet } = ok<{ sheet: Record<string, string[]> }>(
        await stage.anonymous.call('GET', `/guide-copies/kiosk/${item}?place=${place}`),
      )
      const page = (await stage.app.inject({ url: `/items/${item}` })).body
      const paper = await stage.house.guides.pdf(AREA, item, today, 'full')
      const text = 'refused' in paper ? '' : await readText(paper.bytes)
      const said = [
        ...sheet['name']!,
        ...sheet['conditions']!,
        ...sheet['materials']!.map((line) => line.split('（')[0]!),
      ]
      for (const words of said) {
        expect(page).toContain(words.replaceAll('&', '&amp;'))
        expect(text).toContain(words.replaceAll(/\s/gu, ''))
      }
    }
  })

  test('GUI-01 the report names the field in which two towns differ, and equalising it clears the line', async () => {
    expect(await comparison()).toEqual([])
    const key = copyOf('paper', CENTRE)
    const fee = ['工本费：10元']
    ok(await author.call('POST', '/guide-copies/edit', { ...key, field: 'fee', lines: fee }))
    const [line, ...others] = await comparison()
    expect(others).toEqual([])
    expect(line).toMatchObject({ item: ITEM, differences: [{ field: 'fee', fieldTitle: '收费情况' }] })
    expect(line!.differences[0]!.says.at(-1)).toEqual({
      lines: fee,
      holders: [expect.stringContaining('山头')],
    })
    // Beyond the seven fields towns may say what is theirs.
    ok(
      await author.call('POST', '/guide-copies/edit', {
        ...copyOf('paper', OTHER_CENTRE),
        field: 'enquiry',
        lines: ['12345'],
      }),
    )
    expect(await comparison()).toHaveLength(1)
    expect(String((await supervisor.call('GET', '/guide-copies/comparison/export')).body)).toContain(
      '工本费：10元',
    )
    for (const place of [CENTRE, OTHER_CENTRE])
      ok(await author.call('POST', '/guide-copies/restore', copyOf('paper', place)))
    expect(await comparison()).toEqual([])
  })

  test('a director puts right the own centre only, and an unknown field is refused', async () => {
    const director = await stage.as('director.shantou')
    expect(codeOf(await director.call('POST', '/guide-copies/restore', copyOf('paper', OTHER_CENTRE)))).toBe(
      'guide-copy-not-yours',
    )
    ok(await director.call('POST', '/guide-copies/restore', copyOf('paper', CENTRE)))
    const unknown = { ...copyOf('paper', CENTRE), field: 'nowhere', lines: [] }
    expect(codeOf(await director.call('POST', '/guide-copies/edit', unknown))).toBe(
      'guide-copy-field-unknown',
    )
    expect(codeOf(await stage.anonymous.call('GET', '/guide-copies/paper/no-such-item'))).toBe(
      'guide-copy-not-found',
    )
  })
})

interface Opened {
  id: string
  state: string
  version: number
}

const begin = async (who: Caller, book: string, act: string, input: object) =>
  who.call('POST', `/books/${book}/begin/${act}`, { input })
const actOn = async (who: Caller, book: string, id: string, act: string, input: object) =>
  who.call('POST', `/books/${book}/entries/${id}/acts/${act}`, { input })
const listed = async (who: Caller, book: string, query = 'queue=all') =>
  ok<{ items: { id: string; state: string; stateText: string; cells: string[]; dueDay?: string }[] }>(
    await who.call('GET', `/books/${book}?${query}&limit=100`),
  ).items

describe('editions, racks and printing', () => {
  test('GUI-06 changing one limit changes both editions and marks the old stock of the racks for withdrawal', async () => {
    const clerk = await stage.as('clerk.shantou')
    const put = { item: ITEM, place: CENTRE, position: '一楼取号机旁', quantity: 50 }
    for (const edition of ['leaf', 'fold', 'full'])
      ok(await begin(clerk, 'guide-rack', 'put', { ...put, edition }))
    const text = async (edition: 'full' | 'leaf' | 'fold' | 'short') => {
      const paper = await stage.house.guides.pdf(AREA, ITEM, today, edition)
      return 'refused' in paper ? paper.code : readText(paper.bytes)
    }
    const before = await inForce()
    const promise = (item: ItemVersion) => `${item.promisedLimit.amount}个工作日`
    for (const edition of ['full', 'short', 'leaf', 'fold'] as const)
      expect(await text(edition)).toContain(promise(before))
    const after = await shorter()
    for (const edition of ['full', 'short', 'leaf', 'fold'] as const) {
      expect(await text(edition)).toContain(promise(after))
      expect(await text(edition)).not.toContain(`承诺时限${promise(before)}`)
    }
    await markOldStock(stage.house, AREA, stage.house.clock.now())
    const stale = await listed(clerk, 'guide-rack', 'queue=mine')
    expect(stale.map(({ stateText }) => stateText)).toEqual(['待撤换', '待撤换', '待撤换'])
    expect(stale[0]!.dueDay).toBe('2026-03-19')
    expect(codeOf(await actOn(clerk, 'guide-rack', stale[0]!.id, 'refill', { added: 10 }))).toBe(
      'book-entry-moved-on',
    )
    ok(await actOn(clerk, 'guide-rack', stale[0]!.id, 'withdraw', { taken: 31, replaced: true }))
    expect((await listed(clerk, 'guide-rack')).map(({ stateText }) => stateText).toSorted()).toEqual([
      '已撤换',
      '待撤换',
      '待撤换',
    ])
  })

  test('stock is put only on the own rack, and no more is counted than was put there', async () => {
    const clerk = await stage.as('clerk.shantou')
    const put = { item: 'elderly-allowance', edition: 'leaf', position: '咨询台', quantity: 5 }
    expect(codeOf(await begin(clerk, 'guide-rack', 'put', { ...put, place: OTHER_CENTRE }))).toBe(
      'guide-rack-not-yours',
    )
    const { id } = ok<Opened>(await begin(clerk, 'guide-rack', 'put', { ...put, place: CENTRE }))
    expect(codeOf(await actOn(clerk, 'guide-rack', id, 'count', { left: 6 }))).toBe(
      'guide-rack-more-than-put',
    )
    ok(await actOn(clerk, 'guide-rack', id, 'refill', { added: 4 }))
    expect(ok<Opened>(await actOn(clerk, 'guide-rack', id, 'count', { left: 0 })).state).toBe('empty')
  })
})

describe('revisions', () => {
  test('GUI-07 a registered change of a law opens a revision with a due day for every guide that cites it', async () => {
    const { laws } = ok<{ laws: { law: string; items: { id: string }[] }[] }>(
      await author.call('GET', '/cited-laws'),
    )
    const cited = laws.find(({ items }) => items.length > 3)!
    const { id: change } = ok<Opened>(
      await begin(approver, 'guide-law-change', 'register', {
        ...{ law: cited.law, change: 'amended', document: '示例修改决定（示例令第1号）' },
        ...{ effectiveOn: '2026-05-01', what: '修改了申请材料的规定', reviseBy: '2026-04-20' },
      }),
    )
    await stage.settle()
    const opened = await listed(approver, 'guide-revision')
    expect(opened).toHaveLength(cited.items.length)
    expect(new Set(opened.map(({ dueDay }) => dueDay))).toEqual(new Set(['2026-04-20']))
    const names = await Promise.all(cited.items.map(async ({ id }) => (await inForce(id)).name))
    expect(opened.map(({ cells }) => cells[0]).toSorted()).toEqual(names.toSorted())
    expect(change).toBeTruthy()
  })

  test('a revision is done only once another version is out; people and findings may ask for one too', async () => {
    const director = await stage.as('director.shantou')
    const asked = { item: ITEM, trigger: 'opinion', cause: '群众反映材料名称看不懂', dueDay: '2026-04-01' }
    const { id } = ok<Opened>(await begin(director, 'guide-revision', 'open', asked))
    const late = { ...asked, cause: '过期的任务', dueDay: '2026-03-01' }
    expect(codeOf(await begin(director, 'guide-revision', 'open', late))).toBe('guide-revision-past')
    const done = { note: '材料名称改成群众的说法' }
    expect(codeOf(await actOn(author, 'guide-revision', id, 'revised', done))).toBe(
      'guide-revision-not-published',
    )
    await changed([{ at: '/summary', value: `${(await inForce()).summary}（已改）` }])
    // The version that came out of the draft closes it; nobody has to.
    const closed = (await listed(author, 'guide-revision')).find((each) => each.id === id)
    expect(closed?.state).toBe('revised')
  })
})

describe('handbooks', () => {
  const make = async (kind: string) =>
    ok<{ number: number; items: number; fresh: boolean }>(
      await approver.call('POST', `/handbooks/${kind}`, {}),
    )
  const book = async (kind: string, number: number): Promise<string> => {
    const opened = await stage.house.handbooks.file(AREA, kind as 'service', number)
    if ('refused' in opened) throw new Error(opened.code)
    const parts = []
    for await (const part of opened.stream) parts.push(part as Buffer)
    // A list that goes on over a page has its foot in between.
    return (await readText(Buffer.concat(parts))).replaceAll(
      /(?:政务服务标准化服务手册|镇级“一窗通办”政务服务受理手册|镇（街道）政务服务事项清单)第\d+版演示环境生成，无法律效力第\d+页共\d+页演示/gu,
      '',
    )
  }
  const all = async () => ok<{ items: Handbook[] }>(await supervisor.call('GET', '/handbooks')).items

  test('GUI-15 one press builds a dated, versioned PDF whose contents match the current guides', async () => {
    const first = await make('service')
    expect(first).toMatchObject({ number: 1, fresh: true })
    expect(await make('service')).toMatchObject({ number: 1, fresh: false })
    const text = await book('service', 1)
    expect(text).toContain('第1版')
    expect(text).toContain('2026年3月16日编制')
    const items = await stage.house.catalogue.itemsInForce(AREA, today)
    expect(first.items).toBe(items.length)
    for (const { item } of items) {
      expect(text).toContain(item.name.replaceAll(/\s/gu, ''))
      for (const { name, acceptStandard } of item.materials) {
        expect(text).toContain(name.replaceAll(/\s/gu, ''))
        expect(text).toContain(acceptStandard.replaceAll(/\s/gu, '').slice(0, 12))
      }
    }
    const { promisedLimit } = await shorter()
    expect((await all()).find(({ kind }) => kind === 'service')).toMatchObject({ number: 1, current: false })
    expect(await make('service')).toMatchObject({ number: 2, fresh: true })
    expect(await book('service', 2)).toContain(`承诺时限：${promisedLimit.amount}个工作日`)
    expect((await all()).filter(({ kind }) => kind === 'service').map(({ current }) => current)).toEqual([
      true,
      false,
    ])
    const download = await supervisor.call('GET', '/handbooks/service/2/file')
    expect(download.headers['content-type']).toBe('application/pdf')
  }, 60_000)

  test('GUI-16 the handbook has every item of the town list, and its notice carries date and channel', async () => {
    const { number } = await make('town')
    const text = await book('town', number)
    const items = (await stage.house.catalogue.itemsInForce(AREA, today)).map(({ item }) => item)
    const ofTowns = items.filter(({ entryModes }) => entryModes.centre !== undefined)
    expect(ofTowns.length).toBeGreaterThan(10)
    for (const item of ofTowns) {
      expect(text).toContain(item.name.replaceAll(/\s/gu, ''))
      for (const condition of item.conditions) expect(text).toContain(condition.replaceAll(/\s/gu, ''))
    }
    const notice = {
      edition: `town@${number}`,
      on: today,
      channel: 'website',
      where: '区政府门户网站公示公告栏',
    }
    ok(await begin(approver, 'guide-notice', 'announce', notice))
    const [entry] = await listed(supervisor, 'guide-notice')
    expect(entry!.cells).toEqual(['2026年3月16日', '政府网站、政务服务网', '区政府门户网站公示公告栏'])
    expect((await all()).find(({ kind }) => kind === 'town')).toMatchObject({
      published: true,
      notices: [{ on: today }],
    })
  }, 60_000)

  test('DIS-07 a new version of list or handbook without notice is shown as unpublished, to the public too', async () => {
    const { number } = await make('town-list')
    const state = async () =>
      (await all()).find(({ kind, number: no }) => kind === 'town-list' && no === number)!
    expect((await state()).published).toBe(false)
    const page = async () => (await stage.app.inject({ url: '/handbooks' })).body
    expect(await page()).toContain('还没有公告')
    const file = `/handbooks/town-list/${number}.pdf`
    expect((await stage.app.inject({ url: file })).statusCode).toBe(404)
    const notice = { edition: `town-list@${number}`, on: today, channel: 'board', where: '各村公示栏' }
    expect(codeOf(await begin(approver, 'guide-notice', 'announce', { ...notice, on: '2026-04-01' }))).toBe(
      'guide-notice-not-yet',
    )
    expect(
      codeOf(await begin(approver, 'guide-notice', 'announce', { ...notice, edition: 'town-list@99' })),
    ).toBe('guide-notice-no-version')
    ok(await begin(approver, 'guide-notice', 'announce', notice))
    expect((await state()).published).toBe(true)
    expect((await stage.app.inject({ url: file })).statusCode).toBe(200)
  }, 60_000)
})
