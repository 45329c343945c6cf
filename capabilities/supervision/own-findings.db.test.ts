import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import { rebuildSupervision } from './index.ts'

// Real: cases of a town from filing to decision, attempts across towns, the projection that judges what was decided.

let town: Town
const ITEM = 'temporary-assistance-small'

beforeAll(async () => {
  town = await startTown({ clock: at('2026-03-16T09:00') })
})
afterAll(() => town.stop())

async function found() {
  await town.work()
  const list = await town.supervision.findings(
    { actor: await town.as('supervisor'), now: town.clock.now() },
    { from: '2026-03-01', to: '2026-06-30', source: 'own' },
  )
  if (isRefusal(list)) throw new Error(list.code)
  return list.items
}

async function accepted(): Promise<string> {
  const no = await town.fileAtWindow('clerk.shantou', ITEM)
  const done = await town.act('clerk.shantou', no, 'accept', await town.goodChecklist('clerk.shantou', no))
  expect(isRefusal(done)).toBe(false)
  return no
}

test('SUP-06 a case handled as it should be has no finding', async () => {
  const no = await town.fileAtWindow('clerk.shantou', ITEM)
  await town.carryThrough(no, 'shantou')
  expect(await found()).toEqual([])
})

test('SUP-06/b one of our own that was decided late is found with the sentence of its own clock', async () => {
  const no = await accepted()
  town.clock.set(at('2026-04-20T09:00'))
  await town.act('reviewer.shantou', no, 'review', { opinion: 'grant', text: '符合条件' })
  const done = await town.act('approver.shantou', no, 'grant', { conclusion: '准予。' })
  expect([isRefusal(done), done]).toMatchObject([false, {}])
  const items = await found()
  const late = items.find(({ code }) => code === 'promised-limit')!
  expect(late).toMatchObject({ caseNo: no, rule: 'over-limit', source: 'own', day: '2026-04-20' })
  // The step that took the longest is named, with the post that took it and the day.
  expect(late.sentence).toMatch(
    /^承诺时限应于2026年3月\d+日届满，2026年4月20日才办结，超过\d+个工作日。用时最长的环节是审查：2026年4月20日由演.*（山头街道审查岗）审查。$/,
  )
  const step = items.find(({ code }) => code === 'step-limit')!
  expect(step.sentence).toMatch(
    /^“审查”环节应于2026年3月\d+日完成，2026年4月20日才完成，超过\d+个工作日。2026年4月20日由演.*（山头街道审查岗）审查。$/,
  )
  const clock = late.evidence.find(({ title }) => title === '时限怎么算的')!
  // The clerk reads the very same sentence on the case page.
  const { clocks } = await town.detailOf('clerk.shantou', no)
  expect(clocks.map(({ sentence }) => sentence)).toContain(clock.fields[0]!.value)
  // Rebuilding from the facts alone finds the same.
  await town.db.query('DELETE FROM supervision.finding WHERE area_code = $1', [town.area])
  await rebuildSupervision(town, () => {})
  expect(await found()).toEqual(items)
})

test('SUP-06/a an attempt beyond power is found the moment it was stopped, with who tried', async () => {
  const no = await accepted()
  const tried = await town.act('approver.boshan', no, 'grant', { conclusion: '准予。' })
  expect(isRefusal(tried)).toBe(true)
  const [finding] = (await found()).filter(({ code }) => code === 'attempted')
  expect(finding).toMatchObject({ caseNo: no, rule: 'beyond-power', source: 'own' })
  expect(finding!.sentence).toMatch(/^2026年4月20日，.*\*.*（.*审批岗）想做“准予”，被系统拦下/)
  expect(finding!.evidence[0]!.fields.at(-1)!.value).toMatch(/\*.*（.*）/)
})

test('a town that tries to pass its own decision up is found as 上推, with who tried and when', async () => {
  const no = await accepted()
  const tried = await town.act('approver.shantou', no, 'transfer-up', {})
  expect(isRefusal(tried) && tried.code).toBe('no-upward-transfer')
  const [finding] = (await found()).filter(({ rule }) => rule === 'upward')
  expect(finding).toMatchObject({ caseNo: no, code: 'upward-attempted', ruleText: '上推', source: 'own' })
  expect(finding!.sentence).toMatch(
    /^2026年4月20日，.*（山头街道审批岗）想做“上推决定”，被系统拦下：应由本机构决定，不得上推。$/,
  )
})

test('among alerts a red card lies above a yellow one that has been due for longer', async () => {
  const [yellow, red] = [await accepted(), await accepted()]
  await town.work()
  const due = async (no: string, days: Record<string, string>) => {
    const changes = Object.entries(days).map(([column, day]) => `${column} = '${day}'`)
    await town.db.query(
      `UPDATE supervision.case_line SET ${changes.join(', ')} WHERE area_code = $1 AND no = $2`,
      [town.area, no],
    )
  }
  await due(yellow, { yellow_due: '2026-03-20', red_due: '9999-12-31', next_due: '2026-03-20' })
  await due(red, { yellow_due: '2026-04-10', red_due: '2026-04-15', next_due: '2026-04-10' })
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await town.supervision.alerts(
      { actor: await town.as('supervisor'), now: town.clock.now() },
      { limit: 1, ...(cursor === undefined ? {} : { cursor }) },
    )
    if (isRefusal(page)) throw new Error(page.code)
    seen.push(...page.items.filter(({ no }) => no === red || no === yellow).map(({ no }) => no))
    cursor = page.nextCursor
  } while (cursor !== undefined)
  expect(seen).toEqual([red, yellow])
})
