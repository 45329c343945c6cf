import { beforeAll, expect, test } from 'vitest'
import { rebuildCertificates } from '#capabilities/agency/index.ts'
import { NEVER_ISSUED } from '#capabilities/catalogue/index.ts'
import { newId } from '#platform/id.ts'
import { pdfText } from '#platform/testing/pdf.ts'
import { startHouse, type TestHouse } from '../testing/house.ts'
import type { Reply, Signed } from '../testing/signed.ts'

// Real: database, the pack of 博山, routes and pages as the server answers them, worker, typesetter.
let house: TestHouse
const signed = new Map<string, Promise<Signed>>()
const as = (login: string): Promise<Signed> => {
  if (!signed.has(login)) signed.set(login, house.as(login))
  return signed.get(login)!
}
beforeAll(async () => {
  house = await startHouse({ at: '2026-11-25T01:00:00.000Z' })
}, 120_000)

const AGENT = 'agent.qiugu'
const codeOf = ({ body }: Reply) => (body as { code?: string }).code ?? 'done'
const bodyOf = <T>({ body }: Reply) => body as T
const post = async (who: string, path: string, body: object, headers?: Record<string, string>) =>
  (await as(who)).call('POST', path, body, headers)
const get = async (who: string, path: string) => (await as(who)).call('GET', path)

const HOLDER = { name: '测试甲', idNumber: '370304190001010013', phone: '19900000001' }
const CHECK = { how: 'meeting', found: '村民委员会开会研究，与会五人一致同意。' }
const CONTENT = '经本村村民委员会研究，指定测试乙为测试丙的监护人。'
const asked = (number: number, type = 'guardian-appointed') => ({
  ...{ type, purpose: '办理监护人变更登记', wish: '指定测试乙为测试丙的监护人' },
  holder: { ...HOLDER, idNumber: person(number) },
})

/** People who never lived: born before 1910, with a right check sign. */
function person(number: number): string {
  const first = `3703041900010${String(number).padStart(4, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(first[at]), 0)
  return first + '10X98765432'[sum % 11]
}

interface Moved {
  id: string
  state: string
  version: number
}
const act = async (who: string, id: string, name: string, input: object, version?: number) =>
  post(who, `/certificates/${id}/acts/${name}`, { input, ...(version === undefined ? {} : { version }) })
async function issued(number: number, who = AGENT): Promise<string> {
  const { id } = bodyOf<Moved>(await post(who, '/certificates', asked(number)))
  await act(who, id, 'check', CHECK)
  expect(codeOf(await act(who, id, 'issue', { content: CONTENT }))).toBe('done')
  return id
}
interface Detail {
  summary: { no?: string; standing: string; late: boolean; holder: string; basis: string }
  code: string
  person?: { name: string; idNumber: string }
  allowed: { act: string }[]
  story: { text: string; details: string[] }[]
}
const detail = async (who: string, id: string) => bodyOf<Detail>(await get(who, `/certificates/${id}`))
const page = async (path: string) => {
  const { statusCode, body } = await house.app.inject({ method: 'GET', url: path })
  return { statusCode, text: body.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, '') }
}

async function publishList(): Promise<void> {
  const LIST = '/books/certificate-list'
  const draft = { title: '村（社区）出具证明事项清单', from: '2026-11-25', start: 'catalogue' }
  const { id } = bodyOf<Moved>(await post('author.civil-affairs', `${LIST}/begin/draft`, { input: draft }))
  const put = { name: '亲属关系证明', law: '《测试办法》第一条', states: '写明亲属关系' }
  const step = async (who: string, name: string, input: object) =>
    codeOf(await post(who, `${LIST}/entries/${id}/acts/${name}`, { input }))
  expect(await step('author.civil-affairs', 'put', put)).toBe('certificate-struck-off')
  expect(await step('author.civil-affairs', 'submit', {})).toBe('done')
  expect(await step('items.approval-bureau', 'approve', {})).toBe('done')
  const notice = { on: '2026-11-25', channel: 'village', documentNo: '博民字〔2026〕8号' }
  expect(await step('items.approval-bureau', 'announce', notice)).toBe('done')
}

test('CAT-15/a, CAT-15/b a type not on the list cannot be issued; every issue has a number', async () => {
  expect(codeOf(await post(AGENT, '/certificates', asked(1)))).toBe('certificate-not-listed')
  await publishList()
  for (const type of ['亲属关系证明', '健在证明'])
    expect(codeOf(await post(AGENT, '/certificates', asked(1, type)))).toBe('certificate-struck-off')
  expect(codeOf(await post(AGENT, '/certificates', asked(1, '好人证明')))).toBe('certificate-not-listed')
  expect(codeOf(await post('clerk.hall', '/certificates', asked(1)))).toBe('certificate-not-here')

  const key = { 'idempotency-key': newId() }
  const first = await post(AGENT, '/certificates', asked(1), key)
  expect((await post(AGENT, '/certificates', asked(1), key)).body).toEqual(first.body)
  expect(codeOf(await post(AGENT, '/certificates', asked(1)))).toBe('certificate-asked-already')
  const { id } = bodyOf<Moved>(first)
  // Nothing is certified that nobody has looked into.
  expect(codeOf(await act(AGENT, id, 'issue', { content: CONTENT }))).toBe('certificate-moved-on')
  expect(codeOf(await act(AGENT, id, 'check', { how: 'heard-say', found: '听说的' }))).toBe('input-invalid')
  expect(codeOf(await act(AGENT, id, 'check', CHECK))).toBe('done')
  expect(codeOf(await act(AGENT, id, 'issue', { content: `${CONTENT}🪿` }))).toBe('unprintable-signs')
  const both = await Promise.all([1, 2].map(() => act(AGENT, id, 'issue', { content: CONTENT })))
  expect(both.map(codeOf).toSorted()).toEqual(['certificate-moved-on', 'done'])
  await issued(2)
  await issued(3, 'agent.heishan')
  const register = bodyOf<{ items: Detail['summary'][] }>(await get('supervisor', '/certificates'))
  // One series a place, without gaps: neither refusals nor the lost race took a number.
  expect(register.items.map(({ no }) => no).toSorted()).toEqual([
    '证〔2026〕370304004207-0001',
    '证〔2026〕370304004207-0002',
    '证〔2026〕370304106026-0001',
  ])
  expect(register.items[0]).toMatchObject({
    ...{ holder: '测*甲', basis: '《中华人民共和国民法典》第三十一条第一款', standing: 'issued' },
  })
  expect(String((await get('supervisor', '/certificates/export')).body)).toContain('370304106026-0001')
})

test.each(NEVER_ISSUED.map(({ name }) => name))(
  'nobody is asked for one that the State has struck off, and nobody gives it: %s',
  async (name) => {
    for (const type of [name, `本村${name}`])
      expect(codeOf(await post(AGENT, '/certificates', asked(9, type)))).toBe('certificate-struck-off')
    expect((await page('/certificates')).text).toContain(name)
  },
)

test('the paper says who, what, what for and by which law; a clerk of another place does not get it', async () => {
  const id = await issued(10)
  const { code, summary } = await detail(AGENT, id)
  const path = `/certificates/${id}/paper`
  const { cookie } = await as(AGENT)
  const paper = await house.app.inject({ method: 'GET', url: `/api/v1${path}`, headers: { cookie } })
  const text = (await pdfText(paper.rawPayload)).join('').replaceAll(/\s/g, '')
  for (const said of [
    summary.no!,
    '测试甲',
    person(10),
    '指定测试乙为测试丙的监护人',
    '民法典',
    '秋谷',
    code,
  ])
    expect(text).toContain(said)
  expect((await get('agent.heishan', path)).status).toBe(404)
  expect((await get('agent.heishan', `/certificates/${id}`)).status).toBe(404)
  // Who watches sees that it was given, not to whom.
  expect((await detail('supervisor', id)).person).toBeUndefined()
  expect((await detail('director.shantou', id)).summary.no).toBe(summary.no)
  const facts = await house.house.db.query<{ body: string }>(
    `SELECT body::text AS body FROM ledger.fact WHERE kind LIKE 'certificate-%'`,
  )
  const open = [person(10), HOLDER.phone, '测试丙', '与会五人']
  expect(facts.filter(({ body }) => open.some((secret) => body.includes(secret)))).toEqual([])
})

test('anybody may check a certificate by its code; a lost copy and a void one say so, and nobody learns a name', async () => {
  const id = await issued(11)
  const { code } = await detail(AGENT, id)
  expect(code).toMatch(/^370304(-[2-9A-HJKMNP-Z]{4}){3}$/)
  const typed = `/verify/${encodeURIComponent(code.toLowerCase().replaceAll('-', ' '))}`
  for (const path of [`/verify/${code}`, typed]) {
    const { statusCode, text } = await page(path)
    expect(statusCode).toBe(200)
    for (const said of ['这份文书是真的', '测*甲', '秋谷', '有效']) expect(text).toContain(said)
    for (const secret of [HOLDER.name, person(11), '测试丙']) expect(text).not.toContain(secret)
  }
  expect((await page(`/verify/${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`)).statusCode).toBe(404)

  expect(codeOf(await act(AGENT, id, 'report-lost', { how: '雨天淋坏了' }))).toBe('done')
  const again = (await detail(AGENT, id)).code
  expect(again).not.toBe(code)
  expect((await page(`/verify/${code}`)).text).toContain('已经挂失')
  expect((await page(`/verify/${again}`)).text).toContain('这份文书是真的')

  // The director of the town watches over its stations; another town's does not.
  const reason = { ground: 'wrong', reason: '姓名写错了一个字' }
  expect((await act('director.boshan', id, 'void', reason)).status).toBe(404)
  expect(codeOf(await act('director.shantou', id, 'void', reason))).toBe('done')
  expect((await page(`/verify/${again}`)).text).toContain('2026年11月25日作废')
  expect(codeOf(await get(AGENT, `/certificates/${id}/paper`))).toBe('certificate-void')
  expect((await detail(AGENT, id)).allowed).toEqual([])
})

test('a certificate is declined with its reason, and one nobody answers is late', async () => {
  const { id } = bodyOf<Moved>(await post(AGENT, '/certificates', asked(12)))
  const no = { ground: 'not-provable', reason: '村里没有这方面的档案', instead: '区档案馆' }
  expect(codeOf(await act(AGENT, id, 'decline', no))).toBe('done')
  const told = await detail(AGENT, id)
  expect(told.summary.standing).toBe('declined')
  expect(told.story.at(-1)).toMatchObject({ details: ['村里没有这方面的档案', '可以找：区档案馆'] })
  const waiting = bodyOf<Moved>(await post(AGENT, '/certificates', asked(12)))
  house.clock.set('2026-12-03T01:00:00.000Z')
  signed.clear()
  await house.settle()
  expect((await detail(AGENT, waiting.id)).summary.late).toBe(true)
  expect(codeOf(await act(AGENT, waiting.id, 'withdraw', {}, waiting.version))).toBe('certificate-moved-on')
  expect(codeOf(await act(AGENT, waiting.id, 'withdraw', {}))).toBe('done')
  const open = bodyOf<{ items: unknown[] }>(await get(AGENT, '/certificates?standing=open'))
  expect(open.items).toEqual([])
  const found = async (words: string) =>
    bodyOf<{ items: unknown[] }>(await get(AGENT, `/certificates?words=${encodeURIComponent(words)}`)).items
  expect(await found(person(12))).toHaveLength(2)
  expect(await found(person(99))).toEqual([])
  expect((await found('测试甲')).length).toBeGreaterThan(3)
  expect(await found('0001')).toHaveLength(1)
})

test('what the registers know of a person is told to the station that asks, and to nobody else', async () => {
  const known = async (who: string, idNumber: string) => post(who, '/certificates/known', { idNumber })
  expect(bodyOf<{ certificates: unknown[] }>(await known(AGENT, person(12))).certificates).toHaveLength(2)
  expect(bodyOf(await known('agent.heishan', person(12)))).toMatchObject({ known: true, certificates: [] })
  expect(bodyOf(await known(AGENT, person(98)))).toMatchObject({ known: false })
})

test('rebuilt tables equal: certificates and their numbers come back from the ledger as they were', async () => {
  const { db } = house.house
  const all = () => db.query('SELECT * FROM agency.certificate ORDER BY id')
  const series = () => db.query('SELECT * FROM agency.certificate_series ORDER BY place, year')
  const [before, numbers] = [await all(), await series()]
  expect(await rebuildCertificates(db)).toMatchObject({ certificates: before.length, mended: [] })
  await db.query(`DELETE FROM agency.certificate WHERE standing IN ('void', 'declined')`)
  await db.query(
    `UPDATE agency.certificate SET dossier = dossier || '{"no": "改过"}' WHERE standing = 'issued'`,
  )
  await db.query('DELETE FROM agency.certificate_series')
  const { mended } = await rebuildCertificates(db)
  expect(mended.length).toBeGreaterThan(3)
  expect(await all()).toEqual(before)
  expect(await series()).toEqual(numbers)
})
