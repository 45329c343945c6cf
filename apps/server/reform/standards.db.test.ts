import { beforeAll, describe, expect, test } from 'vitest'
import type { EntryAct, EntryDetail, EntryRow } from '#capabilities/books/contract.ts'
import type { Signed } from '../testing/signed.ts'
import { png } from '#platform/files/samples.ts'
import { AREA, multipart, startStage, type Stage } from '../matrix/stage.ts'
import { actOn, bodyOf, codeOf, reportOf, tryTo, write } from './at-the-books.ts'

// Real: database, pack with its standards, routes, sessions. Moved by hand: the clock (2026-03-16).
let stage: Stage
let organiser: Signed
let clauses: ReadonlyMap<string, string>
beforeAll(async () => {
  stage = await startStage()
  organiser = await stage.as('organiser.approval-bureau')
  const { items } = bodyOf<{ items: EntryRow[] }>(
    await organiser.call('GET', '/books/standard-clause?limit=100'),
  )
  clauses = new Map(items.map(({ id, cells }) => [cells[3]!, id]))
}, 120_000)

const NOBODYS = '01900000-0000-7000-8000-000000000000'
const HALL = '博山区政务服务中心'
const WINDOWS = '功能区和窗口'
const storyOf = async (book: string, id: string) =>
  bodyOf<EntryDetail>(await organiser.call('GET', `/books/${book}/entries/${id}`))

test('ORG-07 publishing a new clause version makes linked inspection lines use it and flags halls still on the old one', async () => {
  const clause = clauses.get(WINDOWS)!
  await write(organiser, 'adoption', 'adopt', { place: 'hall-370304', clause })
  const before = (await reportOf(organiser, 'standards')).get(HALL)!
  expect([before[0]!.standing, before[1]!.names.includes('1 功能区和窗口')]).toEqual(['good', false])
  const first = await write(organiser, 'inspection-note', 'inspect', {
    place: 'hall-370304',
    day: '2026-03-16',
    passed: [clause],
  })

  const check = '现场看功能区、窗口、标识和无障碍通道'
  const text = '按方案设置功能区和窗口，标识统一，设无障碍通道，综合窗口不分事项收件。'
  const revised = await actOn(organiser, 'standard-clause', clause, 'revise', {
    text,
    check,
    document: '博审服字〔2026〕5号',
  })
  expect(revised.status).toBe(200)
  const second = await write(organiser, 'inspection-note', 'inspect', {
    place: 'hall-370304',
    day: '2026-03-16',
    passed: [clause],
  })
  const lines = await Promise.all(
    [first, second].map(
      async (id) =>
        (await storyOf('inspection-note', id)).record.find(({ label }) => label === '逐条结果')!.text,
    ),
  )
  const { record } = await storyOf('inspection-note', first)
  expect(record.find(({ label }) => label === '合格的条款')!.text).toBe('场所 1 功能区和窗口')
  expect(lines).toEqual([
    '1 功能区和窗口（第1版）：现场看功能区、窗口和标识——合格',
    `1 功能区和窗口（第2版）：${check}——合格`,
  ])
  const after = (await reportOf(organiser, 'standards')).get(HALL)![0]!
  expect([after.standing, after.names]).toEqual(['bad', ['1 功能区和窗口：还是第1版，现行第2版']])
  const { items } = bodyOf<{ items: EntryRow[] }>(
    await organiser.call('GET', '/books/adoption?place=hall-370304'),
  )
  expect((await actOn(organiser, 'adoption', items[0]!.id, 'renew', {})).status).toBe(200)
  expect((await reportOf(organiser, 'standards')).get(HALL)![0]!.standing).toBe('good')
})

test('a standard is published by whoever has the duty, not by a town', async () => {
  const town = await stage.as('organiser.boshan')
  const clause = clauses.get(WINDOWS)!
  const revision = {
    text: '本镇自行规定功能区和窗口的设置。',
    check: '按本镇规定检查',
    document: '博镇字〔2026〕1号',
  }
  expect(codeOf(await actOn(town, 'standard-clause', clause, 'revise', revision))).toBe('outside-duty')
})

/** A picture of a wall as the page sends it. */
async function photographed(who: Signed, bytes = png(), name = 'wall.png'): Promise<string> {
  return bodyOf<{ id: string }>(await send(who, bytes, name)).id
}
function send(who: Signed, bytes: Buffer, name: string) {
  const { payload, headers } = multipart(bytes, name)
  return who.call('POST', '/books/photos', payload, headers)
}

describe('办事制度', () => {
  test('ORG-08/a a place without adoption or photo for one required rule is listed', async () => {
    const CENTRE = '石马镇便民服务中心'
    const bare = (await reportOf(organiser, 'wall')).get(CENTRE)!
    expect(bare.map(({ standing }) => standing)).toEqual(['bad', 'bad'])
    const rules = ['政务公开制', '首问负责制', '一次性告知制', '容缺受理制', '现场管理制', '帮办代办制']
    const photo = await photographed(organiser)
    for (const rule of rules.slice(0, 5))
      await write(organiser, 'adoption', 'adopt', {
        place: 'centre-370304108',
        clause: clauses.get(rule),
        photo,
      })
    const one = (await reportOf(organiser, 'wall')).get(CENTRE)!
    expect(one.map(({ names }) => names)).toEqual([['6 帮办代办制'], ['6 帮办代办制']])
    const last = await write(organiser, 'adoption', 'adopt', {
      place: 'centre-370304108',
      clause: clauses.get('帮办代办制'),
    })
    const two = (await reportOf(organiser, 'wall')).get(CENTRE)!
    expect(two.map(({ names }) => names)).toEqual([[], ['6 帮办代办制']])
    expect(codeOf(await actOn(organiser, 'adoption', last, 'renew', { photo: NOBODYS }))).toBe(
      'book-photo-unknown',
    )
    expect((await actOn(organiser, 'adoption', last, 'renew', { photo })).status).toBe(200)
    expect((await reportOf(organiser, 'wall')).get(CENTRE)!.map(({ standing }) => standing)).toEqual([
      'good',
      'good',
    ])
  })

  test('a director is offered the places of the own town alone', async () => {
    const offered = async (who: string) => {
      const book = bodyOf<{ begins: EntryAct[] }>(await (await stage.as(who)).call('GET', '/books/adoption'))
      return book.begins[0]!.choices!['place']!.map(({ label }) => label)
    }
    const own = await offered('director.shantou')
    expect(own).toContain('山头街道便民服务中心')
    expect(own).not.toContain(HALL)
    expect(await offered('organiser.approval-bureau')).toContain(HALL)
  })

  test('the photo of a wall is a picture of the file store, shown to whoever sees the entry and to nobody else', async () => {
    expect(codeOf(await send(organiser, Buffer.from('%PDF-1.7\n%%EOF\n'), 'wall.pdf'))).toBe(
      'file-type-not-allowed',
    )
    expect(codeOf(await send(organiser, png(), 'wall.jpg'))).toBe('file-type-not-allowed')
    const place = 'centre-370304112'
    const photo = await photographed(organiser, png(40, 30))
    const clause = clauses.get('首问负责制')
    const town = await stage.as('organiser.boshan')
    const boshans = { place: 'centre-370304113', clause, photo }
    expect(codeOf(await tryTo(town, 'adoption', 'adopt', boshans))).toBe('book-photo-unknown')
    const entry = await write(organiser, 'adoption', 'adopt', { place, clause, photo })
    const { record } = await storyOf('adoption', entry)
    const [url] = record.find(({ label }) => label === '上墙照片')!.photos!
    const shown = await organiser.call('GET', url!.slice('/api/v1'.length))
    expect([shown.status, shown.headers['content-type']]).toEqual([200, 'image/png'])
    expect(shown.headers['content-disposition']).toContain('inline')
    const { walls } = bodyOf<{ walls: object[] }>(await organiser.call('GET', `/ground/places/${place}`))
    expect(walls).toEqual([{ entry, title: '首问负责制', edition: 1, photo: url }])
    const elsewhere = await stage.as('director.shantou')
    expect(codeOf(await elsewhere.call('GET', url!.slice('/api/v1'.length)))).toBe('book-photo-unknown')
    const clerk = await stage.as('clerk.shantou')
    expect(codeOf(await clerk.call('GET', url!.slice('/api/v1'.length)))).toBe('book-not-found')
    // Handed in, it is kept; nobody's upload is swept a day later.
    const stray = await photographed(organiser, png(50, 30))
    const day = stage.clock.now()
    stage.clock.set('2026-03-18T01:30:00.000Z')
    organiser = await stage.as('organiser.approval-bureau')
    await stage.house.files.sweep(AREA)
    expect((await organiser.call('GET', url!.slice('/api/v1'.length))).status).toBe(200)
    const late = { place: 'centre-370304103', clause, photo: stray }
    expect(codeOf(await tryTo(organiser, 'adoption', 'adopt', late))).toBe('book-photo-not-clean')
    stage.clock.set(day)
    organiser = await stage.as('organiser.approval-bureau')
  })

  test('ORG-08/b each rule page shows live figures', async () => {
    const rule = async () => (await reportOf(organiser, 'rules')).get('一次性告知制')!
    const told = async (title: string) => (await rule()).find((line) => line.title === title)!.text
    expect((await rule()).map(({ title }) => title)).toEqual([
      '条文',
      '现行版本',
      '已落实',
      '有上墙照片',
      '最多跑一次率',
    ])
    const before = await told('已落实')
    await write(organiser, 'adoption', 'adopt', {
      place: 'centre-370304113',
      clause: clauses.get('一次性告知制'),
    })
    expect([before, await told('已落实')]).toEqual(['1/11（9.0%）', '2/11（18.1%）'])
    // The figure is the house's own count of the same days, and nobody can type another.
    interface Indicator {
      id: string
      numerator: number
      denominator: number
    }
    const watcher = await stage.as('supervisor')
    const { indicators } = bodyOf<{ indicators: Indicator[] }>(
      await watcher.call('GET', '/indicators?from=2026-01-01&to=2026-03-16'),
    )
    const own = indicators.find(({ id }) => id === 'one-visit-rate')!
    expect((await told('最多跑一次率')).split('（')[0]).toBe(`${own.numerator}/${own.denominator}`)
    expect(own.denominator).toBeGreaterThan(80)
  })
})

test('ORG-09 changing one institution’s process version or sign design makes it appear in the deviation list', async () => {
  const from = '2026-03-16'
  const basis = '博审服字〔2026〕6号'
  const set = (place: string, name: string, value: string) =>
    organiser.call('POST', `/ground/places/${place}/standard`, { name, value, from, basis })
  expect((await set('hall-370304', 'signDesign', '2026版标识')).status).toBe(200)
  expect((await set('hall-370304', 'processEdition', '第3版流程')).status).toBe(200)
  const listed = async () =>
    [...(await reportOf(organiser, 'five-unities')).keys()].filter(
      (name) => name.includes('八陡') || name.includes('源泉镇便民服务中心'),
    )
  expect(await listed()).toEqual([])
  expect((await set('centre-370304106', 'signDesign', '自制标识')).status).toBe(200)
  expect((await set('centre-370304111', 'processEdition', '第2版流程')).status).toBe(200)
  const rows = await reportOf(organiser, 'five-unities')
  expect(
    rows
      .get('八陡镇便民服务中心')!
      .filter(({ standing }) => standing === 'bad')
      .map(({ title, names }) => [title, names]),
  ).toEqual([['标识统一', ['这里是“自制标识”，同级是“2026版标识”']]])
  expect(
    rows
      .get('源泉镇便民服务中心')!
      .filter(({ standing }) => standing === 'bad')
      .map(({ title, names }) => [title, names]),
  ).toEqual([['流程统一', ['这里是“第2版流程”，同级是“第3版流程”']]])
  // Its stations inherit from the centre, and the list says so only of the institution that was changed.
  expect([...rows.keys()].filter((name) => name.includes('八陡'))).toEqual(['八陡镇便民服务中心'])
})

test('a clause that was repealed is adopted nowhere any more, and one that never was is unknown', async () => {
  const clause = clauses.get('容缺受理制')!
  const repeal = { document: '博审服字〔2026〕9号' }
  expect((await actOn(organiser, 'standard-clause', clause, 'repeal', repeal)).status).toBe(200)
  const adopt = (of: string) =>
    tryTo(organiser, 'adoption', 'adopt', { place: 'hall-370304', clause: of }).then(codeOf)
  expect([await adopt(clause), await adopt(NOBODYS)]).toEqual([
    'clause-not-in-force',
    'book-reference-unknown',
  ])
})
