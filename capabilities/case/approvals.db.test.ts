import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import { readCsv } from '#ui/format/csv.ts'
import { rebuildCaseViews } from './index.ts'

const AGENCY = 'human-resources-service-licence'
const BODY = 'human-resources'
const [REVIEWER, APPROVER, HEAD] = [`reviewer.${BODY}`, `approver.${BODY}`, `head.${BODY}`]

// Real: pack, database, ledger, due jobs, papers. Moved by hand: the clock.
let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
})
afterAll(() => town.stop())

async function done(who: string, no: string, act: string, input: Record<string, unknown> = {}) {
  const answer = await town.act(who, no, act, input)
  if (isRefusal(answer)) throw new Error(`${who} cannot ${act}: ${answer.code}`)
}

async function accepted(item = AGENCY): Promise<string> {
  const no = await town.fileAtWindow('clerk.hall', item)
  await done('clerk.hall', no, 'accept', await town.goodChecklist('clerk.hall', no))
  return no
}

const review = (no: string) => done(REVIEWER, no, 'review', { opinion: 'grant', text: '符合条件。' })

async function approvals(who: string) {
  const { actor, now } = await town.looking(who)
  const { items } = await town.cases.list(actor, now, { queue: 'approvals' })
  const counts = await town.cases.counts(actor, now)
  expect(counts.approvals).toBe(items.length)
  // 待办 holds the same cases, in the same order, with the same days and tags; it may hold more.
  const mine = await town.cases.list(actor, now, { queue: 'mine', limit: 100 })
  const numbers = new Set(items.map(({ no }) => no))
  expect(mine.items.filter(({ no }) => numbers.has(no))).toEqual(items)
  expect(counts.mine).toBe(mine.items.length)
  return items
}
const numbers = async (who: string) => (await approvals(who)).map(({ no }) => no)

describe('待我批: what waits for somebody’s word stands in one list', () => {
  test('a decision waits for the approver from the review on, never for the reviewer or the window', async () => {
    const no = await accepted()
    expect(await numbers(APPROVER)).not.toContain(no)
    await review(no)
    expect(await numbers(APPROVER)).toContain(no)
    expect(await numbers(REVIEWER)).toEqual([])
    expect(await numbers('clerk.hall')).toEqual([])
    await done(APPROVER, no, 'grant', { conclusion: '准予。' })
    expect(await numbers(APPROVER)).not.toContain(no)
  })

  test('an extension waits for the head under the law’s limit and not under the reviewer’s', async () => {
    const no = await accepted('food-business-licence')
    await done('reviewer.approval-bureau', no, 'propose-extension', {
      code: 'checking',
      text: '场所需要再次核实',
    })
    const [line] = await approvals('head.approval-bureau')
    const { clocks, summary } = await town.detailOf('head.approval-bureau', no)
    const law = clocks.find(({ clock }) => clock === 'statutory')!
    expect(line).toMatchObject({ no, owed: { clock: 'statutory', dueDay: law.day, standing: 'in-time' } })
    expect(line!.owed!.dueDay).not.toBe(line!.dueDay)
    expect(summary.owed).toEqual(line!.owed)
    expect((await town.detailOf('reviewer.approval-bureau', no)).summary.owed).toBeUndefined()
    await done('head.approval-bureau', no, 'extend')
    expect(await numbers('head.approval-bureau')).toEqual([])
  })

  test('a department that is consulted sees the day of its own answer', async () => {
    const no = await accepted()
    const asking = { bodies: ['health'], question: '场所是否符合卫生要求', workingDays: 3 }
    await done(APPROVER, no, 'ask-opinions', asking)
    expect(await numbers('approver.health')).toEqual([no])
    const owed = { what: '代表本单位提出意见', clock: 'opinion-health', dueDay: '2026-11-26' }
    expect((await approvals('approver.health'))[0]!.owed).toMatchObject(owed)
    // As a file, the day is the one on the screen: that of what this reader owes.
    const { actor, now } = await town.looking('approver.health')
    const file = await town.cases.listFile(actor, now, { queue: 'approvals', columns: 'due,matter' })
    expect(readCsv(file.csv())[1]!.cells.slice(0, 5)).toEqual(['2026-11-26', '3', '部门答复期限', '', no])
    expect((await town.detailOf('reviewer.health', no)).summary.owed).toMatchObject(owed)
    expect((await town.applicantsView(no)).summary.owed).toBeUndefined()
    // Everybody else in the office reads who is awaited, with that day; the applicant does not.
    const awaited = { what: owed.what, clock: owed.clock, day: owed.dueDay }
    expect((await town.detailOf('supervisor', no)).awaits).toEqual({
      who: expect.stringMatching(/^[^a-z]*卫生[^a-z]*$/),
      ...awaited,
    })
    expect((await town.applicantsView(no)).awaits).toBeUndefined()
    await done('reviewer.health', no, 'give-opinion', { verdict: 'agree', text: '同意。' })
    expect(await numbers('approver.health')).toEqual([])
  })

  test('a signature waits for whoever was asked', async () => {
    const no = await accepted()
    await review(no)
    const { actor } = await town.looking(HEAD)
    await done(APPROVER, no, 'ask-countersign', { signers: [actor.post] })
    expect((await approvals(HEAD))[0]).toMatchObject({ no, owed: { what: '会签', clock: 'countersign' } })
    const { awaits } = await town.detailOf('supervisor', no)
    expect(awaits).toMatchObject({
      what: '会签',
      clock: 'countersign',
      who: expect.stringMatching(/^[^-]+$/),
    })
    await done(HEAD, no, 'countersign', { opinion: 'agree' })
    expect((await town.detailOf('supervisor', no)).awaits).toBeUndefined()
    expect(await numbers(HEAD)).toEqual([])
  })
})

test('待我批 is in the order of what I owe myself, not of the step somebody else has to take', async () => {
  const ask = async (no: string, workingDays: number) =>
    done(APPROVER, no, 'ask-opinions', { bodies: ['health'], question: '场所是否符合卫生要求', workingDays })
  const [later, sooner, between] = [await accepted(), await accepted(), await accepted()]
  // Their steps are due in the order in which they came in; the answers are not.
  await ask(later, 9)
  await ask(sooner, 2)
  await ask(between, 5)
  const health = 'approver.health'
  expect(await numbers(health)).toEqual([sooner, between, later])
  const days = (await approvals(health)).map(({ owed }) => owed!.dueDay!)
  expect(days).toEqual(days.toSorted())
  // Page after page, each once.
  const { actor, now } = await town.looking(health)
  const paged: string[] = []
  let cursor: string | undefined
  do {
    const page = await town.cases.list(actor, now, {
      ...{ queue: 'approvals', limit: 1 },
      ...(cursor === undefined ? {} : { cursor }),
    })
    paged.push(...page.items.map(({ no }) => no))
    cursor = page.nextCursor
  } while (cursor !== undefined)
  expect(paged).toEqual([sooner, between, later])
  // A row older than the column is told in the old order until the view is rebuilt.
  await town.db.query(`UPDATE cases.case_view SET owed = '{}' WHERE area_code = $1 AND no = $2`, [
    ...[town.area, sooner],
  ])
  const rebuilt = await rebuildCaseViews(town, () => {})
  expect(rebuilt.mended).toHaveLength(1)
  expect(await numbers(health)).toEqual([sooner, between, later])
  for (const no of [later, sooner, between])
    await done('reviewer.health', no, 'give-opinion', { verdict: 'agree', text: '同意。' })
})

test('who holds a decision and is urged by name finds it first in 待我批 as in 待办, twice urged and then answered', async () => {
  const [first, held] = [await accepted(), await accepted()]
  for (const no of [first, held]) await review(no)
  await done(APPROVER, held, 'claim')
  const inOrder = async () => (await numbers(APPROVER)).filter((no) => no === first || no === held)
  expect(await inOrder()).toEqual([first, held])
  const { clocks } = await town.detailOf(APPROVER, held)
  const { day } = clocks.find(({ kind, state }) => kind === 'step' && state === 'running')!
  town.clock.set(at(`${day!}T09:00`))
  await done('supervisor', held, 'urge', { to: 'step', text: '请今天作出决定。' })
  expect(await inOrder()).toEqual([held, first])
  const line = async () => (await approvals(APPROVER)).find(({ no }) => no === held)!
  expect(await line()).toMatchObject({ urges: { times: 1, answered: false }, owed: { urged: true } })
  // Some days later the step is late: it is urged once more, and the step’s limit is not the promise.
  town.clock.set(at(`${addDays(day!, 3)}T09:00`))
  await done('supervisor', held, 'urge', { to: 'step', text: '已经过了，请马上办。' })
  expect(await line()).toMatchObject({
    urges: { times: 2, answered: false },
    overdue: [{ kind: 'step', title: '决定环节时限', day }],
  })
  await done(APPROVER, held, 'answer-urge', { text: '还要核对一处，明天办完。' })
  expect(await line()).toMatchObject({ urges: { times: 2, answered: true } })
  expect((await line()).owed).toBeUndefined()
  for (const no of [first, held]) await done(APPROVER, no, 'grant', { conclusion: '准予。' })
  expect((await town.detailOf(APPROVER, held)).summary.urges).toBeUndefined()
})

test('a paper is named while it is being made, and can be opened once it is there', async () => {
  const no = await accepted()
  await town.work()
  await review(no)
  await done(APPROVER, no, 'grant', { conclusion: '准予。' })
  await done('issuer.human-resources', no, 'seal')
  const grant = async () => (await town.detailOf(APPROVER, no)).papers.find(({ kind }) => kind === 'grant')
  expect(await grant()).toMatchObject({ title: expect.stringContaining('准予') as string })
  expect(await grant()).not.toHaveProperty('url')
  expect((await town.applicantsView(no)).papers.map(({ kind }) => kind)).not.toContain('grant')
  await town.work()
  expect((await grant())!.url).toBeDefined()
})

test('the work list as a file has what is on the screen, masked as there, and nothing beyond sight', async () => {
  const { actor, now } = await town.looking('clerk.hall')
  const { items } = await town.cases.list(actor, now, { queue: 'open', limit: 100 })
  const file = await town.cases.listFile(actor, now, { queue: 'open' })
  const [head, ...lines] = readCsv(file.csv())
  expect(head!.cells.slice(0, 3)).toEqual(['办件编号', '事项', '申请人'])
  expect(lines.map(({ cells }) => [cells[0], cells[2]])).toEqual(
    items.map(({ no, applicant }) => [no, applicant]),
  )
  const these = await town.cases.listFile(actor, now, { queue: 'open', columns: 'received,matter,standing' })
  expect(readCsv(these.csv())[0]!.cells).toEqual([
    ...['收件时间', '收件场所', '办件编号', '事项', '办到哪一步'],
  ])
  const four = { queue: 'open', columns: 'due,matter,applicant,standing' } as const
  expect(readCsv((await town.cases.listFile(actor, now, four)).csv())[0]!.cells).toEqual([
    ...['到期日', '剩余工作日', '哪个期限', '超期情况', '办件编号', '事项', '申请人', '办到哪一步'],
  ])
  const exact = { queue: 'all', received: 'week', columns: 'matter-no,due-day,body' } as const
  const exactly = await town.cases.listFile(actor, now, exact)
  expect(readCsv(exactly.csv())[0]!.cells).toEqual(['办件编号', '到期日', '决定机关'])
  expect([exactly.name, these.name]).toEqual(['办件-本周收件', '办件-全部在办'])
  const elsewhere = await town.looking('clerk.shantou')
  const none = await town.cases.listFile(elsewhere.actor, now, { queue: 'all' })
  expect([none.lines, readCsv(none.csv()).length]).toEqual([0, 1])
})
