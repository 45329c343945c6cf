import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'

const FOOD = 'food-business-licence'
const CLERK = 'clerk.hall'

// Real: pack with its heads, database, ledger, due jobs, papers. Moved by hand: the clock.
let town: Town
let body: string
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  const { item } = (await town.catalogue.itemInForce(town.area, FOOD, '2026-11-23'))!
  body = item.decidingBody.body!
})
afterAll(() => town.stop())

const doing = async (who: string, no: string, act: string, input: Record<string, unknown> = {}) => {
  const done = await town.act(who, no, act, input)
  return isRefusal(done) ? `refused: ${done.code}` : (done.answer as { state: string }).state
}
const WHY = { code: 'checking', text: '设备布局需要再次核实' }

async function accepted(day: string): Promise<string> {
  town.clock.set(at(`${day}T09:00`))
  const no = await town.fileAtWindow(CLERK, FOOD)
  expect(await doing(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))).toBe('accepted')
  return no
}

test('C3 食品经营许可: asked for in time, approved by the body’s head, five days as its own law says, told with reasons', async () => {
  const no = await accepted('2026-11-23')
  town.clock.set(at('2026-12-03T09:00'))
  const reviewer = `reviewer.${body}`
  const head = `head.${body}`
  expect(await town.workList(head)).toEqual([])
  expect(await doing(reviewer, no, 'propose-extension', { ...WHY, amount: 6 })).toBe(
    'refused: extension-too-long',
  )
  const { allowed } = await town.detailOf(reviewer, no)
  expect(allowed.find(({ act }) => act === 'propose-extension')?.fields?.at(-1)).toMatchObject({
    maximum: 5,
    hint: expect.stringContaining('由本行政机关负责人批准') as string,
  })
  expect(await doing(reviewer, no, 'propose-extension', WHY)).toBe('accepted')

  // It stands in the head's list, and in nobody else's; the applicant hears of it once it is granted.
  expect(await town.workList(head)).toEqual([no])
  expect(await town.workList('head.shantou')).toEqual([])
  expect(await town.workList('head.district-government')).toEqual([])
  expect((await town.applicantsView(no)).parts).toEqual([])
  expect((await town.detailOf(head, no)).allowed.map(({ act }) => act)).toEqual(
    expect.arrayContaining(['extend', 'refuse-extension']),
  )
  expect(await doing(`approver.${body}`, no, 'extend')).toBe('refused: not-your-step')
  expect(await doing('head.shantou', no, 'extend')).toBe('refused: case-not-found')
  expect(await doing('head.district-government', no, 'extend')).toBe('refused: case-not-found')

  expect(await doing(head, no, 'extend')).toBe('accepted')
  await town.work()
  expect(await town.workList(head)).toEqual([])
  const { clocks, parts } = await town.applicantsView(no)
  const statutory = clocks.find(({ clock }) => clock === 'statutory')!
  expect(statutory).toMatchObject({ day: '2026-12-14' })
  expect(statutory.sentence).toContain(
    '经本行政机关负责人批准延长5个工作日（需要进一步核实；《食品经营许可和备案管理办法》第二十一条）',
  )
  // Eight days were promised, and that word stands.
  expect(clocks.find(({ clock }) => clock === 'promised')).toMatchObject({ day: '2026-12-03' })
  expect(parts).toMatchObject([{ title: '延长期限', tag: { text: '已延长' } }])

  const paper = await town.paperText(CLERK, no, 'extension')
  for (const said of [
    '行政许可办理期限延长告知书',
    '需要进一步核实；设备布局需要再次核实',
    '经本行政机关负责人批准，办理期限延长5个工作日',
    '2026年12月7日',
    '2026年12月14日',
  ])
    expect(paper).toContain(said)
  expect(paper).toMatch(/延期〔2026〕1号/)
  expect(await doing(reviewer, no, 'propose-extension', WHY)).toBe('refused: extension-once')
}, 60_000)

test('C3 the head says no, and after the last day nobody can say yes', async () => {
  const no = await accepted('2026-12-07')
  const reviewer = `reviewer.${body}`
  town.clock.set(at('2026-12-18T09:00'))
  expect(await doing(reviewer, no, 'propose-extension', WHY)).toBe('accepted')
  expect(await doing(`head.${body}`, no, 'refuse-extension', { reason: '剩余时间足够' })).toBe('accepted')
  expect((await town.detailOf(reviewer, no)).parts).toMatchObject([{ tag: { text: '没有批准' } }])
  expect((await town.applicantsView(no)).parts).toEqual([])
  expect(await doing(reviewer, no, 'propose-extension', WHY)).toBe('accepted')
  town.clock.set(at('2026-12-22T09:00'))
  expect(await doing(`head.${body}`, no, 'extend')).toBe('refused: extension-late')
}, 60_000)
