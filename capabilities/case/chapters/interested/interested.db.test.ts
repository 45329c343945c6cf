import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { at, startTown, type TestCitizen, type Town } from '#capabilities/testing/town.ts'
import { rebuildCaseViews } from '../../index.ts'

const LAND = 'temporary-land-use'
const UNTIL = '2028-11-30'
const CLERK = 'clerk.hall'

// Real: pack, database, ledger, due jobs, papers, an applicant with an account. Moved by hand: the clock.
let town: Town
let body: string
/** Who applied last; each case has an applicant of its own. */
let zhang: TestCitizen
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  const { item } = (await town.catalogue.itemInForce(town.area, LAND, '2026-11-23'))!
  body = item.decidingBody.body!
})
afterAll(() => town.stop())

const doing = async (who: string, no: string, act: string, input: Record<string, unknown> = {}) => {
  const done = await town.act(who, no, act, input)
  return isRefusal(done) ? `refused: ${done.code}` : (done.answer as { state: string }).state
}

const NEIGHBOUR = {
  ...{ name: '李示例', interest: '临时用地挡住相邻地块的唯一通道', phone: '19900001234' },
  ...{ address: '示例村3号', hearing: true },
}
const HANDED = { mode: 'window', receiver: '李示例', relation: 'self', identified: '居民身份证' }

/** Accepted, looked at and reviewed on a day. */
async function reviewed(day: string): Promise<string> {
  town.clock.set(at(`${day}T09:00`))
  zhang = await town.citizen('张示例')
  const no = await town.file(zhang, LAND, { delivery: 'window', place: 'hall-370304' })
  expect(await doing(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))).toBe('accepted')
  const survey = { surveyors: ['测试甲', '测试乙'], result: 'met', text: '与图纸一致', day }
  expect(await doing(`reviewer.${body}`, no, 'record-survey', survey)).toBe('accepted')
  const review = { opinion: 'grant', text: '符合条件' }
  expect(await doing(`reviewer.${body}`, no, 'review', review)).toBe('reviewed')
  return no
}

async function named(no: string, who: Partial<typeof NEIGHBOUR> = {}): Promise<string> {
  const before = await ids(no)
  expect(await doing(`reviewer.${body}`, no, 'name-interested', { ...NEIGHBOUR, ...who })).toBe('reviewed')
  await town.work()
  return (await ids(no)).find((id) => !before.includes(id))!
}

const ids = async (no: string): Promise<string[]> => {
  const row = await town.cases.find((await town.looking(CLERK)).actor, no)
  return (row?.dossier.interested ?? []).map(({ id }) => id)
}

/** Told of the right to a hearing at the window, the applicant needs none. */
async function declined(no: string) {
  const right = { ground: 'interests', why: '相邻通行受到影响' }
  expect(await doing(`approver.${body}`, no, 'notify-hearing-right', right)).toBe('reviewed')
  await town.work()
  const handed = { receiver: '张示例', relation: 'self', identified: '居民身份证' }
  expect(await doing(CLERK, no, 'serve-hearing-notice', handed)).toBe('reviewed')
  const today = town.clock.now().slice(0, 10)
  const signature = { record: 'written', signer: '张示例', signedOn: today, kept: '案卷第2页' }
  expect(await doing(CLERK, no, 'waive-hearing', { everybody: true })).toBe('refused: waiver-unsigned')
  expect(await doing(CLERK, no, 'waive-hearing', { everybody: true, ...signature })).toBe('reviewed')
}

const granting = { conclusion: '准予临时使用土地', validUntil: UNTIL }
const partOf = (detail: { parts: { key: string; facts?: { label: string; text: string }[] }[] }) =>
  detail.parts.find(({ key }) => key === 'interested')

test('a neighbour is told in a notice of their own, heard, and the decision says what was made of it', async () => {
  const no = await reviewed('2026-11-23')
  const bare = { name: '李示例', interest: '相邻通行', hearing: false }
  expect(await doing(CLERK, no, 'name-interested', NEIGHBOUR)).toBe('refused: not-your-step')
  expect(await doing(`reviewer.${body}`, no, 'name-interested', bare)).toBe('refused: interested-unreachable')
  const id = await named(no)
  const paper = await town.paperText(CLERK, no, 'interested-notice')
  for (const said of ['利害关系人告知书', '李示例', '挡住相邻地块', '示例提出的', '5个工作日', '要求听证'])
    expect(paper).toContain(said)
  // Of the applicant no more than the name, and the neighbour's address stays with the office.
  expect(paper).not.toContain('公民身份号码')
  expect(paper).not.toContain('示例村3号')

  expect(await doing(`approver.${body}`, no, 'grant', granting)).toBe('refused: interested-unserved')
  expect(await doing(CLERK, no, 'serve-interested', { id, ...HANDED, receiver: '' })).toBe(
    'refused: serving-incomplete',
  )
  expect(await doing(CLERK, no, 'serve-interested', { id, ...HANDED })).toBe('reviewed')
  await town.work()
  const record = await town.paperText(CLERK, no, 'interested-service')
  for (const said of ['送达回证', '利害关系人告知书', '☑直接送达', '李示例']) expect(record).toContain(said)
  const { clocks } = await town.detailOf(CLERK, no)
  expect(clocks.find(({ clock }) => clock === 'interested-1')).toMatchObject({
    title: '利害关系人答复期限',
    day: '2026-11-30',
  })
  // No limit of the law stands still for it: article 45 does not name it.
  expect(clocks.find(({ clock }) => clock === 'statutory')).toMatchObject({ state: 'running' })
  expect(
    await doing(`approver.${body}`, no, 'deny', {
      reason: '相邻通行受到影响，不符合条件',
      basis: '土地管理法第五十七条',
    }),
  ).toBe('refused: interested-days-running')

  // The applicant has the same right, and nothing is decided before that was told too.
  expect(await doing(`approver.${body}`, no, 'grant', granting)).toBe('refused: interested-days-running')
  await declined(no)
  const said = { id, result: 'stated', text: '请留出四米宽的通道' }
  expect(await doing(CLERK, no, 'hear-interested', said)).toBe('reviewed')
  // Whoever said something may still ask for a hearing: only the days, a signature or the request end that.
  expect(await doing(`approver.${body}`, no, 'grant', granting)).toBe('refused: interested-days-running')
  const waiver = { id, result: 'waived', text: '收到通道的承诺，不要求听证' }
  expect(await doing(CLERK, no, 'hear-interested', waiver)).toBe('refused: waiver-unsigned')
  const signature = { record: 'written', signer: '李示例', signedOn: '2026-11-23', kept: '案卷第3页' }
  expect(await doing(CLERK, no, 'hear-interested', { ...waiver, ...signature })).toBe('reviewed')
  expect(await doing(`approver.${body}`, no, 'grant', granting)).toBe('refused: interested-unweighed')
  const weighed = { id, text: '采纳，批准书写明留出四米宽的通道' }
  expect(await doing(`approver.${body}`, no, 'weigh-interested', weighed)).toBe('reviewed')
  expect(await doing(`approver.${body}`, no, 'grant', granting)).toBe('decided')
  expect(await doing(`issuer.${body}`, no, 'seal')).toBe('issued')
  await town.work()
  const grant = await town.paperText(CLERK, no, 'grant')
  for (const line of ['利害关系人意见', '1人提出意见', '留出四米宽的通道']) expect(grant).toContain(line)
})

test('the applicant reads that others were told, and never who said what or where they live', async () => {
  const no = await reviewed('2026-11-24')
  const id = await named(no)
  await doing(CLERK, no, 'serve-interested', { id, ...HANDED })
  await doing(CLERK, no, 'hear-interested', { id, result: 'stated', text: '施工噪声影响休息' })
  await town.work()
  const looking = { actor: zhang.actor, now: town.clock.now(), reliesOn: [] }
  const mine = await town.cases.detail(no, looking)
  if (isRefusal(mine)) throw new Error(mine.code)
  expect(partOf(mine)!.facts).toEqual([
    { label: '李某', text: '2026年11月24日（星期二）提出了意见，最晚2026年12月1日（星期二）要求听证' },
  ])
  const shown = JSON.stringify(mine)
  for (const secret of ['李示例', '19900001234', '示例村3号', '施工噪声']) expect(shown).not.toContain(secret)
  expect(mine.story.map(({ text }) => text)).toContain('利害关系人提出了意见')
  expect(mine.papers.map(({ kind }) => kind)).not.toContain('interested-notice')
  // Nor does the paper open for them.
  const notice = (await town.detailOf(CLERK, no)).papers.find(({ kind }) => kind === 'interested-notice')!
  expect(await town.cases.paper(zhang.actor, no, notice.id)).toMatchObject({ refused: true })
  const [office] = partOf(await town.detailOf(`reviewer.${body}`, no))!.facts!
  expect(office!.label).toBe('李示例')
  for (const part of ['19900001234，示例村3号', '意见：施工噪声影响休息', '唯一通道'])
    expect(office!.text).toContain(part)
})

test('silence ends with the days, an announcement counts after thirty, and who was named by mistake bars nothing', async () => {
  const no = await reviewed('2026-11-25')
  const [quiet, gone] = [await named(no), await named(no, { name: '王示例', hearing: false })]
  const wrong = await named(no, { name: '赵示例' })
  await doing(CLERK, no, 'serve-interested', { id: quiet, ...HANDED })
  const announced = {
    ...{ id: gone, mode: 'announcement', announcedAt: '村务公开栏', reason: '外出务工，电话停机，邮件退回' },
    announcedOn: '2026-11-25',
  }
  expect(await doing(CLERK, no, 'serve-interested', announced)).toBe('reviewed')
  expect(await doing(CLERK, no, 'serve-interested', announced)).toBe('refused: announcement-running')
  expect(await doing(CLERK, no, 'serve-interested', { ...HANDED, id: quiet })).toBe(
    'refused: interested-unknown',
  )
  expect(await doing(CLERK, no, 'hear-interested', { id: wrong, result: 'waived', text: '没有意见' })).toBe(
    'refused: interested-unserved',
  )
  const dropping = { id: wrong, reason: '核对图纸，不相邻' }
  expect(await doing(`approver.${body}`, no, 'drop-interested', dropping)).toBe('reviewed')
  expect(await doing(`approver.${body}`, no, 'drop-interested', dropping)).toBe('refused: interested-unknown')
  // An announcement that still runs has told nobody yet.
  const { parts } = await town.detailOf(CLERK, no)
  expect(parts.find(({ key }) => key === 'interested')!.lines).toEqual([
    '已告知1人，1人正在公告送达，1人还没有答复；听取意见以后再作决定。',
  ])
  town.clock.set(at('2026-12-03T09:00'))
  await town.work()
  const after = await town.detailOf(CLERK, no)
  expect(after.story.map(({ text }) => text)).toContain('到2026年12月2日（星期三）利害关系人没有提出意见')
  expect(await doing(`approver.${body}`, no, 'grant', granting)).toBe('refused: interested-unserved')
  town.clock.set(at('2026-12-25T23:00'))
  await town.work()
  expect((await town.detailOf(CLERK, no)).clocks.some(({ clock }) => clock === 'interested-2')).toBe(false)
  town.clock.set(at('2026-12-26T00:05'))
  await town.work()
  const then = await town.detailOf(CLERK, no)
  // Served with the 25th, a Friday; told no hearing, they have the days of the pack.
  expect(then.clocks.find(({ clock }) => clock === 'interested-2')).toMatchObject({ day: '2027-01-04' })
  town.clock.set(at('2027-01-05T09:00'))
  await town.work()
  // One of them was told of a hearing and was silent; the applicant was never told.
  expect(await doing(`approver.${body}`, no, 'grant', granting)).toBe('refused: interested-hearing-owed')
  await declined(no)
  expect(await doing(`approver.${body}`, no, 'grant', granting)).toBe('decided')
})

test('C8 a neighbour who asks for a hearing in time has one before anything is decided', async () => {
  const no = await reviewed('2027-01-06')
  const id = await named(no)
  await doing(CLERK, no, 'serve-interested', { id, ...HANDED })
  town.clock.set(at('2027-01-14T09:00'))
  const late = { id, result: 'hearing', text: '要求公开听证' }
  expect(await doing(CLERK, no, 'hear-interested', late)).toBe('refused: hearing-request-late')

  const second = await reviewed('2027-01-15')
  const one = await named(second)
  await doing(CLERK, second, 'serve-interested', { id: one, ...HANDED })
  expect(await doing(CLERK, second, 'hear-interested', { ...late, id: one })).toBe('reviewed')
  expect(await doing(`approver.${body}`, second, 'grant', granting)).toBe('refused: interested-hearing-owed')
  const right = { ground: 'interests', why: '相邻通行受到影响', others: ['李示例'] }
  expect(await doing(`approver.${body}`, second, 'notify-hearing-right', right)).toBe('reviewed')
  expect(await doing(`approver.${body}`, second, 'grant', granting)).toBe('refused: hearing-not-held')
})

test('the case folds to the same view from its facts', async () => {
  expect((await rebuildCaseViews(town, () => {})).mended).toEqual([])
})
