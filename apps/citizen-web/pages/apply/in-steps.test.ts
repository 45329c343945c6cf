import type { FastifyInstance } from 'fastify'
import { beforeEach, describe, expect, test } from 'vitest'
import type { DraftView } from '#capabilities/portal/contract.ts'
import { createHttpServer } from '#platform/http/server.ts'
import { sampleServices, type SampleServices } from '../../examples/services.ts'
import { promisingDraft, sampleDraft } from '../../examples/views.ts'
import { emptyDraft } from '../../examples/visits.ts'
import { mountCitizenWeb } from '../../index.ts'
import { Walker, type Seen } from '../../walk.ts'

// Real: the pages, walked as a browser without JavaScript does. Invented: the services behind them.

let app: FastifyInstance
let services: SampleServices
let citizen: Walker

const csrf = 'of-session'
const at = (path: string) => `/apply/${sampleDraft.id}${path}`
const PERSON = at('/form?part=name')
const STALL = at('/form?part=region')

const person = { name: '测试甲', citizenId: '11010519491231002X', phone: '19900000001', household: 'no' }
const stall = {
  ...{ region: '990101001001', goods: ['craft'], hours: 'day', from: '2026-12-01' },
  ...{ handlers: '', cost: '', remark: '' },
}
const placed = { region: '990101001001', acceptPlace: 'centre', delivery: 'electronic' } as const
const whole: DraftView = { ...emptyDraft, ...placed, values: { ...person, creditCode: '', ...stall } }

beforeEach(async () => {
  services = sampleServices()
  services.state.draft = { ...emptyDraft, ...placed }
  const log = { fault: () => {} }
  app = await createHttpServer({ trustProxy: false, fileLimit: 1000, sentences: (() => '') as never, log })
  const options = { areaName: '示例县', demo: true, secureCookies: false, publicOrigin: '', fileLimit: 1000 }
  await mountCitizenWeb(app, services, options)
  citizen = new Walker(app, { citizen_session: 'good', visit: 'v' })
  return () => app.close()
})

const saved = () => services.done.map(({ input }) => (input as { values: object }).values)
const steps = ({ html }: Seen) =>
  [...html.matchAll(/<li(?: class="([\w-]+)")?><(a|span)[^>]*>([^<]+)</g)]
    .slice(2)
    .map(([, look = 'left', tag, title]) => `${look.replace('progress-', '')} ${tag} ${title}`)
    .filter((line) => /在哪办|填表|申请人$|摊位|交材料|核对提交/.test(line))

describe('the form in steps', () => {
  test('a section a page; the list says what is filled in, where one is and what is left', async () => {
    services.state.draft = { ...emptyDraft, ...placed, values: { ...person, creditCode: '' } }
    const first = await citizen.get(at('/form'))
    expect(first.html).toContain('<h1>申请人</h1>')
    expect(first.html).not.toContain('name="goods"')
    const second = await citizen.get(STALL)
    expect(second.html).toContain('第2步，共4步：填表（第2页，共2页）')
    expect(steps(second)).toEqual([
      ...['done a 在哪办', 'current span 填表', 'left span 交材料', 'left span 核对提交'],
      ...['done a 申请人', 'current span 摊位'],
    ])
  })

  test('each page is saved by itself, so that another window loses nothing', async () => {
    expect((await citizen.post(PERSON, { csrf, ...person })).location).toBe(STALL)
    expect(saved()).toEqual([person])
    const other = await citizen.post(STALL, { csrf, ...person, name: '旧名字', ...stall })
    expect(other.location).toBe(at('/materials'))
    expect(services.state.draft?.values).not.toMatchObject({ name: '旧名字' })
  })

  test('only what is wrong on the page is named, beside its field', async () => {
    const page = await citizen.post(PERSON, { csrf, ...person, phone: '1' })
    expect(page.status).toBe(422)
    expect(page.html.match(/href="#field-\w+"/g)).toEqual(['href="#field-phone"'])
    expect(page.html).toContain('id="field-phone-error"')
    expect(page.html).toContain(`action="${PERSON}"`)
  })

  test('what was left empty on a page that was gone on from counts as asked', async () => {
    services.state.draft = { ...emptyDraft, ...placed, values: { ...person, creditCode: '' } }
    await citizen.post(STALL, {
      csrf,
      region: '990101001001',
      goods: 'craft',
      hours: 'day',
      from: '2026-12-01',
    })
    expect(saved()[0]).toMatchObject({ cost: '', remark: '' })
    expect((await citizen.get(at(''))).location).toBe(at('/materials'))
  })

  test.each([
    ['back', STALL, PERSON],
    ['back', PERSON, at('/where')],
    ['leave', PERSON, '/my'],
  ])('%s from %s keeps what was typed, however wrong', async (then, from, to) => {
    expect((await citizen.post(from, { csrf, then, phone: '1', remark: '说明' })).location).toBe(to)
    expect(saved()).toEqual([from === STALL ? { goods: [], remark: '说明' } : { phone: '1' }])
  })

  test('the first page names the button that keeps a page half filled in, where there is one', async () => {
    const [first, back] = [(await citizen.get(PERSON)).html, (await citizen.get(`${PERSON}&back=check`)).html]
    expect(first).toContain('先空着，按“先保存，以后再填”')
    expect(first).toContain('value="leave"')
    expect(back).not.toContain('以后再填')
  })

  test('a page another window has closed leads on to what is still open', async () => {
    const asked = { ...sampleDraft.item.form.fields[4]!, section: '执照' }
    const fields = sampleDraft.item.form.fields.map((field) => (field.name === 'creditCode' ? asked : field))
    const item = { ...sampleDraft.item, form: { title: '示例', fields } }
    services.state.draft = { ...whole, item, values: { ...whole.values, household: 'yes', creditCode: '' } }
    const licence = at('/form?part=creditCode')
    expect((await citizen.get(at(''))).location).toBe(licence)
    services.state.draft = { ...services.state.draft, values: { ...whole.values, household: 'no' } }
    expect((await citizen.post(licence, { csrf, creditCode: '9' })).location).toBe(at('/materials'))
    expect((await citizen.get(at('/form'))).html).not.toContain('执照')
  })

  test('a page opened before the form went in steps may still send all of it', async () => {
    expect((await citizen.post(at('/form'), { csrf, ...person, ...stall })).location).toBe(at('/materials'))
    const wrong = await citizen.post(at('/form'), { csrf, ...person, ...stall, from: '昨天' })
    expect([wrong.status, wrong.html.match(/href="#field-\w+"/g)]).toEqual([422, ['href="#field-from"']])
    expect(wrong.html).toContain(`action="${STALL}"`)
  })
})

describe('coming back', () => {
  test.each<[string, DraftView, string]>([
    ['nothing said yet', emptyDraft, '/where'],
    ['the place known', { ...emptyDraft, ...placed }, '/form?part=name'],
    ['half a form', { ...whole, values: { ...person, creditCode: '' } }, '/form?part=region'],
    ['a way to choose', { ...whole, commitment: promisingDraft.commitment! }, '/way'],
    ['papers lacking', whole, '/materials'],
  ])('with %s one goes on there', async (_, draft, to) => {
    services.state.draft = draft
    expect((await citizen.get(at(''))).location).toBe(at(to))
    expect((await citizen.get('/my')).html).toContain(`href="${at('')}"`)
  })
})

describe('changing one answer among all of them', () => {
  beforeEach(() => {
    services.state.draft = whole
  })

  test('the change leads back to its section', async () => {
    const check = await citizen.get(at('/check'))
    const to = at('/form?part=phone&back=check')
    expect(check.html).toContain(`href="${to.replace('&', '&amp;')}#field-phone"`)
    expect((await citizen.get(to)).html).toContain('保存并回到核对')
    expect((await citizen.post(to, { csrf, ...person, phone: '19900000002' })).location).toBe(
      at('/check#check-name'),
    )
    expect(check.html).toContain('id="check-name"')
  })

  test('an answer that opens another question is followed by it', async () => {
    const page = await citizen.post(at('/form?part=goods&back=check'), { csrf, ...stall, goods: 'food' })
    // On the same page it is named beside the rest; here it has no answer yet.
    expect([page.status, page.html.match(/href="#field-\w+"/g)]).toEqual([422, ['href="#field-handlers"']])
    const fields = sampleDraft.item.form.fields.map((field) =>
      field.name === 'handlers' ? { ...field, section: '人手' } : field,
    )
    services.state.draft = { ...whole, item: { ...whole.item, form: { title: '示例', fields } } }
    const next = await citizen.post(at('/form?part=goods&back=check'), { csrf, ...stall, goods: 'food' })
    expect(next.location).toBe(at('/form?part=handlers&back=check'))
  })

  test.each([
    ['/where?back=check', { region: '990101001001', placesOf: '990101001001', delivery: 'electronic' }],
    ['/way?back=check', { way: 'ordinary' }],
  ])('%s leads back too', async (path, fields) => {
    services.state.draft = { ...whole, commitment: promisingDraft.commitment! }
    expect((await citizen.get(at(path))).html).toContain('保存并回到核对')
    expect((await citizen.post(at(path), { csrf, ...fields })).location).toBe(at('/check#check-where'))
  })

  test('what filing refuses is said beside the answer, and at once where it is put right', async () => {
    services.state.draft = { ...whole, region: undefined, values: { ...whole.values, citizenId: '12' } }
    const refused = await citizen.post(at('/check'), { csrf, requestId: 'r' })
    expect(refused.html).toMatch(/<dd[^>]*>12<p class="field-error">/)
    const page = await citizen.get(at('/form?part=citizenId&back=check&mend=1'))
    expect(page.html).toContain('href="#field-citizenId"')
    expect(page.html).toContain('id="field-citizenId-error"')
  })
})

describe('a paper that filing does not take', () => {
  beforeEach(() => {
    services.state.draft = whole
    services.file = async () => ({
      ...{ refused: true, code: 'file-not-clean', sentence: '有文件还没有通过安全检查。' },
      problems: [{ field: 'id-card', message: '申请人居民身份证还没有通过安全检查' }],
    })
  })

  test('is named beside it, and the summary leads to its line', async () => {
    const refused = await citizen.post(at('/check'), { csrf, requestId: 'r' })
    expect(refused.status).toBe(422)
    const to = at('/materials?why=file-not-clean&paper=id-card')
    expect(refused.html).toContain(`href="${to.replace('&', '&amp;')}#material-id-card-file"`)
    const page = await citizen.get(to)
    expect(page.html).toContain('href="#material-id-card-file"')
    expect(page.html).toMatch(/id="material-id-card-file"[^>]*aria-describedby="material-id-card-file-error"/)
    expect(page.html).toContain('申请人居民身份证还没有通过安全检查')
  })

  test.each(['/materials?why=constructor&paper=id-card', '/materials?why=file-not-clean&paper=nothing'])(
    '%s says nothing',
    async (path) => {
      const { html } = await citizen.get(at(path))
      expect(html).not.toContain('error-summary')
    },
  )
})
