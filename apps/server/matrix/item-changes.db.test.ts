import { beforeAll, expect, test } from 'vitest'
import type { ChangeDetail, ImpactLine, ItemVersion } from '#capabilities/catalogue/contract.ts'
import { Walker } from '../../citizen-web/walk.ts'
import type { Reply, Signed } from '../testing/signed.ts'
import { startStage, type Stage } from './stage.ts'

// Real: database, pack, routes as the server answers them, sessions, worker. Moved by hand: the clock.

const ITEM = 'extreme-poverty-support'
const TODAY = '2026-03-16'
const DECLARED = { lawful: true, true: true, accurate: true, complete: true }
const MARKS = { reasonable: true, necessary: true, timely: true, complete: true }

let stage: Stage
let author: Signed
let approver: Signed
beforeAll(async () => {
  stage = await startStage()
  author = await stage.as('author.civil-affairs')
  approver = await stage.as('items.approval-bureau')
}, 120_000)

const codeOf = ({ body }: Reply) => (body as { code?: string }).code
const bodyOf = <T>({ body }: Reply) => body as T
const wish = { item: ITEM, reason: '更换咨询电话' }

async function act(who: Signed, id: string, name: string, input: object, headers = {}): Promise<Reply> {
  return who.call('POST', `/authoring/changes/${id}/acts/${name}`, { input }, headers)
}

test('a department drafts, another body approves, and the public reads what has changed on the day', async () => {
  const once = { 'idempotency-key': 'open-change-0001' }
  const opened = await author.call('POST', '/authoring/changes', wish, once)
  expect((await author.call('POST', '/authoring/changes', wish, once)).body).toEqual(opened.body)
  expect(codeOf(await author.call('POST', '/authoring/changes', wish))).toBe('change-open-already')
  const { id } = bodyOf<{ id: string }>(opened)

  const was = { value: bodyOf<ItemVersion>(await stage.anonymous.call('GET', `/items/${ITEM}`)).enquiryPhone }
  const phone = { edits: [{ at: '/enquiryPhone', value: '0533-0000899', was }] }
  expect((await act(author, id, 'edit', phone)).status).toBe(200)
  expect(
    codeOf(await act(author, id, 'edit', { edits: [{ at: '/version', value: 9, was: { value: 2 } }] })),
  ).toBe('change-edit-misplaced')
  expect(codeOf(await act(author, id, 'go-live', {}))).toBe('action-unknown')
  expect(codeOf(await act(approver, id, 'approve', MARKS))).toBe('change-moved-on')
  expect(
    (await act(approver, id, 'comment', { text: '请写明电话属于哪个科室', on: '/enquiryPhone' })).status,
  ).toBe(200)
  expect((await act(author, id, 'submit', DECLARED)).status).toBe(200)

  const { lines } = bodyOf<{ lines: ImpactLine[] }>(
    await approver.call('GET', `/authoring/changes/${id}/impact`),
  )
  expect(lines.map(({ kind }) => kind)).toEqual([
    ...[
      'cases',
      'cases-may-move',
      'drafts',
      'powers-given',
      'powers-ended',
      'places',
      'guide',
      'scenes',
      'bundles',
    ],
  ])
  expect(lines.find(({ kind }) => kind === 'guide')).toMatchObject({ names: ['咨询电话'] })

  const approved = { 'idempotency-key': 'approve-change-0001' }
  const first = await act(approver, id, 'approve', MARKS, approved)
  expect((await act(approver, id, 'approve', MARKS, approved)).body).toEqual(first.body)
  expect((await act(approver, id, 'publish', { effectiveFrom: TODAY })).status).toBe(200)
  await stage.settle()

  const item = bodyOf<ItemVersion>(await stage.anonymous.call('GET', `/items/${ITEM}`))
  expect(item).toMatchObject({ version: 2, enquiryPhone: '0533-0000899' })
  const told = await stage.anonymous.call('GET', `/items/${ITEM}/differences`)
  expect(told.body).toEqual({
    ...{ from: 1, to: 2 },
    differences: [{ at: '/enquiryPhone', part: '咨询电话', text: '咨询电话改为0533-0000899。' }],
  })
  const seen = bodyOf<ChangeDetail>(
    await (await stage.as('supervisor')).call('GET', `/authoring/changes/${id}`),
  )
  expect(seen.story.map(({ text }) => text)).toEqual([
    ...['开始起草', '修改', '写意见', '送审，确认内容合法、真实、准确、完整', '审定', '定发布日期', '发布'],
  ])
  expect(stage.faults).toEqual([])
})

test('what people wrote on an older picture is not mixed into a newer one', async () => {
  const { id, version } = bodyOf<{ id: string; version: number }>(
    await author.call('POST', '/authoring/changes', { ...wish, item: 'orphan-basic-living' }),
  )
  const phone = { input: { edits: [{ at: '/enquiryPhone', value: '0533-0000898' }] }, version }
  const path = `/authoring/changes/${id}/acts/edit`
  expect((await author.call('POST', path, phone)).status).toBe(200)
  expect(codeOf(await author.call('POST', path, phone))).toBe('change-moved-on')
})

test('GUI-04/b the published guide shows the unit that drafted it and its date, on the page and on paper', async () => {
  const page = (await stage.app.inject({ method: 'GET', url: `/items/${ITEM}` })).body
  const { effectiveFrom } = bodyOf<ItemVersion>(await stage.anonymous.call('GET', `/items/${ITEM}`))
  const [year, month, day] = effectiveFrom.split('-').map(Number)
  expect(page).toMatch(/指南编制单位<\/dt><dd[^>]*>博山区民政局/)
  expect(page).toMatch(new RegExp(`指南发布日期</dt><dd[^>]*>${year}年${month}月${day}日`))
})

test('two authors write in one draft at once: other places go through, the same place is refused to the second with both texts', async () => {
  const item = 'elderly-allowance'
  const name = '两位编制人员同时修改的事项'
  const { id } = bodyOf<{ id: string }>(
    await author.call('POST', '/authoring/new-items', {
      name,
      reason: '新设事项',
      from: { kind: 'copy', item },
    }),
  )
  const path = `/authoring/changes/${id}`
  const start = bodyOf<ChangeDetail>(await author.call('GET', path)).body as ItemVersion
  const second = await stage.as('author.civil-affairs')
  const [paper, other] = start.materials.filter(({ fromForm }) => fromForm !== true)
  const at = (material: typeof paper, field: string) => `/materials/${material!.id}/${field}`
  const edit = (who: Signed, edits: object[]) => who.call('POST', `${path}/acts/edit`, { input: { edits } })

  expect(codeOf(await edit(author, [{ at: '/summary', value: '盲改' }]))).toBe('change-edit-blind')
  const [one, two] = await Promise.all([
    edit(author, [{ at: at(paper, 'fillNote'), value: '甲写的', was: only(paper!.fillNote) }]),
    edit(second, [{ at: at(other, 'fillNote'), value: '乙写的', was: only(other!.fillNote) }]),
  ])
  expect([one.status, two.status]).toEqual([200, 200])

  const both = await Promise.all([
    edit(author, [{ at: '/summary', value: '甲的简介', was: { value: start.summary } }]),
    edit(second, [
      { at: '/summary', value: '乙的简介', was: { value: start.summary } },
      { at: '/complaintPhone', value: '0533-0000777', was: { value: start.complaintPhone } },
    ]),
  ])
  const late = both.find(({ status }) => status !== 200)!
  expect(both.filter(({ status }) => status === 200).length).toBe(1)
  expect(late.body).toMatchObject({
    code: 'change-edit-overtaken',
    facts: { conflicts: [{ at: '/summary', part: '事项简介', was: start.summary }] },
  })
  const now = bodyOf<ChangeDetail>(await author.call('GET', path)).body as ItemVersion
  const noteOf = ({ id: key }: { id: string }) => now.materials.find((each) => each.id === key)?.fillNote
  expect([noteOf(paper!), noteOf(other!)]).toEqual(['甲写的', '乙写的'])
  // Nothing of a refused request is kept, also not what stood in nobody's way.
  expect(now.complaintPhone === '0533-0000777').toBe(now.summary === '乙的简介')

  // The first paper goes; an edit of the second finds it wherever it stands, one of the first finds it gone.
  const line = now.materials.find(({ id: key }) => key === paper!.id)
  expect((await edit(author, [{ at: `/materials/${paper!.id}`, was: { value: line } }])).status).toBe(200)
  expect(
    (await edit(second, [{ at: at(other, 'copies'), value: 2, was: { value: other!.copies } }])).status,
  ).toBe(200)
  expect(
    codeOf(await edit(second, [{ at: at(paper, 'copies'), value: 2, was: { value: paper!.copies } }])),
  ).toBe('change-edit-overtaken')
  await act(author, id, 'withdraw', { text: '测试结束' })
})

const only = (value: unknown) => (value === undefined ? {} : { value })

test('a draft is previewed as the public would read it, by whoever writes or approves it and by nobody else', async () => {
  const { id } = bodyOf<{ id: string }>(
    await author.call('POST', '/authoring/new-items', {
      ...{ name: '没有发布的事项', reason: '新设事项', from: { kind: 'copy', item: ITEM } },
    }),
  )
  const path = `/authoring/changes/${id}/preview`
  const seen = await author.call('GET', path)
  expect(seen.status).toBe(200)
  const page = String(seen.body)
  for (const text of ['草稿预览，没有发布', '没有发布的事项', '办理流程']) expect(page).toContain(text)
  expect(page).not.toContain('<script')
  expect(seen.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/)
  expect(seen.headers['cache-control']).toBe('no-store')
  expect(String((await author.call('GET', `${path}/form`)).body)).toContain('<input')
  for (const paper of ['full', 'short', 'form-blank']) {
    const { status, headers } = await author.call('GET', `${path}/papers/${paper}`)
    expect([paper, status, headers['content-type']]).toEqual([paper, 200, 'application/pdf'])
  }
  expect(codeOf(await author.call('GET', `${path}/papers/nothing`))).toBe('guide-file-none')
  const other = await stage.as('author.boshan')
  const clerk = await stage.as('clerk.shantou')
  for (const at of [path, `${path}/form`, `${path}/papers/full`]) {
    expect([at, codeOf(await other.call('GET', at))]).toEqual([at, 'change-not-found'])
    expect([at, codeOf(await clerk.call('GET', at))]).toEqual([at, 'forbidden'])
    expect([at, codeOf(await stage.anonymous.call('GET', at))]).toEqual([at, 'signed-out'])
  }
  const { item } = bodyOf<ChangeDetail>(await author.call('GET', `/authoring/changes/${id}`)).summary
  expect((await stage.anonymous.call('GET', `/items/${item}`)).status).toBe(404)
  await act(author, id, 'withdraw', { text: '测试结束' })
})

test('a paper that other items ask for is found by its name, with where it is used', async () => {
  const { materials } = bodyOf<{
    materials: { name: string; material: { name: string }; items: object[] }[]
  }>(await author.call('GET', '/authoring/materials?q=' + encodeURIComponent('身份证')))
  expect(materials.length).toBeGreaterThan(1)
  expect(materials.every(({ name, material }) => name.includes('身份证') && material.name === name)).toBe(
    true,
  )
  expect(new Set(materials.map(({ name }) => name)).size).toBe(materials.length)
  expect(materials[0]!.items.length).toBeGreaterThanOrEqual(materials.at(-1)!.items.length)
})

test('CAT-07/b subscribers are told of a new version of an item or a domain, in words, once it is out and not before', async () => {
  const clerk = await stage.as('clerk.shantou')
  const news = async (who: Signed) =>
    bodyOf<{ unread: number; upTo?: string; items: { item: string; version: number; changes: string[] }[] }>(
      await who.call('GET', '/item-news'),
    )
  const follow = (who: Signed, body: object) => who.call('POST', '/item-subscriptions', body)
  expect((await news(clerk)).items).toEqual([])
  expect(codeOf(await follow(clerk, { kind: 'item', subject: 'no-such-item' }))).toBe('item-not-found')
  // Of the item and of its domain, twice over: what comes out is one piece of news.
  for (const wish of [
    { kind: 'item', subject: ITEM },
    { kind: 'item', subject: ITEM },
    { kind: 'domain', subject: bodyOf<ItemVersion>(await clerk.call('GET', `/items/${ITEM}`)).domain },
  ])
    expect((await follow(clerk, wish)).status).toBe(200)
  // What came out before is no news.
  expect((await news(clerk)).items).toEqual([])
  stage.clock.set('2026-03-16T01:31:00.000Z')
  const before = bodyOf<ItemVersion>(await clerk.call('GET', `/items/${ITEM}`))
  const { id } = bodyOf<{ id: string }>(await author.call('POST', '/authoring/changes', wish))
  const was = { value: before.enquiryPhone }
  await act(author, id, 'edit', { edits: [{ at: '/enquiryPhone', value: '0533-0000855', was }] })
  await act(author, id, 'submit', DECLARED)
  await act(approver, id, 'approve', MARKS)
  expect((await news(clerk)).items).toEqual([])
  expect((await act(approver, id, 'publish', { effectiveFrom: TODAY })).status).toBe(200)
  await stage.settle()
  const told = await news(clerk)
  expect(told).toMatchObject({
    unread: 1,
    items: [{ item: ITEM, version: before.version + 1, changes: ['咨询电话改为0533-0000855。'] }],
  })
  expect((await clerk.call('POST', '/item-news/read', { upTo: told.upTo })).status).toBe(200)
  expect((await news(clerk)).unread).toBe(0)
  // Who sits elsewhere in the same body follows the same; who follows nothing hears nothing.
  expect((await news(author)).items).toEqual([])
  for (const { area, kind, subject } of bodyOf<{
    subscriptions: { area: string; kind: string; subject: string }[]
  }>(await clerk.call('GET', '/item-subscriptions')).subscriptions)
    expect((await clerk.call('DELETE', `/item-subscriptions/${area}/${kind}/${subject}`)).status).toBe(200)
  expect((await news(clerk)).items).toEqual([])
})

test('whoever drafts or approves items reads nothing of cases and nothing of another body', async () => {
  const other = await stage.as('author.boshan')
  const { items } = bodyOf<{ items: { id: string }[] }>(
    await author.call('GET', '/authoring/changes?queue=all'),
  )
  expect(items.length).toBeGreaterThan(1)
  expect(bodyOf<{ items: unknown[] }>(await other.call('GET', '/authoring/changes?queue=all')).items).toEqual(
    [],
  )
  for (const path of [`/authoring/changes/${items[0]!.id}`, `/authoring/changes/${items[0]!.id}/impact`])
    expect([path, codeOf(await other.call('GET', path))]).toEqual([path, 'change-not-found'])
  expect(codeOf(await act(other, items[0]!.id, 'withdraw', { text: '不是我的' }))).toBe('change-not-found')
  expect(codeOf(await other.call('POST', '/authoring/changes', wish))).toBe('change-not-your-item')
  for (const who of [author, approver]) {
    expect(bodyOf<{ items: unknown[] }>(await who.call('GET', '/cases?queue=all')).items).toEqual([])
    expect((await who.call('GET', '/rectifications')).status).toBe(403)
  }
})

test('the quality list names the items that need work first, and leaves as a file with a line for each finding', async () => {
  const supervisor = await stage.as('supervisor')
  const page = bodyOf<{ checked: number; items: { item: string; score: number; passes: boolean }[] }>(
    await supervisor.call('GET', '/item-quality?limit=100'),
  )
  expect(page.items.length).toBe(Math.min(page.checked, 100))
  expect(page.items.map(({ score }) => score)).toEqual(
    page.items.map(({ score }) => score).toSorted((a, b) => a - b),
  )
  const one = bodyOf<{ findings: { check: string; remedy: string; source: string }[] }>(
    await supervisor.call('GET', `/item-quality/${ITEM}`),
  )
  expect(one.findings.length).toBeGreaterThan(0)
  expect(one.findings.every(({ remedy, source }) => remedy !== '' && source !== '')).toBe(true)
  const { checks } = bodyOf<{ checks: { id: string; broken: number; severity: string; floor: string }[] }>(
    await supervisor.call('GET', '/item-checks'),
  )
  const unverified = checks.find(({ id }) => id === 'code-verified')!
  const listed = bodyOf<{ items: unknown[]; nextCursor?: string }>(
    await supervisor.call('GET', '/item-quality?check=code-verified&limit=100'),
  )
  expect(listed.items.length).toBe(Math.min(unverified.broken, 100))
  const file = await supervisor.call('GET', `/item-quality/export?q=${encodeURIComponent('特困')}`)
  expect(String(file.body).trim().split('\n').length).toBe(one.findings.length + 1)
})

test('GUI-10/b the portal shows beside each material where it comes from', async () => {
  const { materials } = bodyOf<ItemVersion>(await stage.anonymous.call('GET', `/items/${ITEM}`))
  const { html } = await new Walker(stage.app).get(`/items/${ITEM}`)
  const lines = html.split('<li').map((line) => line.replace(/<[^>]+>/g, ''))
  for (const { name, sourceNote, source, fromForm, shared } of materials) {
    if (fromForm || shared !== undefined) continue
    const said = sourceNote ?? { applicant: '自己', government: '政府部门', other: '其他机构' }[source]
    const line = lines.find((each) => each.includes(name) && each.includes(said))
    expect([name, said, line !== undefined]).toEqual([name, said, true])
  }
})
