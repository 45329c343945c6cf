import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { forgetGround } from '#capabilities/organisation/index.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import { rebuildCaseViews } from './index.ts'
import { CHAPTER_ACTS } from './testing/journey.ts'

/** 老年人优待证: a matter of the town, to be finished in one visit (即办件). */
const CARD = 'senior-preferential-card'
const CLERK = 'clerk.shantou'
const APPROVER = 'approver.shantou'
const ISSUER = 'issuer.shantou'

// Real: pack, database, ledger, due jobs, papers. Moved by hand: the clock, and what the area's plan says of its windows.
let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
})
afterAll(() => town.stop())

const said = (done: Awaited<ReturnType<Town['act']>>) =>
  isRefusal(done) ? `refused: ${done.code}` : (done.answer as { state: string }).state
const doing = async (who: string, no: string, act: string, input: Record<string, unknown> = {}) =>
  said(await town.act(who, no, act, input))
const accept = async (no: string) => doing(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))
const grant = { conclusion: '准予发给老年人优待证' }
const receiver = { receiver: '测试甲', relation: 'self', identified: '居民身份证' }

test('an on-the-spot matter is finished in one visit to a town window, card in hand', async () => {
  const no = await town.fileAtWindow(CLERK, CARD)
  // Whoever sends the applicant on knows to whom, by name and post; the applicant hears the body and the post.
  const named = /山头.*审批人员当场决定，今天在岗：演示审批.*（.*）/
  const { allowed } = await town.detailOf(CLERK, no)
  expect(allowed.find(({ act }) => act === 'accept')!.next).toMatch(named)
  expect(await accept(no)).toBe('accepted')
  const next = (await town.detailOf(CLERK, no)).parts.find(({ key }) => key === 'next')
  expect(next!.lines[0]).toMatch(named)
  expect((await town.detailOf(CLERK, no)).steps.map(({ title }) => title)).toEqual([
    ...['收件', '受理', '决定', '制证', '送达办结'],
  ])
  // It waits for whoever decides; nobody reviews in between.
  expect(await town.workList(APPROVER)).toContain(no)
  expect(await town.workList('reviewer.shantou')).not.toContain(no)
  expect(await doing(APPROVER, no, 'grant', grant)).toBe('decided')
  expect(await doing(ISSUER, no, 'seal')).toBe('issued')
  await town.work()
  expect(await doing(CLERK, no, 'deliver-at-window', receiver)).toBe('closed')
  town.clock.advance({ days: 1 })
  await town.work()
  const { story, clocks } = await town.detailOf(CLERK, no)
  expect(clocks.find(({ clock }) => clock === 'promised')).toMatchObject({
    day: '2026-11-23',
    standing: 'soon',
    sentence: expect.stringContaining('当日办结。到期日：2026年11月23日'),
  })
  expect(story.map(({ text }) => text)).not.toContain('当天没有办结，也没有说明原因')
}, 60_000)

test('CAS-10/a an on-the-spot matter left open at the end of its visit demands a reason before anything else', async () => {
  town.clock.set(at('2026-11-25T16:30'))
  const no = await town.fileAtWindow(CLERK, CARD)
  expect(await accept(no)).toBe('accepted')
  // The applicant goes home and the day goes by; the job that falls due at midnight writes it down.
  town.clock.set(at('2026-11-25T23:59'))
  await town.work()
  expect(await town.detailOf(CLERK, no)).not.toHaveProperty('leftOpen')
  town.clock.set(at('2026-11-26T08:40'))
  await town.work()
  const open = await town.detailOf(APPROVER, no)
  expect(open.leftOpen).toEqual({ explained: false, text: '' })
  expect(open.story.at(-1)).toMatchObject({ who: '系统', text: '当天没有办结，也没有说明原因' })
  const refused = await town.act(APPROVER, no, 'grant', grant)
  expect(refused).toMatchObject({ refused: true, code: 'open-reason-needed' })
  expect(
    await doing(APPROVER, no, 'deny', { reason: '年龄未满六十周岁，不符合条件', basis: '示例办法第三条' }),
  ).toBe('refused: open-reason-needed')
  expect(open.allowed.map(({ act }) => act)).toContain('leave-open')
  const reason = { code: 'system-failure', text: '制卡设备故障，次日补办' }
  expect(await doing(CLERK, no, 'leave-open', { ...reason, code: 'because' })).toBe('refused: input-invalid')
  expect(await doing(CLERK, no, 'leave-open', { code: reason.code, text: '坏' })).toBe(
    'refused: input-invalid',
  )
  expect(await doing(CLERK, no, 'leave-open', reason)).toBe('accepted')
  expect(await doing(CLERK, no, 'leave-open', reason)).toBe('refused: not-for-this-dossier')
  expect(await doing(APPROVER, no, 'grant', grant)).toBe('decided')
  expect((await town.detailOf(APPROVER, no)).leftOpen).toEqual({
    explained: true,
    text: '系统或设备故障：制卡设备故障，次日补办',
  })
  // Why the office did not finish is the office's own; the applicant reads that it was not finished, not the note.
  expect(await town.applicantsView(no)).not.toHaveProperty('leftOpen')
}, 60_000)

test('missing papers say for themselves why, and bringing them is a new visit', async () => {
  town.clock.set(at('2026-11-30T10:00'))
  const no = await town.fileAtWindow(CLERK, CARD)
  const { materials } = await town.detailOf(CLERK, no)
  const wanted = materials.find(({ necessity, fromForm }) => necessity === 'required' && !fromForm)!.id
  const { checklist } = await town.goodChecklist(CLERK, no)
  const notice = {
    lines: [{ material: wanted, problem: '没有提供原件', remedy: '请带原件' }],
    checklist: checklist.map((line) => (line.material === wanted ? { ...line, verdict: 'missing' } : line)),
  }
  expect(await doing(CLERK, no, 'notify-supplement', notice)).toBe('supplementing')
  town.clock.set(at('2026-12-01T09:00'))
  await town.work()
  expect((await town.detailOf(CLERK, no)).leftOpen).toEqual({ explained: true, text: '材料需要补正' })
  const brought = { materials: [{ material: wanted, files: [], paperOriginals: 1, paperCopies: 0 }] }
  expect(await doing(CLERK, no, 'supply-at-window', brought)).toBe('received')
  expect(await accept(no)).toBe('accepted')
  town.clock.set(at('2026-12-02T09:00'))
  await town.work()
  expect(await doing(APPROVER, no, 'grant', grant)).toBe('refused: open-reason-needed')
}, 60_000)

test('CAS-05 受理并决定: accepted and decided at one window, both roles on record; 仅受理: the same window cannot decide', async () => {
  town.clock.set(at('2026-12-03T10:00'))
  // The comprehensive window's post holds both roles, as the town's roster may say.
  const window = async () => {
    const looking = await town.looking(CLERK)
    return { ...looking, actor: { ...looking.actor, roles: ['window-clerk', 'approver'] } }
  }
  const atWindow = async (no: string, act: string, input: Record<string, unknown>) => {
    const requestId = `${no}-${act}-${town.clock.now()}`
    return said(
      await town.cases.act({ ...(await window()), no, act, input, requestId, requestHash: requestId }),
    )
  }
  const plan = async (value: string) => {
    await town.db.query(
      `UPDATE organisation.pack_version SET body = jsonb_set(body, '{parameters,integratedHandling,value}', to_jsonb($2::text)) WHERE area_code = $1`,
      [town.area, value],
    )
    forgetGround()
  }

  await plan('accept-only')
  town.clock.advance({ minutes: 1 })
  const only = await town.fileAtWindow(CLERK, CARD)
  expect(await atWindow(only, 'accept', await town.goodChecklist(CLERK, only))).toBe('accepted')
  expect(await atWindow(only, 'grant', grant)).toBe('refused: window-accepts-only')
  const { actor, now } = await window()
  const seen = await town.cases.detail(only, { actor, now, reliesOn: [] })
  if (isRefusal(seen)) throw new Error(seen.code)
  const own = seen.allowed.map(({ act }) => act).filter((name) => !CHAPTER_ACTS.has(name))
  expect(own).toEqual(['withdraw', 'leave-open'])

  await plan('accept-and-decide')
  town.clock.advance({ minutes: 1 })
  const both = await town.fileAtWindow(CLERK, CARD)
  expect(await atWindow(both, 'accept', await town.goodChecklist(CLERK, both))).toBe('accepted')
  expect(await atWindow(both, 'grant', grant)).toBe('decided')
  const row = (await town.cases.find(actor, both))!
  expect(row.dossier).toMatchObject({
    acceptance: { by: { person: actor.person, place: actor.place, role: 'window-clerk' } },
    decision: { by: { person: actor.person, place: actor.place, role: 'approver' } },
  })
  const { story } = await town.applicantsView(both)
  const steps = story.filter(({ text }) => /予以受理|作出准予决定/.test(text))
  expect(steps.map(({ text, as }) => [text, as])).toEqual([
    ['材料齐全，予以受理', '窗口'],
    ['作出准予决定', '审批人员'],
  ])
  // A no still belongs to somebody who is not at the window.
  const third = await town.fileAtWindow(CLERK, CARD)
  await atWindow(third, 'accept', await town.goodChecklist(CLERK, third))
  const no = { reason: '年龄未满六十周岁，不符合条件', basis: '示例办法第三条' }
  expect(await atWindow(third, 'deny', no)).toBe('refused: window-never-refuses')
  expect(await doing(APPROVER, third, 'deny', no)).toBe('decided')
}, 60_000)

test('rebuilding from the facts finds every one of these cases as it is stored', async () => {
  await town.work()
  const { cases, mended } = await rebuildCaseViews(town, () => {})
  expect([cases > 4, mended]).toEqual([true, []])
})
