import type { FastifyInstance } from 'fastify'
import { beforeEach, describe, expect, test } from 'vitest'
import { createHttpServer } from '#platform/http/server.ts'
import { askingItem, sampleItem } from './examples/item.ts'
import { sampleServices, type SampleServices } from './examples/services.ts'
import { promisingDraft, sampleGuide, sampleNear, sampleProgress } from './examples/views.ts'
import {
  closedDetail,
  sampleDraft,
  sampleMessages,
  samplePlaces,
  addingDetail,
  supplementingDetail,
} from './examples/views.ts'
import { emptyDraft } from './examples/visits.ts'
import { mountCitizenWeb } from './index.ts'
import { sampleLicence, threatenedLicence } from './examples/licences.ts'
import { hidden, Walker } from './walk.ts'

let app: FastifyInstance
let services: SampleServices
let faults: unknown[]
let guest: Walker
let citizen: Walker

const FILE_LIMIT = 1000

beforeEach(async () => {
  services = sampleServices()
  faults = []
  app = await createHttpServer({
    trustProxy: false,
    fileLimit: FILE_LIMIT,
    sentences: (() => '') as never,
    log: { fault: () => {} },
  })
  const options = {
    areaName: '示例县',
    demo: true,
    secureCookies: false,
    publicOrigin: 'http://localhost',
    fileLimit: FILE_LIMIT,
  }
  const web = await mountCitizenWeb(app, services, { ...options, onFault: (error) => faults.push(error) })
  app.setNotFoundHandler((request, reply) => web.notFound(request, reply))
  guest = new Walker(app)
  citizen = new Walker(app, { citizen_session: 'good', visit: 'v' })
  return () => app.close()
})

const BORN = { name: 'born', label: '出生日期', type: 'date', required: true } as const

const draftPath = (step: string) => `/apply/${sampleDraft.id}/${step}`

describe('anybody', () => {
  test.each([
    ['/', '找事办事'],
    ['/search?q=摆摊', '“摆摊”的查找结果'],
    ['/search', '查找事项'],
    ['/domains/market-access', '市场准入的事项'],
    [`/items/${sampleItem.id}`, `${sampleItem.name}办事指南`],
    [`/items/${sampleItem.id}/apply`, `网上申请${sampleItem.name}`],
    ['/sign-in', '登录'],
    ['/register', '注册'],
    ['/verify', '查验证照文书'],
    ['/verify/good', '这份文书是真的'],
    ['/help', '帮助'],
    ['/accessibility', '无障碍和大字版说明'],
    ['/display', '显示设置'],
    ['/ui', '界面组件'],
    ['/ui/tokens', '尺度和颜色'],
    ['/ui/button', '按钮（界面组件）'],
  ])('%s is a page named %s', async (path, title) => {
    const page = await guest.get(encodeURI(path))
    expect(page.status).toBe(200)
    expect(page.html).toContain(`<title>${title} - 示例县政务服务</title>`)
    expect(page.html).toContain('lang="zh-CN"')
  })

  test.each(['/nowhere', '/items/none', '/domains/none', '/verify/none'])('%s is not found', async (path) => {
    expect((await guest.get(path)).status).toBe(404)
  })

  test.each([
    '/my',
    draftPath('form'),
    '/my/cases/1',
    '/my/cases/1/rating',
    '/my/cases/1/papers/x',
    '/my/messages',
  ])('%s asks to sign in and comes back', async (path) => {
    const page = await guest.get(path)
    expect([page.status, page.location]).toEqual([303, `/sign-in?to=${encodeURIComponent(path)}`])
  })

  test('what was typed in the search box is never markup', async () => {
    const page = await guest.get('/search?q=%3Cscript%3Ealert(1)%3C/script%3E')
    expect(page.html).not.toContain('<script>')
  })

  test('the stylesheet may be kept for a year and is the one the page names', async () => {
    const path = /href="(\/assets\/[^"]+)"/.exec((await guest.get('/')).html)?.[1] ?? ''
    const sheet = await guest.get(path)
    expect(sheet.status).toBe(200)
    expect(sheet.headers['cache-control']).toContain('immutable')
  })

  test('large characters are switched by a form and remembered', async () => {
    const answer = await guest.post('/elder', { mode: 'on', to: '/help' })
    expect([answer.status, answer.location]).toEqual([303, '/help'])
    expect((await guest.get('/')).html).toContain('class="elder"')
  })

  test('size and colours are chosen on a page without a script, kept for a year and given up again', async () => {
    const page = await guest.get('/display?to=/help')
    const csrf = hidden(page, 'csrf')
    const saved = await guest.post('/display', { csrf, to: '/help', size: 'elder', theme: 'contrast-dark' })
    expect([saved.status, saved.location]).toEqual([303, '/display?saved&to=%2Fhelp'])
    const dressed = '<html lang="zh-CN" class="elder" data-theme="contrast-dark">'
    const told = await guest.get(saved.location!)
    for (const said of [dressed, '已经保存', 'href="/help"']) expect(told.html).toContain(said)
    expect((await guest.get('/nowhere')).html).toContain(dressed)
    await guest.post('/display', { csrf, to: '/', size: 'standard', theme: 'system' })
    expect((await guest.get('/')).html).toContain('<html lang="zh-CN">')
  })

  test.each([
    ['theme=dark', 'data-theme="dark"'],
    ['size=elder', 'class="elder"'],
    ['theme=<script>', '<html lang="zh-CN">'],
  ])('an example stands alone in the look its address asks for: %s', async (query, said) => {
    const page = await guest.get(`/ui/button/1?${encodeURI(query)}`)
    expect([page.status, page.html.includes(said)]).toEqual([200, true])
  })

  test.each(['/ui/none', '/ui/button/0', '/ui/button/99', '/ui/constructor', '/ui/button/__proto__'])(
    '%s is no example',
    async (path) => {
      expect((await guest.get(path)).status).toBe(404)
    },
  )

  test('a county that serves people has no gallery', async () => {
    const bare = await createHttpServer({
      trustProxy: false,
      fileLimit: FILE_LIMIT,
      sentences: (() => '') as never,
      log: { fault: () => {} },
    })
    const options = {
      areaName: '示例县',
      demo: false,
      secureCookies: false,
      publicOrigin: 'http://localhost',
      fileLimit: FILE_LIMIT,
    }
    const web = await mountCitizenWeb(bare, services, options)
    bare.setNotFoundHandler((request, reply) => web.notFound(request, reply))
    const visitor = new Walker(bare)
    for (const path of ['/ui', '/ui/tokens', '/ui/button', '/ui/button/1'])
      expect((await visitor.get(path)).status).toBe(404)
    await bare.close()
  })

  test.each(['https://example.org/', '//example.org', '/\\example.org', 'javascript:1', ''])(
    'after a post nobody is sent to %s',
    async (to) => {
      expect((await guest.post('/elder', { mode: 'on', to })).location).toBe('/')
    },
  )
})

describe('signing in', () => {
  test('a wrong password keeps the account name and says what to do', async () => {
    const form = await guest.get('/sign-in?to=/my')
    const page = await guest.post('/sign-in', {
      csrf: hidden(form, 'csrf'),
      to: '/my',
      login: 'ceshi',
      password: 'wrong',
    })
    expect(page.status).toBe(422)
    expect(page.html).toContain('value="ceshi"')
    expect(page.html).toContain('需要改正：登录')
    expect(page.html).not.toContain('wrong')
  })

  test('a right one leads on and out again', async () => {
    const form = await guest.get('/sign-in?to=/help')
    const page = await guest.post('/sign-in', {
      csrf: hidden(form, 'csrf'),
      to: '/help',
      login: 'ceshi',
      password: 'right',
    })
    expect([page.status, page.location]).toEqual([303, '/help'])
    const mine = await guest.get('/my')
    expect(mine.html).toContain('测*甲')
    await guest.post('/sign-out', { csrf: hidden(mine, 'csrf') })
    expect((await guest.get('/my')).status).toBe(303)
  })

  test('a form of another site is not ours', async () => {
    await guest.get('/')
    const page = await guest.post('/sign-in', {
      csrf: 'forged',
      to: '/my',
      login: 'ceshi',
      password: 'right',
    })
    expect(page.status).toBe(403)
    expect(guest.cookies.citizen_session).toBeUndefined()
  })

  test('registering checks the citizen id before anything is kept', async () => {
    const form = await guest.get('/register')
    const person = {
      csrf: hidden(form, 'csrf'),
      to: '/my',
      name: '测试甲',
      phone: '19900000001',
      login: 'ceshi',
      password: 'Ceshi-2026',
    }
    const wrong = await guest.post('/register', { ...person, citizenId: '99010119000101001A' })
    expect(wrong.status).toBe(422)
    expect(services.done).toEqual([])
    const right = await guest.post('/register', { ...person, citizenId: '11010519491231002x' })
    expect(right.location).toBe('/my?registered=1')
    expect(guest.cookies['new_account']).toBe('ceshi')
    expect(services.done[0]?.input).toMatchObject({ citizenId: '11010519491231002X' })
  })

  test('nobody has to think of an account name', async () => {
    const form = await guest.get('/register')
    const right = await guest.post('/register', {
      ...{ csrf: hidden(form, 'csrf'), to: '/my', name: '测试甲', phone: '19900000001' },
      ...{ citizenId: '11010519491231002X', login: '', password: 'Ceshi-2026' },
    })
    expect(right.location).toBe('/my?registered=1')
    expect(guest.cookies['new_account']).toBeUndefined()
    expect((await guest.get('/my?registered=1')).html).toContain('以后用身份证号或者手机号')
  })
})

describe('applying', () => {
  const csrf = 'of-session'

  test('from the guide to the receipt without JavaScript', async () => {
    const begun = await citizen.post(`/items/${sampleItem.id}/apply`, { csrf })
    expect(begun.location).toBe(draftPath('where'))
    const asked = await citizen.post(draftPath('where'), {
      csrf,
      region: '990101001001',
      delivery: 'electronic',
    })
    expect(asked.location).toBe(`${draftPath('form')}?place=chosen`)
    expect((await citizen.get(asked.location!)).html).toContain(`您的材料由${samplePlaces[0]!.name}收`)
    const chosen = {
      csrf,
      region: '990101001001',
      placesOf: '990101001001',
      acceptPlace: 'centre',
      delivery: 'electronic',
    }
    expect((await citizen.post(draftPath('where'), chosen)).location).toBe(draftPath('form'))
    const answers = {
      ...sampleDraft.values,
      citizenId: '11010519491231002X',
      goods: ['food', 'craft'],
    } as unknown as Record<string, string>
    expect((await citizen.post(`${draftPath('form')}?part=name`, { ...answers, csrf })).location).toBe(
      `${draftPath('form')}?part=region`,
    )
    expect((await citizen.post(`${draftPath('form')}?part=region`, { ...answers, csrf })).location).toBe(
      draftPath('materials'),
    )
    const stopped = await citizen.post(draftPath('materials'), { csrf })
    expect(stopped.location).toBe(`${draftPath('materials')}?asked=1#lacking`)
    const { html } = await citizen.get(stopped.location!)
    for (const words of ['先去上传', '缺的以后补，继续']) expect(html).toContain(words)
    // Nothing is wrong with going on: it is a choice and no error.
    expect(html).not.toContain('需要改一下')
    const goneOn = await citizen.post(draftPath('materials'), { csrf, then: 'later' })
    expect(goneOn.location).toBe(draftPath('check'))
    expect((await citizen.get(draftPath('check'))).html).toContain('还缺1样材料')
    const uploaded = await citizen.upload(draftPath('materials/id-card'), [
      ['csrf', csrf],
      ['upload', { fileName: '正面.jpg', text: 'photo' }],
    ])
    expect(uploaded.location).toBe(`${draftPath('materials')}#material-id-card`)
    const check = await citizen.get(draftPath('check'))
    expect(check.html).toContain('食品小吃、手工艺品')
    const filed = await citizen.post(draftPath('check'), { csrf, requestId: hidden(check, 'requestId') })
    expect(filed.location).toMatch(/\/my\/cases\/\w+\/submitted$/)
    expect((await citizen.get(filed.location!)).html).toContain('您的办件编号')
  })

  test('pressing twice files once and ends on the same receipt', async () => {
    services.state.draft = sampleDraft
    const first = await citizen.post(draftPath('check'), { csrf, requestId: 'r1' })
    const second = await citizen.post(draftPath('check'), { csrf, requestId: 'r1' })
    expect(second.location).toBe(first.location)
    expect(services.done.filter((one) => one.act === 'file')).toHaveLength(1)
  })

  test('a wrong form is kept as typed, told once and together', async () => {
    services.state.draft = emptyDraft
    const page = await citizen.post(`${draftPath('form')}?part=name`, {
      csrf,
      name: '测试甲',
      citizenId: '123',
      household: 'yes',
    })
    expect(page.status).toBe(422)
    expect(page.html).toContain('value="123"')
    // Only what is wrong on this page; the next ones have not been asked yet.
    expect(page.html.match(/href="#field-/g)).toHaveLength(3)
    expect(services.state.draft?.values).toMatchObject({ citizenId: '123' })
  })

  test('a half-filled form can be left', async () => {
    const page = await citizen.post(draftPath('form'), { csrf, name: '测试甲', then: 'leave' })
    expect(page.location).toBe('/my')
  })

  test('what filing refuses leads to the step that holds it', async () => {
    const page = await citizen.post(draftPath('check'), { csrf, requestId: 'r2' })
    expect(page.status).toBe(422)
    const there = `${draftPath('form')}?part=citizenId&amp;back=check&amp;mend=1#field-citizenId`
    expect(page.html).toContain(`href="${there}"`)
  })

  test.each([
    ['no file', '', '', '还没有选文件'],
    ['a file that cannot be opened', 'a.jpg', 'broken', '这个文件打不开'],
    ['a file that is too large', 'a.jpg', 'x'.repeat(FILE_LIMIT + 1), '这个文件超过了'],
  ])('%s is said beside its material', async (_title, fileName, text, sentence) => {
    const page = await citizen.upload(draftPath('materials/id-card'), [
      ['csrf', csrf],
      ['upload', { fileName, text }],
    ])
    expect(page.status).toBe(422)
    expect(page.html).toContain(sentence)
    expect(services.done).toEqual([])
  })

  test('a replaced file goes once the new one is there', async () => {
    const parts = [
      ['csrf', csrf],
      ['replaces', 'file-1'],
      ['upload', { fileName: 'b.jpg', text: 'photo' }],
    ] as const
    await citizen.upload(draftPath('materials/id-card'), parts)
    expect(services.done.map((one) => one.act)).toEqual(['uploadToDraft', 'removeFromDraft'])
  })

  test('a script that sends a file gets the line it makes in the list, or a sentence', async () => {
    const parts = (text: string) =>
      [
        ['csrf', csrf],
        ['upload', { fileName: 'a.jpg', text }],
      ] as const
    const asks = { accept: 'application/json' }
    const done = await citizen.upload(draftPath('materials/id-card'), parts('photo'), asks)
    expect(JSON.parse(done.html)).toEqual({ line: expect.stringContaining('data-file="new-file"') })
    const refused = await citizen.upload(draftPath('materials/id-card'), parts('broken'), asks)
    expect([refused.status, JSON.parse(refused.html)]).toEqual([
      422,
      { sentence: '这个文件打不开，请重新拍一张。' },
    ])
  })

  test('a file sent again because its answer was lost stands there once', async () => {
    const held = { id: 'file-1', name: 'a.jpg', size: 5, mediaType: 'image/jpeg', url: '' }
    services.state.draft = { ...services.state.draft!, files: { 'id-card': [held] } }
    const parts = [
      ['csrf', csrf],
      ['again', 'yes'],
      ['upload', { fileName: 'a.jpg', text: 'photo' }],
    ] as const
    const page = await citizen.upload(draftPath('materials/id-card'), parts, { accept: 'application/json' })
    expect(JSON.parse(page.html).line).toContain('data-file="file-1"')
    expect(services.done.map(({ act }) => act)).toEqual(['uploadToDraft', 'removeFromDraft'])
  })

  test('what was sent can be looked at by whoever sent it, and runs nothing', async () => {
    const file = await citizen.get(`/apply/${sampleDraft.id}/files/file-1`)
    expect(file.headers['content-disposition']).toContain('inline')
    expect(file.headers['content-security-policy']).toContain("default-src 'none'")
    expect((await guest.get(`/apply/${sampleDraft.id}/files/file-1`)).status).toBe(303)
  })

  test('no byte of a file is kept before the form is known to be ours', async () => {
    const late = [
      ['upload', { fileName: 'a.jpg', text: 'photo' }],
      ['csrf', csrf],
    ] as const
    expect((await citizen.upload(draftPath('materials/id-card'), late)).status).toBe(403)
    expect(services.done).toEqual([])
  })

  test('papers of several materials go up in one press, and what is refused is said beside its own', async () => {
    const page = await citizen.upload(`/apply/${sampleDraft.id}/uploads`, [
      ['csrf', csrf],
      ['file.id-card', { fileName: '正面.jpg', text: 'photo' }],
      ['file.id-card', { fileName: '反面.jpg', text: 'photo' }],
      ['file.stall-photo', { fileName: '推车.jpg', text: 'broken' }],
      ['file.health-certificate', { fileName: '', text: '' }],
      ['then', 'next'],
    ])
    expect(page.status).toBe(422)
    expect(page.html).toContain('推车.jpg：这个文件打不开')
    expect(services.done.map(({ input }) => (input as { material: string }).material)).toEqual([
      'id-card',
      'id-card',
    ])
  })

  test.each([
    ['stay', draftPath('materials')],
    ['next', `${draftPath('materials')}?asked=1#lacking`],
    ['later', draftPath('check')],
  ])('after the uploads: %s', async (then, to) => {
    const page = await citizen.upload(`/apply/${sampleDraft.id}/uploads`, [
      ['csrf', csrf],
      ['then', then],
    ])
    expect(page.location).toBe(to)
  })

  test('no byte of several files is kept before the form is known to be ours', async () => {
    const late = [
      ['file.id-card', { fileName: 'a.jpg', text: 'photo' }],
      ['csrf', csrf],
    ] as const
    expect((await citizen.upload(`/apply/${sampleDraft.id}/uploads`, late)).status).toBe(403)
    expect(services.done).toEqual([])
  })

  test.each([
    [{}, 'href="#field-way"'],
    [{ way: 'commitment' }, 'href="#field-confirmed"'],
  ])('a promise needs a choice and a tick of its own: %o', async (fields, summary) => {
    services.state.draft = promisingDraft
    const page = await citizen.post(draftPath('way'), { csrf, ...fields })
    expect([page.status, services.done]).toEqual([422, []])
    expect(page.html).toContain(summary)
  })

  test.each([
    [{ way: 'commitment', confirmed: 'yes' }, 'commitment'],
    [{ way: 'ordinary' }, 'ordinary'],
  ])('the way is saved and leads on to the papers: %o', async (fields, way) => {
    services.state.draft = promisingDraft
    const shown = await citizen.get(draftPath('way'))
    for (const line of promisingDraft.commitment!.promises) expect(shown.html).toContain(line)
    const page = await citizen.post(draftPath('way'), { csrf, ...fields })
    expect(page.location).toBe(draftPath('materials'))
    expect(services.done).toEqual([{ act: 'saveDraft', input: { way } }])
  })

  test('the nearest place stands chosen, and another village has its own without a second question', async () => {
    await citizen.post(draftPath('where'), { csrf, region: '990101001001', delivery: 'electronic' })
    const { html } = await citizen.get(draftPath('where'))
    expect(html).toMatch(/value="hall" checked/u)
    expect(html).toContain('离您选的地方最近')
    const moved = {
      ...{ csrf, region: '990101001002', placesOf: '990101001001' },
      ...{ acceptPlace: 'hall', delivery: 'electronic' },
    }
    expect((await citizen.post(draftPath('where'), moved)).location).toBe(`${draftPath('form')}?place=chosen`)
    expect(services.done.at(-1)?.input).toMatchObject({ region: '990101001002', acceptPlace: 'hall' })
  })

  test('a village that was only looked at shows its places and changes nothing', async () => {
    services.state.draft = emptyDraft
    const { html } = await citizen.get(`${draftPath('where')}?region=990101001001`)
    expect(html).toMatch(/value="hall" checked/u)
    expect(html).toContain('换一个地方（还有')
    expect(services.done).toEqual([])
  })

  test('who has just registered reads that it worked', async () => {
    expect((await citizen.get('/my?registered=1')).html).toContain('注册好了，')
    expect((await citizen.get('/my')).html).not.toContain('注册好了，')
  })

  test('an account name is repeated once, beside what signs in as well', async () => {
    const fresh = new Walker(app, { ...citizen.cookies, new_account: 'ceshi' })
    expect((await fresh.get('/my?registered=1')).html).toContain('以后用身份证号、手机号或者账号名“ceshi”')
    expect((await fresh.get('/my')).html).not.toContain('ceshi')
  })

  test('who cannot sign in learns that the progress needs no account', async () => {
    expect((await guest.get('/sign-in')).html).toContain('<a href="/query">不登录，凭编号和查询码查进度</a>')
  })

  test('where there is no choice the step is passed over', async () => {
    expect((await citizen.get(draftPath('way'))).location).toBe(draftPath('materials'))
  })

  test('a parcel’s address is asked for whole', async () => {
    services.state.draft = promisingDraft
    const place = {
      region: '990101001001',
      placesOf: '990101001001',
      acceptPlace: 'centre',
      delivery: 'post',
    }
    const short = await citizen.post(draftPath('where'), {
      csrf,
      ...place,
      postalReceiver: '测试甲',
      postalPhone: '１９９',
    })
    expect(short.status).toBe(422)
    expect(short.html).toContain('href="#field-postalPhone"')
    expect(short.html).toContain('value="199"')
    const whole = { postalReceiver: '测试甲', postalPhone: '199 0000 0001', postalAddress: '示例县示例镇1号' }
    expect((await citizen.post(draftPath('where'), { csrf, ...place, ...whole })).location).toBe(
      draftPath('form'),
    )
  })

  test('a birth in the future is said beside its field', async () => {
    const form = { ...sampleItem.form, fields: [...sampleItem.form.fields, BORN] }
    services.state.draft = { ...sampleDraft, item: { ...sampleItem, form } }
    const page = await citizen.post(`${draftPath('form')}?part=born`, { csrf, born: '2026-11-24' })
    expect(page.html).toContain('“出生日期”不能晚于今天')
  })

  test('the counter’s code is made by a form and shown with its picture', async () => {
    const path = `/apply/${sampleDraft.id}/counter`
    expect((await citizen.get(path)).html).toContain('生成取件码')
    expect((await citizen.post(path, { csrf, then: 'make' })).location).toBe(path)
    const page = await citizen.get(path)
    expect(page.html).toContain('1234 5678')
    expect(page.html).toContain('<svg xmlns')
    await citizen.post(path, { csrf, then: 'revoke' })
    await citizen.post(path, { csrf, then: 'back' })
    expect(services.done.map(({ act }) => act)).toEqual(['makeCode', 'revokeCode', 'takeBack'])
  })

  test('a draft is deleted only after asking', async () => {
    expect((await citizen.get(draftPath('drop'))).html).toContain('要删掉这份草稿吗')
    expect((await citizen.post(draftPath('drop'), { csrf })).location).toBe('/my')
    expect(services.state.draft).toBeUndefined()
  })
})

describe('asking without an account', () => {
  const number = sampleProgress.no
  const ask = async (fields: Record<string, string>) =>
    guest.post('/query', { csrf: hidden(await guest.get('/query'), 'csrf'), ...fields })

  test('number and code show where it stands; blanks and full-width digits are no mistake', async () => {
    const spaced = `${number.slice(0, 6)} ${number.slice(6).toLowerCase()}`
    const page = await ask({ no: spaced, code: '１２３456' })
    expect(page.status).toBe(200)
    expect(page.html).toContain(sampleProgress.stateText)
    expect(page.headers['cache-control']).toContain('no-store')
  })

  test.each([
    [{}, '请填写办件编号'],
    [{ no: number }, '请填写查询码'],
    [{ no: number, code: '000000' }, '没有查到'],
    [{ no: '1', code: '123456' }, '没有查到'],
  ])('%o: %s', async (fields, sentence) => {
    const page = await ask(fields)
    expect(page.status).toBe(422)
    expect(page.html).toContain(sentence)
  })
})

describe('a self-service device', () => {
  test('is one from /kiosk on, ends each use, and is taken back by an officer', async () => {
    expect((await guest.get('/')).html).not.toContain('结束使用')
    expect((await guest.get('/kiosk/end')).location).toBe('/')
    await guest.get('/kiosk')
    const page = await guest.get('/sign-in')
    expect(page.html).toContain('href="/kiosk/end"')
    expect(page.html).toContain('autocomplete="off"')
    expect(page.html).not.toContain('autocomplete="username"')
    const script = /src="(\/assets\/kiosk-[0-9a-f]+\.js)"/.exec(page.html)![1]!
    expect((await guest.get(script)).headers['content-type']).toContain('javascript')
    await guest.post('/sign-in', { csrf: hidden(page, 'csrf'), to: '/my', login: 'a', password: 'right' })
    expect(guest.cookies.citizen_session).toBe('good')
    const ended = await guest.get('/kiosk/end')
    expect([ended.location, guest.cookies]).toEqual(['/kiosk', { kiosk: 'on' }])
    expect(services.done).toEqual([{ act: 'signOut', input: 'good' }])
    const off = async (password: string) => {
      const csrf = hidden(await guest.get('/kiosk/off'), 'csrf')
      return guest.post('/kiosk/off', { csrf, login: 'clerk', password })
    }
    expect((await off('wrong')).status).toBe(422)
    expect((await off('right')).location).toBe('/')
    expect(guest.cookies.kiosk).toBeUndefined()
  })
})

test.each([
  ['https://example.invalid/verify/good', '/verify/good'],
  [' good ', '/verify/good'],
  ['example.invalid/verify/good/?x=1', '/verify/good'],
])('a paper’s address may be typed whole: %s', async (typed, to) => {
  expect((await guest.get(`/verify?code=${encodeURIComponent(typed)}`)).location).toBe(to)
})

describe('my matters', () => {
  const csrf = 'of-session'
  const asked = `/my/cases/${supplementingDetail.summary.no}`
  const closed = `/my/cases/${closedDetail.summary.no}`

  test('a list line says who must act and by when', async () => {
    expect((await citizen.get('/my')).html).toContain('等您补材料，最晚2026年11月24日（星期二）')
  })

  test('the notice is answered as a whole; what arrived is not asked again', async () => {
    const first = await citizen.upload(`${asked}/supplement`, [
      ['csrf', csrf],
      ['requestId', 'r1'],
      ['file.id-card', { fileName: '反面.jpg', text: 'photo' }],
      ['file.health-certificate', { fileName: '健康.jpg', text: 'broken' }],
    ])
    expect(first.status).toBe(422)
    expect(first.html).toContain('健康.jpg：这个文件打不开')
    expect(services.done).toEqual([])
    const second = await citizen.upload(`${asked}/supplement`, [
      ['csrf', csrf],
      ['requestId', hidden(first, 'requestId')],
      ['handed', hidden(first, 'handed')],
      ['file.id-card', { fileName: '', text: '' }],
      ['file.health-certificate', { fileName: '健康.jpg', text: 'photo' }],
    ])
    expect(second.location).toBe(asked)
    expect(services.done[0]?.input).toMatchObject({
      files: { 'id-card': ['id-card-file-1'], 'health-certificate': ['health-certificate-file-1'] },
    })
  })

  test('what was sent lies there for whoever comes back, and one press takes it away, without a script', async () => {
    const file = ['file.id-card', { fileName: '反面.jpg', text: 'photo' }] as const
    const later = await citizen.upload(`${asked}/supplement`, [
      ...([['csrf', csrf], ['requestId', 'r1'], file, ['then', 'later']] as const),
    ])
    expect([later.status, later.location]).toEqual([303, `${asked}?kept`])
    expect((await citizen.get(`${asked}?kept`)).html).toContain('已经替您存好')
    const again = await citizen.get(`${asked}/supplement`)
    expect(hidden(again, 'handed')).toBe('id-card:id-card-file-1:反面.jpg')
    expect(again.html).toContain(`href="${asked}/supplement/files/id-card-file-1"`)
    const dropped = await citizen.upload(`${asked}/supplement`, [
      ...([
        ['csrf', csrf],
        ['requestId', 'r2'],
        ['drop', 'id-card-file-1'],
      ] as const),
    ])
    expect(dropped.location).toBe(`${asked}/supplement#material-id-card-file`)
    expect((await citizen.get(`${asked}/supplement`)).html).not.toContain('反面.jpg')
    expect(services.done.map(({ act }) => act)).toEqual(['dropFromSupplement'])
  })

  test('a file that is too large costs only itself', async () => {
    const page = await citizen.upload(`${asked}/supplement`, [
      ['csrf', csrf],
      ['requestId', 'r1'],
      ['file.id-card', { fileName: '反面.jpg', text: 'photo' }],
      ['file.health-certificate', { fileName: '健康.jpg', text: 'x'.repeat(FILE_LIMIT + 1) }],
    ])
    expect(page.status).toBe(422)
    expect(page.html).toContain('健康.jpg：这个文件超过了')
    expect(hidden(page, 'handed')).toBe('id-card:id-card-file-1:反面.jpg')
  })

  test('messages are opened by a form that leads to their case', async () => {
    const page = await citizen.get('/my/messages')
    expect(page.html).toContain('有2条消息还没有看')
    const [message] = sampleMessages
    const opened = await citizen.post(`/my/messages/${message!.id}`, { csrf: hidden(page, 'csrf') })
    expect([opened.status, opened.location]).toEqual([303, `/my/cases/${message!.no}`])
    expect((await citizen.post('/my/messages/none', { csrf })).status).toBe(404)
    const all = await citizen.post('/my/messages/read', { csrf, upTo: hidden(page, 'upTo') })
    expect([all.status, all.location]).toEqual([303, '/my/messages'])
    expect(services.done).toEqual([
      { act: 'readMessage', input: message!.id },
      { act: 'readAllMessages', input: message!.at },
    ])
  })

  test.each([
    [
      { sms: 'off', email: ' ceshi@example.com ' },
      { sms: false, email: 'ceshi@example.com' },
    ],
    [
      { sms: 'on', email: '' },
      { sms: true, email: '' },
    ],
  ])('how one wants to be told is saved: %j', async (fields, saved) => {
    const page = await citizen.post('/my/messages/settings', { csrf, ...fields })
    expect(page.location).toBe('/my/messages/settings?saved=1')
    expect(services.done).toEqual([{ act: 'saveMessageSettings', input: saved }])
    expect((await citizen.get(page.location!)).html).toContain('已经保存')
  })

  test.each([
    [{ email: 'ceshi@example.com' }, 'href="#field-sms"', 'value="ceshi@example.com"'],
    [{ sms: 'constructor', email: '' }, 'href="#field-sms"', ''],
    [{ sms: 'off', email: 'wrong' }, 'href="#field-email"', 'value="wrong"'],
  ])('settings that are not complete come back: %j', async (fields, summary, kept) => {
    const page = await citizen.post('/my/messages/settings', { csrf, ...fields })
    expect([page.status, services.done]).toEqual([422, []])
    expect(page.html).toContain(summary)
    expect(page.html).toContain(kept)
  })

  test.each([
    [{ reason: '短', attend: 'yes' }, '请至少写4个字'],
    [{ reason: '事关重大利益' }, '请选择“本人是否到场”'],
  ])('an act of the case that is not filled in comes back with what to mend: %j', async (fields, said) => {
    const page = await citizen.upload(
      `${asked}/acts/request-hearing`,
      Object.entries({ csrf, requestId: 'r', ...fields }),
    )
    expect([page.status, services.done]).toEqual([422, []])
    expect(page.html).toContain(said)
  })

  test('an act of the case goes out as the procedure wants it, and the case follows', async () => {
    const fields = { csrf, requestId: 'r', reason: '事关重大利益', attend: 'no' }
    expect((await citizen.upload(`${asked}/acts/request-hearing`, Object.entries(fields))).location).toBe(
      asked,
    )
    const { no } = supplementingDetail.summary
    expect(services.done).toEqual([
      { act: 'request-hearing', input: { no, input: { reason: '事关重大利益', attend: false } } },
    ])
  })

  test('an act that hands in papers wants at least one of them, and what is not offered leads back', async () => {
    const page = await citizen.upload(`${asked}/acts/supply-gap`, Object.entries({ csrf, requestId: 'r' }))
    expect(page.status).toBe(422)
    expect(page.html).toContain('请选择“健康证明”的照片或文件')
    expect((await citizen.get(`${asked}/acts/grant`)).location).toBe(asked)
  })

  test('a paper nobody asked for goes out with what becomes of the earlier one, and the case says it has come in', async () => {
    const own = `/my/cases/${addingDetail.summary.no}`
    const fields = Object.entries({ csrf, requestId: 'r', how: 'beside' })
    const none = await citizen.upload(`${own}/acts/add-paper`, fields)
    expect([none.status, none.html.includes('请至少选一样材料的照片或文件')]).toEqual([422, true])
    const file = { fileName: '健康证明.jpg', text: 'photo' }
    const sent = await citizen.upload(`${own}/acts/add-paper`, [...fields, ['file.health', file]])
    expect(services.done.at(-1)).toMatchObject({ act: 'add-paper', input: { input: { how: 'beside' } } })
    expect(sent.location).toBe(`${own}?received`)
    expect((await citizen.get(sent.location!)).html).toContain('材料收到了')
    expect((await citizen.get(own)).html).not.toContain('材料收到了')
  })

  test('withdrawing asks why', async () => {
    expect((await citizen.post(`${asked}/withdraw`, { csrf, requestId: 'r', reason: ' ' })).status).toBe(422)
    expect(
      (await citizen.post(`${asked}/withdraw`, { csrf, requestId: 'r', reason: '不办了' })).location,
    ).toBe(asked)
    expect(services.done).toEqual([
      { act: 'withdraw', input: { no: supplementingDetail.summary.no, reason: '不办了' } },
    ])
  })

  test('a rating needs a level; reasons of other levels do not count', async () => {
    expect((await citizen.post(`${closed}/rating`, { csrf, requestId: 'r' })).status).toBe(422)
    const given = {
      csrf,
      requestId: 'r',
      stars: '2',
      options: ['517', '209'],
      anonymous: 'yes',
      comment: '等了很久',
    }
    expect((await citizen.post(`${closed}/rating`, given)).location).toBe(`${closed}/rating/thanks`)
    expect(services.done[0]?.input).toMatchObject({ input: { stars: 2, options: ['209'], anonymous: true } })
  })

  test('a case that cannot be rated leads back to itself', async () => {
    expect((await citizen.get(`${asked}/rating`)).location).toBe(asked)
  })

  test('a paper keeps its Chinese name, a file is never shown inline', async () => {
    const paper = await citizen.get(`${asked}/papers/receipt`)
    expect(paper.headers['content-disposition']).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('申请材料接收凭证.pdf')}`,
    )
    const file = await citizen.get(`${asked}/files/f1`)
    expect(file.headers['content-disposition']).toMatch(/^attachment/)
    expect(file.headers['content-security-policy']).toContain('sandbox')
  })

  test('a foreign case looks like none', async () => {
    expect((await citizen.get('/my/cases/999')).status).toBe(404)
  })

  test('pages about a person are not kept by the browser', async () => {
    expect((await citizen.get(asked)).headers['cache-control']).toBe('no-store')
  })
})

test('an issued file is told from a changed one', async () => {
  const page = await guest.get('/verify/good')
  const compare = (text: string) =>
    guest.upload('/verify/good', [
      ['csrf', hidden(page, 'csrf')],
      ['upload', { fileName: 'a.pdf', text }],
    ])
  expect((await compare('original')).html).toContain('文件没有改动过')
  expect((await compare('changed')).html).toContain('文件和原件不一样')
})

test('a fault is one calm page and is reported', async () => {
  services.home = async () => {
    throw new Error('broken')
  }
  const page = await guest.get('/')
  expect(page.status).toBe(500)
  expect(page.html).toContain('不是您的原因')
  expect(page.html).not.toContain('broken')
  expect(page.html).toContain('再试一次')
  expect(faults).toHaveLength(1)
})

describe('a licence of one’s own', () => {
  const path = `/my/licences/${encodeURIComponent(sampleLicence.number)}`

  test('the list leads to each, says until when it holds, and stands behind signing in', async () => {
    expect((await guest.get('/my/licences')).status).toBe(303)
    expect((await citizen.get('/my')).html).toContain('href="/my/licences"')
    const { html } = await citizen.get('/my/licences')
    expect(html).toContain(`href="${path}"`)
    expect(html).toContain('有效期至2027年1月31日（星期日），还有42天。')
    expect(html).toContain('变更办理中')
  })

  test('what may be asked for has a button, what may not the reason', async () => {
    const page = await citizen.get(path)
    const { html } = page
    expect(html).toContain('申请变更')
    expect(html).not.toContain('申请延续')
    expect(html).toContain('最晚2027年1月1日，现在已经过了')
    const csrf = hidden(page, 'csrf')
    const begun = await citizen.post(`${path}/change`, { csrf })
    expect(begun).toMatchObject({ status: 303, location: draftPath('where') })
    expect(services.done.at(-1)).toEqual({
      act: 'applyAbout',
      input: { number: sampleLicence.number, kind: 'change' },
    })
    expect((await citizen.post(`${path}/sell`, { csrf })).status).toBe(404)
  })

  test('the holder answers what is meant online: why, the last day, the own words, and back', async () => {
    services.myLicence = async () => threatenedLicence
    const page = await citizen.get(path)
    expect(page.html).toContain('最晚2027年1月12日')
    expect(page.html).toContain(`href="${path}/acts/hear"`)
    const form = await citizen.get(`${path}/acts/hear`)
    for (const words of ['拟撤销', '提交的场所证明不真实', '最晚2027年1月12日', '我要陈述、申辩'])
      expect(form.html).toContain(words)
    const [csrf, requestId] = [hidden(form, 'csrf'), hidden(form, 'requestId')]
    const empty = await citizen.post(`${path}/acts/hear`, { csrf, requestId, result: 'stated', text: '' })
    expect([empty.status, empty.html.includes('您想说的')]).toEqual([422, true])
    const said = { result: 'stated', text: '场所证明是房东给的，附租赁合同' }
    const sent = await citizen.post(`${path}/acts/hear`, { csrf, requestId, ...said })
    expect([sent.status, sent.location]).toEqual([303, path])
    expect(services.done.at(-1)).toEqual({
      act: 'actOnLicence',
      input: { number: sampleLicence.number, act: 'hear', input: said },
    })
    // What is not offered leads back to where it stands.
    expect((await citizen.get(`${path}/acts/revoke`)).location).toBe(path)
    expect((await guest.get(`${path}/acts/hear`)).status).toBe(303)
  })

  test('one that is not mine looks like none, and its papers are fetched', async () => {
    expect((await citizen.get('/my/licences/other')).status).toBe(404)
    const paper = await citizen.get(`${path}/papers/paper-1`)
    expect(paper.status).toBe(200)
  })
})

describe('finding the way from the first page', () => {
  test('whoever is signed in finds what waits for them before anything else', async () => {
    const home = await citizen.get('/')
    const at = (words: string) => home.html.indexOf(words)
    expect(at('有事等您办')).toBeGreaterThan(-1)
    expect(at('有事等您办')).toBeLessThan(at('您要办什么事？'))
    expect(home.html).toContain(`href="/apply/${sampleDraft.id}"`)
    expect((await guest.get('/')).html).not.toContain('有事等您办')
  })

  test('where I live is asked once, kept by the browser, and answers where to go', async () => {
    expect((await guest.get('/')).html).toContain('href="/near"')
    const csrf = hidden(await guest.get('/near'), 'csrf')
    const wrong = await guest.post('/near', { csrf, region: '', to: '/' })
    expect([wrong.status, wrong.html.includes('请从列表里选一个村或社区')]).toEqual([422, true])
    const to = '/items/roadside-stall#where'
    const chosen = await guest.post('/near', { csrf, region: sampleNear.region, to })
    expect([chosen.status, chosen.location]).toEqual([303, to])
    const home = await guest.get('/')
    for (const words of [
      '离您最近的窗口',
      '第一社区便民服务站',
      '服务站08:30开门',
      '您住在示例街道 第一社区',
    ])
      expect(home.html).toContain(words)
    expect((await guest.get('/near')).html).toContain('不用记了')
    await guest.post('/near', { csrf, forget: 'yes' })
    expect((await guest.get('/')).html).not.toContain('您住在')
  })

  test('a forged place in the cookie is nobody’s home, and no form leads away from the site', async () => {
    const forged = new Walker(app, { lives: '"><script>' })
    expect((await forged.get('/')).html).not.toContain('您住在')
    const csrf = hidden(await guest.get('/near'), 'csrf')
    const away = await guest.post('/near', { csrf, region: sampleNear.region, to: '//elsewhere.example' })
    expect(away.location).toBe('/')
  })

  test('a scene lists all of its matters; one nobody knows is a page that helps on', async () => {
    const scene = await guest.get('/scenes/scene-5')
    expect(scene.html).toContain('开个店')
    expect(scene.html).toContain(`/items/${sampleItem.id}`)
    const lost = await guest.get('/scenes/none')
    expect([lost.status, lost.html.includes('您要办什么事')]).toEqual([404, true])
  })

  test('a result says why it was found, for whom it is, and where; nothing found is no dead end', async () => {
    const found = await guest.get(`/search?q=${encodeURIComponent('摆摊')}`)
    for (const words of ['正式名称：临时占道经营示例许可', '大家也叫“夜市摆摊”', '个人、企业可以办', '12345'])
      expect(found.html).toContain(words)
    const misspelt = await guest.get(`/search?q=${encodeURIComponent('摆滩')}`)
    expect(misspelt.html).toContain('您是不是想找')
    expect(misspelt.html).toContain(`/search?q=${encodeURIComponent('摆摊')}`)
    for (const way of ['/#domains', 'tel:12345', '/near']) expect(misspelt.html).toContain(`href="${way}"`)
  })

  test('whoever says what applies to them reads which papers they need not bring', async () => {
    services.guide = async () => ({ ...sampleGuide, item: askingItem })
    const path = `/items/${sampleItem.id}`
    expect((await guest.get(path)).html).toContain('选一选您的情况，看看哪些不用交')
    expect((await guest.get(`${path}?household=no`)).html).toContain('照您选的情况不用交')
    expect((await guest.get(`${path}?household=yes`)).html).toContain('照您选的情况要交')
    // An answer the form does not know is none.
    expect((await guest.get(`${path}?household=perhaps&household[]=no`)).html).not.toContain('照您选的情况')
  })

  test('the page for a lost connection knows nobody, and its script reads only', async () => {
    const page = await citizen.get('/offline')
    expect(page.html).toContain('现在没有网络')
    expect(page.html).not.toContain('测*甲')
    const worker = await guest.get('/offline-worker.js')
    expect(String(worker.headers['content-type'])).toContain('javascript')
    expect(worker.html).toContain("request.method === 'GET'")
    expect(worker.html).toContain('kiosk')
  })
})
