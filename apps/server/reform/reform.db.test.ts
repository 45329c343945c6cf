import { beforeAll, describe, expect, test } from 'vitest'
import { postsMoved } from '#capabilities/organisation/index.ts'
import { appointPost, savePeople } from '#capabilities/staff/index.ts'
import { newId } from '#platform/id.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { Signed } from '../testing/signed.ts'
import { AREA, startStage, type Stage } from '../matrix/stage.ts'
import { actOn, bodyOf, codeOf, reportOf, tryTo, write } from './at-the-books.ts'

// Real: database, pack, routes, sessions, due jobs. Moved by hand: the clock (2026-03-16).
let stage: Stage
let organiser: Signed
beforeAll(async () => {
  stage = await startStage()
  organiser = await stage.as('organiser.approval-bureau')
}, 120_000)

const document = '博政办字〔2026〕8号'
const SHANTOU = 'town-370304004'

describe('ORG-10 moved under the centre', () => {
  /** A desk that the bureau keeps at the centre of 山头街道; the hall's director is the bureau's and looks after it. */
  async function deskOfTheBureau(): Promise<string> {
    const { house } = stage
    await savePeople(house.db, [{ id: 'person-moved-desk', name: '演示派驻01' }])
    const asking = {
      actor: { kind: 'system', job: 'test' } as const,
      at: stage.clock.now(),
      requestId: newId(),
    }
    const desk = {
      ...{
        id: 'post-moved-desk',
        person: 'person-moved-desk',
        title: '审批局派驻岗',
        roles: ['reviewer' as const],
      },
      ...{ place: 'centre-370304004', body: 'approval-bureau', window: null, validFrom: '2020-05-14' },
    }
    const done = await appointPost({ db: house.db, ledger: house.ledger }, AREA, desk, asking)
    if (isRefusal(done)) throw new Error(done.code)
    return desk.id
  }

  test('ORG-10 after the transfer date the former unit’s account can no longer edit the moved post’s roster', async () => {
    const post = await deskOfTheBureau()
    let director = await stage.as('director.hall')
    const away = (from: string) => ({ from, to: from, kind: 'leave' })
    const roster = `/duty/${post}/absences`
    expect((await director.call('POST', roster, away('2026-03-17'))).status).toBe(200)
    const moved = {
      kind: 'people',
      post,
      from: 'approval-bureau',
      to: SHANTOU,
      at: 'centre-370304004',
      on: '2026-03-18',
      document,
    }
    const entry = await write(organiser, 'transfer', 'agree', moved)
    expect(codeOf(await tryTo(organiser, 'transfer', 'agree', moved))).toBe('book-entry-exists')
    // Up to the day before, it is the department's.
    expect((await director.call('POST', roster, away('2026-03-20'))).status).toBe(200)

    stage.clock.set('2026-03-18T01:30:00.000Z')
    await stage.settle()
    director = await stage.as('director.hall')
    organiser = await stage.as('organiser.approval-bureau')
    const late = await director.call('POST', roster, away('2026-03-23'))
    expect(late.body).toMatchObject({ code: 'duty-moved-away', basis: 'BS-2.4-05', facts: { to: SHANTOU } })
    const centre = await stage.as('director.shantou')
    expect((await centre.call('POST', roster, away('2026-03-23'))).status).toBe(200)
    const seen = bodyOf<{ posts: { post: string }[] }>(await director.call('GET', '/duty'))
    expect(seen.posts.map((each) => each.post)).not.toContain(post)

    const back = await actOn(organiser, 'transfer', entry, 'give-back', {
      document,
      reason: '派驻结束，回原单位',
    })
    expect(back.status).toBe(200)
    expect((await director.call('POST', roster, away('2026-03-24'))).status).toBe(200)
  })
})

test('a transfer moves what its kind names: a post named beside a device stays with its unit', async () => {
  const device = { kind: 'equipment', what: '高拍仪1台', post: 'post-370304-clerk-boshan', on: '2026-03-16' }
  const units = { from: 'civil-affairs', to: 'health', at: 'hall-370304', document: '测试文件〔2026〕5号' }
  const entry = await write(organiser, 'transfer', 'agree', { ...device, ...units })
  const moved = await postsMoved(stage.house.db, AREA, '2026-12-31')
  expect([...moved.keys()]).not.toContain(device.post)
  await actOn(organiser, 'transfer', entry, 'give-back', {
    document: '测试文件〔2026〕6号',
    reason: '测试退回设备',
  })
})

test('a transfer has to say what is moved, and to somebody else', async () => {
  const wish = {
    kind: 'equipment',
    from: 'health',
    to: SHANTOU,
    at: 'centre-370304004',
    on: '2026-03-18',
    document,
  }
  expect(codeOf(await tryTo(organiser, 'transfer', 'agree', wish))).toBe('transfer-of-nothing')
  expect(
    codeOf(await tryTo(organiser, 'transfer', 'agree', { ...wish, what: '高拍仪1台', to: 'health' })),
  ).toBe('transfer-to-itself')
  const town = await stage.as('organiser.boshan')
  expect(codeOf(await tryTo(town, 'transfer', 'agree', { ...wish, what: '高拍仪1台' }))).toBe('outside-duty')
})

test('ORG-11 an office is created under a pilot town and takes over its items and staff with dates', async () => {
  const office = {
    name: '博山镇审批服务所',
    shortName: '博山镇审批服务所',
    from: '2026-03-16',
    basis: document,
  }
  const elsewhere = await organiser.call('POST', '/ground/offices', { ...office, town: SHANTOU })
  expect(elsewhere.body).toMatchObject({ code: 'office-not-pilot', basis: 'BS-3.3-01' })
  const founded = await organiser.call('POST', '/ground/offices', { ...office, town: 'town-370304113' })
  expect(founded.status).toBe(200)
  expect(codeOf(await organiser.call('POST', '/ground/offices', { ...office, town: 'town-370304113' }))).toBe(
    'office-founded',
  )
  const moved = {
    from: 'town-370304113',
    to: 'office-370304113',
    at: 'centre-370304113',
    on: '2026-03-20',
    document,
  }
  const item = await write(organiser, 'transfer', 'agree', {
    ...moved,
    kind: 'items',
    item: 'temporary-assistance-small',
  })
  await write(organiser, 'transfer', 'agree', { ...moved, kind: 'people', post: 'post-370304-clerk-boshan' })
  await write(organiser, 'transfer', 'agree', { ...moved, kind: 'equipment', what: '自助终端1台' })
  const lines = (await reportOf(organiser, 'offices')).get('博山镇审批服务所')!
  expect(lines.map(({ title, text, names }) => [title, text, ...names])).toEqual([
    ['成立', '2026-03-16，博山镇政府'],
    ['人员', '1项', expect.stringMatching(/^博山镇.*（2026-03-20起）$/)],
    ['职能', '没有划入'],
    ['设备', '1项', '自助终端1台（2026-03-20起）'],
    ['事项', '1项', '临时救助金给付（小额，委托镇、街道审批）（2026-03-20起）'],
  ])
  // What runs stays where it is until it is handed over by an act with its list; what comes in on the day goes to the office at once.
  stage.clock.set('2026-03-19T15:50:00.000Z')
  const resident = await stage.citizen()
  const filed = async () => {
    const filing = await stage.filing(resident)
    const reply = await resident.call('POST', '/cases', {
      ...{ ...filing, acceptPlace: 'centre-370304113', region: '370304113203' },
    })
    expect([reply.status, codeOf(reply)]).toEqual([200, undefined])
    return bodyOf<{ no: string }>(reply).no
  }
  const handling = async (no: string) => {
    const { parts } = bodyOf<{ parts: { key: string; facts?: { text: string }[] }[] }>(
      await resident.call('GET', `/cases/${no}`),
    )
    return parts.find(({ key }) => key === 'handling')?.facts?.map(({ text }) => text)
  }
  const running = await filed()
  expect(await handling(running)).toBeUndefined()
  // A quarter of an hour later it is the day.
  stage.clock.set('2026-03-19T16:05:00.000Z')
  await stage.settle()
  organiser = await stage.as('organiser.approval-bureau')
  const fresh = await filed()
  expect(await handling(fresh)).toEqual([
    ...[
      '博山镇审批服务所',
      '博山镇便民服务中心',
      expect.stringMatching(/^0533-/),
      expect.stringContaining('没有变化'),
    ],
  ])
  expect(await handling(running)).toBeUndefined()
  const over = await actOn(organiser, 'transfer', item, 'hand-over', { document: '移交清单2026-1号' })
  expect(over.status).toBe(200)
  await stage.settle()
  expect((await handling(running))?.[0]).toBe('博山镇审批服务所')
  const entry = bodyOf<{ record: { label: string; text: string }[]; allowed: { act: string }[] }>(
    await organiser.call('GET', `/books/transfer/entries/${item}`),
  )
  expect(entry.record.find(({ label }) => label === '移交的在办件')?.text).toBe(running)
  expect(entry.allowed.map(({ act }) => act)).not.toContain('hand-over')
  // The organ that decides has not changed, and whoever applied is told whom to ask.
  const [row] = await stage.house.db.query<{ body: string }>(
    'SELECT deciding_body AS body FROM cases.case_view WHERE area_code = $1 AND no = $2',
    [AREA, running],
  )
  expect(row).toEqual({ body: 'town-370304113' })
  const inbox = await resident.walker.get('/my/messages')
  expect(inbox.html).toContain('承办单位变了')
  expect(inbox.html).toContain('现在由博山镇审批服务所承办')
  // The town's government is still the town's government.
  expect((await stage.house.organisation.townBody(AREA, '370304113205', '2026-03-20'))?.id).toBe(
    'town-370304113',
  )
})

test('ORG-12 charging a hired officer to the district is refused, and the town’s own bill is taken', async () => {
  const cost = {
    kind: 'contract-officer',
    place: 'centre-370304004',
    day: '2026-03-16',
    yuan: 42_000,
    evidence: '劳务合同2026-3',
  }
  const refused = await tryTo(organiser, 'cost', 'book', { ...cost, payer: 'approval-bureau' })
  expect(refused.body).toMatchObject({
    code: 'cost-not-theirs',
    basis: 'BS-3.2-05',
    facts: { should: 'town' },
  })
  await write(organiser, 'cost', 'book', { ...cost, payer: SHANTOU })
  const lines = (await reportOf(organiser, 'costs')).get('山头街道便民服务中心')!
  expect(lines.map(({ title, text }) => [title, text])).toEqual([
    ['合计', '42,000元，1笔'],
    ['山头街道办事处承担', '42,000元'],
    ['利用原有资源', '0笔'],
  ])
})

test('ORG-14 net quota change per town is computed from dated records', async () => {
  const change = { kind: 'institution', town: SHANTOU, document }
  await write(organiser, 'quota', 'decide-quota', {
    ...change,
    direction: 'more',
    count: 5,
    on: '2026-02-01',
  })
  await write(organiser, 'quota', 'decide-quota', {
    ...change,
    direction: 'less',
    count: 2,
    on: '2026-03-01',
  })
  await write(organiser, 'quota', 'decide-quota', {
    ...change,
    direction: 'more',
    count: 3,
    on: '2026-04-01',
  })
  const net = async () => (await reportOf(organiser, 'quotas')).get('山头街道办事处')![0]!
  expect([(await net()).text, (await net()).names]).toEqual(['+3', ['事业编制增加5', '事业编制减少2']])
  const before = stage.clock.now()
  stage.clock.set('2026-04-01T01:30:00.000Z')
  await stage.settle()
  organiser = await stage.as('organiser.approval-bureau')
  expect((await net()).text).toBe('+6')
  stage.clock.set(before)
  organiser = await stage.as('organiser.approval-bureau')
  expect(
    codeOf(
      await tryTo(organiser, 'quota', 'decide-quota', {
        ...change,
        town: 'health',
        direction: 'more',
        count: 1,
        on: '2026-03-01',
      }),
    ),
  ).toBe('quota-not-a-town')
})

describe('with a case of 山头街道', () => {
  beforeAll(async () => {
    await stage.file(await stage.citizen())
    await stage.settle()
  })

  test('ORG-13 the board shows each town’s four states, each proven by data', async () => {
    const board = await reportOf(organiser, 'four-reforms')
    expect(board.size).toBe(10)
    const states = async () =>
      (await reportOf(organiser, 'four-reforms')).get('山头街道办事处')!.map(({ standing }) => standing)
    expect(
      [...board.values()].every(
        (lines) => lines.map(({ title }) => title).join() === '集中管理,一窗通办,自助服务,一枚印章管审批服务',
      ),
    ).toBe(true)
    expect(await states()).toEqual(['bad', 'good', 'bad', 'bad'])
    const moved = { from: 'health', to: SHANTOU, at: 'centre-370304004', on: '2026-03-01', document }
    await write(organiser, 'transfer', 'agree', {
      ...moved,
      kind: 'people',
      post: 'post-370304-reviewer-veterans',
    })
    await write(organiser, 'transfer', 'agree', {
      ...moved,
      kind: 'items',
      item: 'temporary-assistance-small',
    })
    await write(organiser, 'cost', 'book', {
      ...{
        kind: 'kiosk',
        payer: SHANTOU,
        place: 'centre-370304004',
        day: '2026-03-10',
        yuan: 18_000,
        quantity: 1,
        evidence: '发票001',
      },
    })
    expect(await states()).toEqual(['good', 'good', 'good', 'bad'])
    expect(board.get('八陡镇政府')!.map(({ standing }) => standing)).toEqual(['bad', 'bad', 'bad', 'bad'])
  })

  test('ORG-16 the indicator falls when a case is recorded at another town office', async () => {
    const share = async () => (await reportOf(organiser, 'centre-share')).get('山头街道办事处')!
    expect((await share())[0]!.text).toBe('1/1（100.0%）')
    const away = {
      town: SHANTOU,
      office: '街道农业办公室',
      item: 'grain-subsidy',
      day: '2026-03-16',
      count: 1,
      reason: '系统还没有接通',
    }
    await write(organiser, 'handled-elsewhere', 'note', away)
    const after = await share()
    expect([after[0]!.standing, after[0]!.text, after[0]!.names]).toEqual([
      'bad',
      '1/2（50.0%）',
      [expect.stringContaining('（街道农业办公室，1件）')],
    ])
  })

  test('ORG-17 a place with a listed item never used in the period shows below 100%', async () => {
    const of = async (query = '') =>
      (await reportOf(organiser, 'able-and-done', query)).get('山头街道便民服务中心')!
    const [able, done] = await of()
    const [used, listed] = able!.text.split('（')[0]!.split('/').map(Number)
    expect([able!.standing, used, able!.names.length]).toEqual(['bad', 1, listed! - 1])
    expect(able!.names).not.toContain('临时救助金给付（小额，委托镇、街道审批）')
    expect(done!.text).toBe('这段时间没有受理过')
    expect((await of('?from=2026-01-01&to=2026-01-31'))[0]!.text.startsWith('0/')).toBe(true)
  })
})

test('PRG-05 a vacant chair and a missing town mechanism are flagged', async () => {
  const group = {
    sort: 'task-force',
    unit: 'district-government',
    name: '基层政务服务改革专班',
    chairPost: '副区长',
    chair: '演示领导01',
    members: ['approval-bureau'],
    since: '2026-03-01',
  }
  const id = await write(organiser, 'task-force', 'form', group)
  const of = async (name: string) => (await reportOf(organiser, 'promotion')).get(name)![0]!
  expect((await of('区政府')).standing).toBe('good')
  expect((await actOn(organiser, 'task-force', id, 'change-chair', { chairPost: '副区长' })).status).toBe(200)
  expect([(await of('区政府')).standing, (await of('区政府')).names]).toEqual([
    'bad',
    ['基层政务服务改革专班：组长空缺'],
  ])
  expect([(await of('山头街道办事处')).standing, (await of('山头街道办事处')).text]).toEqual([
    'bad',
    '还没有建立',
  ])
  await write(organiser, 'task-force', 'form', {
    ...group,
    sort: 'mechanism',
    unit: SHANTOU,
    name: '山头街道推进机制',
    chairPost: '街道主任',
  })
  expect((await of('山头街道办事处')).standing).toBe('good')
})

test('a report goes out as a file, and a director reads the own place', async () => {
  const file = await organiser.call('GET', '/reform-reports/quotas/export')
  expect(String(file.body).split('\r\n')[0]).toContain('镇（街道）,条件,结论,情况,具体是')
  const director = await stage.as('director.shantou')
  expect([...(await reportOf(director, 'wall')).keys()]).toEqual(['山头街道便民服务中心'])
  const clerk = await stage.as('clerk.shantou')
  expect(codeOf(await clerk.call('GET', '/reform-reports/wall'))).toBe('forbidden')
  expect(codeOf(await organiser.call('GET', '/reform-reports/wall?from=2026-05-01&to=2026-01-01'))).toBe(
    'period-invalid',
  )
})
