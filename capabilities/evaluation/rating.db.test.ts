import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import { at, startTown, type TestCitizen, type Town } from '#capabilities/testing/town.ts'
import type { RatingInput } from './contract.ts'

let town: Town
let zhang: TestCitizen
let li: TestCitizen
let no: string

beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  zhang = await town.citizen('张示例')
  li = await town.citizen('李示例')
  no = await town.file(zhang, 'elderly-allowance', { delivery: 'electronic' })
})
afterAll(() => town.stop())

const good: RatingInput = { stars: 5, options: ['513'], comment: '张示例说：很快', anonymous: false }
const rate = (who: TestCitizen, input: RatingInput, requestId: string) =>
  town.evaluation.rate({ no, actor: who.actor, input, now: town.clock.now(), requestId })
const codeOf = (answer: unknown) => (isRefusal(answer) ? (answer as Refusal).code : undefined)

test('an open case is not rated yet', async () => {
  expect(codeOf(await rate(zhang, good, 'early'))).toBe('case-not-closed')
})

describe('one rating for one matter (一事一评)', () => {
  beforeAll(() => town.carryThrough(no, 'shantou'))

  test('another person’s case does not exist', async () => {
    expect(codeOf(await rate(li, good, 'foreign'))).toBe('case-not-found')
    expect(codeOf(await town.evaluation.ofCase(li.actor, no, town.clock.now()))).toBe('case-not-found')
    const clerk = await town.as('clerk.shantou')
    expect(codeOf(await town.evaluation.ofCase(clerk, no, town.clock.now()))).toBe('case-not-found')
  })

  test('a reason of another star is refused', async () => {
    expect(codeOf(await rate(zhang, { ...good, options: ['108'] }, 'wrong'))).toBe('rating-option-unknown')
  })

  test('EVA-01/a two presses at once are one rating, kept sealed, and a second rating is refused', async () => {
    expect(await town.evaluation.ofCase(zhang.actor, no, town.clock.now())).toEqual({ open: true })
    const both = await Promise.all([rate(zhang, good, 'first'), rate(zhang, good, 'first')])
    expect(both).toEqual([{ rated: true }, { rated: true }])
    expect(await rate(zhang, good, 'first')).toEqual({ rated: true })
    expect(codeOf(await rate(zhang, { ...good, stars: 1, options: [] }, 'second'))).toBe('already-rated')
    expect(codeOf(await rate(zhang, { ...good, stars: 4, options: [] }, 'first'))).toBe('already-rated')
    const found = await town.evaluation.ofCase(zhang.actor, no, town.clock.now())
    expect(found).toMatchObject({
      open: false,
      given: { stars: 5, options: ['513'], comment: '张示例说：很快' },
    })
    const rows = await town.db.query<{ row: string }>(
      `SELECT row_to_json(r)::text || f.body AS row FROM evaluation.rating r
        JOIN ledger.fact f ON f.area_code = r.area_code AND f.stream = r.stream WHERE r.area_code = $1`,
      [town.area],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]!.row).not.toContain('张示例')
  })
})

test('a poor rating waits for follow-up and the body’s counts show it', async () => {
  no = await town.file(li, 'elderly-allowance', { delivery: 'electronic' })
  await town.carryThrough(no, 'shantou')
  expect(await rate(li, { stars: 2, options: ['213'], anonymous: true }, 'poor')).toEqual({ rated: true })
  const row = await town.cases.find(li.actor, no)
  const summary = await town.evaluation.summaryOf(town.area, row!.dossier.decidingBody)
  expect(summary).toEqual({ count: 2, byStars: { 1: 0, 2: 1, 3: 0, 4: 0, 5: 1 }, needsFollowUp: 1 })
})

test('after the last day of the window nothing more is taken', async () => {
  const wang = await town.citizen('王示例')
  no = await town.file(wang, 'elderly-allowance', { delivery: 'electronic' })
  await town.carryThrough(no, 'shantou')
  town.clock.advance({ days: 31 })
  expect(codeOf(await rate(wang, good, 'late'))).toBe('rating-window-over')
})
