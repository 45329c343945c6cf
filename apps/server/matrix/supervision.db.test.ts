import { beforeAll, describe, expect, test } from 'vitest'
import type {
  AlertView,
  AttemptView,
  IndicatorView,
  SupervisedCase,
} from '#capabilities/supervision/contract.ts'
import type { Signed } from '../testing/signed.ts'
import { CENTRE, later, startStage, VILLAGE, type Citizen, type Stage } from './stage.ts'

// Real: the server's routes, gate, procedures, worker and database. Numbers are counted by hand beside each filing.

const PERIOD = 'from=2026-03-01&to=2026-03-31'
const HALL = 'hall-370304'
const CHENGDONG = 'centre-370304001'

let stage: Stage
let supervisor: Signed
let owner: Citizen

beforeAll(async () => {
  stage = await startStage()
  owner = await stage.citizen()
  supervisor = await stage.as('supervisor')
}, 120_000)

async function indicator(id: string, query = PERIOD, who = supervisor): Promise<IndicatorView> {
  const reply = await who.call('GET', `/indicators?${query}`)
  expect([reply.status, reply.body]).toMatchObject([200, {}])
  const found = (reply.body as { indicators: IndicatorView[] }).indicators.find((each) => each.id === id)
  return found!
}

async function casesOf(id: string, query: string, who = supervisor): Promise<SupervisedCase[]> {
  const all: SupervisedCase[] = []
  let cursor = ''
  do {
    const path = `/indicators/${id}/cases?${query}&limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`
    const reply = await who.call('GET', path)
    expect(reply.status).toBe(200)
    const page = reply.body as { items: SupervisedCase[]; nextCursor?: string }
    all.push(...page.items)
    cursor = page.nextCursor ?? ''
  } while (cursor !== '')
  return all
}

const ITEM = 'temporary-assistance-small'

/** A case taken down at a window by the clerk of a place. */
async function atWindow(login: string, place: string, item = ITEM): Promise<string> {
  const clerk = await stage.as(login)
  const filing = { ...(await stage.filing(owner, item)), acceptPlace: place, region: VILLAGE, materials: [] }
  const reply = await clerk.call('POST', '/cases', filing)
  expect([reply.status, reply.body]).toMatchObject([200, {}])
  return (reply.body as { no: string }).no
}

async function press(login: string, no: string, act: string, input: unknown): Promise<void> {
  const reply = await (await stage.as(login)).call('POST', `/cases/${no}/acts/${act}`, { input })
  expect([login, act, reply.status, reply.body]).toMatchObject([login, act, 200, {}])
}

async function accept(no: string, login = 'clerk.shantou'): Promise<void> {
  const clerk = await stage.as(login)
  const { materials } = (await clerk.call('GET', `/cases/${no}`)).body as {
    materials: { id: string; necessity: string }[]
  }
  const checklist = materials.map(({ id, necessity }) => ({
    material: id,
    verdict: necessity === 'required' ? 'ok' : 'not-applicable',
  }))
  await press(login, no, 'accept', { checklist })
}

const review = (no: string) => press('reviewer.shantou', no, 'review', { opinion: 'grant', text: '符合条件' })
const grant = (no: string) => press('approver.shantou', no, 'grant', { conclusion: '准予。' })

async function on(day: string): Promise<void> {
  stage.clock.set(`${day}T01:30:00.000Z`)
  await stage.settle()
  // Sessions do not outlive a day.
  supervisor = await stage.as('supervisor')
  owner = await stage.citizen()
}

describe('POR-10 the online filing rate equals a hand count, per hall and item', () => {
  let online: string[]
  let windows: string[]

  beforeAll(async () => {
    // 山头: three online for one item and one for another, two at the window; 城东: one at the window.
    online = [
      await stage.file(owner),
      await stage.file(owner),
      await stage.file(owner),
      await stage.file(owner, 'elderly-allowance'),
    ]
    windows = [
      await atWindow('clerk.shantou', CENTRE),
      await atWindow('clerk.shantou', CENTRE, 'elderly-allowance'),
      await atWindow('clerk.chengdong', CHENGDONG),
    ]
    await stage.settle()
  }, 60_000)

  test('POR-10 of the area, of each place and of each item', async () => {
    expect(await indicator('online-filing-rate')).toMatchObject({ numerator: 4, denominator: 7 })
    const byPlace = await indicator('online-filing-rate', `${PERIOD}&by=place`)
    expect(byPlace.groups!.map(({ id, numerator, denominator }) => [id, numerator, denominator])).toEqual([
      [CHENGDONG, 0, 1],
      [CENTRE, 4, 6],
    ])
    const byItem = await indicator('online-filing-rate', `${PERIOD}&by=item`)
    expect(byItem.groups!.map(({ id, numerator, denominator }) => [id, numerator, denominator])).toEqual([
      ['elderly-allowance', 1, 2],
      [ITEM, 3, 5],
    ])
    const both = await indicator('online-filing-rate', `${PERIOD}&place=${CENTRE}&item=${ITEM}`)
    expect(both).toMatchObject({ numerator: 3, denominator: 4 })
    expect(await indicator('online-filing-rate', 'from=2026-02-01&to=2026-02-28')).toMatchObject({
      numerator: 0,
      denominator: 0,
    })
  })

  test('POR-10 the number opens to exactly its cases, page by page', async () => {
    const counted = await casesOf('online-filing-rate', `${PERIOD}&part=numerator`)
    const rest = await casesOf('online-filing-rate', `${PERIOD}&part=rest`)
    expect(counted.map(({ no }) => no).toSorted()).toEqual(online.toSorted())
    expect(rest.map(({ no }) => no).toSorted()).toEqual(windows.toSorted())
    const opened = await supervisor.call('GET', `/cases/${counted[0]!.no}`)
    expect(opened.status).toBe(200)
  })

  test('a director reads the own place alone, whatever is asked', async () => {
    const director = await stage.as('director.shantou')
    expect(await indicator('online-filing-rate', PERIOD, director)).toMatchObject({
      numerator: 4,
      denominator: 6,
    })
    const other = await director.call('GET', `/indicators?${PERIOD}&place=${CHENGDONG}`)
    expect([other.status, other.body]).toMatchObject([403, { code: 'place-out-of-sight' }])
    const list = await casesOf('online-filing-rate', PERIOD, director)
    expect(list).toHaveLength(6)
  })
})

describe('CAS-08 and CAS-09: limits over a public holiday', () => {
  let late: string
  let slow: string
  let good: string

  beforeAll(async () => {
    // 清明 2026: Saturday 4 to Monday 6 April are off. Ten working days from 31 March end on 15 April.
    await on('2026-03-31')
    for (const take of [
      (no: string) => (late = no),
      (no: string) => (slow = no),
      (no: string) => (good = no),
    ])
      take(await stage.file(owner, 'elderly-allowance'))
    for (const no of [late, slow, good]) await accept(no)
    await stage.settle()
  }, 60_000)

  const APRIL = 'from=2026-04-01&to=2026-04-30'

  test('CAS-08/a a case over a public holiday gets the right due date', async () => {
    const [line] = await casesOf(
      'step-overrun-rate',
      `from=2026-03-31&to=2026-03-31&part=all&place=${CENTRE}`,
    )
    expect(line!.promisedDue).toBe('2026-04-15')
    const { clocks } = (await supervisor.call('GET', `/cases/${late}/clocks`)).body as {
      clocks: { clock: string; day: string }[]
    }
    expect(clocks.find(({ clock }) => clock === 'promised')!.day).toBe('2026-04-15')
  })

  test('CAS-09/b a late review is flagged although the total is still in time', async () => {
    await on('2026-04-02')
    await review(good)
    await on('2026-04-03')
    await grant(good)
    // The review of six working days was due on 9 April.
    await on('2026-04-13')
    const overrunning = await indicator('step-overrun-rate', 'from=2026-03-31&to=2026-04-13')
    expect(overrunning).toMatchObject({ numerator: 2, denominator: 3 })
    await review(slow)
    await on('2026-04-14')
    await grant(slow)
    await stage.settle()
    const flagged = await casesOf('step-overrun-rate', 'from=2026-03-31&to=2026-04-14&part=numerator')
    expect(flagged.map(({ no }) => no).toSorted()).toEqual([late, slow].toSorted())
    expect(flagged.find(({ no }) => no === slow)).toMatchObject({
      standing: 'in-time',
      lateSteps: [{ step: '审查环节', dueDay: '2026-04-09', endDay: '2026-04-13' }],
    })
  })

  test('CAS-08/b going past the due date raises the overdue mark and counts in the rate', async () => {
    // Two were decided in time; the seven of 16 March count as accepted by law and wait overdue. On its last day a case is in time.
    await on('2026-04-15')
    expect(await indicator('on-time-rate', APRIL)).toMatchObject({ numerator: 2, denominator: 9 })
    await on('2026-04-16')
    expect(await indicator('on-time-rate', APRIL)).toMatchObject({ numerator: 2, denominator: 10 })
    const { items, counts } = (await supervisor.call('GET', '/alerts')).body as {
      items: AlertView[]
      counts: Record<string, number>
    }
    const mark = items.find(({ no }) => no === late)!
    expect(mark).toMatchObject({ level: 'yellow', standing: 'overdue', lateWorkingDays: 1 })
    expect(mark.reasons.map(({ title }) => title)).toContain('承诺时限')
    expect(counts['yellow']).toBe(items.filter(({ level }) => level === 'yellow').length)
    expect(mark).not.toHaveProperty('applicant')
    // Decided at last, it keeps its mark and stays in the rate.
    await review(late)
    await grant(late)
    await stage.settle()
    expect(await indicator('on-time-rate', APRIL)).toMatchObject({ numerator: 2, denominator: 10 })
    const missed = await casesOf('on-time-rate', `${APRIL}&part=rest`)
    expect(missed).toHaveLength(8)
    expect(missed.find(({ no }) => no === late)).toMatchObject({
      ...{ no: late, standing: 'overdue', lateWorkingDays: 1, decidedDay: '2026-04-16' },
    })
    // Each month speaks for itself: in March nothing was decided, and what was overdue then is overdue still.
    expect(await indicator('on-time-rate', PERIOD)).toMatchObject({ numerator: 0, denominator: 7 })
  })
})

describe('what people tried and may not', () => {
  const attempts = async (query = 'from=2026-04-01&to=2026-04-30') =>
    ((await supervisor.call('GET', `/attempts?${query}`)).body as { items: AttemptView[] }).items

  test('CAS-25 an act beyond one’s power is refused and appears in supervision as 越权 with user and time', async () => {
    const no = await stage.file(owner)
    await accept(no)
    await review(no)
    await stage.settle()
    const stranger = await stage.as('approver.boshan')
    const reply = await stranger.call('POST', `/cases/${no}/acts/grant`, { input: { conclusion: '准予。' } })
    expect([reply.status, reply.body]).toMatchObject([404, { code: 'case-not-found' }])
    await stage.settle()
    const [latest] = await attempts()
    expect(latest).toMatchObject({
      kind: 'beyond-power',
      kindText: '越权',
      no,
      action: 'grant',
      actionText: '准予',
      codeText: '不属于本岗位管辖的办件',
      body: '博山区博山镇人民政府',
    })
    expect(Date.parse(latest!.at)).toBe(Date.parse(stage.clock.now()))
    // The post in full, the person masked.
    const { title } = (await stage.as('approver.boshan')).session.posts[0]!
    expect(latest!.who).toContain(title)
    expect(latest!.who).toMatch(/^.\*/)
    expect(await indicator('beyond-power-attempts', 'from=2026-04-01&to=2026-04-30')).toMatchObject({
      numerator: 1,
      groups: [{ id: 'town-370304113', numerator: 1 }],
    })
  })

  test('CAS-25 a town’s officer who uses a power of the district’s is refused and named in the same list', async () => {
    stage.clock.set(later(stage.clock.now(), 60))
    const no = await atWindow('clerk.chengdong', CHENGDONG, 'legal-aid')
    await accept(no, 'clerk.chengdong')
    await press('reviewer.justice', no, 'review', { opinion: 'grant', text: '符合条件' })
    await press('approver.justice', no, 'grant', { conclusion: '准予。' })
    const clerk = await stage.as('clerk.chengdong')
    const reply = await clerk.call('POST', `/cases/${no}/acts/seal`, { input: {} })
    expect([reply.status, reply.body]).toMatchObject([403, { code: 'power-none' }])
    await stage.settle()
    const [latest] = await attempts()
    expect(latest).toMatchObject({
      ...{ kindText: '越权', no, itemName: '法律援助申请审批', actionText: '签章发文' },
      codeText: '本机构没有这项权力',
    })
  })

  test('CAS-24 a town’s upward transfer of a decision is blocked, on record as 上推, and counts against the town', async () => {
    const no = await stage.file(owner)
    await accept(no)
    await review(no)
    const approver = await stage.as('approver.shantou')
    const input = { to: 'civil-affairs', reason: '请上级决定' }
    for (let pressed = 0; pressed < 2; pressed++) {
      const reply = await approver.call(
        'POST',
        `/cases/${no}/acts/transfer-up`,
        { input },
        {
          'idempotency-key': 'push-it-up-1',
        },
      )
      expect([reply.status, reply.body]).toMatchObject([409, { code: 'no-upward-transfer' }])
    }
    const clerk = await stage.as('clerk.shantou')
    expect((await clerk.call('POST', `/cases/${no}/acts/transfer-up`, { input })).body).toMatchObject({
      code: 'no-upward-transfer',
    })
    await stage.settle()
    const { summary } = (await approver.call('GET', `/cases/${no}`)).body as {
      summary: { state: string; decidingBody: string }
    }
    expect(summary.state).toBe('reviewed')
    const tried = await attempts('from=2026-04-01&to=2026-04-30&kind=upward')
    expect(tried.map(({ kindText, no: of }) => [kindText, of])).toEqual([
      ['上推', no],
      ['上推', no],
    ])
    expect(await indicator('upward-attempts', 'from=2026-04-01&to=2026-04-30')).toMatchObject({
      numerator: 2,
      groups: [{ id: 'town-370304004', numerator: 2 }],
    })
  })

  test('the list goes on page by page without losing or repeating a line', async () => {
    const seen: string[] = []
    let cursor = ''
    do {
      const path = `/attempts?from=2026-04-01&to=2026-04-30&limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`
      const page = (await supervisor.call('GET', path)).body as { items: AttemptView[]; nextCursor?: string }
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? ''
    } while (cursor !== '')
    expect(seen).toEqual((await attempts()).map(({ id }) => id))
    expect(seen).toHaveLength(4)
  })
})

test('CAS-10/b an on-the-spot matter left open when its visit ends lowers the immediate rate, with a reason or without', async () => {
  await on('2026-05-11')
  const CARD = 'senior-preferential-card'
  const MAY = 'from=2026-05-01&to=2026-05-31'
  const [finished, explained, silent] = [
    await atWindow('clerk.shantou', CENTRE, CARD),
    await atWindow('clerk.shantou', CENTRE, CARD),
    await atWindow('clerk.shantou', CENTRE, CARD),
  ]
  await accept(finished)
  await grant(finished)
  const reason = { code: 'papers-missing', text: '户口本没有带来' }
  await press('clerk.shantou', explained, 'leave-open', reason)
  await stage.settle()
  // An online application of the same item is no visit.
  await stage.file(owner, CARD)
  await on('2026-05-12')
  expect(await indicator('on-the-spot-rate', MAY)).toMatchObject({ numerator: 1, denominator: 3 })
  expect(await casesOf('on-the-spot-rate', `${MAY}&part=numerator`)).toMatchObject([{ no: finished }])
  const rest = await casesOf('on-the-spot-rate', `${MAY}&part=rest`)
  expect(new Map(rest.map(({ no, leftOpen }) => [no, leftOpen]))).toEqual(
    new Map([
      [explained, '材料不齐'],
      [silent, '未说明原因'],
    ]),
  )
})

test('EVA-01/c a centre without ratings in the period is listed, and one rating takes it off the list', async () => {
  const before = await indicator('rated-centre-rate', 'from=2026-05-01&to=2026-05-31')
  expect(before.numerator).toBe(0)
  expect(before.listed!.map(({ id }) => id)).toContain(CENTRE)
  expect(before.listed!.map(({ id }) => id)).toContain(HALL)
  const no = await stage.file(owner)
  await accept(no)
  await review(no)
  await grant(no)
  await press('issuer.shantou', no, 'seal', {})
  await stage.settle()
  const { summary } = (await owner.call('GET', `/cases/${no}`)).body as { summary: { state: string } }
  if (summary.state !== 'closed')
    await press('clerk.shantou', no, 'deliver-at-window', {
      receiver: '测试',
      relation: 'self',
      identified: '身份证',
    })
  await stage.settle()
  const page = await owner.walker.get(`/my/cases/${no}/rating`)
  expect(page.status).toBe(200)
  const csrf = /name="csrf" value="([^"]+)"/.exec(page.html)![1]!
  const given = await owner.walker.post(`/my/cases/${no}/rating`, { csrf, stars: '5' })
  expect(given.status).toBe(303)
  const after = await indicator('rated-centre-rate', 'from=2026-05-01&to=2026-05-31')
  expect(after.numerator).toBe(1)
  expect(after.listed!.map(({ id }) => id)).not.toContain(CENTRE)
  expect(after.listed).toHaveLength(before.listed!.length - 1)
}, 60_000)

test('the same lists come as files a spreadsheet opens', async () => {
  const reply = await supervisor.call('GET', `/indicators/export?${PERIOD}`)
  expect(reply.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': expect.stringMatching(/^attachment; filename="[\w.-]+\.csv"$/),
  })
  const text = reply.body as string
  expect(text.startsWith('\uFEFF指标,场所,')).toBe(true)
  expect(text.split('\r\n').find((line) => line.startsWith('网上申报率,全区,'))).toMatch(
    /^网上申报率,全区,\d+,\d+,/,
  )
  for (const path of [
    `/indicators/on-time-rate/cases/export?from=2026-04-01&to=2026-04-30`,
    '/alerts/export',
    '/attempts/export?from=2026-04-01&to=2026-04-30',
  ]) {
    const file = await supervisor.call('GET', path)
    expect([path, file.status, (file.body as string).split('\r\n').length > 2]).toEqual([path, 200, true])
  }
})

test.each([
  ['/indicators?from=2026-04-02&to=2026-04-01', 409, 'period-invalid'],
  ['/indicators?from=2020-01-01&to=2026-04-01', 409, 'period-invalid'],
  ['/indicators?from=2026-02-30&to=2026-04-01', 400, 'input-invalid'],
  ['/indicators?from=0000-01-01&to=0000-01-02', 400, 'input-invalid'],
  ['/indicators?place=%00', 400, 'input-invalid'],
  ['/attempts?cursor=%00', 400, 'input-invalid'],
  ['/indicators/nothing/cases', 404, 'indicator-not-found'],
  ['/indicators/upward-attempts/cases', 404, 'indicator-not-found'],
])('%s is refused: %s %s', async (path, status, code) => {
  const reply = await supervisor.call('GET', path)
  expect([reply.status, reply.body]).toMatchObject([status, { code }])
})
