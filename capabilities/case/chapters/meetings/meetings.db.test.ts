import { afterAll, beforeAll, expect, test } from 'vitest'
import { legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'

const AGENCY = 'human-resources-service-licence'
const LEAD = 'approver.human-resources'

// Real: pack, database, ledger, due jobs, papers. Moved by hand: the clock.
let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
})
afterAll(() => town.stop())

const doing = async (who: string, no: string, act: string, input: Record<string, unknown> = {}) => {
  const done = await town.act(who, no, act, input)
  return isRefusal(done) ? `refused: ${done.code}` : (done.answer as { state: string }).state
}

const partOf = async (who: string, no: string, key: string) =>
  (await town.detailOf(who, no)).parts.find((one) => one.key.startsWith(key))!

async function factDays(no: string, ...kinds: string[]): Promise<[string, string][]> {
  const facts = await town.cases.facts(await town.as(LEAD), no)
  if (isRefusal(facts)) throw new Error(facts.code)
  return facts.filter(({ kind }) => kinds.includes(kind)).map(({ kind, at: when }) => [kind, legalDay(when)])
}

const call = (kind: string) => ({
  ...{ kind, time: '10:30', where: '区政务服务中心三楼会议室', bodies: ['health', 'market-supervision'] },
  question: '场所一半在地下，能不能一次定下来',
})

test('CAS-11/b from a case a joint-review meeting is called the same day and its resolution writes opinions and follow-up tasks back to the case', async () => {
  const no = await town.fileAtWindow('clerk.hall', AGENCY)
  await doing('clerk.hall', no, 'accept', await town.goodChecklist('clerk.hall', no))
  expect(await doing(LEAD, no, 'call-meeting', call('joint-review'))).toBe('accepted')
  await town.work()
  const notice = await town.paperText('reviewer.health', no, 'meeting-notice')
  for (const words of ['会议通知', '2026年11月23日10:30', '联审会', '三楼会议室', '能不能一次定下来'])
    expect(notice.replaceAll(/\s/g, '')).toContain(words)

  town.clock.set(at('2026-11-23T10:40'))
  const opinion = { kind: 'opinion', body: 'health', verdict: 'conditions', text: '符合要求，加装通风。' }
  const task = {
    kind: 'task',
    body: 'market-supervision',
    text: '核对有无同名机构。',
    workingDays: 1,
    blocking: true,
  }
  expect(await doing(LEAD, no, 'record-resolution', opinion)).toBe('accepted')
  expect(await doing(LEAD, no, 'record-resolution', task)).toBe('accepted')
  const held = { came: ['health'], minutes: '两部门现场看了场所。' }
  expect(await doing(LEAD, no, 'hold-meeting', held)).toBe('accepted')
  expect(await factDays(no, 'meeting-called', 'opinion-given', 'task-given', 'meeting-held')).toEqual(
    ['meeting-called', 'opinion-given', 'task-given', 'meeting-held'].map((kind) => [kind, '2026-11-23']),
  )
  // Written back: the opinion stands beside those asked in writing, the task waits in its department's queue.
  expect((await partOf(LEAD, no, 'joint')).table!.rows).toEqual([
    ['区卫生健康局', '有条件同意', '会上提出', '符合要求，加装通风。'],
  ])
  expect((await partOf('reviewer.market-supervision', no, 'tasks')).table!.rows).toEqual([
    ['区市场监督管理局', '核对有无同名机构。（办完才能作决定）', '2026年11月24日', '在办'],
  ])
  expect(await town.workList('reviewer.market-supervision')).toContain(no)
  await town.work()
  const minutes = (await town.paperText(LEAD, no, 'meeting-minutes')).replaceAll(/\s/g, '')
  for (const words of [
    '会议纪要',
    '未到会：区市场监督管理局',
    '两部门现场看了场所',
    '意见：有条件同意',
    '符合要求，加装通风',
    '（2026年11月24日前）',
  ])
    expect(minutes).toContain(words)

  await doing('reviewer.human-resources', no, 'review', { opinion: 'grant', text: '符合条件。' })
  expect(await doing(LEAD, no, 'grant', { conclusion: '准予从事职业中介。' })).toBe('refused: tasks-open')
  town.clock.set(at('2026-11-25T00:01'))
  await town.work()
  expect((await partOf(LEAD, no, 'tasks')).tag).toEqual({ text: '1项逾期', tone: 'bad' })
  town.clock.set(at('2026-11-25T09:00'))
  const [given] = await taskOptions('reviewer.market-supervision', no)
  const done = { task: given!.id, text: '没有同名机构。' }
  expect(await doing('reviewer.market-supervision', no, 'complete-task', done)).toBe('reviewed')
  expect(await doing(LEAD, no, 'grant', { conclusion: '准予从事职业中介。' })).toBe('decided')
})

/** The tasks somebody may choose from in the form of the act. */
async function taskOptions(who: string, no: string): Promise<{ id: string; label: string }[]> {
  const { allowed } = await town.detailOf(who, no)
  const fields = allowed.find(({ act }) => act === 'complete-task')!.fields!
  return fields
    .find(({ name }) => name === 'task')!
    .options!.map(({ value, label }) => ({ id: value, label }))
}

test('CAS-11/c from a case a coordination meeting is called the same day and its resolution writes opinions and follow-up tasks back to the case', async () => {
  town.clock.set(at('2026-11-26T09:00'))
  const no = await town.fileAtWindow('clerk.hall', AGENCY)
  // An obstacle shows before acceptance: the meeting need not wait for it.
  expect(await doing(LEAD, no, 'call-meeting', call('joint-review'))).toBe('refused: joint-review-too-early')
  expect(await doing(LEAD, no, 'call-meeting', call('coordination'))).toBe('received')
  town.clock.set(at('2026-11-26T11:00'))
  const resolutions = [
    { kind: 'opinion', body: 'health', verdict: 'agree', text: '地上部分符合要求。' },
    { kind: 'task', body: 'human-resources', text: '两天内现场核对面积。', workingDays: 2, blocking: false },
    { kind: 'task', body: 'health', text: '当天出具场所卫生意见。', workingDays: 0, blocking: true },
  ]
  for (const resolution of resolutions)
    expect(await doing(LEAD, no, 'record-resolution', resolution)).toBe('received')
  const held = { came: ['health', 'market-supervision'], minutes: '三部门当场协调一致。' }
  expect(await doing(LEAD, no, 'hold-meeting', held)).toBe('received')
  expect(
    new Set(
      (await factDays(no, 'meeting-called', 'opinion-given', 'task-given', 'meeting-held')).map(
        ([, day]) => day,
      ),
    ),
  ).toEqual(new Set(['2026-11-26']))
  expect((await partOf(LEAD, no, 'joint')).table!.rows).toHaveLength(1)
  expect((await taskOptions('reviewer.health', no)).map(({ label }) => label)).toEqual([
    '区卫生健康局：当天出具场所卫生意见。',
  ])
  expect((await taskOptions('reviewer.human-resources', no)).map(({ label }) => label)).toEqual([
    '区人力资源和社会保障局：两天内现场核对面积。',
  ])
  // The applicant reads that there was a meeting and what is being done, not who said what.
  const { parts } = await town.applicantsView(no)
  const titles = parts.map(({ title }) => title)
  expect(titles).toEqual(
    expect.arrayContaining(['联审联办：部门意见', '协调会 2026年11月26日10:30', '会议交办事项']),
  )
  const meeting = parts.find(({ key }) => key.startsWith('meeting'))!
  expect(meeting).not.toHaveProperty('table')
  expect(meeting.lines).toEqual([])
})

test('CAS-11/a 即办件: a simple matter is decided in the same visit', async () => {
  town.clock.set(at('2026-11-27T09:00'))
  const no = await town.fileAtWindow('clerk.shantou', 'senior-preferential-card', { delivery: 'window' })
  const { summary } = await town.detailOf('clerk.shantou', no)
  expect(summary.procedure).toBe('on-the-spot')
  town.clock.advance({ minutes: 10 })
  await doing('clerk.shantou', no, 'accept', await town.goodChecklist('clerk.shantou', no))
  const { decidingBody } = (await town.detailOf('clerk.shantou', no)).summary
  const town_ = decidingBody.includes('山头') ? 'shantou' : 'civil-affairs'
  expect(await doing(`approver.${town_}`, no, 'grant', { conclusion: '准予发放。' })).toBe('decided')
  expect(await doing(`issuer.${town_}`, no, 'seal')).toBe('issued')
  await town.work()
  const receiver = { receiver: '测试甲', relation: 'self', identified: '居民身份证' }
  expect(await doing('clerk.shantou', no, 'deliver-at-window', receiver)).toBe('closed')
  expect(new Set((await allFactDays(no)).map((day) => day))).toEqual(new Set(['2026-11-27']))
  expect((await town.detailOf('clerk.shantou', no)).leftOpen).toBeUndefined()
})

async function allFactDays(no: string): Promise<string[]> {
  const facts = await town.cases.facts(await town.as('clerk.shantou'), no)
  if (isRefusal(facts)) throw new Error(facts.code)
  return facts.map(({ at: when }) => legalDay(when))
}
