import { beforeAll, describe, expect, test } from 'vitest'
import type { BatchView, BothTiersRow, ReadyRow } from '#capabilities/catalogue/contract.ts'
import { forgetGround } from '#capabilities/organisation/index.ts'
import { demoForm } from '../demo/form-values.ts'
import { demoPerson } from '../demo/people.ts'
import type { Reply, Signed } from '../testing/signed.ts'
import { startHouse, type TestHouse } from '../testing/house.ts'

// Real: database, the pack of 博山 with its posts, routes as the server answers them, the worker. Moved by hand: the clock.

/** 预包装食品备案 of the market supervision; towns' centres take it in. */
const FOOD = 'prepackaged-food-filing'
/** 最低生活保障 of civil affairs, which towns exercise too. */
const SHARED = 'subsistence-allowance'
const OTHER = 'fireworks-retail-licence'
const OWNER = 'market-supervision'
const BOSHAN = 'town-370304113'
const BADOU = 'town-370304106'

let stage: TestHouse
let who: Record<string, Signed>
const LOGINS = [
  ...['organiser.approval-bureau', 'head.market-supervision', 'head.justice', 'head.staffing-office'],
  ...['head.approval-bureau', 'head.district-government', 'head.civil-affairs', 'registrar.approval-bureau'],
  ...['director.boshan', 'director.badou', 'organiser.boshan', 'supervisor', 'clerk.boshan'],
]

async function moveTo(day: string): Promise<void> {
  stage.clock.set(`${day}T01:30:00.000Z`)
  who = Object.fromEntries(await Promise.all(LOGINS.map(async (login) => [login, await stage.as(login)])))
  await stage.settle()
}
beforeAll(async () => {
  stage = await startHouse({ at: '2026-03-16T01:30:00.000Z' })
  // Half a year in the plan; passwords do not live that long.
  await stage.house.db.query(
    `UPDATE organisation.pack_version SET body = jsonb_set(body, '{parameters,delegationBatches,value,postCheckMonths}', '1')`,
  )
  forgetGround()
  await moveTo('2026-03-16')
}, 120_000)

const codeOf = ({ body }: Reply) => (body as { code?: string }).code ?? 'done'
const bodyOf = <T>({ body }: Reply) => body as T
const begin = (login: string, book: string, name: string, input: object) =>
  who[login]!.call('POST', `/books/${book}/begin/${name}`, { input })
const act = (login: string, book: string, id: string, name: string, input: object = {}) =>
  who[login]!.call('POST', `/books/${book}/entries/${id}/acts/${name}`, { input })
const idOf = (reply: Reply) => {
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  return bodyOf<{ id: string }>(reply).id
}
const detailOf = ({ body }: Reply) => String((body as { detail?: string }).detail)

const PROPOSAL = {
  ...{ by: OWNER, items: [FOOD], kind: 'delegated', powers: ['decide', 'seal'] },
  ...{ from: '2026-03-23', towns: [BOSHAN, BADOU] },
}
const DOCUMENT = {
  ...{ title: '关于下放一批审批服务事项的决定', number: '博政字〔2026〕9号', on: '2026-03-16' },
  ...{ announcedOn: '2026-03-16', announcedWhere: '区政府网站' },
}
const AGREES = { stance: 'agree', text: '同意下放。' }
const SEATS = ['head.market-supervision', 'head.justice', 'head.staffing-office', 'head.approval-bureau']
const opinion = (login: string, batch: string, said: object = AGREES) =>
  act(login, 'delegation-batch', batch, 'give-opinion', said)
const agree = (batch: string, document: object = DOCUMENT) =>
  act('head.district-government', 'delegation-batch', batch, 'agree', document)
const proposed = async (name: string, more: object = {}) =>
  idOf(
    await begin('organiser.approval-bureau', 'delegation-batch', 'propose', { name, ...PROPOSAL, ...more }),
  )

async function agreed(name: string, more: object = {}, seats = SEATS): Promise<string> {
  const batch = await proposed(name, more)
  for (const login of seats) expect([login, codeOf(await opinion(login, batch))]).toEqual([login, 'done'])
  expect(codeOf(await agree(batch))).toBe('done')
  return batch
}
const receive = (login: string, batch: string, place: string) =>
  begin(login, 'delegation-reception', 'receive', {
    ...{ batch, place, system: true, equipment: '受理终端、打印机和政务外网都已经到位' },
  })
const inForce = (reception: string, from: string) =>
  act('registrar.approval-bureau', 'delegation-reception', reception, 'put-in-force', { from })

/** A post of a town is trained: its director reports it, the county makes sure. */
async function trained(post: string, items: readonly string[], director = 'director.boshan'): Promise<void> {
  const input = { post, items, on: '2026-03-13', by: OWNER, hours: 16 }
  const id = idOf(await begin(director, 'post-training', 'report', input))
  expect(codeOf(await act('organiser.approval-bureau', 'post-training', id, 'confirm'))).toBe('done')
}
const seen = async (login: string, path: string) => {
  const reply = await who[login]!.call('GET', path)
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  return reply
}
const batchOf = async (id: string) =>
  bodyOf<{ items: BatchView[] }>(await seen('supervisor', '/delegation/batches')).items.find(
    (each) => each.id === id,
  )!
const powersOf = async (body: string, standing = '') =>
  bodyOf<{
    items: { id: string; kind: string; from: string; standingText: string; document?: { number: string } }[]
  }>(await who['supervisor']!.call('GET', `/powers?q=${FOOD}&body=${body}&kind=delegated${standing}`)).items

describe('CAT-21 a delegation is judged by the owner, justice, staffing and approval bodies', () => {
  let batch: string
  test('CAT-21 one missing opinion keeps the delegation from taking effect, however it is tried', async () => {
    batch = await proposed('缺意见的一批')
    for (const login of ['head.market-supervision', 'head.justice', 'head.approval-bureau'])
      expect(codeOf(await opinion(login, batch))).toBe('done')
    const refused = await agree(batch)
    expect(codeOf(refused)).toBe('delegation-opinion-missing')
    expect(detailOf(refused)).toContain('区委编办（机构编制）')
    expect((await batchOf(batch)).awaited).toEqual(['区委编办出具意见'])
    // Neither does a town take it on, nor does the registrar write it down past the batch.
    expect(codeOf(await receive('director.boshan', batch, 'centre-370304113'))).toBe('delegation-not-agreed')
    const byHand = {
      ...{
        items: [FOOD],
        body: BOSHAN,
        places: [],
        kind: 'delegated',
        by: OWNER,
        powers: ['decide', 'seal'],
      },
      ...{ from: '2026-03-23', document: { title: '决定', number: '1号', on: '2026-03-16' } },
    }
    expect(codeOf(await who['registrar.approval-bureau']!.call('POST', '/powers', byHand))).toBe(
      'power-only-by-batch',
    )
    await stage.settle()
    expect(await powersOf(BOSHAN)).toEqual([])
    // With the fourth it goes through.
    expect(codeOf(await opinion('head.staffing-office', batch))).toBe('done')
    expect(codeOf(await agree(batch))).toBe('done')
    expect((await batchOf(batch)).seats.map(({ stanceText }) => stanceText)).toEqual([
      '同意',
      '同意',
      '同意',
      '同意',
    ])
  })

  test('each body speaks once and for itself; whoever was not asked does not speak', async () => {
    const other = await proposed('各说各的一批')
    expect(codeOf(await opinion('head.civil-affairs', other))).toBe('delegation-not-asked')
    expect(codeOf(await opinion('head.justice', other))).toBe('done')
    expect(codeOf(await opinion('head.justice', other))).toBe('delegation-not-asked')
  })

  test('an opposing body stops it; a revised batch asks everybody anew', async () => {
    const other = await proposed('有不同意见的一批')
    for (const login of SEATS.slice(1)) await opinion(login, other)
    await opinion('head.market-supervision', other, { stance: 'oppose', text: '镇里没有食品安全监管力量。' })
    const refused = await agree(other)
    expect([codeOf(refused), detailOf(refused).includes('区市场监督管理局')]).toEqual([
      'delegation-opposed',
      true,
    ])
    const input = { name: '有不同意见的一批', ...PROPOSAL, towns: [BOSHAN] }
    expect(codeOf(await act('organiser.approval-bureau', 'delegation-batch', other, 'revise', input))).toBe(
      'done',
    )
    expect((await batchOf(other)).awaited).toHaveLength(4)
    expect(codeOf(await agree(other))).toBe('delegation-opinion-missing')
  })

  test('what law forbids is told when it is proposed, before anybody is asked', async () => {
    const given = (more: object) =>
      begin('organiser.approval-bureau', 'delegation-batch', 'propose', {
        name: '不合法的一批',
        ...PROPOSAL,
        ...more,
      })
    expect(codeOf(await given({ by: 'civil-affairs' }))).toBe('power-not-held')
    expect(codeOf(await given({ towns: ['justice'] }))).toBe('delegation-no-town')
    expect(codeOf(await given({ powers: ['decide'] }))).toBe('delegation-decide-and-seal')
    expect(
      codeOf(
        await begin('organiser.boshan', 'delegation-batch', 'propose', { name: '镇里提的', ...PROPOSAL }),
      ),
    ).toBe('delegation-county-only')
  })
})

describe('CAT-24 powers are handed down in batches to towns that can bear them', () => {
  let batch: string
  let reception: string
  test('CAT-24 a town without trained staff for the item cannot receive it; trained, it can, and another still cannot', async () => {
    await act(
      'organiser.approval-bureau',
      'delegation-batch',
      (await batchNamed('缺意见的一批')).id,
      'give-up',
      {
        reason: '并入第一批',
      },
    )
    batch = await agreed('2026年第一批')
    const refused = await receive('director.boshan', batch, 'centre-370304113')
    expect(codeOf(refused)).toBe('reception-not-ready')
    expect(detailOf(refused)).toContain('没有经过培训的审查人员')
    expect(detailOf(refused)).toContain('没有经过培训的审批人员')
    // Trained for another item is not trained for this one.
    await trained('post-370304-reviewer-boshan', [SHARED])
    expect(codeOf(await receive('director.boshan', batch, 'centre-370304113'))).toBe('reception-not-ready')
    await trained('post-370304-reviewer-boshan', [FOOD])
    await trained('post-370304-approver-boshan', [FOOD])
    reception = idOf(await receive('director.boshan', batch, 'centre-370304113'))
    expect(codeOf(await receive('director.badou', batch, 'centre-370304106'))).toBe('reception-not-ready')
    const { rows } = bodyOf<{ rows: ReadyRow[] }>(
      await who['organiser.approval-bureau']!.call('GET', `/delegation/batches/${batch}/readiness`),
    )
    expect(rows.map(({ placeName, ready }) => [placeName.slice(0, 2), ready])).toEqual([
      ['博山', true],
      ['八陡', false],
    ])
  })

  test('the registrar puts it into force, the register of powers holds it, and the town decides', async () => {
    expect(codeOf(await inForce(reception, '2026-03-20'))).toBe('reception-before-batch')
    expect(codeOf(await inForce(reception, '2026-03-23'))).toBe('done')
    await stage.settle()
    expect(await powersOf(BOSHAN)).toMatchObject([
      { kind: 'delegated', from: '2026-03-23', document: { number: DOCUMENT.number } },
    ])
    expect(await powersOf(BADOU)).toEqual([])
    await moveTo('2026-03-23')
    const [receiver] = (await batchOf(batch)).receivers
    expect(receiver).toMatchObject({ stateText: '行使中', checkBy: '2026-04-23', late: false })
  })

  test('after the time the plan sets it is looked at again: late is shown, mending has a day, and what goes wrong is taken back', async () => {
    const check = (input: object) =>
      act('organiser.approval-bureau', 'delegation-reception', reception, 'post-check', input)
    await moveTo('2026-04-27')
    expect((await batchOf(batch)).receivers[0]).toMatchObject({ late: true })
    expect(codeOf(await check({ result: 'mend', findings: '三件超期，要补人手。' }))).toBe(
      'reception-mend-by',
    )
    expect(
      codeOf(await check({ result: 'mend', findings: '三件超期，要补人手。', mendBy: '2026-05-20' })),
    ).toBe('done')
    expect((await batchOf(batch)).receivers[0]).toMatchObject({ stateText: '整改中', checkBy: '2026-05-20' })
    await moveTo('2026-05-20')
    // The town does not judge itself.
    expect(
      codeOf(
        await act('organiser.boshan', 'delegation-reception', reception, 'post-check', {
          result: 'continue',
          findings: '都好了。',
        }),
      ),
    ).not.toBe('done')
    expect(codeOf(await check({ result: 'take-back', findings: '仍然超期，接不住。' }))).toBe('done')
    const back = { ...DOCUMENT, number: '博政字〔2026〕30号', on: '2026-05-20', from: '2026-05-22' }
    expect(
      codeOf(await act('registrar.approval-bureau', 'delegation-reception', reception, 'take-back', back)),
    ).toBe('done')
    await stage.settle()
    expect(await powersOf(BOSHAN)).toMatchObject([{ standingText: '已收回' }])
  })

  async function batchNamed(name: string): Promise<BatchView> {
    const { items } = bodyOf<{ items: BatchView[] }>(await seen('supervisor', '/delegation/batches'))
    return items.find((each) => each.name === name)!
  }
})

test('CAT-22 an item both tiers can handle that qualifies and is not delegated is listed, each other with its reason', async () => {
  const report = async () =>
    bodyOf<{ missing: number; rows: BothTiersRow[] }>(await seen('supervisor', '/delegation/both-tiers'))
  const line = async (item: string) => (await report()).rows.find((row) => row.item === item)!
  await moveTo('2026-05-22')
  expect(await line(FOOD)).toBeUndefined()
  expect(await line(SHARED)).toMatchObject({ state: 'not-judged', holderName: '区民政局' })
  const judge = async (login: string, item: string, input: object) => {
    const id = idOf(await begin(login, 'delegation-judgement', 'propose', { item, ...input }))
    expect(codeOf(await act('organiser.approval-bureau', 'delegation-judgement', id, 'settle'))).toBe('done')
  }
  await judge('head.market-supervision', FOOD, {
    qualifies: true,
    ground: 'fits',
    text: '备案量大，镇里看得清。',
  })
  await judge('head.civil-affairs', SHARED, {
    qualifies: false,
    ground: 'whole-county',
    text: '资金要在全区统筹。',
  })
  await judge('head.approval-bureau', OTHER, {
    qualifies: false,
    ground: 'safety',
    text: '零售点要核查安全距离。',
  })
  const { missing, rows } = await report()
  expect(rows[0]).toMatchObject({ item: FOOD, state: 'missing' })
  expect(missing).toBe(1)
  expect(rows[0]!.reason).toContain('博山镇政府')
  expect(await line(SHARED)).toMatchObject({
    state: 'not-qualified',
    reason: expect.stringContaining('统筹'),
  })
  expect(await line(OTHER)).toMatchObject({
    state: 'not-qualified',
    reason: expect.stringContaining('公共安全'),
  })
  // Somebody else's item is not judged, and what is delegated to one town is not missing there any more.
  expect(
    codeOf(
      await begin('head.civil-affairs', 'delegation-judgement', 'propose', {
        item: 'publications-retail-licence',
        qualifies: true,
        ground: 'fits',
        text: '可以下放',
      }),
    ),
  ).toBe('judgement-not-yours')
  await moveTo('2026-05-25')
  const batch = await agreed('2026年第二批', { from: '2026-05-25', towns: [BOSHAN] })
  const reception = idOf(await receive('director.boshan', batch, 'centre-370304113'))
  expect(codeOf(await inForce(reception, '2026-05-25'))).toBe('done')
  await stage.settle()
  const after = await line(FOOD)
  expect([after.state, after.reason.includes('博山镇'), after.reason.includes('八陡镇')]).toEqual([
    'missing',
    false,
    true,
  ])
  const file = await who['supervisor']!.call('GET', '/delegation/both-tiers/export')
  expect(String(file.body)).toContain('符合条件，还没有下放到位')
})

describe('CAT-25 a power given to one named station', () => {
  const ITEM = 'publications-retail-licence'
  const STATION = 'station-370304113203'
  const given = {
    by: 'approval-bureau',
    items: [ITEM],
    powers: ['accept'],
    towns: [BOSHAN],
    stations: [STATION],
  }
  const seats = ['head.approval-bureau', 'head.justice', 'head.staffing-office']

  /** What a village agent hears who takes the item in at the station. */
  async function filedBy(login: string, region: string): Promise<string> {
    const signed = await stage.as(login)
    const { item } = (await stage.house.catalogue.itemInForce('370304', ITEM, '2026-05-25'))!
    const reply = await signed.call('POST', '/cases', {
      ...{
        item: ITEM,
        itemVersion: item.version,
        acceptPlace: signed.session.post.place,
        region,
        delivery: 'window',
      },
      form: demoForm(item.form, demoPerson(41), 1, region),
      materials: item.materials
        .filter(({ fromForm, shared }) => !fromForm && !shared)
        .map(({ id }) => ({ material: id, files: [], paperOriginals: 1, paperCopies: 0 })),
    })
    return codeOf(reply)
  }

  /** 办理地点 of the guide, as somebody of this village reads it. */
  async function placesFor(region: string) {
    const view = await stage.house.guides.view('370304', ITEM, '2026-05-25', region)
    if ('refused' in view) throw new Error(view.code)
    return view.places
  }
  const nearestFor = async (region: string) => (await placesFor(region))[0]
  const stationsFor = async (region: string) =>
    (await placesFor(region)).filter(({ tier }) => tier === 'station').map(({ id }) => id)

  test('CAT-25 the station it was given to takes the item in, another cannot, and nobody can once it is withdrawn', async () => {
    expect(await filedBy('agent.shiquan', '370304113203')).toBe('item-not-offered-here')
    const input = { ...given, powers: ['decide', 'seal'] }
    expect(
      codeOf(
        await begin('organiser.approval-bureau', 'delegation-batch', 'propose', {
          ...PROPOSAL,
          ...input,
          name: '站里作决定',
        }),
      ),
    ).toBe('delegation-station-accepts')
    const batch = await agreed('石泉村定向放权', { ...given, from: '2026-05-25' }, seats)
    await trained('post-370304-agent-shiquan', [ITEM])
    expect(codeOf(await receive('director.boshan', batch, 'station-370304113204'))).toBe(
      'reception-not-named',
    )
    const reception = idOf(await receive('director.boshan', batch, STATION))
    expect(codeOf(await inForce(reception, '2026-05-25'))).toBe('done')
    await stage.settle()
    stage.clock.set('2026-05-25T01:35:00.000Z')
    expect(await filedBy('agent.shiquan', '370304113203')).toBe('done')
    // The guide shows it to the people of that village as their nearest place, and to nobody else.
    expect(await nearestFor('370304113203')).toMatchObject({ id: STATION, onlyHere: true })
    expect(await nearestFor('370304113204')).toMatchObject({ tier: 'centre' })
    expect(await stationsFor('370304113203')).toEqual([STATION])
    expect(await stationsFor('370304113204')).toEqual([])
    expect(await filedBy('agent.qiugu', '370304004207')).toBe('item-not-offered-here')
    const findings = '办件太少，收回。'
    for (const [login, name, said] of [
      ['organiser.approval-bureau', 'post-check', { result: 'take-back', findings }],
      [
        'registrar.approval-bureau',
        'take-back',
        { ...DOCUMENT, number: '博政字〔2026〕31号', from: '2026-05-25' },
      ],
    ] as const)
      expect(codeOf(await act(login, 'delegation-reception', reception, name, said))).toBe('done')
    await stage.settle()
    stage.clock.set('2026-05-25T01:40:00.000Z')
    expect(await filedBy('agent.shiquan', '370304113203')).toBe('item-not-offered-here')
    expect(await stationsFor('370304113203')).toEqual([])
  })
})
