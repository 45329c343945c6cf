import { beforeAll, describe, expect, test } from 'vitest'
import { keepComing, rebuildGround } from '#capabilities/organisation/index.ts'
import { appointPost } from '#capabilities/staff/index.ts'
import { newId } from '#platform/id.ts'
import type { Reply, Signed } from '../testing/signed.ts'
import { AREA, startStage, type Stage } from './stage.ts'

// Real: database, pack, routes as the server answers them, sessions, the job of the day. Moved by hand: the clock (2026-03-16).
let stage: Stage
let bureau: Signed
let town: Signed
beforeAll(async () => {
  stage = await startStage()
  await keepComing(stage.house.db, stage.clock)
  await signIn()
}, 120_000)

async function signIn() {
  bureau = await stage.as('organiser.approval-bureau')
  town = await stage.as('organiser.boshan')
}
async function on(day: string) {
  stage.clock.set(`${day}T01:30:00.000Z`)
  await stage.settle()
  await signIn()
}

const codeOf = ({ body }: Reply) => (body as { code?: string }).code
const bodyOf = <T>({ body }: Reply) => body as T
const basis = '博政办字〔2026〕3号'
const BOSHAN = '/ground/places/centre-370304113'

interface Line {
  id: string
  title: string
  from: string
  state: string
  stateText: string
  because?: string
  changes: { label: string; before: string; after: string }[]
}
interface Ground {
  coming: Line[]
  places: { id: string; name: string; serves: string[]; windows: number }[]
  bodies: { id: string; name: string }[]
  coverage: { villages: number; covered: number }
}
const ground = async (day = '') => bodyOf<Ground>(await bureau.call('GET', `/ground${day && `?day=${day}`}`))
const place = async () =>
  bodyOf<{ place: { phone: string }; changes: Line[] }>(await town.call('GET', BOSHAN))
const reform = (wish: object, who = bureau) =>
  who.call('POST', '/ground/reforms', { from: '2026-04-01', basis, ...wish })

describe('a change for a later day', () => {
  test('waits, shows as coming, and takes effect on its day', async () => {
    const before = (await place()).place.phone
    const wish = { phone: '0533-4180009', from: '2026-03-20', basis }
    const entered = await town.call('POST', `${BOSHAN}/change`, wish)
    expect([entered.status, bodyOf<{ coming: boolean }>(entered).coming]).toEqual([200, true])
    const waiting = await place()
    expect([waiting.place.phone, waiting.changes[0]]).toMatchObject([
      before,
      { state: 'coming', from: '2026-03-20' },
    ])
    expect((await ground()).coming).toMatchObject([
      {
        title: '博山镇便民服务中心',
        from: '2026-03-20',
        changes: [{ label: '咨询电话', after: '0533-4180009' }],
      },
    ])
    await on('2026-03-19')
    expect((await place()).place.phone).toBe(before)
    await on('2026-03-20')
    const now = await place()
    expect([now.place.phone, now.changes[0]]).toMatchObject([
      '0533-4180009',
      { state: 'in-force', stateText: '已生效' },
    ])
    expect((await ground()).coming).toEqual([])
  })

  test('can be withdrawn before its day, by whoever could enter it, and no more afterwards', async () => {
    const wish = { address: '博山镇文化路9号', from: '2026-03-25', basis }
    const { id } = bodyOf<{ id: string }>(
      await bureau.call('POST', '/ground/places/centre-370304004/change', wish),
    )
    const away = (who: Signed) =>
      who.call('POST', `/ground/changes/${id}/withdraw`, { reason: '文件改期，另行通知' })
    expect(codeOf(await away(town))).toBe('outside-duty')
    expect((await away(bureau)).status).toBe(200)
    expect(codeOf(await away(bureau))).toBe('change-not-coming')
    await on('2026-03-25')
    const { changes } = bodyOf<{ changes: Line[] }>(
      await bureau.call('GET', '/ground/places/centre-370304004'),
    )
    expect(changes[0]).toMatchObject({ state: 'withdrawn', because: '文件改期，另行通知' })
  })

  test('a second one for the same field is refused with the day of the first', async () => {
    const wish = (from: string) => ({ phone: '0533-4180010', from, basis })
    await town.call('POST', `${BOSHAN}/change`, wish('2026-03-28'))
    const second = await town.call('POST', `${BOSHAN}/change`, wish('2026-04-02'))
    expect(second.body).toMatchObject({
      code: 'coming-change-meets',
      detail: `已经登记了2026-03-28起生效的另一项变更（${basis}），两项会互相影响。请先撤回那一项，或者等它生效以后再登记。`,
    })
    const address = await town.call('POST', `${BOSHAN}/change`, {
      address: '博山镇文化路3号',
      from: '2026-04-02',
      basis,
    })
    expect(address.status).toBe(200)
  })

  test('what a rule forbids on its day does not happen, and says why', async () => {
    const name = '域城镇中心便民服务中心'
    const wish = { name, from: '2026-03-27', basis }
    const entered = await bureau.call('POST', '/ground/places/centre-370304004/change', wish)
    expect(entered.status).toBe(200)
    const taken = { name, from: '2026-03-25', basis }
    expect((await bureau.call('POST', `${BOSHAN}/change`, taken)).status).toBe(200)
    await on('2026-03-26')
    // Of no use any more, and still not another town's to take back.
    const { id } = bodyOf<{ id: string }>(entered)
    const away = await town.call('POST', `/ground/changes/${id}/withdraw`, { reason: '不再需要这项变更' })
    expect(codeOf(away)).toBe('outside-duty')
    await on('2026-03-27')
    const { place: still, changes } = bodyOf<{ place: { name: string }; changes: Line[] }>(
      await bureau.call('GET', '/ground/places/centre-370304004'),
    )
    expect(still.name).toBe('山头街道便民服务中心')
    expect(changes[0]).toMatchObject({ state: 'stopped', stateText: '没有生效' })
    expect(changes[0]!.because).toContain('重复')
  })
})

describe('what ends leads on to what follows', () => {
  const [ONE, OTHER] = ['370304113205', '370304113206']

  test('two villages are merged under a new code on their day: served as before, and old cases still name theirs', async () => {
    const { coverage } = await ground()
    const merge = {
      subject: 'region',
      kind: 'merge',
      of: [ONE, OTHER],
      into: [{ id: '370304113299', name: '新兔村村委会' }],
    }
    expect(codeOf(await reform(merge, town))).toBe('outside-duty')
    expect(codeOf(await reform({ ...merge, into: [{ id: '370304113299' }] }))).toBe('successor-nameless')
    const strayed = { ...merge, into: [{ id: '370304999299', name: '外村' }] }
    expect(codeOf(await reform(strayed))).toBe('region-parent-missing')
    const odd = { ...merge, into: [{ id: '370304113999', name: '外村' }] }
    expect(codeOf(await reform(odd))).toBe('region-code-malformed')
    expect((await reform(merge)).status).toBe(200)
    expect(
      codeOf(await reform({ subject: 'region', kind: 'abolish', of: [ONE], into: [], from: '2026-05-01' })),
    ).toBe('coming-change-meets')
    await on('2026-04-01')
    const after = (await ground()).coverage
    expect(after).toMatchObject({ villages: coverage.villages - 1, covered: coverage.covered - 1 })
    const { organisation } = stage.house
    expect(await organisation.standingFor(AREA, 'region', ONE, '2026-04-01')).toEqual(['370304113299'])
    expect((await organisation.placesServing(AREA, ONE, '2026-04-01'))[0]?.id).toMatch(/^station-3703041132/)
    expect((await organisation.regionsByCodes(AREA, [ONE]))[0]?.name).toContain('邀兔')
    const { items } = bodyOf<{ items: { from: string; to: string; kindText: string }[] }>(
      await bureau.call('GET', '/ground/successions'),
    )
    expect(items[0]).toMatchObject({ to: '新兔村村委会', kindText: '合并' })
  })

  test('a station is closed only when nobody sits there and somebody takes over its villages; its windows close with it', async () => {
    const posts = await stage.house.staff.postsOfArea(AREA)
    const stations = (await ground()).places.filter(
      ({ id, serves }) => id.startsWith('station-') && serves.length > 0,
    )
    const [quiet, heir] = stations.filter(({ id }) => !posts.some(({ place }) => place === id))
    const busy = stations.find(({ id }) => posts.some(({ place }) => place === id))!
    const close = (id: string, into: object[]) =>
      reform({ subject: 'place', kind: 'abolish', of: [id], into, from: '2026-04-10' })
    expect(codeOf(await close(busy.id, [{ id: heir!.id }]))).toBe('place-still-staffed')
    expect(codeOf(await close(quiet!.id, []))).toBe('place-still-serves')
    expect((await close(quiet!.id, [{ id: heir!.id }])).status).toBe(200)
    const full = (await ground()).coverage
    await on('2026-04-10')
    const after = await ground()
    expect(after.places.map(({ id }) => id)).not.toContain(quiet!.id)
    expect(after.places.find(({ id }) => id === heir!.id)!.serves).toEqual(
      expect.arrayContaining(quiet!.serves),
    )
    expect(after.coverage).toMatchObject(full)
    expect(await stage.house.organisation.windowsOf(AREA, quiet!.id, '2026-04-10')).toEqual([])
    expect(await stage.house.organisation.standingFor(AREA, 'place', quiet!.id, '2026-04-10')).toEqual([
      heir!.id,
    ])
  })

  test('a department is founded and merged on later days; one with powers in its hands is not', async () => {
    const found = {
      subject: 'body',
      kind: 'found',
      of: [],
      into: [{ name: '博山区大数据中心', bodyKind: 'institution', parent: 'district-government' }],
    }
    const founded = await reform({ ...found, from: '2026-04-10' })
    expect(founded.status).toBe(200)
    const fresh = (await ground()).bodies.find(({ name }) => name === '博山区大数据中心')!
    const merge = {
      subject: 'body',
      kind: 'merge',
      of: [fresh.id, 'health'],
      into: [{ id: fresh.id }],
      from: '2026-06-01',
    }
    expect(codeOf(await reform(merge))).toMatch(/^body-still-(staffed|empowered)$/)
    const gone = {
      subject: 'body',
      kind: 'abolish',
      of: [fresh.id],
      into: [{ id: 'approval-bureau' }],
      from: '2026-04-20',
    }
    expect((await reform(gone)).status).toBe(200)
    await on('2026-04-20')
    expect((await ground()).bodies.map(({ id }) => id)).not.toContain(fresh.id)
    expect((await ground('2026-04-19')).bodies.map(({ id }) => id)).toContain(fresh.id)
    expect(await stage.house.organisation.standingFor(AREA, 'body', fresh.id, '2026-04-20')).toEqual([
      'approval-bureau',
    ])
  })

  test('a station to which somebody was appointed between the decision and its day stays open, and says why', async () => {
    const { db, ledger, staff } = stage.house
    const posts = await staff.postsOfArea(AREA)
    const [quiet, heir] = (await ground()).places.filter(
      ({ id, serves }) =>
        id.startsWith('station-') && serves.length > 0 && !posts.some(({ place }) => place === id),
    )
    const of = [quiet!.id]
    const close = { subject: 'place', kind: 'abolish', of, into: [{ id: heir!.id }], from: '2026-05-10' }
    expect((await reform(close)).status).toBe(200)
    const { person, body } = posts.find(({ roles }) => roles.includes('village-agent'))!
    const post = { id: 'post-late', person, title: '测试站代办员', roles: ['village-agent' as const], body }
    const at = { place: quiet!.id, window: null, validFrom: '2026-05-01', validTo: null }
    const asking = {
      actor: { kind: 'system' as const, job: 'test' },
      at: stage.clock.now(),
      requestId: newId(),
    }
    expect(await appointPost({ db, ledger }, AREA, { ...post, ...at }, asking)).toMatchObject({ id: post.id })
    await on('2026-05-10')
    const after = bodyOf<{ changes: Line[] }>(await bureau.call('GET', `/ground/places/${quiet!.id}`))
    expect(after.changes[0]).toMatchObject({ state: 'stopped', because: expect.stringContaining('在岗人员') })
    expect((await ground()).places.map(({ id }) => id)).toContain(quiet!.id)
  })

  test('the wrong number of them is refused', async () => {
    const one = {
      subject: 'place',
      kind: 'merge',
      of: ['centre-370304004'],
      into: [{ id: 'centre-370304113' }],
      from: '2026-05-01',
    }
    expect(codeOf(await reform(one))).toBe('reform-shape-wrong')
  })
})

test('rebuilt tables equal: lines of succession that were lost come back from the reforms in force', async () => {
  const { db } = stage.house
  const lines = () => db.query<{ id: string }>('SELECT * FROM organisation.succession ORDER BY id, successor')
  const before = await lines()
  expect(before.length).toBeGreaterThan(0)
  expect((await rebuildGround(db)).mended).toEqual([])
  await db.query(`DELETE FROM organisation.succession WHERE origin = 'office'`)
  expect((await lines()).length).toBeLessThan(before.length)
  expect((await rebuildGround(db)).mended).not.toEqual([])
  expect(await lines()).toEqual(before)
})

test('a village is renamed and keeps its code: papers of before name it as it was called then', async () => {
  const code = '370304113207'
  const { organisation } = stage.house
  const nameOn = async (day: string) =>
    (await organisation.regions(AREA, day)).find((region) => region.code === code)?.name
  const before = await nameOn('2026-05-01')
  const rename = (name?: string) =>
    reform({
      subject: 'region',
      kind: 'rename',
      of: [code],
      into: [name === undefined ? {} : { name }],
      from: '2026-06-01',
    })
  expect(codeOf(await rename())).toBe('successor-nameless')
  expect(codeOf(await rename(before))).toBe('nothing-changes')
  expect((await rename('测试新村村委会')).status).toBe(200)
  const { coming } = await ground()
  expect(coming.find(({ changes }) => changes[0]?.after === '测试新村村委会')?.changes[0]?.before).toBe(
    before,
  )
  await on('2026-06-01')
  expect([await nameOn('2026-05-31'), await nameOn('2026-06-01')]).toEqual([before, '测试新村村委会'])
  expect((await organisation.placesServing(AREA, code, '2026-06-01')).length).toBeGreaterThan(0)
})
