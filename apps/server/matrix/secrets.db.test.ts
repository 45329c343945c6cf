import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { legalDay } from '#engine/day.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import { verifyLedger } from '#platform/ledger/verify.ts'
import { pdfText } from '#platform/testing/pdf.ts'
import { hidden, Walker } from '../../citizen-web/walk.ts'
import type { Reply } from '../testing/signed.ts'
import { AREA, later, pdf, startStage, VILLAGE, CENTRE, type Citizen, type Stage } from './stage.ts'

const SECRET_IN_FILE = '只在附件里的一句话9527'
const RECEIVER = '测试签收人'
const ADDRESS = '测试地址三十七号'
const NASTY = '<b>粗</b>#set text(red)[*]$x$\\ "引号" @ref'

let stage: Stage
let owner: Citizen
let no: string
let item: {
  materials: { id: string; necessity: string; fromForm?: boolean }[]
  form: { fields: { name: string; type: string; element?: string }[] }
}

/** A whole life: registered, drafted, filed, found wanting, supplied, decided, sealed, handed over, rated; and somebody mistyped. */
beforeAll(async () => {
  stage = await startStage()
  owner = await stage.citizen()
  item = (await stage.house.catalogue.itemInForce(
    AREA,
    'temporary-assistance-small',
    legalDay(stage.clock.now()),
  ))!.item as never
  const filing = await stage.filing(owner)
  const upload = (await owner.upload(pdf(SECRET_IN_FILE), `${owner.person.name}身份证.pdf`)).body as {
    id: string
  }
  const address = item.form.fields.find(({ element }) => element === 'party.address')!.name
  const filed = await owner.call('POST', '/cases', {
    ...filing,
    form: { ...filing.form, [address]: ADDRESS },
    materials: filing.materials.map((line, index) => (index === 0 ? { ...line, files: [upload.id] } : line)),
  })
  no = (filed.body as { no: string }).no
  const paper = item.materials.find(({ necessity, fromForm }) => necessity === 'required' && !fromForm)!.id
  const checklist = item.materials.map(({ id, necessity }) => ({
    material: id,
    verdict: necessity === 'required' ? 'ok' : 'not-applicable',
  }))
  const note = `${owner.person.name}的身份证${owner.person.citizenId}照得太花`
  const wanting = checklist.map((line) =>
    line.material === paper ? { ...line, verdict: 'defective', note } : line,
  )
  const clerk = 'clerk.shantou'
  await act(clerk, 'pre-review', { passed: true, remark: note })
  await act(clerk, 'notify-supplement', {
    checklist: wanting,
    lines: [{ material: paper, problem: note, remedy: `请${owner.person.name}重新提供` }],
  })
  await act(owner, 'supply', {
    materials: [
      {
        material: paper,
        files: [((await owner.upload()).body as { id: string }).id],
        paperOriginals: 0,
        paperCopies: 0,
      },
    ],
  })
  await act(clerk, 'accept', { checklist, remark: note })
  await act('reviewer.shantou', 'review', { opinion: 'grant', text: note })
  await act('approver.shantou', 'return-to-review', { reason: note })
  await act('reviewer.shantou', 'review', { opinion: 'grant', text: note })
  await act('approver.shantou', 'grant', { conclusion: `${NASTY} 准予${owner.person.name}` })
  await act('issuer.shantou', 'seal', {})
  await stage.settle()
  await act(clerk, 'deliver-at-window', {
    receiver: RECEIVER,
    relation: 'self',
    identified: `居民身份证${owner.person.citizenId}`,
  })
  await stage.settle()
  const rating = await owner.walker.get(`/my/cases/${no}/rating`)
  await owner.walker.post(`/my/cases/${no}/rating`, {
    csrf: hidden(rating, 'csrf'),
    requestId: hidden(rating, 'requestId'),
    stars: '5',
    comment: note,
    anonymous: 'no',
  })
  const begun = await owner.walker.post('/items/elderly-allowance/apply', { csrf: owner.csrfToken })
  const draft = begun.location!.split('/')[2]!
  await owner.walker.post(`/apply/${draft}/where`, {
    csrf: owner.csrfToken,
    region: VILLAGE,
    acceptPlace: CENTRE,
    delivery: 'window',
  })
  await owner.walker.post(`/apply/${draft}/form`, {
    csrf: owner.csrfToken,
    name: owner.person.name,
    householdAddress: ADDRESS,
    then: 'leave',
  })
  // People type into the wrong field, and on the wrong page.
  const stranger = new Walker(stage.app)
  const csrf = hidden(await stranger.get('/sign-in'), 'csrf')
  for (const login of [owner.person.phone, owner.person.citizenId, owner.person.name]) {
    await stranger.post('/sign-in', { csrf, login, password: 'falsch' })
    await stage.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { login, password: owner.person.citizenId },
    })
  }
  await stage.anonymous.call(
    'GET',
    `/cases/${encodeURIComponent(owner.person.name)}?no=${owner.person.citizenId}`,
  )
}, 120_000)

async function act(who: string | Citizen, name: string, input: unknown): Promise<void> {
  const caller = typeof who === 'string' ? await stage.as(who) : who
  const reply: Reply = await caller.call('POST', `/cases/${no}/acts/${name}`, { input })
  if (reply.status !== 200) throw new Error(`${name}: ${JSON.stringify(reply.body)}`)
}

/** Every text and JSON column of every table, as `schema.table.column: value`. */
async function* everyText(): AsyncGenerator<{ column: string; value: string }> {
  const { db } = stage.house
  const columns = await db.query<{ schema: string; table: string; column: string; type: string }>(
    `SELECT c.table_schema AS schema, c.table_name AS "table", c.column_name AS "column", c.data_type AS type FROM information_schema.columns c
     JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
     WHERE c.table_schema NOT IN ('pg_catalog', 'information_schema')
       AND c.data_type IN ('text', 'jsonb', 'json', 'character varying', 'ARRAY', 'bytea')`,
  )
  expect(columns.length).toBeGreaterThan(100)
  for (const { schema, table, column, type } of columns) {
    const rows = await db.query<{ value: string }>(
      `SELECT ${type === 'bytea' ? `encode("${column}", 'base64')` : `"${column}"::text`} AS value FROM "${schema}"."${table}" WHERE "${column}" IS NOT NULL`,
    )
    for (const { value } of rows)
      yield {
        column: `${schema}.${table}.${column}`,
        // Bytes are searched as the text they would be.
        value: type === 'bytea' ? Buffer.from(value, 'base64').toString() : value,
      }
  }
}

test('nothing a person said of themselves stands in the clear in any table', async () => {
  const { name, citizenId, phone } = owner.person
  const secrets = [
    name,
    citizenId,
    phone,
    ADDRESS,
    SECRET_IN_FILE,
    RECEIVER,
    '照得太花',
    'Shiyong-2026!',
    owner.session,
    owner.csrfToken,
  ]
  const found: string[] = []
  // The number of the case is no secret and shows that the search looks where things are.
  const withNumber = new Set<string>()
  for await (const { column, value } of everyText()) {
    if (value.includes(no)) withNumber.add(column)
    for (const secret of secrets)
      if (value.includes(secret)) found.push(`${column} holds ${secret}: ${value.slice(0, 200)}`)
  }
  expect(found).toEqual([])
  expect([...withNumber].toSorted()).toEqual(
    expect.arrayContaining([
      'cases.case_view.dossier',
      'cases.case_view.no',
      'cases.paper.no',
      'evaluation.rating.no',
      'ledger.request.result',
    ]),
  )
})

test('nothing of it reaches the log, and nothing went wrong on the way', () => {
  expect(stage.faults).toEqual([])
})

test('a fault is logged without what people typed', async () => {
  const { name, citizenId, phone } = owner.person
  const { db } = stage.house
  await db.query('ALTER TABLE party.party RENAME TO party_away')
  try {
    const walker = new Walker(stage.app)
    const csrf = hidden(await walker.get('/register'), 'csrf')
    const seen = await walker.post('/register', {
      csrf,
      name,
      citizenId,
      phone,
      login: 'other-login',
      password: 'Shiyong-2026!',
    })
    expect(seen.status).toBe(500)
    expect(seen.html).not.toMatch(/party_away|party\.party|relation|node_modules/)
    const api = await owner.call('GET', `/cases/${no}`)
    expect(JSON.stringify(api.body)).not.toMatch(/party\.party|relation|node_modules/)
  } finally {
    await db.query('ALTER TABLE party.party_away RENAME TO party')
  }
  const lines = stage.faults.splice(0).map(String).join('\n')
  expect(lines).toContain('42P01')
  for (const secret of [name, citizenId, phone, 'Shiyong-2026!']) expect(lines).not.toContain(secret)
})

test('an uploaded file is ciphertext on the disk, and comes back whole to its owner', async () => {
  const folder = stage.filesFolder
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  )
  expect(names.length).toBeGreaterThan(3)
  for (const entry of names) {
    const bytes = await readFile(path.join(entry.parentPath, entry.name))
    expect([entry.name, bytes.includes(SECRET_IN_FILE), bytes.includes('%PDF')]).toEqual([
      entry.name,
      false,
      false,
    ])
  }
  const { materials } = (await owner.call('GET', `/cases/${no}`)).body as {
    materials: { files: { id: string }[] }[]
  }
  const bodies = await Promise.all(
    materials.flatMap(({ files }) => files).map(({ id }) => owner.call('GET', `/cases/${no}/files/${id}`)),
  )
  expect(bodies.some(({ body }) => String(body).includes(SECRET_IN_FILE))).toBe(true)
})

test('what an officer types is text on the paper, never markup', async () => {
  const { papers } = (await owner.call('GET', `/cases/${no}`)).body as {
    papers: { id: string; kind: string }[]
  }
  const grant = papers.find(({ kind }) => kind === 'grant')!
  const reply = await stage.app.inject({
    method: 'GET',
    url: `/api/v1/cases/${no}/papers/${grant.id}`,
    headers: { cookie: `citizen_session=${owner.session}`, 'x-as': 'citizen' },
  })
  expect(reply.statusCode).toBe(200)
  const text = (await pdfText(reply.rawPayload)).join('').replace(/\s/g, '')
  expect(text).toContain('#settext(red)')
  expect(text).toContain('<b>粗</b>')
  const page = await owner.walker.get(`/my/cases/${no}`)
  expect(page.html).not.toContain('<b>粗</b>')
})

test('the list and the unrevealed page show staff only masked names and numbers', async () => {
  const { name, citizenId, phone } = owner.person
  const clerk = await stage.as('clerk.shantou')
  for (const call of [
    `/cases?queue=all`,
    `/cases/${no}/facts`,
    `/cases/${no}/clocks`,
    `/cases/${no}/allowed`,
  ]) {
    const text = JSON.stringify((await clerk.call('GET', call)).body)
    for (const secret of [name, citizenId, phone])
      expect([call, text.includes(secret)]).toEqual([call, false])
  }
  const { applicant } = (await clerk.call('GET', `/cases/${no}`)).body as {
    applicant: Record<string, unknown>
  }
  expect(applicant).toMatchObject({ masked: true })
  expect(Object.values(applicant)).not.toContain(name)
  expect(Object.values(applicant)).not.toContain(citizenId)
  const revealed = (await clerk.call('POST', `/cases/${no}/reveal`, { reason: '电话核实人口信息' }))
    .body as Record<string, unknown>
  expect(revealed).toMatchObject({ masked: false, name, idNumber: citizenId, phone })
})

test('once a person’s key is destroyed the case says so calmly and the chain still verifies', async () => {
  const other = await stage.citizen()
  const gone = await stage.file(other)
  await stage.settle()
  const [row] = await stage.house.db.query<{ party: string }>(
    'SELECT party FROM cases.case_view WHERE area_code = $1 AND no = $2',
    [AREA, gone],
  )
  await stage.house.sealing.destroy(NO_AREA, subjectOf(row!.party))
  stage.clock.set(later(stage.clock.now(), 600))
  const clerk = await stage.as('clerk.shantou')
  const reply = await clerk.call('GET', `/cases/${gone}`)
  expect([reply.status, reply.body]).toMatchObject([200, { applicant: { name: '（信息已删除）' } }])
  expect(JSON.stringify(reply.body)).not.toContain(other.person.name)
  expect((await clerk.call('GET', '/cases?queue=all')).status).toBe(200)
  expect((await clerk.call('POST', `/cases/${gone}/reveal`, { reason: '电话核实人口信息' })).status).toBe(200)
  expect((await other.walker.get('/my')).status).toBe(200)
  expect((await other.walker.get(`/my/cases/${gone}`)).status).toBe(200)
  const verification = await verifyLedger(stage.house.db)
  expect(verification).toMatchObject({ brokenStreams: 0 })
  expect(stage.faults).toEqual([])
})

test('CAS-07/a a stored fact altered by hand is found and named', async () => {
  const { db } = stage.house
  const [row] = await db.query<{ stream: string }>(
    'SELECT stream FROM cases.case_view WHERE area_code = $1 AND no = $2',
    [AREA, no],
  )
  const altered = `UPDATE ledger.fact SET body = replace(body, '"channel":"online"', '"channel":"window"') WHERE area_code = $1 AND stream = $2 AND seq = 1`
  await expect(db.query(altered, [AREA, row!.stream])).rejects.toThrow()
  // Somebody with the keys to the database itself switches the guard off first.
  await db.query('ALTER TABLE ledger.fact DISABLE TRIGGER ALL')
  const partitions = await db.query<{ name: string }>(
    `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'ledger.fact'::regclass`,
  )
  for (const { name } of partitions) await db.query(`ALTER TABLE ${name} DISABLE TRIGGER ALL`)
  await db.query(altered, [AREA, row!.stream])
  const verification = await verifyLedger(db)
  expect(verification).toMatchObject({
    brokenStreams: 1,
    firstBroken: { areaCode: AREA, stream: row!.stream, seq: 1, differs: 'hash' },
  })
})

test('CAS-07/b a finished case tells all its steps with person, time and place', async () => {
  const { story } = (await owner.call('GET', `/cases/${no}`)).body as {
    story: { who: string; at: string; place?: string; text: string }[]
  }
  expect(story.length).toBeGreaterThan(8)
  for (const line of story)
    expect([line.text, line.who !== '', line.at !== '']).toEqual([line.text, true, true])
  expect(story.filter(({ place }) => place !== undefined).length).toBeGreaterThan(5)
})
