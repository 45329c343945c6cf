import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { newId } from '#platform/id.ts'
import { at, startTown, type TestCitizen, type Town } from '#capabilities/testing/town.ts'
import { rebuildCaseViews } from '../../index.ts'

const ITEM = 'temporary-land-use'
const CLERK = 'clerk.hall'

// Real: pack, database, ledger, sealing, an applicant with an account. Moved by hand: the clock.
let town: Town
let zhang: TestCitizen
let no: string
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  zhang = await town.citizen('张示例')
  no = await town.file(zhang, ITEM, { delivery: 'window', place: 'hall-370304' })
})
afterAll(() => town.stop())

const result = (done: Awaited<ReturnType<Town['act']>>) =>
  isRefusal(done) ? `refused: ${done.code}` : (done.answer as { state: string }).state
const atWindow = async (act: string, input: Record<string, unknown>) =>
  result(await town.act(CLERK, no, act, input))
const online = async (act: string, input: Record<string, unknown>) => {
  const requestId = newId()
  return result(
    await town.cases.act({
      ...{ no, act, input, requestId, requestHash: requestId, reliesOn: [] },
      ...{ actor: zhang.actor, now: town.clock.now() },
    }),
  )
}
const mine = async () => {
  const detail = await town.cases.detail(no, { actor: zhang.actor, now: town.clock.now(), reliesOn: [] })
  if (isRefusal(detail)) throw new Error(detail.code)
  return detail
}

test('an applicant mends the form online and at the window, without a notice, and both answers stay on record', async () => {
  const before = await mine()
  const act = before.allowed.find(({ act: name }) => name === 'correct-form')!
  const { options = [] } = act.fields!.find(({ name }) => name === 'field')!
  // Who applies, for whom and where is no mistake of the pen.
  for (const label of ['姓名', '身份证', '所在']) expect(options.map((one) => one.label)).not.toContain(label)
  const phone = options.find(({ label }) => label.includes('手机') || label.includes('电话'))!
  const wrong = { field: phone.value, value: '12', confirmed: true }
  expect(await online('correct-form', wrong)).toBe('refused: form-invalid')
  const mended = { ...wrong, value: '19900007777', before: { form: {}, applicant: {} } }
  expect(await online('correct-form', { ...mended, confirmed: false })).toBe(
    'refused: form-answer-unconfirmed',
  )
  expect(await online('correct-form', mended)).toBe('received')
  expect(await online('correct-form', mended)).toBe('refused: form-answer-same')
  const after = await mine()
  expect(JSON.stringify(after.form)).toContain('19900007777')
  expect(after.applicant).toMatchObject({ phone: '19900007777' })
  expect(after.clocks.map(({ clock, day }) => [clock, day])).toEqual(
    before.clocks.map(({ clock, day }) => [clock, day]),
  )

  const words = act
    .fields!.find(({ name }) => name === 'field')!
    .options!.find(({ label }) => label.includes('地址'))
  if (words !== undefined)
    expect(await atWindow('correct-form', { field: words.value, value: '示例路9号', confirmed: true })).toBe(
      'received',
    )
  expect((await mine()).parts.find(({ key }) => key === 'corrections')!.facts!.length).toBeGreaterThan(0)
  expect((await mine()).story.map(({ text }) => text).join()).toContain('当场更正申请表')
  // Accepted on what it says now, and from then on it is a change of the application and no mistake.
  expect(await atWindow('accept', await town.goodChecklist(CLERK, no))).toBe('accepted')
  expect(await online('correct-form', { ...mended, value: '19900008888' })).toBe('refused: not-in-this-state')
})

test('the case folds to the same view from its facts', async () => {
  expect((await rebuildCaseViews(town, () => {})).mended).toEqual([])
})
