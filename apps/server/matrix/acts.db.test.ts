import { beforeAll, expect, test } from 'vitest'
import { plainCommit } from '#platform/ledger/commit.ts'
import type { Reply, Signed } from '../testing/signed.ts'
import { AREA, later, startStage, type Caller, type Citizen, type Stage } from './stage.ts'

/**
 * What each person hears who presses each button in each state: the new state, `-` for not your step or not in this state,
 * or another refusal by its code. Roles as in `routes.db.test.ts`: at 山头, whose street office decides, and at 博山.
 */
const STAFF = {
  ...{
    clerk: 'clerk.shantou',
    agent: 'agent.qiugu',
    reviewer: 'reviewer.shantou',
    approver: 'approver.shantou',
  },
  ...{ issuer: 'issuer.shantou', director: 'director.shantou', supervisor: 'supervisor' },
  ...{
    'clerk elsewhere': 'clerk.boshan',
    'reviewer elsewhere': 'reviewer.boshan',
    'approver elsewhere': 'approver.boshan',
  },
  ...{
    'issuer elsewhere': 'issuer.boshan',
    'system admin': 'admin.system',
    'security admin': 'admin.security',
    'audit admin': 'admin.audit',
  },
}

/** Who may take which act; everybody else is refused, whatever the state. */
const WHO: Record<string, readonly string[]> = {
  'pre-review': ['clerk'],
  accept: ['clerk'],
  'notify-supplement': ['clerk'],
  supply: ['owner'],
  'supply-at-window': ['clerk'],
  'add-paper': ['owner'],
  'add-paper-at-window': ['clerk'],
  'propose-refusal': ['clerk'],
  'return-to-window': ['approver'],
  'refuse-acceptance': ['approver'],
  review: ['reviewer'],
  'return-to-review': ['approver'],
  grant: ['approver'],
  deny: ['approver'],
  seal: ['issuer'],
  'deliver-at-window': ['clerk'],
  withdraw: ['owner', 'clerk'],
}

/** The way into each state, and the acts that lead on from it. */
const INTO: Record<string, readonly string[]> = {
  received: [],
  supplementing: ['notify-supplement'],
  'refusal-proposed': ['propose-refusal'],
  accepted: ['accept'],
  reviewed: ['accept', 'review'],
  decided: ['accept', 'review', 'grant'],
  issued: ['accept', 'review', 'grant', 'seal'],
  'not-accepted': ['propose-refusal', 'refuse-acceptance'],
  closed: ['accept', 'review', 'grant', 'seal', 'deliver-at-window'],
  withdrawn: ['withdraw'],
}
const OWN_PAPERS = ['add-paper', 'add-paper-at-window']
const OPEN_TO: Record<string, readonly string[]> = {
  received: ['pre-review', 'accept', 'notify-supplement', 'propose-refusal', 'withdraw', ...OWN_PAPERS],
  supplementing: ['supply', 'supply-at-window', 'withdraw', ...OWN_PAPERS],
  'refusal-proposed': ['return-to-window', 'refuse-acceptance', 'withdraw', ...OWN_PAPERS],
  accepted: ['review', 'withdraw'],
  reviewed: ['return-to-review', 'grant', 'deny', 'withdraw'],
  decided: ['seal'],
  issued: ['deliver-at-window'],
  'not-accepted': ['deliver-at-window'],
  closed: [],
  withdrawn: [],
}
const UNSEEING = [
  'other citizen',
  'agent',
  'clerk elsewhere',
  'reviewer elsewhere',
  'approver elsewhere',
  'issuer elsewhere',
  'system admin',
  'security admin',
  'audit admin',
]

let stage: Stage
let people: Record<string, Caller>
let owner: Citizen
let materials: { id: string; necessity: string; fromForm?: boolean }[]

beforeAll(async () => {
  stage = await startStage()
  owner = await stage.citizen()
  people = { owner, 'other citizen': await stage.citizen(), anonymous: stage.anonymous }
  for (const [who, login] of Object.entries(STAFF)) people[who] = await stage.as(login)
  materials = (await stage.house.catalogue.itemInForce(AREA, 'temporary-assistance-small', '2026-03-16'))!
    .item.materials as never
}, 120_000)

function inputOf(act: string): Record<string, unknown> {
  const paper = materials.find(({ necessity, fromForm }) => necessity === 'required' && !fromForm)!.id
  const checklist = materials.map(({ id, necessity }) => ({
    material: id,
    verdict: necessity === 'required' ? 'ok' : 'not-applicable',
  }))
  const wanting = checklist.map((line) => (line.material === paper ? { ...line, verdict: 'missing' } : line))
  const supplied = { materials: [{ material: paper, files: [], paperOriginals: 1, paperCopies: 0 }] }
  // The notice asks for the first; what somebody adds on their own is another.
  const other = materials.find(({ id, fromForm }) => id !== paper && !fromForm)!.id
  const added = { materials: [{ material: other, files: [], paperOriginals: 1, paperCopies: 0 }] }
  const inputs: Record<string, Record<string, unknown>> = {
    ...{ 'add-paper': added, 'add-paper-at-window': added },
    'pre-review': { passed: true },
    accept: { checklist },
    'notify-supplement': {
      checklist: wanting,
      lines: [{ material: paper, problem: '没有提供', remedy: '请提供原件' }],
    },
    supply: supplied,
    'supply-at-window': supplied,
    'propose-refusal': { reason: '不属于本机关职权范围', basis: '行政许可法第三十二条' },
    'return-to-window': { reason: '属于本机关职权，请受理' },
    'refuse-acceptance': { reason: '不属于本机关职权范围', basis: '行政许可法第三十二条' },
    review: { opinion: 'grant', text: '符合条件' },
    'return-to-review': { reason: '请核实家庭人口' },
    grant: { conclusion: '准予' },
    deny: { reason: '经核实不符合救助条件的规定', basis: '社会救助暂行办法第四十七条' },
    seal: {},
    'deliver-at-window': { receiver: '测试', relation: 'self', identified: '居民身份证' },
    withdraw: { reason: '不再申请', signed: true },
  }
  return inputs[act]!
}

const press = (who: Caller, no: string, act: string, headers?: Record<string, string>) =>
  who.call('POST', `/cases/${no}/acts/${act}`, { input: inputOf(act) }, headers)

async function caseIn(state: string): Promise<string> {
  const no = await stage.file(owner)
  for (const act of INTO[state]!) {
    const reply = await press(people[WHO[act]![0]!]!, no, act)
    if (reply.status !== 200) throw new Error(`${act}: ${JSON.stringify(reply.body)}`)
    // The paper must be made before anybody can hand it over.
    if (act === 'seal' || act === 'refuse-acceptance') await stage.settle()
  }
  return no
}

const codeOf = ({ body }: Reply) => (body as { code?: string }).code

test.each(Object.keys(INTO))(
  '%s: nobody may do what is not theirs to do in this state',
  async (state) => {
    const no = await caseIn(state)
    const before = (await owner.call('GET', `/cases/${no}`)).body as {
      summary: { version: number; state: string }
    }
    expect(before.summary.state).toBe(state)
    const through: string[] = []
    for (const act of Object.keys(WHO)) {
      for (const [who, caller] of Object.entries(people)) {
        if (OPEN_TO[state]!.includes(act) && WHO[act]!.includes(who)) continue
        const code = codeOf(await press(caller, no, act))
        const expected =
          who === 'anonymous'
            ? ['signed-out']
            : UNSEEING.includes(who)
              ? ['case-not-found']
              : ['not-your-step', 'not-in-this-state']
        if (!expected.includes(code!)) through.push(`${who} ${act}: ${code}`)
      }
    }
    expect(through).toEqual([])
    const after = (await owner.call('GET', `/cases/${no}`)).body as typeof before
    expect(after.summary).toEqual(before.summary)
  },
  120_000,
)

test.each(Object.entries(OPEN_TO).flatMap(([state, acts]) => acts.map((act) => [state, act] as const)))(
  '%s: %s goes through for exactly those whose step it is',
  async (state, act) => {
    for (const who of WHO[act]!) {
      if (who === 'clerk' && act === 'supply') continue
      const no = await caseIn(state)
      const reply = await press(people[who]!, no, act)
      expect([who, reply.status, codeOf(reply)]).toEqual([who, 200, undefined])
    }
  },
  60_000,
)

test('buttons come from the same rules: allowed names exactly what the table opens', async () => {
  for (const state of Object.keys(INTO)) {
    const no = await caseIn(state)
    for (const [who, caller] of Object.entries(people)) {
      if (who === 'anonymous' || UNSEEING.includes(who)) continue
      const { body } = await caller.call('GET', `/cases/${no}/allowed`)
      const { allowed } = body as { allowed: { act: string }[] }
      // Acts of the further lawful paths (capabilities/case/chapters) have tables of their own beside their rules.
      const names = allowed.map(({ act }) => act).filter((act) => act in WHO)
      const expected = OPEN_TO[state]!.filter((act) => WHO[act]!.includes(who))
      expect([state, who, names.toSorted()]).toEqual([state, who, expected.toSorted()])
    }
  }
}, 120_000)

test.each([
  'file-online',
  'file-at-window',
  'record-paper',
  'deem-accept',
  'lapse',
  'deliver-electronically',
  'end-visit',
  'record-tracking',
  'rectification-over',
  'serve-revocation-electronically',
  'recompute-clocks',
  'serve-notice-electronically',
  'end-notice-announcement',
  'lapse-statement',
  'serve-special-electronically',
  'flag-over-told',
  'serve-hearing-electronically',
  'lapse-hearing-right',
  'close-publicity',
  'constructor',
  '__proto__',
  'toString',
])('an act of the machine cannot be had by its name: %s', async (act) => {
  const no = await caseIn('received')
  for (const who of ['owner', 'clerk', 'approver', 'system admin']) {
    expect([who, codeOf(await people[who]!.call('POST', `/cases/${no}/acts/${act}`, { input: {} }))]).toEqual(
      [who, 'action-unknown'],
    )
  }
})

test('CAS-24 no route moves a decision up: another body neither sees nor decides what a town must', async () => {
  const no = await caseIn('reviewed')
  for (const login of ['approver.approval-bureau', 'approver.civil-affairs', 'approver.boshan']) {
    const above = await stage.as(login)
    expect([login, codeOf(await press(above, no, 'grant'))]).toEqual([login, 'case-not-found'])
  }
  // Nor can an act name another body: what decides was found from the region when the case was filed.
  const named = await people['approver']!.call('POST', `/cases/${no}/acts/grant`, {
    input: { ...inputOf('grant'), decidingBody: 'civil-affairs' },
  })
  expect(codeOf(named)).toBe('input-invalid')
  const moved = await people['clerk']!.call('POST', `/cases/${no}/acts/transfer`, {
    input: { body: 'civil-affairs' },
  })
  expect(codeOf(moved)).toBe('action-unknown')
})

test('CAS-25 acting beyond one’s power is refused and on record, once however often it is pressed', async () => {
  const no = await caseIn('reviewed')
  for (let press_ = 0; press_ < 2; press_++) {
    const reply = await press(people['approver elsewhere']!, no, 'grant', {
      'idempotency-key': 'beyond-power-1',
    })
    expect([reply.status, codeOf(reply)]).toEqual([404, 'case-not-found'])
  }
  const recorded = await attemptsOn(no)
  expect(recorded).toHaveLength(1)
  expect(JSON.parse(recorded[0]!.body)).toMatchObject({
    action: 'grant',
    stream: expect.stringContaining('case:'),
  })
  expect(JSON.parse(recorded[0]!.actor)).toMatchObject({ post: 'post-370304-approver-boshan' })
})

test('CAS-25 a town’s issuer who sees a bureau’s case at the own counter cannot seal it, and the try is on record', async () => {
  const clerk = await stage.as('clerk.chengdong')
  const filing = {
    ...(await stage.filing(owner, 'legal-aid')),
    acceptPlace: 'centre-370304001',
    region: undefined,
  }
  const filed = await clerk.call('POST', '/cases', {
    ...filing,
    region: filing.region ?? '370304001001',
    materials: [],
  })
  expect([filed.status, filed.body]).toMatchObject([200, {}])
  const { no } = filed.body as { no: string }
  await press2(clerk, no, 'accept', 'legal-aid')
  for (const [login, act] of [
    ['reviewer.justice', 'review'],
    ['approver.justice', 'grant'],
  ] as const)
    await press2(await stage.as(login), no, act, 'legal-aid')
  for (let press_ = 0; press_ < 2; press_++) {
    const reply = await press(clerk, no, 'seal', { 'idempotency-key': 'beyond-power-2' })
    expect([reply.status, codeOf(reply)]).toEqual([403, 'power-none'])
  }
  const recorded = await attemptsOn(no)
  expect(recorded.map(({ body }) => (JSON.parse(body) as { code: string }).code)).toEqual(['power-none'])
})

async function press2(who: Signed, no: string, act: string, item: string): Promise<void> {
  const found = (await stage.house.catalogue.itemInForce(AREA, item, '2026-03-16'))!.item.materials
  const checklist = found.map(({ id, necessity }) => ({
    material: id,
    verdict: necessity === 'required' ? 'ok' : 'not-applicable',
  }))
  const reply = await who.call('POST', `/cases/${no}/acts/${act}`, {
    input: act === 'accept' ? { checklist } : inputOf(act),
  })
  if (reply.status !== 200) throw new Error(`${act}: ${JSON.stringify(reply.body)}`)
}

/** What supervision finds about a case in the attempt streams. */
async function attemptsOn(no: string) {
  const [row] = await stage.house.db.query<{ stream: string }>(
    'SELECT stream FROM cases.case_view WHERE area_code = $1 AND no = $2',
    [AREA, no],
  )
  const all = await stage.house.db.query<{ body: string; actor: string }>(
    `SELECT body, actor FROM ledger.fact WHERE area_code = $1 AND stream LIKE 'attempt:%'`,
    [AREA],
  )
  return all.filter(({ body }) => (JSON.parse(body) as { stream: string }).stream === row!.stream)
}

test('CAS-02 a grant that has expired blocks the next acceptance at once, with the reason on screen', async () => {
  const no = await caseIn('received')
  await people['clerk']!.call('GET', `/cases/${no}`)
  const { ledger, db, clock } = stage.house
  const [grant] = await db.query<{ stream: string; version: number }>(
    `SELECT stream, version FROM catalogue.power_grant WHERE area_code = $1 AND item = 'temporary-assistance-small' AND body = 'town-370304004'`,
    [AREA],
  )
  const head = (await ledger.head(AREA, grant!.stream))!
  const outcome = await ledger.commit(plainCommit, {
    ...{
      areaCode: AREA,
      actorKey: 'system',
      requestId: 'expire-grant',
      requestHash: 'expire-grant',
      actor: { kind: 'system', job: 'test' },
      at: clock.now(),
    },
    streams: [
      {
        stream: grant!.stream,
        expectedVersion: head.version,
        prevHash: head.hash,
        facts: [{ kind: 'power-ended', body: { to: '2026-03-15' }, schemaVersion: 1 }],
      },
    ],
    ...{ reliesOn: [], jobs: [], cancelJobs: [], result: null },
  })
  expect(outcome.outcome).toBe('done')
  await db.query(
    `UPDATE catalogue.power_grant SET valid_to = '2026-03-15', version = $3 WHERE area_code = $1 AND stream = $2`,
    [AREA, grant!.stream, head.version + 1],
  )
  const reply = await press(people['clerk']!, no, 'accept')
  expect([reply.status, reply.body]).toMatchObject([
    403,
    { code: 'power-expired', detail: expect.stringMatching(/授权|权限/) },
  ])
  const { body } = await people['clerk']!.call('GET', `/cases/${no}/allowed`)
  expect((body as { allowed: { act: string }[] }).allowed.map(({ act }) => act)).not.toContain('accept')
  await db.query(`UPDATE catalogue.power_grant SET valid_to = NULL WHERE area_code = $1 AND stream = $2`, [
    AREA,
    grant!.stream,
  ])
  stage.clock.set(later(stage.clock.now(), 15))
})

test('a post that ends while its page is open commits nothing more', async () => {
  const no = await caseIn('received')
  const clerk = await stage.as('clerk.shantou2')
  expect((await clerk.call('GET', `/cases/${no}`)).status).toBe(200)
  await stage.endPost(clerk.session.post.id)
  const reply = await press(clerk, no, 'accept')
  expect(['rights-changed', 'signed-out', 'forbidden']).toContain(codeOf(reply))
  stage.clock.set(later(stage.clock.now(), 6))
  expect(codeOf(await press(clerk, no, 'accept'))).toBe('signed-out')
  const { body } = await owner.call('GET', `/cases/${no}`)
  expect((body as { summary: { state: string } }).summary.state).toBe('received')
})

test('an older picture of the case is told so, and a version nobody ever saw breaks nothing', async () => {
  const no = await caseIn('received')
  const send = (version: unknown) =>
    people['clerk']!.call('POST', `/cases/${no}/acts/pre-review`, { version, input: { passed: true } })
  expect(codeOf(await send(0))).toBe('changed-since-read')
  expect((await send(999)).status).toBeLessThan(500)
  for (const wrong of [-1, 1.5, '1', null, [1]])
    expect([wrong, [400, 409]]).toEqual([wrong, expect.arrayContaining([(await send(wrong)).status])])
})

test('the same press twice is one act; with another content it is refused; another person’s key is another press', async () => {
  const [one, two] = [await caseIn('received'), await caseIn('received')]
  const key = { 'idempotency-key': 'press-0001' }
  const first = await press(people['clerk']!, one, 'accept', key)
  expect([first.status, await press(people['clerk']!, one, 'accept', key)]).toMatchObject([
    200,
    { status: 200, body: first.body },
  ])
  expect(codeOf(await press(people['clerk']!, two, 'accept', key))).toBe('request-reused')
  const clerk2 = await press(people['reviewer']!, one, 'review', key)
  expect(clerk2.status).toBe(200)
})

test.each([
  ['withdraw', 'owner', { reason: '不再申请', state: 'closed' }],
  ['withdraw', 'owner', { reason: '不再申请', party: 'someone' }],
  ['accept', 'clerk', { checklist: [], deemed: true, on: '2020-01-01' }],
  ['propose-refusal', 'clerk', { reason: '不属于职权范围', grant: 'x' }],
  [
    'supply',
    'owner',
    { materials: [{ material: 'id-card', files: [], paperOriginals: 1, paperCopies: 0 }], state: 'accepted' },
  ],
])('%s takes nothing it did not ask for', async (act, who, input) => {
  const no = await caseIn(act === 'supply' ? 'supplementing' : 'received')
  const reply = await people[who]!.call('POST', `/cases/${no}/acts/${act}`, { input })
  expect([reply.status, codeOf(reply)]).toEqual([400, 'input-invalid'])
})

test('a forged list of files is not believed: only what was really uploaded counts', async () => {
  const no = await caseIn('supplementing')
  const asked = inputOf('supply')['materials'] as { material: string }[]
  const forged = {
    materials: [{ ...asked[0], files: ['fake'], paperOriginals: 0, paperCopies: 0 }],
    files: { fake: { id: 'fake', size: 1, mediaType: 'application/pdf' } },
  }
  expect(codeOf(await owner.call('POST', `/cases/${no}/acts/supply`, { input: forged }))).toBe(
    'file-not-yours',
  )
  const nested = {
    materials: [{ ...asked[0], files: ['a', ['b'], { $ne: 1 }], paperOriginals: 0, paperCopies: 0 }],
  }
  expect((await owner.call('POST', `/cases/${no}/acts/supply`, { input: nested })).status).toBeLessThan(500)
  expect(stage.faults).toEqual([])
})
