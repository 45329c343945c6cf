import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { newId } from '#platform/id.ts'
import { at, paperScan, startTown, type TestCitizen, type Town } from '#capabilities/testing/town.ts'
import type { PageRefusal } from './contract.ts'
import { portalOffice } from './index.ts'

const ITEM = 'temporary-assistance-small'
const CLERK = 'clerk.shantou'
const CARD = 'id-card'
const MORNING = at('2026-11-23T09:00')

// Real: pack, database, ledger, uploads. Moved by hand: the clock.
let town: Town
let zhang: TestCitizen
let li: TestCitizen
let no: string

beforeAll(async () => {
  town = await startTown({ clock: MORNING })
  zhang = await town.citizen('张示例')
  li = await town.citizen('李示例')
})
afterAll(() => town.stop())

beforeEach(async () => {
  no = await town.file(zhang, ITEM)
  await town.work()
  const { checklist } = await town.goodChecklist(CLERK, no)
  const lines = [{ material: CARD, problem: '身份证已过期。', remedy: '请提供有效期内的身份证。' }]
  const defective = checklist.map((line) =>
    line.material === CARD ? { ...line, verdict: 'defective' as const } : line,
  )
  const told = await town.act(CLERK, no, 'notify-supplement', { lines, checklist: defective })
  if (isRefusal(told)) throw new Error(told.code)
  await town.work()
})

const scan = (name: string) => ({ fileName: `${name}.pdf`, stream: Readable.from([paperScan(name)]) })
const codeOf = (answer: unknown) => (answer as PageRefusal | undefined)?.code
async function keeps(name: string, citizen = zhang) {
  const file = await town.portal.keepForSupplement(citizen.visitor, no, CARD, scan(name))
  if ('refused' in file) throw new Error(file.code)
  return file
}
const ready = async (citizen = zhang) =>
  (await town.portal.supplementFiles(citizen.visitor, no)).map(({ name }) => name)
const uploads = async (id: string) =>
  (await town.db.query(`SELECT 1 FROM cases.attachment WHERE id::text = $1`, [id])).length

test('what was sent lies there in its order, can be looked at, and can be taken away', async () => {
  const front = await keeps('正面')
  await keeps('反面')
  expect(await ready()).toEqual(
    ['申请人身份证-2.pdf', '申请人身份证-3.pdf'].map((name) => expect.stringMatching(name.slice(-6))),
  )
  const shown = await town.portal.supplementFile(zhang.visitor, no, front.id)
  if ('refused' in shown) throw new Error(shown.code)
  expect(await text(shown.stream as Readable)).toContain('%PDF')
  expect(await town.portal.dropFromSupplement(zhang.visitor, no, front.id)).toBeUndefined()
  expect(await town.portal.dropFromSupplement(zhang.visitor, no, front.id)).toBeUndefined()
  expect([(await ready()).length, await uploads(front.id)]).toEqual([1, 0])
})

test('nobody else sees it, and the clerk sees nothing before it is handed in', async () => {
  const file = await keeps('正面')
  expect(await ready(li)).toEqual([])
  expect(codeOf(await town.portal.supplementFile(li.visitor, no, file.id))).toBe('case-not-found')
  expect(codeOf(await town.portal.dropFromSupplement(li.visitor, no, file.id))).toBe('case-not-found')
  expect(codeOf(await town.portal.keepForSupplement(li.visitor, no, CARD, scan('x')))).toBe('case-not-found')
  expect(JSON.stringify(await town.detailOf(CLERK, no))).not.toContain(file.id)
})

test('only papers that the notice asks for are taken', async () => {
  expect(codeOf(await town.portal.keepForSupplement(zhang.visitor, no, 'none', scan('x')))).toBe(
    'material-unknown',
  )
})

test('handed in, it is the case’s: nothing lies ready any more, and what was left out is given up', async () => {
  const [good, blurred] = [await keeps('清楚'), await keeps('模糊')]
  const requestId = newId()
  const hand = () => town.portal.supply(zhang.visitor, no, { [CARD]: [good.id] }, requestId)
  expect(await hand()).toBeUndefined()
  expect(await ready()).toEqual([])
  expect([await uploads(good.id), await uploads(blurred.id)]).toEqual([1, 0])
  expect(JSON.stringify(await town.detailOf(CLERK, no))).toContain(good.id)
  // The second of two presses is the same request.
  expect(await hand()).toBeUndefined()
})

test('with a notice that ends without an answer it goes, and not before', async () => {
  const office = portalOffice(town)
  const file = await keeps('正面')
  town.clock.advance({ hours: 48 })
  await office.forgetSupplements(town.area)
  expect(await ready()).toHaveLength(1)
  expect(await town.portal.withdraw(zhang.visitor, no, '不办了', newId())).toBeUndefined()
  expect(await office.forgetSupplements(town.area)).toBeGreaterThan(0)
  expect(await uploads(file.id)).toBe(0)
  const own = await town.portal.myCase(zhang.visitor, no)
  expect(!('refused' in own) && own.supplement?.open).toBe(false)
  town.clock.set(MORNING)
})
