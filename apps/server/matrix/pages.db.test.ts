import { beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/id.ts'
import { hidden, Walker, type Seen } from '../../citizen-web/walk.ts'
import { licensed, type Licensed } from './licence.ts'
import { PAGES } from './pages.ts'
import { hearingTold, press, taken } from './taking.ts'
import { CENTRE, startStage, VILLAGE, type Citizen, type Stage } from './stage.ts'

const COLUMNS = ['anonymous', 'owner', 'another citizen', 'officer'] as const

let stage: Stage
let owner: Citizen
let someone: Citizen
let visitors: Record<(typeof COLUMNS)[number], Walker>
let places: Record<string, string>
let licence: Licensed

beforeAll(async () => {
  stage = await startStage()
  owner = await stage.citizen()
  someone = await stage.citizen()
  const no = await stage.file(owner)
  await stage.settle()
  const detail = (await owner.call('GET', `/cases/${no}`)).body as {
    papers: { id: string; verifyUrl: string }[]
    materials: { files: { id: string }[] }[]
  }
  licence = await licensed(stage, owner)
  const notice = await publicised()
  const objected = await someone.walker.post(`/publicity/${notice}/objection`, {
    ...{ csrf: someone.csrfToken, step: 'send', text: '情况和公示的不一样', requestId: newId() },
  })
  const begun = await owner.walker.post('/items/elderly-allowance/apply', { csrf: owner.csrfToken })
  const several = await owner.walker.post('/scenes/elderly/together', {
    ...{ csrf: owner.csrfToken, items: ['elderly-allowance', 'senior-preferential-card'] },
  })
  const { cookie } = await stage.as('clerk.shantou')
  const [name, value] = cookie.split('=') as [string, string]
  visitors = {
    anonymous: new Walker(stage.app),
    owner: owner.walker,
    'another citizen': someone.walker,
    officer: new Walker(stage.app, { [name]: value }),
  }
  places = {
    domain: 'farm-benefits',
    scene: 'elderly',
    undertaking: 'restaurant',
    item: 'elderly-allowance',
    token: detail.papers[0]!.verifyUrl.split('/').at(-1)!,
    no,
    paper: detail.papers[0]!.id,
    file: detail.materials.flatMap(({ files }) => files)[0]!.id,
    draft: begun.location!.split('/')[2]!,
    together: several.location!.split('/')[2]!,
    material: 'id-card',
    message: /action="\/my\/messages\/([0-9a-f-]{36})"/.exec(
      (await owner.walker.get('/my/messages')).html,
    )![1]!,
    place: CENTRE,
    component: 'button',
    example: '1',
    number: encodeURIComponent(licence.number),
    licencePaper: licence.paper,
    kind: 'renew',
    act: 'request-hearing',
    notice,
    objection: objected.location!.split('/').at(-1)!,
  }
}, 120_000)

/** What hangs in public of another matter of the owner’s, to which somebody else objects. */
async function publicised(): Promise<string> {
  const no = await taken(stage, owner, 'subsistence-allowance', ['accept'])
  const officer = 'reviewer.civil-affairs'
  await press(stage, officer, no, 'review', { opinion: 'grant', text: '符合条件。' })
  await press(stage, officer, no, 'open-publicity', { text: '拟确认为最低生活保障对象。' })
  const { html } = await someone.walker.get('/publicity')
  return /\/publicity\/([0-9a-f-]{36})\/objection/.exec(html)![1]!
}

const filled = (path: string, with_ = places) =>
  // A paper is one of a case or of a licence.
  path
    .replace('/:number/papers/:paper', '/:number/papers/:licencePaper')
    .replace(/:(\w+)/g, (_whole, name: string) => with_[name]!)

/** A token that is right for this visitor wherever one stands. */
async function tokenOf(walker: Walker): Promise<string> {
  return hidden(await walker.get('/my'), 'csrf') || hidden(await walker.get('/sign-in'), 'csrf')
}

function short({ status, location }: Seen): string {
  return location?.startsWith('/sign-in') ? 'in' : String(status)
}

async function open(
  walker: Walker,
  { method, path }: (typeof PAGES)[number],
  with_ = places,
  csrf?: string,
): Promise<Seen> {
  if (method === 'GET') return walker.get(filled(path, with_))
  const token = csrf ?? (await tokenOf(walker))
  const file =
    path === '/apply/:draft/materials/:material' ||
    path === '/verify/:token' ||
    path.endsWith('/uploads') ||
    path.endsWith('/uploads/:material') ||
    path.endsWith('/supplement') ||
    path === '/my/cases/:no/acts/:act'
  return file
    ? walker.upload(filled(path, with_), [['csrf', token]])
    : walker.post(filled(path, with_), { csrf: token })
}

test('every page answers everybody as the table says', async () => {
  const actual: string[] = []
  for (const page of PAGES) {
    const cells: string[] = []
    for (const [index, column] of COLUMNS.entries()) {
      cells.push(page.cells[index] === '-' ? '-' : short(await open(visitors[column], page)))
    }
    actual.push([page.method.padEnd(4), page.path.padEnd(45), ...cells].join(' '))
  }
  expect(actual).toEqual(
    PAGES.map(({ method, path, cells }) => [method.padEnd(4), path.padEnd(45), ...cells].join(' ')),
  )
  expect(stage.faults).toEqual([])
}, 120_000)

test('a mistake of the form is mended on a page of the applicant’s own, which works without a script', async () => {
  const no = await stage.file(owner)
  const { walker } = owner
  const path = `/my/cases/${no}/acts/correct-form`
  expect((await walker.get(`/my/cases/${no}`)).html).toContain(path)
  const page = await walker.get(path)
  for (const said of ['当场更正申请表', '更正哪一项', '第三十二条第一款第三项'])
    expect(page.html).toContain(said)
  const unchosen = await walker.get(`${path}?field=`)
  expect([unchosen.status, unchosen.html.includes('请选择“更正哪一项”')]).toEqual([422, true])
  const second = await walker.get(`${path}?field=phone`)
  for (const said of ['type="tel"', 'name="field" value="phone"']) expect(second.html).toContain(said)
  const csrf = hidden(second, 'csrf')
  const sent = (fields: Record<string, string>) =>
    walker.upload(path, [['csrf', csrf], ['requestId', newId()], ...Object.entries(fields)])
  const wrong = await sent({ field: 'phone', value: '12', confirmed: 'yes' })
  expect([wrong.status, wrong.html.includes('当场更正申请表')]).toEqual([422, true])
  const mended = await sent({ field: 'phone', value: '19900006666', confirmed: 'yes' })
  expect(mended.location).toBe(`/my/cases/${no}?corrected`)
  const after = (await walker.get(mended.location!)).html
  for (const said of ['申请表改好了', '当场更正', '19900006666', '申请人在线确认'])
    expect(after).toContain(said)
  expect((await someone.walker.get(path)).status).toBe(404)
})

test('a step of a further lawful path has its page for whom it is offered, and for nobody else', async () => {
  const no = await hearingTold(stage, owner, '影响相邻住户的出入')
  const path = `/my/cases/${no}/acts/request-hearing`
  const reason = '要求当面说明情况'
  const asked: string[] = []
  for (const column of COLUMNS) {
    const walker = visitors[column]
    const csrf = await tokenOf(walker)
    const seen = [
      await walker.get(path),
      await walker.upload(path, [['csrf', csrf]]),
      // The owner last: once asked for, there is nothing more to ask.
      ...(column === 'owner'
        ? []
        : [
            await walker.upload(path, [
              ['csrf', csrf],
              ['reason', reason],
            ]),
          ]),
    ]
    asked.push([column, ...seen.map(short)].join(' '))
  }
  expect(asked).toEqual([
    'anonymous in in in',
    'owner 200 422',
    'another citizen 404 404 404',
    'officer in in in',
  ])
  const csrf = await tokenOf(owner.walker)
  const done = await owner.walker.upload(path, [
    ['csrf', csrf],
    ['reason', reason],
  ])
  expect(short(done)).toBe('303')
  const { html } = await owner.walker.get(`/my/cases/${no}`)
  expect(html).toContain('听证')
  expect(stage.faults).toEqual([])
})

test.each(PAGES.filter(({ cells }) => cells[2] === '404'))(
  '$route: what is another’s looks like what was never there',
  async (page) => {
    const never = {
      ...places,
      no: '3703045000202603160099990',
      paper: NOBODY,
      file: NOBODY,
      draft: NOBODY,
      message: NOBODY,
      number: 'licence-of-nobody',
      licencePaper: NOBODY,
    }
    const [theirs, nothing] = [await open(someone.walker, page), await open(someone.walker, page, never)]
    expect([theirs.status, calm(theirs.html)]).toEqual([nothing.status, calm(nothing.html)])
    expect(theirs.html).not.toContain(owner.person.name)
  },
)

const NOBODY = '01900000-0000-7000-8000-000000000000'

/** The page without what differs on every showing: form tokens, request ids and the address asked for. */
function calm(html: string): string {
  return html.replace(/name="(csrf|requestId)" value="[^"]*"/g, '').replace(/name="to" value="[^"]*"/g, '')
}

const FORMS = PAGES.filter(({ method, path }) => method === 'POST' && path !== '/elder')

test.each(FORMS)(
  '$route: nothing happens without a token, with a stranger’s, or with one of a lost cookie',
  async (page) => {
    const [column, other] =
      page.cells[0] === 'in' ? (['owner', 'another citizen'] as const) : (['anonymous', 'owner'] as const)
    for (const csrf of ['', 'A'.repeat(86), await tokenOf(visitors[other])]) {
      expect([page.route, csrf.length, (await open(visitors[column], page, places, csrf)).status]).toEqual([
        page.route,
        csrf.length,
        403,
      ])
    }
  },
)

test.each(FORMS)(
  '$route: a page from elsewhere cannot post, even with a right token',
  async ({ path, cells }) => {
    const walker = visitors[cells[0] === 'in' ? 'owner' : 'anonymous']
    const csrf = await tokenOf(walker)
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const send = (more: Record<string, string>) =>
      stage.app.inject({
        method: 'POST',
        url: filled(path),
        payload: new URLSearchParams({ csrf }).toString(),
        cookies: walker.cookies,
        headers: { ...headers, ...more },
      })
    const elsewhere: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.test' },
      { origin: 'null' },
    ]
    for (const from of elsewhere) {
      expect([from, (await send(from)).statusCode]).toEqual([from, 403])
    }
  },
)

test.each([
  'https://evil.test',
  '//evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  '/\tevil',
  'javascript:alert(1)',
  '/%0d%0aset-cookie:x=1',
  ' //evil.test',
  'http:evil.test',
])('signing in never leads away from here: to=%s', async (to) => {
  const { location = '' } = await owner.walker.get(`/sign-in?to=${encodeURIComponent(to)}`)
  expect(new URL(location, 'http://house.test').origin).toBe('http://house.test')
  const walker = new Walker(stage.app)
  const csrf = hidden(await walker.get(`/sign-in?to=${encodeURIComponent(to)}`), 'csrf')
  const signedIn = await walker.post('/sign-in', { csrf, login: 'resident-2', password: 'Shiyong-2026!', to })
  expect([signedIn.status, new URL(signedIn.location ?? 'none:', 'http://house.test').origin]).toEqual([
    303,
    'http://house.test',
  ])
})

test('personal pages and papers stay in no cache', async () => {
  const personal = PAGES.filter(
    ({ method, cells }) => method === 'GET' && cells[0] === 'in' && cells[1] === '200',
  )
  for (const { path } of personal)
    expect([path, (await owner.walker.get(filled(path))).headers['cache-control']]).toEqual([
      path,
      expect.stringContaining('no-store'),
    ])
})

test.each([
  '短',
  'x'.repeat(38),
  '370304' + '_'.repeat(32),
  '../../etc/passwd',
  '%00',
  '%2e%2e%2f',
  "370304' OR 1=1 --" + 'a'.repeat(21),
  '999999' + 'a'.repeat(32),
  'x'.repeat(3000),
])('a query code of the wrong shape is simply not genuine: %s', async (token) => {
  const seen = await new Walker(stage.app).get(
    `/verify/${token.startsWith('%') ? token : encodeURIComponent(token)}`,
  )
  expect([400, 404, 414]).toContain(seen.status)
  expect(stage.faults).toEqual([])
})

test('a paper shows no more than masked fields to whoever holds its code', async () => {
  const { html } = await new Walker(stage.app).get(filled('/verify/:token'))
  const { name, citizenId, phone } = owner.person
  for (const secret of [name, citizenId, phone]) expect(html).not.toContain(secret)
})

test('what people type is shown as text, never run', async () => {
  const csrf = await tokenOf(owner.walker)
  const nasty = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
  await owner.walker.post(filled('/apply/:draft/where'), {
    csrf,
    region: VILLAGE,
    acceptPlace: CENTRE,
    delivery: 'window',
  })
  const again = await owner.walker.post(filled('/apply/:draft/form'), {
    csrf,
    householdAddress: nasty,
    name: nasty,
    then: 'on',
  })
  const pages = [
    again,
    await owner.walker.get(filled('/apply/:draft/form')),
    await owner.walker.get(`/search?q=${encodeURIComponent(nasty)}`),
    await new Walker(stage.app).get(`/sign-in?to=${encodeURIComponent('/' + nasty)}`),
    await new Walker(stage.app).get(`/${encodeURIComponent(nasty)}`),
  ]
  for (const { html } of pages) {
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<img src=x')
  }
  expect(again.html).toContain('&lt;script>alert(1)')
})
