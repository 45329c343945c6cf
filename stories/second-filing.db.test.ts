import { beforeAll, expect, test } from 'vitest'
import { demoForm } from '../apps/server/demo/form-values.ts'
import { CENTRE, startStage, VILLAGE, type Citizen, type Stage } from '../apps/server/matrix/stage.ts'

const HOME = '博山区山头街道邱家村测试路8号'

let stage: Stage

beforeAll(async () => {
  stage = await startStage()
}, 120_000)

/** Begins an application and says where it goes; gives the draft and what the first page after it was. */
async function begin(
  { walker, csrfToken: csrf }: Citizen,
  item: string,
): Promise<{ draft: string; next: string }> {
  const begun = await walker.post(`/items/${item}/apply`, { csrf })
  const [, , draft, next] = begun.location!.split('/')
  return { draft: draft!, next: next! }
}

/** The first one is still open, so the portal wants to know why. */
const ONCE_MORE = { again: '上次填错了户籍地址，重新申请。' }

async function finish(
  { walker, csrfToken: csrf, person }: Citizen,
  item: string,
  draft: string,
  more: Record<string, string> = {},
  wished: Record<string, string> = {},
): Promise<string> {
  const { item: published } = (await stage.house.catalogue.itemInForce(
    stage.onboarded.area,
    item,
    '2026-03-16',
  ))!
  await walker.post(`/apply/${draft}/where`, {
    csrf,
    region: VILLAGE,
    acceptPlace: CENTRE,
    delivery: 'window',
  })
  const form = demoForm(published.form, person, 1, VILLAGE, wished)
  const saved = await walker.post(`/apply/${draft}/form`, { csrf, ...form })
  expect(saved.status).toBe(303)
  const filed = await walker.post(`/apply/${draft}/check`, { csrf, ...more })
  expect(filed.location).toMatch(/\/submitted$/)
  return filed.location!.split('/')[3]!
}

async function addressField(item: string): Promise<string> {
  const { item: published } = (await stage.house.catalogue.itemInForce(
    stage.onboarded.area,
    item,
    '2026-03-16',
  ))!
  return published.form.fields.find(({ element }) => element === 'party.address')!.name
}

const FIRST = 'elderly-care-subsidy'
const SECOND = 'temporary-assistance-small'

test('CAS-17 the second filing of one applicant is prefilled with consent, and the count of reused fields is reported', async () => {
  const who = await stage.citizen()
  const { walker, csrfToken: csrf } = who
  const first = await begin(who, FIRST)
  // Nothing is known yet, so nothing is asked; and the tick to keep something is off.
  expect(first.next).toBe('where')
  const check = await walker.get(`/apply/${first.draft}/check`)
  expect(check.html).toMatch(/name="keep" type="checkbox" value="yes"(?! checked)/)
  const no = await finish(who, FIRST, first.draft, { keep: 'yes' }, { [await addressField(FIRST)]: HOME })

  const second = await begin(who, SECOND)
  expect(second.next).toBe('reuse')
  const asked = await walker.get(`/apply/${second.draft}/reuse`)
  expect(asked.html).toContain(HOME)
  // Nothing is filled in before the person says so.
  expect((await walker.get(`/apply/${second.draft}/form`)).html).not.toContain(HOME)
  expect((await walker.post(`/apply/${second.draft}/reuse`, { csrf, use: 'yes' })).location).toBe(
    `/apply/${second.draft}/where`,
  )
  const form = await walker.get(`/apply/${second.draft}/form`)
  expect(form.html).toContain(`value="${HOME}"`)
  expect(form.html).toContain('来自您以前的填写，可以改')
  await finish(who, SECOND, second.draft, {}, { [await addressField(SECOND)]: HOME })

  // Another application in which the person writes everything anew counts as none.
  const third = await begin(who, SECOND)
  await walker.post(`/apply/${third.draft}/reuse`, { csrf, use: 'no' })
  expect((await walker.get(`/apply/${third.draft}/form`)).html).not.toContain(HOME)
  await finish(who, SECOND, third.draft, ONCE_MORE)

  const supervisor = await stage.as('supervisor')
  const report = (await supervisor.call('GET', '/reuse?from=2026-03-16&to=2026-03-16')).body as {
    filings: number
    reused: number
    items: { item: string; filings: number; withReuse: number; asked: number; reused: number }[]
  }
  expect([report.filings, report.reused]).toEqual([3, 1])
  expect(
    report.items.map(({ item, filings, withReuse, reused }) => [item, filings, withReuse, reused]),
  ).toEqual([
    [FIRST, 1, 0, 0],
    [SECOND, 2, 1, 1],
  ])
  const before = await supervisor.call('GET', '/reuse?from=2026-03-01&to=2026-03-15')
  expect(before.body).toMatchObject({ filings: 0, items: [] })

  // Sealed where it lies, and shown to nobody but the person.
  const [kept] = await stage.house.db.query<{ text: string }>(
    `SELECT json_agg(d)::text AS text FROM party.data_value d WHERE area_code = '000000'`,
  )
  expect(kept!.text).not.toContain('测试路')
  const mine = await walker.get('/my/data')
  expect(mine.html).toContain(HOME)
  expect(mine.html).toContain(`/my/cases/${no}`)
  const other = await stage.citizen()
  expect((await other.walker.get('/my/data')).html).not.toContain(HOME)
  expect((await begin(other, SECOND)).next).toBe('where')
  expect(stage.faults).toEqual([])
})

test('without a tick nothing is kept; what is deleted or taken back is offered no more', async () => {
  const who = await stage.citizen()
  const { walker, csrfToken: csrf } = who
  const wished = { [await addressField(FIRST)]: HOME }
  await finish(who, FIRST, (await begin(who, FIRST)).draft, {}, wished)
  expect((await walker.get('/my/data')).html).toContain('没有保存您的任何内容')
  expect((await begin(who, SECOND)).next).toBe('where')

  await finish(who, FIRST, (await begin(who, FIRST)).draft, { keep: 'yes', ...ONCE_MORE }, wished)
  const draft = (await begin(who, SECOND)).draft
  expect((await walker.get(`/apply/${draft}/reuse`)).status).toBe(200)
  const gone = { csrf, holder: 'person', element: 'party.address' }
  expect((await walker.post('/my/data/delete', gone)).location).toBe('/my/data')
  // The other things that were kept are still offered.
  expect((await walker.get(`/apply/${draft}/reuse`)).html).not.toContain(HOME)
  expect((await walker.post('/my/data/delete', gone)).status).toBe(404)

  await finish(who, FIRST, (await begin(who, FIRST)).draft, { keep: 'yes', ...ONCE_MORE }, wished)
  expect((await walker.get('/my/data')).html).toContain('收回同意')
  await walker.post('/my/data/withdraw', { csrf })
  expect((await walker.get('/my/data')).html).not.toContain(HOME)
  const rows = await stage.house.db.query(
    `SELECT 1 FROM party.data_consent WHERE area_code = '000000' AND party = (
       SELECT party FROM portal.draft WHERE area_code = $1 AND id = $2) AND withdrawn_at IS NULL`,
    [stage.onboarded.area, draft],
  )
  expect(rows).toEqual([])
})

test('somebody else’s delete reaches nothing of mine', async () => {
  const who = await stage.citizen()
  await finish(
    who,
    FIRST,
    (await begin(who, FIRST)).draft,
    { keep: 'yes' },
    { [await addressField(FIRST)]: HOME },
  )
  const other = await stage.citizen()
  const gone = { csrf: other.csrfToken, holder: 'person', element: 'party.address' }
  expect((await other.walker.post('/my/data/delete', gone)).status).toBe(404)
  expect((await who.walker.get('/my/data')).html).toContain(HOME)
})
