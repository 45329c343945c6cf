import { beforeAll, expect, test } from 'vitest'
import { readOffId } from '#ui/form/index.ts'
import { demoForm } from '../apps/server/demo/form-values.ts'
import { demoPerson } from '../apps/server/demo/people.ts'
import {
  CENTRE,
  later,
  multipart,
  pdf,
  startStage,
  VILLAGE,
  type Citizen,
  type Stage,
} from '../apps/server/matrix/stage.ts'
import type { Signed } from '../apps/server/testing/signed.ts'

const ITEM = 'elderly-allowance'
const PAPER = 'identity-card'

let stage: Stage
let clerk: Signed
let elsewhere: Signed

beforeAll(async () => {
  stage = await startStage()
  clerk = await stage.as('clerk.shantou')
  elsewhere = await stage.as('clerk.boshan')
}, 120_000)

interface Draft {
  id: string
  item: string
  itemVersion: number
  form: Record<string, string>
  files: Record<string, { id: string; url: string }[]>
}

/** A draft of this citizen's, filled in online as far as the papers, with the first of them uploaded. */
async function begunOnline(who: Citizen): Promise<string> {
  const { walker, csrfToken: csrf } = who
  const begun = await walker.post(`/items/${ITEM}/apply`, { csrf })
  const draft = begun.location!.split('/')[2]!
  await walker.post(`/apply/${draft}/where`, {
    csrf,
    region: VILLAGE,
    acceptPlace: CENTRE,
    delivery: 'window',
  })
  const { item } = (await stage.house.catalogue.itemInForce(stage.onboarded.area, ITEM, '2026-03-16'))!
  const form = demoForm(item.form, who.person, 1, VILLAGE)
  expect((await walker.post(`/apply/${draft}/form`, { csrf, ...form })).status).toBe(303)
  const sent = await walker.upload(`/apply/${draft}/uploads`, [
    ['csrf', csrf],
    [`file.${PAPER}`, { fileName: '身份证.pdf', text: pdf('身份证').toString('latin1') }],
    ['then', 'stay'],
  ])
  expect(sent.status).toBe(303)
  return draft
}

async function codeOf({ walker, csrfToken: csrf }: Citizen, draft: string): Promise<string> {
  expect((await walker.post(`/apply/${draft}/counter`, { csrf, then: 'make' })).status).toBe(303)
  const { html } = await walker.get(`/apply/${draft}/counter`)
  return /(\d{4}) (\d{4})<\/p>/.exec(html)!.slice(1).join('')
}

const tailOf = ({ person }: Citizen) => person.citizenId.slice(-4)

function filingOf({ item, itemVersion, form, files }: Draft, place: string) {
  return {
    ...{ item, itemVersion, form, region: VILLAGE, acceptPlace: place, delivery: 'window' },
    materials: Object.entries(files).map(([material, held]) => ({
      material,
      files: held.map(({ id }) => id),
      paperOriginals: 0,
      paperCopies: 0,
    })),
  }
}

test('POR-09/a a draft begun online is finished at the counter, and its one number stands under the citizen’s own matters', async () => {
  const who = await stage.citizen()
  const draft = await begunOnline(who)
  const code = await codeOf(who, draft)
  const [row] = await stage.house.db.query<{ text: string }>(
    'SELECT row_to_json(h)::text AS text FROM portal.handover h WHERE area_code = $1 AND draft = $2',
    [stage.onboarded.area, draft],
  )
  expect(row!.text).not.toContain(code)

  const picked = await clerk.call('POST', '/drafts/pick-up', { code, idTail: tailOf(who) })
  expect(picked.status).toBe(200)
  const held = picked.body as Draft
  expect(held.form['name']).toBe(who.person.name)
  const [scan] = held.files[PAPER]!
  expect((await clerk.call('GET', `/files/${scan!.id}`)).status).toBe(200)
  // While it lies on the counter its owner sees where it is and changes nothing.
  expect((await who.walker.get('/my')).html).toContain('窗口正在办')
  expect((await who.walker.post(`/apply/${draft}/check`, { csrf: who.csrfToken })).html).toContain(
    '正在窗口接着办',
  )
  expect((await clerk.call('GET', `/drafts/${draft}`)).body).toEqual(held)

  const filed = await clerk.call('POST', `/drafts/${draft}/file`, filingOf(held, CENTRE))
  expect(filed.body).toEqual({ no: expect.stringMatching(/^\d{24}[0-9A-Z]$/) })
  const { no } = filed.body as { no: string }
  // A double click, and a second tab, hear the same number.
  expect((await clerk.call('POST', `/drafts/${draft}/file`, filingOf(held, CENTRE))).body).toEqual({ no })
  await stage.settle()
  const mine = (await who.call('GET', '/cases')).body as { items: { no: string; channel: string }[] }
  expect(mine.items.map(({ no: each, channel }) => [each, channel])).toEqual([[no, 'window']])
  expect((await who.walker.get(`/my/cases/${no}`)).status).toBe(200)
  expect((await who.walker.get('/my')).html).not.toContain(draft)
  const trail = await stage.house.db.query<{ event: string }>(
    `SELECT event FROM auth.audit WHERE area_code = $1 AND object = $2`,
    [stage.onboarded.area, `draft:${draft}`],
  )
  expect(trail.map(({ event }) => event)).toEqual(['draft-picked-up'])
  expect(stage.faults).toEqual([])
})

test('POR-09/b what was typed at the counter is finished online by the person, under one number', async () => {
  const who = await stage.citizen()
  const { item } = (await stage.house.catalogue.itemInForce(stage.onboarded.area, ITEM, '2026-03-16'))!
  const form = demoForm(item.form, who.person, 1, VILLAGE)
  const upload = await uploadedBy(clerk)
  const body = {
    ...{ citizenId: who.person.citizenId, name: who.person.name, item: ITEM, form, region: VILLAGE },
    delivery: 'window',
    files: [{ material: PAPER, file: upload }],
  }
  const request = { 'idempotency-key': 'saved-for-somebody' }
  const saved = await clerk.call('POST', '/drafts', body, request)
  expect(saved.status).toBe(200)
  const { id } = saved.body as { id: string }
  expect((await clerk.call('POST', '/drafts', body, request)).body).toEqual({ id })

  const list = await who.walker.get('/my')
  expect(list.html).toContain('窗口代您保存')
  expect(list.html.split(`href="/apply/${id}"`)).toHaveLength(2)
  const check = await who.walker.get(`/apply/${id}/check`)
  expect(check.html).toContain(who.person.name)
  expect(check.html).toContain('身份证')
  const done = await who.walker.post(`/apply/${id}/check`, { csrf: who.csrfToken })
  expect(done.location).toMatch(/^\/my\/cases\/\d{24}[0-9A-Z]\/submitted$/)
  const no = done.location!.split('/')[3]!
  await stage.settle()
  // The very counter that typed it takes the case up.
  expect((await clerk.call('GET', `/cases/${no}`)).status).toBe(200)
  const cases = (await who.call('GET', '/cases')).body as { items: { no: string }[] }
  expect(cases.items.map((each) => each.no)).toEqual([no])
  expect(stage.faults).toEqual([])
})

async function uploadedBy(who: Signed): Promise<string> {
  const { payload, headers } = multipart()
  const reply = await stage.app.inject({
    method: 'POST',
    url: '/api/v1/files',
    payload,
    headers: { ...headers, cookie: who.cookie, 'x-csrf-token': who.csrfToken },
  })
  return reply.json<{ id: string }>().id
}

test('a code opens one draft, for three days, with the right person before the counter, and not after five wrong tries', async () => {
  const who = await stage.citizen()
  const other = await stage.citizen()
  const draft = await begunOnline(who)
  const code = await codeOf(who, draft)
  const right = { code, idTail: tailOf(who) }
  const tails = ['0001', '0002', '0003', '0004', '0005'].filter((tail) => tail !== right.idTail)
  const answers = [
    await elsewhere.call('POST', '/drafts/pick-up', { code: wrongCode(code), idTail: tailOf(who) }),
    ...(await Promise.all(tails.map((idTail) => clerk.call('POST', '/drafts/pick-up', { code, idTail })))),
    await clerk.call('POST', '/drafts/pick-up', {
      code,
      idTail: tailOf(other) === right.idTail ? '9999' : tailOf(other),
    }),
    await elsewhere.call('POST', '/drafts/pick-up', right),
  ]
  const [first] = answers
  for (const { status, body } of answers) expect([status, body]).toEqual([404, first!.body])
  // A fresh code is a fresh start, for one pick-up and nobody else's.
  const again = await codeOf(who, draft)
  expect(again).not.toBe(code)
  const fresh = { code: again, idTail: tailOf(who) }
  expect((await elsewhere.call('POST', '/drafts/pick-up', fresh)).status).toBe(200)
  expect((await clerk.call('POST', '/drafts/pick-up', fresh)).status).toBe(404)
  expect((await clerk.call('GET', `/drafts/${draft}`)).status).toBe(404)
  expect((await clerk.call('POST', `/drafts/${draft}/give-back`)).status).toBe(404)

  // Taken back: the owner goes on, with every file, and files it online.
  const back = await who.walker.post(`/apply/${draft}/counter`, { csrf: who.csrfToken, then: 'back' })
  expect(back.location).toBe(`/apply/${draft}`)
  expect((await who.walker.get(back.location!)).location).toBe(`/apply/${draft}/materials`)
  expect((await elsewhere.call('GET', `/drafts/${draft}`)).status).toBe(404)
  const csrf = who.csrfToken
  const filed = await who.walker.post(`/apply/${draft}/check`, { csrf })
  expect(filed.location).toMatch(/\/submitted$/)
  expect(stage.faults).toEqual([])
})

test('another’s draft is nobody’s: neither its code nor its place is shown or made', async () => {
  const who = await stage.citizen()
  const other = await stage.citizen()
  const draft = await begunOnline(who)
  const code = await codeOf(who, draft)
  expect((await other.walker.get(`/apply/${draft}/counter`)).status).toBe(404)
  for (const then of ['make', 'revoke', 'back'])
    expect((await other.walker.post(`/apply/${draft}/counter`, { csrf: other.csrfToken, then })).status).toBe(
      404,
    )
  const { html } = await who.walker.get(`/apply/${draft}/counter`)
  expect(html).toContain(`${code.slice(0, 4)} ${code.slice(4)}`)
  await who.walker.post(`/apply/${draft}/counter`, { csrf: who.csrfToken, then: 'revoke' })
  const answer = await clerk.call('POST', '/drafts/pick-up', { code, idTail: tailOf(who) })
  expect(answer.status).toBe(404)
})

test('the draft of one person cannot become another’s case', async () => {
  const who = await stage.citizen()
  const draft = await begunOnline(who)
  const picked = await clerk.call('POST', '/drafts/pick-up', {
    code: await codeOf(who, draft),
    idTail: tailOf(who),
  })
  const held = picked.body as Draft
  const stranger = demoPerson(777)
  const { item } = (await stage.house.catalogue.itemInForce(stage.onboarded.area, ITEM, '2026-03-16'))!
  const named = { ...held.form, name: stranger.name, citizenId: stranger.citizenId }
  const form = { ...named, ...readOffId(item.form, named) }
  const refused = await clerk.call('POST', `/drafts/${draft}/file`, filingOf({ ...held, form }, CENTRE))
  expect(refused.body).toMatchObject({ code: 'applicant-other' })
  const otherItem = { ...filingOf(held, CENTRE), item: 'disability-certificate' }
  expect((await clerk.call('POST', `/drafts/${draft}/file`, otherItem)).body).toMatchObject({
    code: 'draft-other-item',
  })
  expect((await clerk.call('POST', `/drafts/${draft}/give-back`)).body).toEqual({ done: true })
  expect((await who.walker.get(`/apply/${draft}/materials`)).html).toContain('已上传1份')
  // The files are the owner's again: the counter that had them sees them no more.
  expect((await clerk.call('GET', `/files/${held.files[PAPER]![0]!.id}`)).status).toBe(404)
})

test.each([
  ['somebody without an account', { citizenId: demoPerson(901).citizenId, name: demoPerson(901).name }],
  ['a name that is not the number’s', { name: '别的人' }],
])('a counter saves no draft for %s', async (_, change) => {
  const who = await stage.citizen()
  const own = { citizenId: who.person.citizenId, name: who.person.name }
  const body = { ...own, ...change, item: ITEM, form: {} }
  expect((await clerk.call('POST', '/drafts', body)).body).toMatchObject({ code: 'draft-person-unknown' })
})

test('owner and counter press at the same moment: one case, whoever was quicker', async () => {
  for (let round = 0; round < 4; round += 1) {
    const who = await stage.citizen()
    const draft = await begunOnline(who)
    const code = await codeOf(who, draft)
    const [online, picked] = await Promise.all([
      who.walker.post(`/apply/${draft}/check`, { csrf: who.csrfToken }),
      clerk.call('POST', '/drafts/pick-up', { code, idTail: tailOf(who) }),
    ])
    expect([online.status, picked.status]).toEqual(online.status === 303 ? [303, 404] : [409, 200])
    if (picked.status === 200)
      await Promise.all([
        clerk.call('POST', `/drafts/${draft}/file`, filingOf(picked.body as Draft, CENTRE)),
        who.walker.post(`/apply/${draft}/counter`, { csrf: who.csrfToken, then: 'back' }),
        who.walker.post(`/apply/${draft}/check`, { csrf: who.csrfToken }),
      ])
    const { items } = (await who.call('GET', '/cases')).body as { items: unknown[] }
    expect(items.length).toBeLessThanOrEqual(1)
  }
  expect(stage.faults).toEqual([])
}, 60_000)

test('a code opens nothing once its three days are over', async () => {
  const who = await stage.citizen()
  const code = await codeOf(who, await begunOnline(who))
  stage.clock.set(later(stage.clock.now(), 3 * 24 * 3600 + 1))
  const then = await stage.as('clerk.shantou')
  const answer = await then.call('POST', '/drafts/pick-up', { code, idTail: tailOf(who) })
  expect([answer.status, answer.body]).toEqual([404, expect.objectContaining({ code: 'pick-up-not-found' })])
})

function wrongCode(code: string): string {
  return code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`
}
