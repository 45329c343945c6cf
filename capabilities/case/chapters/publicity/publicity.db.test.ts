import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'

const ALLOWANCE = 'subsistence-allowance'
const CLERK = 'clerk.shantou'
const [REVIEWER, APPROVER] = ['reviewer.civil-affairs', 'approver.civil-affairs']

// Real: pack, database, ledger, due jobs, papers, the wall. Moved by hand: the clock.
let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
})
afterAll(() => town.stop())

const doing = async (who: string, no: string, act: string, input: Record<string, unknown> = {}) => {
  const done = await town.act(who, no, act, input)
  return isRefusal(done) ? `refused: ${done.code}` : (done.answer as { state: string }).state
}

test('低保: made public in the village for seven days, an objection looked into, then decided', async () => {
  const zhang = await town.citizen('张示例')
  const no = await town.file(zhang, ALLOWANCE, { delivery: 'window' })
  expect(await doing(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))).toBe('accepted')
  expect(await doing(REVIEWER, no, 'review', { opinion: 'grant', text: '符合条件' })).toBe('reviewed')
  expect(await doing(APPROVER, no, 'grant', { conclusion: '准予' })).toBe('refused: publicity-missing')
  expect(await doing(REVIEWER, no, 'open-publicity', { text: '拟确认为最低生活保障对象，保障人口2人' })).toBe(
    'reviewed',
  )
  await town.work()
  const paper = await town.paperText(CLERK, no, 'publicity-notice')
  for (const said of ['公示', '社会救助暂行办法》第十一条第二项', '张某', '保障人口2人', '2026年11月30日'])
    expect(paper).toContain(said)
  // Neither name nor number of the applicant, and nobody is addressed.
  expect(paper).not.toContain('张示例')
  expect(paper).not.toContain(zhang.details.idNumber)

  const wall = await town.cases.publicity(town.area, 'centre-370304004', town.clock.now())
  expect(JSON.stringify(wall)).toContain('公示中')
  expect(JSON.stringify(wall)).not.toContain('张示例')

  // The list on the portal: the same line, masked as the item wants it, with the last day and where to object.
  const [notice, ...others] = await town.cases.publicNotices(town.area, town.clock.now())
  expect(others).toEqual([])
  expect(notice).toMatchObject({
    ...{ kind: 'publicity', applicant: '张某', text: '拟确认为最低生活保障对象，保障人口2人' },
    ...{ from: '2026-11-23', until: '2026-11-30', basis: '《社会救助暂行办法》第十一条第二项' },
  })
  expect(JSON.stringify(notice)).not.toMatch(new RegExp(`张示例|${zhang.details.idNumber}|${no}`))

  expect(await doing(APPROVER, no, 'grant', { conclusion: '准予' })).toBe('refused: publicity-open')
  town.clock.set(at('2026-11-25T10:00'))
  const said = { text: '他家有一辆小汽车', from: '王示例', contact: '19900000077' }
  expect(await doing(CLERK, no, 'record-objection', said)).toBe('reviewed')
  // The applicant learns that somebody objected, and not who.
  const mine = await town.applicantsView(no)
  expect(JSON.stringify(mine)).toContain('收到一条异议')
  expect(JSON.stringify(mine)).not.toMatch(/王示例|19900000077|小汽车/)
  const { parts, allowed } = await town.detailOf(REVIEWER, no)
  expect(parts.find(({ key }) => key === 'publicity')?.table?.rows[0]).toContain('他家有一辆小汽车')

  town.clock.set(at('2026-12-01T08:00'))
  // Over with its day, whenever the job comes.
  expect(await town.cases.publicNotices(town.area, town.clock.now())).toEqual([])
  await town.work()
  expect(await doing(APPROVER, no, 'grant', { conclusion: '准予' })).toBe('refused: objection-open')
  const field = allowed
    .find(({ act }) => act === 'answer-publicity-objection')!
    .fields!.find(({ name }) => name === 'id')!
  const { value: id } = field.options![0]!
  const answer = { id, upheld: false, text: '车辆已于三年前报废' }
  expect(await doing(REVIEWER, no, 'answer-publicity-objection', answer)).toBe('reviewed')
  expect(await doing(APPROVER, no, 'grant', { conclusion: '准予' })).toBe('decided')
  const last = await town.detailOf(CLERK, no)
  expect(last.story.map(({ text }) => text)).toContain('公示期满（2026年11月30日（星期一））')
}, 60_000)
