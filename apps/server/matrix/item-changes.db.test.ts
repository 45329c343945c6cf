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

  const phone = { edits: [{ at: '/enquiryPhone', value: '0533-0000899' }] }
  expect((await act(author, id, 'edit', phone)).status).toBe(200)
  expect(codeOf(await act(author, id, 'edit', { edits: [{ at: '/version', value: 9 }] }))).toBe(
    'change-edit-misplaced',
  )
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
    ...['cases', 'drafts', 'powers-given', 'powers-ended', 'places', 'guide', 'scenes', 'bundles'],
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

test('whoever drafts or approves items reads nothing of cases and nothing of another body', async () => {
  const other = await stage.as('author.boshan')
  const { items } = bodyOf<{ items: { id: string }[] }>(
    await author.call('GET', '/authoring/changes?queue=all'),
  )
  expect(items.length).toBe(2)
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
