import { beforeAll, expect, test } from 'vitest'
import { forgetGround } from '#capabilities/organisation/index.ts'
import { appointPost } from '#capabilities/staff/index.ts'
import type { Reply, Signed } from '../testing/signed.ts'
import { startStage, type Stage } from './stage.ts'

/** 出版物零售许可 of the approval bureau, and 博山镇. */
const SHOP = 'publications-retail-licence'
const BOSHAN = 'town-370304113'
const document = { title: '关于下放审批服务事项的决定', number: '博政字〔2026〕9号', on: '2026-03-01' }
const power = {
  ...{ items: [SHOP], body: BOSHAN, places: [], kind: 'delegated', by: 'approval-bureau' },
  ...{ powers: ['decide', 'seal'], from: '2026-03-16', to: '2026-12-31', document },
}
const seal = {
  ...{
    kind: 'numbered',
    body: 'approval-bureau',
    number: 9,
    holder: BOSHAN,
    items: [SHOP],
    from: '2026-03-16',
  },
}

// Real: database, pack, routes as the server answers them, sessions. Moved by hand: the clock.
let stage: Stage
let registrar: Signed
beforeAll(async () => {
  stage = await startStage()
  // What is told here is the register; that a plan may ask for batches first is told in delegation.db.test.ts.
  await stage.house.db.query(
    `UPDATE organisation.pack_version SET body = body #- '{parameters,delegationBatches}'`,
  )
  forgetGround()
  registrar = await stage.as('registrar.approval-bureau')
}, 120_000)

const codeOf = ({ body }: Reply) => (body as { code?: string }).code
const bodyOf = <T>({ body }: Reply) => body as T
interface View {
  id: string
  itemName: string
  bodyName: string
  standing: string
  standingText: string
  to?: string
}

test('the registrar registers a power once however often it is pressed, amends it and takes it back, each with its document', async () => {
  const once = { 'idempotency-key': 'give-power-0001' }
  const given = await registrar.call('POST', '/powers', power, once)
  expect([given.status, (await registrar.call('POST', '/powers', power, once)).body]).toEqual([
    200,
    given.body,
  ])
  const { ids } = bodyOf<{ ids: string[] }>(given)
  expect(codeOf(await registrar.call('POST', '/powers', power))).toBe('power-overlaps')

  const path = `/powers/${ids[0]}`
  const longer = await registrar.call('POST', `${path}/amend-power`, {
    to: null,
    document,
    conditions: ['只限零售'],
  })
  expect(longer.status).toBe(200)
  const back = {
    on: '2026-04-01',
    document: { ...document, number: '博政字〔2026〕10号' },
    reason: '机构调整',
  }
  expect(
    (await registrar.call('POST', `${path}/take-back`, { ...back, on: '2026-03-15' })).body,
  ).toMatchObject({
    code: 'power-day-past',
  })
  expect((await registrar.call('POST', `${path}/take-back`, back)).status).toBe(200)
  const { power: view, history } = bodyOf<{
    power: View
    history: { text: string; who: string; details: string[] }[]
  }>(await registrar.call('GET', path))
  expect(view).toMatchObject({
    standing: 'in-force',
    standingText: '已收回',
    to: '2026-03-31',
    bodyName: '博山镇政府',
  })
  expect(history.map(({ text }) => text)).toEqual(['授予', '变更', '收回'])
  expect(history[2]!.details).toEqual([
    '关于下放审批服务事项的决定（博政字〔2026〕10号，2026年3月1日印发）',
    '自2026年4月1日起不再行使',
    '理由：机构调整',
  ])
  expect(history[0]!.who).toContain('演示授权管理')
  expect(codeOf(await registrar.call('POST', `${path}/take-back`, back))).toBe('power-ended')
})

test('the register is searched by item, body, kind and standing, page by page, and goes out as CSV', async () => {
  const clerk = await stage.as('clerk.boshan')
  const found = bodyOf<{ items: View[] }>(
    await clerk.call('GET', `/powers?q=出版物&body=${BOSHAN}&kind=delegated`),
  )
  expect(found.items.map(({ bodyName }) => bodyName)).toEqual(['博山镇政府'])
  const future = await registrar.call('POST', '/powers', { ...power, from: '2027-01-01', to: '2027-12-31' })
  expect(future.status).toBe(200)
  const later = bodyOf<{ items: View[] }>(await clerk.call('GET', '/powers?standing=future'))
  expect(later.items.map(({ id }) => id)).toEqual(bodyOf<{ ids: string[] }>(future).ids)
  const seen: string[] = []
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page: { items: View[]; nextCursor?: string } = bodyOf(
      await clerk.call('GET', `/powers?limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`),
    )
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  expect([seen.length > 200, new Set(seen).size]).toEqual([true, seen.length])
  const file = await clerk.call('GET', `/powers/export?body=${BOSHAN}&kind=delegated`)
  expect(file.headers['content-type']).toContain('text/csv')
  const workbook = await clerk.call('GET', `/powers/export?body=${BOSHAN}&kind=delegated&format=xlsx`)
  expect([workbook.headers['content-type'], String(workbook.body).slice(0, 2)]).toEqual([
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'PK',
  ])
  const lines = String(file.body).trimEnd().split('\r\n').length - 1
  expect(workbook.headers['x-list-lines']).toBe(String(lines))
  const taken = await stage.house.audit.list({ area: stage.onboarded.area, event: 'powers-exported' })
  expect(taken.items.map(({ actor, object, after }) => ({ actor, object, after }))).toEqual(
    ['xlsx', 'csv'].map((format) => ({
      ...{ actor: taken.items[0]!.actor, object: 'powers' },
      after: { filter: { body: BOSHAN, kind: 'delegated' }, format, lines },
    })),
  )
  expect(String(file.body)).toContain(
    '2026-03-31,已收回,区行政审批服务局,关于下放审批服务事项的决定,博政字〔2026〕9号',
  )
})

test('who may decide it there: narrowed to what may be done and where, without the towns beyond the border', async () => {
  const clerk = await stage.as('clerk.boshan')
  const found = async (query: string) =>
    bodyOf<{ items: (View & { placeName: string; powers: string[]; basis: string })[] }>(
      await clerk.call('GET', `/powers?limit=100&q=食品经营许可&${query}`),
    ).items
  const here = await found('place=centre-370304106')
  const towns = (items: View[]) =>
    items.map(({ bodyName }) => bodyName).filter((name) => /镇|街道/.test(name))
  expect(new Set(towns(here))).toEqual(new Set(['八陡镇政府']))
  expect(new Set(towns(await found(''))).size).toBeGreaterThan(1)
  const deciding = await found('place=centre-370304106&power=decide')
  expect(deciding.length).toBeGreaterThan(0)
  expect(deciding.filter(({ powers }) => !powers.includes('decide'))).toEqual([])
  // The numbering of a plan's clauses is for the pack; people read the document.
  expect(here.filter(({ basis }) => /[A-Z]{2}-[\d.]+/.test(basis))).toEqual([])
})

test('whoever approves for a body does not register its powers: every entry is seen by two (四眼)', async () => {
  const { house } = stage
  const area = '370304'
  const { person } = (await house.staff.postsOfArea(area)).find(({ roles }) =>
    roles.includes('power-registrar'),
  )!
  const town = 'town-370304108'
  const second = {
    ...{ id: 'post-second', person, title: '白塔镇审批岗', roles: ['approver' as const], window: null },
    ...{ place: 'centre-370304108', body: town, validFrom: '2026-03-16' },
  }
  const asking = {
    actor: { kind: 'system', job: 'roster' } as const,
    at: house.clock.now(),
    requestId: second.id,
  }
  expect(await appointPost(house, area, second, asking)).not.toHaveProperty('refused')
  const reply = await registrar.call('POST', '/powers', { ...power, body: town })
  expect([reply.status, codeOf(reply)]).toEqual([409, 'power-own-hand'])
  expect((reply.body as { detail: string }).detail).toContain('请由另一位登记人员办理')
})

test('the registrar keeps the seals: issue, hand over, suspend, resume, retire', async () => {
  const made = bodyOf<{ id: string }>(await registrar.call('POST', '/seals', seal))
  expect(made.id).toBe('numbered.9')
  expect(codeOf(await registrar.call('POST', '/seals', { ...seal, number: 21 }))).toBe(
    'seal-number-out-of-range',
  )
  const bind = { holder: 'town-370304106', items: [SHOP], reason: '调整持章单位' }
  expect((await registrar.call('POST', '/seals/numbered.9/bind', bind)).status).toBe(200)
  for (const act of ['suspend', 'resume', 'retire'])
    expect([
      act,
      (await registrar.call('POST', `/seals/numbered.9/${act}`, { reason: '例行检查' })).status,
    ]).toEqual([act, 200])
  expect(codeOf(await registrar.call('POST', '/seals/numbered.9/resume', { reason: '例行检查' }))).toBe(
    'seal-wrong-state',
  )
  const { items } = bodyOf<{ items: { id: string; holderName: string; stateText: string }[] }>(
    await registrar.call('GET', '/seals'),
  )
  expect(items.find(({ id }) => id === 'numbered.9')).toMatchObject({
    holderName: '八陡镇政府',
    stateText: '作废',
  })
})

test('nobody but the registrar writes in a register, and the log of seals is for those who watch', async () => {
  const logins = [
    'clerk.boshan',
    'approver.approval-bureau',
    'director.boshan',
    'supervisor',
    'admin.security',
  ]
  for (const login of logins) {
    const who = await stage.as(login)
    for (const [path, body] of [
      ['/powers', power],
      ['/powers/x/take-back', { on: '2026-04-01', document, reason: '机构调整' }],
      ['/seals', seal],
      ['/seals/numbered.9/retire', { reason: '例行检查' }],
    ] as const)
      expect([login, path, codeOf(await who.call('POST', path, body))]).toEqual([login, path, 'forbidden'])
  }
  const reads = async (login: string) => (await (await stage.as(login)).call('GET', '/seal-uses')).status
  expect(
    await Promise.all(['registrar.approval-bureau', 'supervisor', 'director.boshan'].map(reads)),
  ).toEqual([...[200, 200, 200]])
  expect(await reads('clerk.boshan')).toBe(403)
})

test('a registrar whose post has ended writes nothing more', async () => {
  const other = await stage.as('registrar.approval-bureau')
  await stage.endPost(other.session.post.id)
  const reply = await other.call('POST', '/powers', { ...power, from: '2028-01-01', to: '2028-12-31' })
  expect(['rights-changed', 'signed-out', 'forbidden']).toContain(codeOf(reply))
  expect(stage.faults).toEqual([])
})
