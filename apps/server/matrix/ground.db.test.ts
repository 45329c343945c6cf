import { beforeAll, describe, expect, test } from 'vitest'
import type { Reply, Signed } from '../testing/signed.ts'
import { startStage, type Stage } from './stage.ts'

// Real: database, pack, routes as the server answers them, sessions. Moved by hand: the clock (2026-03-16).
let stage: Stage
let bureau: Signed
let town: Signed
beforeAll(async () => {
  stage = await startStage()
  bureau = await stage.as('organiser.approval-bureau')
  town = await stage.as('organiser.boshan')
}, 120_000)

const codeOf = ({ body }: Reply) => (body as { code?: string }).code
const bodyOf = <T>({ body }: Reply) => body as T
const BOSHAN = '/ground/places/centre-370304113'
const SHANTOU = '/ground/places/centre-370304004'
const basis = '博政办字〔2026〕3号'
interface PlaceReply {
  place: { name: string; phone: string }
  standards: { title: string; text: string; from: string; own: boolean }[]
  versions: { name: string; from: string; to?: string }[]
  changes: { who: string; basis: string; changes: { label: string; before: string; after: string }[] }[]
  mine: boolean
}

describe('changing the ground by hand', () => {
  test('ORG-02/b an action outside a unit’s duty is refused, and the refusal names whose duty it is', async () => {
    const wish = { phone: '0533-4180001', from: '2026-03-16', basis }
    const beyond = await town.call('POST', `${SHANTOU}/change`, wish)
    expect(beyond.status).toBe(409)
    expect(beyond.body).toMatchObject({
      code: 'outside-duty',
      detail:
        '这件事不在您所在单位的职责分工之内。请转由负责的单位办理：各镇（街道），只管自己的、区行政审批服务局。',
      basis: 'BS-2-01、BS-2-02',
      facts: { body: 'town-370304113', act: 'places', responsible: ['town', 'approval-bureau'] },
    })
    expect((await town.call('POST', `${BOSHAN}/change`, wish)).status).toBe(200)
    expect((await bureau.call('POST', `${SHANTOU}/change`, wish)).status).toBe(200)
  })

  test('what was changed shows from its day on, with who did it and on which document; before it the old words stand', async () => {
    const before = bodyOf<PlaceReply>(await bureau.call('GET', SHANTOU))
    const named = { name: '山头街道（窑广场）便民服务中心', from: '2026-03-16', basis }
    expect((await bureau.call('POST', `${SHANTOU}/change`, named)).status).toBe(200)
    const after = bodyOf<PlaceReply>(await bureau.call('GET', SHANTOU))
    expect(after.place.name).toBe(named.name)
    expect(after.changes[0]).toMatchObject({
      basis,
      changes: [{ label: '名称', before: '山头街道便民服务中心', after: named.name }],
    })
    expect(after.changes[0]!.who).toContain('演示机构管理01')
    const yesterday = bodyOf<PlaceReply>(await bureau.call('GET', `${SHANTOU}?day=2026-03-15`))
    expect(yesterday.place.name).toBe('山头街道便民服务中心')
    expect(before.mine).toBe(true)
  })

  test.each([
    ['a name of another place', { name: '博山区政务服务中心' }, 'place-name-twice'],
    ['a name off the pattern', { name: '博山镇办事大厅' }, 'place-name-malformed'],
    ['a phone with letters', { phone: '0533-abc' }, 'phone-malformed'],
    ['a day years ahead', { address: '博山镇文化路1号', from: '2062-04-01' }, 'day-too-far'],
    ['a day before what stands', { address: '博山镇文化路1号', from: '2019-01-01' }, 'day-before-version'],
    ['what is there already', { phone: '0533-4180001' }, 'nothing-changes'],
  ])('%s is refused', async (_what, wish, code) => {
    const asked = { from: '2026-03-16', basis, ...wish }
    expect(codeOf(await town.call('POST', `${BOSHAN}/change`, asked))).toBe(code)
  })

  test('a name off the pattern passes with its reason, and pressed twice is once', async () => {
    const asked = { name: '博山镇办事大厅', nameBasis: '历史名称，镇政府会议纪要', from: '2026-03-16', basis }
    const once = { 'idempotency-key': 'rename-boshan-0001' }
    const first = await town.call('POST', `${BOSHAN}/change`, asked, once)
    expect([first.status, (await town.call('POST', `${BOSHAN}/change`, asked, once)).body]).toEqual([
      200,
      first.body,
    ])
    expect(
      bodyOf<PlaceReply>(await town.call('GET', BOSHAN)).changes.filter(
        ({ changes }) => changes[0]?.label === '名称',
      ),
    ).toHaveLength(1)
  })

  test('a standard set at the hall is read below with where it comes from; a wrong shape is refused', async () => {
    const hours = { workday: [{ from: '08:00', to: '18:00' }], saturday: [] }
    const set = { name: 'openingHours', value: hours, from: '2026-03-16', basis }
    expect(
      codeOf(await bureau.call('POST', '/ground/places/hall-370304/standard', { ...set, value: '全天' })),
    ).toBe('standard-malformed')
    const backwards = { ...hours, saturday: [{ from: '16:00', to: '09:00' }] }
    expect(
      codeOf(await bureau.call('POST', '/ground/places/hall-370304/standard', { ...set, value: backwards })),
    ).toBe('hours-out-of-order')
    expect((await bureau.call('POST', '/ground/places/hall-370304/standard', set)).status).toBe(200)
    const { standards } = bodyOf<PlaceReply>(await bureau.call('GET', SHANTOU))
    expect(standards[0]).toMatchObject({ title: '开放时间', from: '博山区政务服务中心', own: false })
    expect(standards[0]!.text).toContain('08:00–18:00')
    expect(standards[0]).toMatchObject({ hours })
  })

  test('a village nobody serves is on the uncovered list at once, and in the file', async () => {
    interface Ground {
      coverage: { covered: number; rateText: string; uncovered: { name: string; town: string }[] }
    }
    const region = '370304113205'
    const full = bodyOf<Ground>(await town.call('GET', '/ground')).coverage
    expect([full.rateText, full.uncovered]).toEqual(['100.0%', []])
    expect((await town.call('POST', '/ground/served', { region, from: '2026-03-16', basis })).status).toBe(
      200,
    )
    const less = bodyOf<Ground>(await town.call('GET', '/ground')).coverage
    expect([less.covered, less.rateText]).toEqual([full.covered - 1, '99.6%'])
    expect(less.uncovered).toMatchObject([{ town: '博山镇' }])
    const file = await town.call('GET', '/ground/export?list=uncovered')
    expect(String(file.body)).toContain(region)
    expect(
      (
        await town.call('POST', '/ground/served', {
          region,
          place: 'station-370304113206',
          from: '2026-03-16',
          basis,
        })
      ).status,
    ).toBe(200)
  })

  test('duties are listed by subject with units and clauses', async () => {
    interface Duties {
      items: { subjectName: string; roleText: string; bodies: string[]; clauses: string[] }[]
    }
    const { items } = bodyOf<Duties>(await bureau.call('GET', '/ground/duties'))
    const build = items.find(
      ({ subjectName, roleText }) => subjectName === '便民服务中心建设' && roleText === '建设',
    )
    expect([build?.bodies.length, build?.clauses]).toEqual([10, ['BS-2-01']])
    expect(items.every(({ bodies }) => bodies.length > 0)).toBe(true)
  })

  test('whoever only watches reads and changes nothing', async () => {
    const watcher = await stage.as('supervisor')
    expect((await watcher.call('GET', '/ground')).status).toBe(200)
    const wish = { phone: '0533-4180002', from: '2026-03-16', basis }
    expect(codeOf(await watcher.call('POST', `${BOSHAN}/change`, wish))).toBe('forbidden')
    const clerk = await stage.as('clerk.boshan')
    expect(codeOf(await clerk.call('GET', '/ground'))).toBe('forbidden')
  })
})
