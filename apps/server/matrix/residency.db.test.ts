import { beforeAll, describe, expect, test } from 'vitest'
import { allInOrder, does, handIn } from '../testing/at-window.ts'
import { demoPerson } from '../demo/people.ts'
import { startHouse, type TestHouse } from '../testing/house.ts'
import type { Reply, Signed } from '../testing/signed.ts'

// Real: database, the pack of 博山, routes as the server answers them, sessions, worker. Moved by hand: the clock.
let house: TestHouse
const signed = new Map<string, Promise<Signed>>()
/** Sessions end when the clock moves. */
const as = (login: string): Promise<Signed> => {
  if (!signed.has(login)) signed.set(login, house.as(login))
  return signed.get(login)!
}
async function moveTo(day: string): Promise<void> {
  house.clock.set(`${day}T01:00:00.000Z`)
  signed.clear()
  await house.settle()
}
beforeAll(async () => {
  house = await startHouse({ at: '2026-11-23T01:00:00.000Z' })
}, 120_000)

const codeOf = ({ body }: Reply) => (body as { code?: string }).code ?? 'done'
const bodyOf = <T>({ body }: Reply) => body as T
const get = async <T>(who: string, path: string) => bodyOf<T>(await (await as(who)).call('GET', path))
const post = async (who: string, path: string, body: object) => (await as(who)).call('POST', path, body)
const begin = (who: string, book: string, act: string, input: object) =>
  post(who, `/books/${book}/begin/${act}`, { input })
const act = async (who: string, book: string, id: string, name: string, input: object = {}) =>
  codeOf(await post(who, `/books/${book}/entries/${id}/acts/${name}`, { input }))
const opened = async (reply: Promise<Reply>): Promise<string> => {
  const { status, body } = await reply
  if (status !== 200) throw new Error(JSON.stringify(body))
  return (body as { id: string }).id
}

interface Rate {
  key: string
  of: number
  resident: number
  missing: number
  excepted: number
  rateText: string
}
interface View {
  total: Rate
  byType: Rate[]
  byDomain: Rate[]
  gaps: {
    item: string
    standing: string
    lacking: { place: string; why: string }[]
    exception?: string
    remedies: { path: string }[]
  }[]
}
const residency = () => get<View>('supervisor', '/residency')
const gapOf = async (item: string) => (await residency()).gaps.find((gap) => gap.item === item)

/** Decided by the civil affairs bureau, taken in at the district's hall. */
const ITEM = 'adoption-registration'
const HALL = 'hall-370304'

interface PowerRow {
  id: string
  body: string
  powers: string[]
  standing: string
}
const hallPower = async (item: string) => {
  const { items } = await get<{ items: PowerRow[] }>(
    'registrar.approval-bureau',
    `/powers?q=${item}&body=approval-bureau`,
  )
  return items.find(({ powers, standing }) => powers.includes('accept') && standing === 'in-force')
}
const takenBack = async (item: string) => {
  const power = await hallPower(item)
  const document = { title: '关于收回受理权的决定', number: '博政字〔2026〕21号', on: '2026-11-23' }
  const wish = { on: '2026-11-23', document, reason: '大厅窗口调整' }
  return codeOf(await post('registrar.approval-bureau', `/powers/${power!.id}/take-back`, wish))
}

describe('residency (应进必进)', () => {
  test('CAT-03 an item that no window may take in and that nobody excepted is in the gap list and lowers the rate', async () => {
    const before = await residency()
    expect(before.gaps.map(({ item }) => item)).not.toContain(ITEM)
    expect(await takenBack(ITEM)).toBe('done')
    const after = await residency()
    const gap = after.gaps.find(({ item }) => item === ITEM)!
    expect(gap).toMatchObject({
      standing: 'missing',
      lacking: [{ why: '窗口没有受理权（没有登记或者已经到期）' }],
    })
    expect(gap.remedies.map(({ path }) => path)).toContain('/books/residency-exception')
    expect(after.total).toMatchObject({
      of: before.total.of,
      resident: before.total.resident - 1,
      missing: before.total.missing + 1,
    })
    expect(Number.parseFloat(after.total.rateText)).toBeLessThan(Number.parseFloat(before.total.rateText))
    const domain = (view: View) => view.byDomain.find(({ key }) => key === 'civil-affairs')!
    expect(domain(after).resident).toBe(domain(before).resident - 1)

    // Excepted by another hand, with ground and end, it leaves the denominator and stays on the list.
    const wish = {
      ...{
        item: ITEM,
        ground: 'at-the-door',
        reason: '由区民政局工作人员上门勘验并当场受理',
        to: '2026-12-31',
      },
      evidence: '区民政局服务方案',
    }
    const id = await opened(begin('items.approval-bureau', 'residency-exception', 'ask', wish))
    expect((await gapOf(ITEM))!.standing).toBe('missing')
    const approval = { approvalNo: '博审服批〔2026〕2号' }
    expect(await act('items.approval-bureau', 'residency-exception', id, 'approve', approval)).toBe(
      'book-own-hand',
    )
    expect(
      await act('items.approval-bureau', 'residency-exception', id, 'refuse', { reason: '请民政局申报' }),
    ).toBe('done')
    const again = await opened(begin('author.civil-affairs', 'residency-exception', 'ask', wish))
    expect(await act('items.approval-bureau', 'residency-exception', again, 'approve', approval)).toBe('done')
    const excepted = await residency()
    expect(excepted.total).toMatchObject({ of: before.total.of - 1, missing: before.total.missing })
    expect(excepted.gaps.find(({ item }) => item === ITEM)).toMatchObject({ standing: 'excepted' })
    expect((await gapOf(ITEM))!.exception).toContain('博审服批〔2026〕2号')

    const file = await (await as('supervisor')).call('GET', '/residency/export?list=gaps')
    expect(String(file.body)).toContain('可以直接上门服务')

    // Once its last day is over it is missing again.
    await moveTo('2027-01-01')
    expect((await gapOf(ITEM))!.standing).toBe('missing')
  })

  test('a past end is refused, and a ground that the plan closes is', async () => {
    const wish = { item: ITEM, ground: 'security', reason: '涉及国家安全，不宜公开', evidence: '函' }
    const ask = (to: string) => begin('author.civil-affairs', 'residency-exception', 'ask', { ...wish, to })
    expect(codeOf(await ask('2026-12-31'))).toBe('residency-exception-past')
  })
})

interface Units {
  of: number
  in: number
  rateText: string
  units: { unit: string; inHall: boolean; entrusted: number; windows: string[] }[]
}
const units = () => get<Units>('supervisor', '/residency/units')

const unit = async (id: string) => (await units()).units.find((each) => each.unit === id)!

describe('units in the hall (单位进厅)', () => {
  test('CAT-04 a window closed until further notice is none any more; one that opens again on a day still is', async () => {
    const before = await residency()
    const [only] = (await unit('veterans')).windows
    const halls = await house.house.organisation.windowsOfPlaces('370304', [HALL], '2027-01-01')
    const window = halls.find(({ name }) => only!.endsWith(name))!.id
    const paused = (more: object) =>
      opened(
        begin('director.hall', 'window-pause', 'pause', {
          ...{ window, from: '2027-01-01', reason: '窗口设备检修', instead: '到综合窗口办理', ...more },
        }),
      )
    const resume = (id: string) => act('director.hall', 'window-pause', id, 'resume', { reason: '检修完毕' })
    const short = await paused({ to: '2027-01-02' })
    expect((await unit('veterans')).inHall).toBe(true)
    expect(await resume(short)).toBe('done')
    const long = await paused({})
    expect(await unit('veterans')).toMatchObject({ inHall: false, windows: [] })
    expect((await residency()).total.of).toBe(before.total.of)
    expect(await resume(long)).toBe('done')
    expect((await unit('veterans')).inHall).toBe(true)
  })

  test('CAT-04 closing a unit’s only window drops the rate; an agreement for all it has brings it back', async () => {
    const before = await units()
    const veterans = before.units.find(({ unit }) => unit === 'veterans')!
    expect(veterans.inHall).toBe(true)
    expect(veterans.windows).toHaveLength(1)
    const ended = await post('admin.security', '/posts/post-370304-issuer-veterans/end', {
      reason: '转岗到后台审批',
    })
    expect(codeOf(ended)).toBe('done')
    await moveTo('2027-01-04')
    const after = await units()
    expect(after).toMatchObject({ of: before.of, in: before.in - 1 })
    expect(after.units[0]).toMatchObject({ unit: 'veterans', inHall: false })

    const items = (await house.house.catalogue.itemsInForce('370304', '2027-01-04'))
      .map(({ item }) => item)
      .filter(({ decidingBody }) => decidingBody.body === 'veterans')
      .map(({ id }) => id)
    await agreed(
      { ...AGREEMENT, department: 'veterans', items, documentNo: '博审服协〔2027〕2号' },
      'head.veterans',
    )
    await house.settle()
    expect(await units()).toMatchObject({ in: before.in })
  })
})

const AGREEMENT = {
  ...{ department: 'civil-affairs', centre: HALL, items: [ITEM], scope: 'accept-and-deliver' },
  ...{ from: '2027-01-04', to: '2027-01-29', title: '事项委托协议', documentNo: '博审服协〔2027〕1号' },
  ...{ announcedOn: '2027-01-04', announcedWhere: '区政府网站' },
}

async function agreed(wish: object, head = 'head.civil-affairs'): Promise<string> {
  const id = await opened(begin('registrar.approval-bureau', 'entrustment-agreement', 'draft', wish))
  expect(await act(head, 'entrustment-agreement', id, 'agree')).toBe('done')
  expect(await act('director.hall', 'entrustment-agreement', id, 'sign')).toBe('done')
  return id
}

describe('entrustment agreements (事项委托协议)', () => {
  test('CAT-05/a, CAT-05/b under a valid agreement centre staff accept and deliver and the department decides; expiry blocks acceptance', async () => {
    const clerk = () => as('clerk.hall')
    const { item } = (await house.house.catalogue.itemInForce('370304', ITEM, '2027-01-04'))!
    const brought = async (no: number) =>
      handIn(house, await clerk(), {
        item: ITEM,
        person: demoPerson(no),
        place: HALL,
        region: '370304004207',
      })
    const accept = async (no: string) => does(await clerk(), no, 'accept', { checklist: allInOrder(item) })
    // Its power was taken back in November: nobody at the hall may accept it.
    const first = await brought(1)
    expect(await accept(first)).toContain('power-taken-back')

    const id = await agreed(AGREEMENT)
    await house.settle()
    expect(await accept(first)).toBe('accepted')
    expect(await act('clerk.hall', 'entrustment-agreement', id, 'sign')).not.toBe('done')
    const power = (await hallPower(ITEM))!
    expect(power.powers).toEqual(['accept'])

    // The department decides; the centre cannot.
    const review = { opinion: 'grant', text: '材料齐全，符合条件。' }
    expect(await does(await as('reviewer.approval-bureau'), first, 'review', review)).toMatch(/40[34]|422/)

    await moveTo('2027-01-29')
    const second = await brought(2)
    expect(await accept(second)).toBe('accepted')
    const third = await brought(3)
    await moveTo('2027-02-01')
    expect(await accept(third)).toContain('power-expired')
    expect((await gapOf(ITEM))!.standing).toBe('missing')
    // What was accepted goes on to its end: the department decides, the centre hands out.
    expect(await carried(second)).toBe('closed')
    // What waits, and what comes in from now on, is the department's own: it finds it, says by which paper, and accepts.
    const fourth = await brought(4)
    expect(await accept(fourth)).toMatch(/power-expired|agreement-department-acts/)
    const department = await as('reviewer.civil-affairs')
    for (const no of [third, fourth]) {
      expect(await partOf(department, no, 'entrustment')).toMatchObject({
        title: '委托受理',
        tag: { text: '协议已到期' },
        facts: expect.arrayContaining([
          { label: '协议', text: '事项委托协议（博审服协〔2027〕1号）' },
          { label: '委托单位', text: '区民政局' },
          { label: '有效期', text: '2027年1月4日（星期一）至2027年1月29日（星期五）' },
        ]),
      })
      expect(await does(department, no, 'accept', { checklist: allInOrder(item) })).toBe('accepted')
    }
  })

  test('CAT-05 what the agreement does not give the centre it cannot do: with 受理 alone the department hands out', async () => {
    const wish = { ...AGREEMENT, from: '2027-02-01', to: '2027-02-26', documentNo: '博审服协〔2027〕5号' }
    const id = await agreed({ ...wish, scope: 'accept' })
    await house.settle()
    const { item } = (await house.house.catalogue.itemInForce('370304', ITEM, '2027-02-01'))!
    const no = await handIn(house, await as('clerk.hall'), {
      ...{ item: ITEM, person: demoPerson(5), place: HALL, region: '370304004207' },
    })
    const checklist = { checklist: allInOrder(item) }
    // While it holds, taking in is the centre's and nobody else's.
    expect(await does(await as('reviewer.civil-affairs'), no, 'accept', checklist)).toContain(
      'agreement-centre-acts',
    )
    expect(await does(await as('clerk.hall'), no, 'accept', checklist)).toBe('accepted')
    expect(await partOf(await as('clerk.hall'), no, 'entrustment')).toMatchObject({
      tag: { text: '协议有效' },
    })
    expect(await does(await as('clerk.hall'), no, 'grant', { conclusion: '准予。' })).not.toBe('decided')
    expect(await carried(no, 'clerk.hall')).toContain('agreement-department-acts')
    const receiver = { receiver: '测试甲', relation: 'self', identified: '居民身份证' }
    expect(await does(await as('issuer.civil-affairs'), no, 'deliver-at-window', receiver)).toBe('closed')
    const end = { reason: '改签新的协议', endDocumentNo: '博审服协终〔2027〕5号' }
    expect(await act('head.civil-affairs', 'entrustment-agreement', id, 'end', end)).toBe('done')
    await house.settle()
  })

  test('what is not the department’s, or not announced, or backwards in time is refused', async () => {
    const draft = async (more: object) =>
      codeOf(
        await begin('registrar.approval-bureau', 'entrustment-agreement', 'draft', {
          ...AGREEMENT,
          ...later,
          ...more,
        }),
      )
    const later = { from: '2027-03-01', to: '2027-12-31', documentNo: '博审服协〔2027〕9号' }
    expect(await draft({ items: ['nurse-registration'] })).toBe('agreement-item-not-theirs')
    expect(await draft({ announcedOn: '2027-03-02' })).toBe('agreement-not-announced')
    expect(await draft({ to: '2027-02-28' })).toBe('agreement-days-reversed')
    expect(await draft({ centre: 'centre-370304004' })).toBe('agreement-no-hall')
  })

  test('ended before its time, the centre takes nothing in from that day on', async () => {
    const wish = { ...AGREEMENT, from: '2027-02-01', to: '2027-12-31', documentNo: '博审服协〔2027〕3号' }
    const id = await agreed(wish)
    await house.settle()
    expect(await hallPower(ITEM)).toBeDefined()
    await moveTo('2027-02-02')
    const end = { reason: '部门重新设立窗口', endDocumentNo: '博审服协终〔2027〕1号' }
    expect(await act('head.civil-affairs', 'entrustment-agreement', id, 'end', end)).toBe('done')
    await house.settle()
    expect(await hallPower(ITEM)).toBeUndefined()
  })
})

/** A block of the case page, as this officer reads it. */
const partOf = async (who: Signed, no: string, key: string) => {
  const { parts } = bodyOf<{ parts: { key: string }[] }>(await who.call('GET', `/cases/${no}`))
  return parts.find((part) => part.key === key)
}

/** Review and decision by the department, its paper, and delivery at the centre's window. */
async function carried(no: string, hands = 'clerk.hall'): Promise<string> {
  const review = { opinion: 'grant', text: '材料齐全，符合条件。' }
  const steps: [who: string, act: string, input: object][] = [
    ['reviewer.civil-affairs', 'review', review],
    ['approver.civil-affairs', 'grant', { conclusion: '准予。' }],
    ['issuer.civil-affairs', 'seal', {}],
    [hands, 'deliver-at-window', { receiver: '测试甲', relation: 'self', identified: '居民身份证' }],
  ]
  let state = ''
  for (const [who, name, input] of steps) {
    state = await does(await as(who), no, name, input)
    await house.settle()
  }
  return state
}

/** Decided by the town at once; stations have passed it on to the centre so far. */
const CARD = 'senior-preferential-card'
const STATION = 'station-370304004207'

describe('sinking of steps to stations (环节下沉)', () => {
  test('CAT-14 raising the mode lets the station decide new cases; those it had passed on stay with the centre', async () => {
    const agent = () => as('agent.qiugu')
    const brought = async (no: number) =>
      handIn(house, await agent(), {
        item: CARD,
        person: demoPerson(no),
        place: STATION,
        region: '370304004207',
      })
    const { item } = (await house.house.catalogue.itemInForce('370304', CARD, '2027-02-02'))!
    const accept = async (no: string) => does(await agent(), no, 'accept', { checklist: allInOrder(item) })
    const before = await brought(21)
    expect(await accept(before)).not.toBe('accepted')

    const wish = {
      item: CARD,
      stations: [STATION],
      mode: 'handle',
      from: '2027-02-03',
      reason: '办件多、当场能办，站里有镇里派驻人员',
    }
    const ask = (more: object) => begin('director.shantou', 'step-sinking', 'ask', { ...wish, ...more })
    expect(codeOf(await ask({ item: 'individual-household-registration' }))).toBe('sinking-licence')
    expect(codeOf(await ask({ item: 'resident-pension-change' }))).toBe('sinking-not-the-towns')
    expect(codeOf(await ask({ stations: ['centre-370304004'] }))).toBe('sinking-no-station')
    const id = await opened(ask({}))
    expect(
      await act('items.approval-bureau', 'step-sinking', id, 'approve', { approvalNo: '山街字〔2027〕3号' }),
    ).toBe('done')
    // Not before its day.
    expect(await accept(await brought(22))).not.toBe('accepted')

    await moveTo('2027-02-03')
    const after = await brought(23)
    expect(await accept(after)).toBe('accepted')
    expect(await does(await agent(), after, 'grant', { conclusion: '准予。' })).toBe('decided')
    expect(await accept(before)).not.toBe('accepted')
    expect(await does(await as('clerk.shantou'), before, 'accept', { checklist: allInOrder(item) })).toBe(
      'accepted',
    )
    // A station it was not raised for goes on passing on.
    const other = await handIn(house, await as('agent.heishan'), {
      ...{ item: CARD, person: demoPerson(24), place: 'station-370304106026', region: '370304106026' },
    })
    expect(await does(await as('agent.heishan'), other, 'accept', { checklist: allInOrder(item) })).not.toBe(
      'accepted',
    )
  })
})
