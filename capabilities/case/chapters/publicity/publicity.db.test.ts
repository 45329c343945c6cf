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

test('公示异议 online: anybody signed in, once a press, unknown to the applicant, heard by the office and answered', async () => {
  town.clock.set(at('2026-12-07T09:00'))
  const [li, wang, other] = [
    await town.citizen('李示例'),
    await town.citizen('王示例'),
    await town.citizen('赵示例'),
  ]
  const no = await town.file(li, ALLOWANCE, { delivery: 'window' })
  await doing(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))
  await doing(REVIEWER, no, 'review', { opinion: 'grant', text: '符合条件' })
  await doing(REVIEWER, no, 'open-publicity', { text: '拟确认为最低生活保障对象，保障人口1人' })
  const [notice] = await town.portal.publicNotices()
  // Two people of one surname: the town, and a number that is not yet that of the case.
  expect(notice).toMatchObject({ town: '山头街道', number: `${no.slice(-15, -7)}-${no.slice(-7)}` })

  const said = { text: '他家在城里有一套出租的房子', from: '王示例', contact: '19900000078' }
  const press = (who: typeof wang, input: { text: string }, id: string) =>
    town.portal.object(who.visitor, notice!.id, input, id)
  const guest = { csrfToken: 'x' }
  expect(await town.portal.object(guest, notice!.id, said, 'guest')).toMatchObject({ code: 'signed-out' })
  expect(await press(li, said, 'own')).toMatchObject({ code: 'objection-own' })
  expect(await town.portal.ownNotices(li.visitor)).toEqual([notice!.id])
  expect(await town.portal.ownNotices(wang.visitor)).toEqual([])
  expect(await town.portal.ownNotices(guest)).toEqual([])
  expect(await town.portal.object(wang.visitor, no, said, 'no')).toMatchObject({ code: 'publicity-over' })
  expect(await press(wang, { text: '短' }, 'short')).toMatchObject({ code: 'input-invalid' })
  // A double click is one objection; the same press with another text is refused as such.
  const both = await Promise.all([press(wang, said, 'press-1'), press(wang, said, 'press-1')])
  expect(both[0]).toEqual(both[1])
  expect(await press(wang, { text: '另外的内容' }, 'press-1')).toMatchObject({ code: 'request-reused' })
  await press(other, { text: '情况和公示的不一样' }, 'press-2')

  // Mine is listed for me with its receipt, and nobody else's.
  const mine = await town.portal.myObjections(wang.visitor)
  if ('refused' in mine) throw new Error(mine.code)
  expect(mine).toMatchObject([
    { ...said, number: `${notice!.number}-1`, applicant: '李某', town: '山头街道' },
  ])
  expect(await town.portal.myObjections(li.visitor)).toEqual([])
  // Whoever objects sees nothing of the case, and may do nothing else to it.
  expect(await town.portal.myCase(wang.visitor, no)).toMatchObject({ code: 'case-not-found' })

  // The applicant learns that somebody objected, and not who.
  const seen = await town.applicantsView(no)
  expect(JSON.stringify(seen)).not.toMatch(/王示例|19900000078|出租的房子|情况和公示/)
  expect(seen.story.filter(({ text }) => text.includes('收到一条异议')).map(({ who }) => who)).toEqual([
    '提出异议的人',
    '提出异议的人',
  ])
  expect(seen.summary.stands).toMatch(/正在公示，到2026年12月14日.*公示公告.*异议核实以后/)

  // In the queue of whoever examines, beside what waits for a role; found by the number people name.
  const { actor } = await town.looking(REVIEWER)
  const now = town.clock.now()
  const queue = await town.cases.list(actor, now, { queue: 'mine' })
  expect(queue.items.find((each) => each.no === no)?.owed?.what).toBe('核实公示异议')
  for (const typed of [notice!.number, `${notice!.number}-2`])
    expect(
      (await town.cases.list(actor, now, { queue: 'all', no: typed })).items.map((one) => one.no),
    ).toEqual([no])
  const { parts, allowed } = await town.detailOf(REVIEWER, no)
  const rows = parts.find(({ key }) => key === 'publicity')!.table!.rows
  expect(rows.map(([, , from]) => from)).toEqual(['王示例，19900000078', '匿名'])

  // Nor by what the ledger knows: who objects may be an applicant of this office too.
  const facts = await town.cases.facts(actor, no)
  if (isRefusal(facts)) throw new Error(facts.code)
  expect(facts.filter(({ kind }) => kind === 'objection-recorded').map((fact) => fact.actor)).toEqual([
    { kind: 'citizen' },
    { kind: 'citizen' },
  ])
  expect(JSON.stringify(facts)).not.toContain(wang.actor.party)

  // After the last day nothing more is taken, though the job has not come yet.
  town.clock.set(at('2026-12-15T08:00'))
  expect(await press(other, { text: '还有一件事要说' }, 'late')).toMatchObject({ code: 'publicity-over' })
  await town.work()
  const options = allowed
    .find(({ act }) => act === 'answer-publicity-objection')!
    .fields!.find(({ name }) => name === 'id')!.options!
  for (const { value: id } of options)
    await doing(REVIEWER, no, 'answer-publicity-objection', { id, upheld: false, text: '房子已经卖掉' })
  expect(await town.portal.myObjections(wang.visitor)).toMatchObject([
    { answer: { upheld: false, day: '2026-12-15' } },
  ])
  // The objector is told so, under the number of the receipt; the applicant is not written to about it.
  await town.work()
  const told = await town.portal.messages(wang.visitor)
  if ('refused' in told) throw new Error(told.code)
  expect(told.items).toMatchObject([
    { kind: 'objection-answered', no: `${notice!.number}-1`, text: expect.stringContaining('异议不成立') },
  ])
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`${no}|李示例|卖掉`))
  expect(await town.portal.readMessage(wang.visitor, told.items[0]!.id)).toMatchObject({
    objection: mine[0]!.id,
  })
  expect(JSON.stringify(await town.portal.messages(li.visitor))).not.toContain('objection-answered')
  // What the office found out about the applicant is not for whoever objected.
  expect(JSON.stringify(await town.portal.myObjections(wang.visitor))).not.toContain('卖掉')
  expect((await town.cases.list(actor, now, { queue: 'mine' })).items[0]?.owed).toBeUndefined()
  expect(await doing(APPROVER, no, 'grant', { conclusion: '准予' })).toBe('decided')
}, 60_000)
