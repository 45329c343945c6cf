import { afterAll, beforeAll, expect, test } from 'vitest'
import { at, startTown, type TestCitizen, type Town } from '#capabilities/testing/town.ts'
import { matters } from './matters.ts'

const ITEM = 'temporary-assistance-small'
const CLERK = 'clerk.shantou'

// Real: pack, database, ledger, due jobs. Moved by hand: the clock.
let town: Town
let zhang: TestCitizen
const cases: Record<'over' | 'asked' | 'accepted' | 'received', string> = {
  ...{ over: '', asked: '', accepted: '', received: '' },
}

beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  zhang = await town.citizen('张示例')
  for (const name of ['accepted', 'asked', 'over', 'received'] as const)
    cases[name] = await town.file(zhang, ITEM)
  await town.act(CLERK, cases.accepted, 'accept', await town.goodChecklist(CLERK, cases.accepted))
  const { checklist } = await town.goodChecklist(CLERK, cases.asked)
  const wanting = checklist.find(({ verdict }) => verdict === 'ok')!
  await town.act(CLERK, cases.asked, 'notify-supplement', {
    lines: [{ material: wanting.material, problem: '看不清', remedy: '请重新拍照' }],
    checklist: checklist.map((line) => (line === wanting ? { ...line, verdict: 'defective' } : line)),
  })
  await town.portal.withdraw(zhang.visitor, cases.over, '不办了', 'withdraw')
}, 60_000)
afterAll(() => town.stop())

const listed = async (cursor?: string) => {
  const page = await town.portal.myCases(zhang.visitor, cursor)
  if ('refused' in page) throw new Error(page.code)
  return page
}

test('what waits for me comes first, then what others owe by their day, then what is over; each says what is to do', async () => {
  const { items, nextCursor } = await listed()
  expect(items.map(({ no }) => no)).toEqual([cases.asked, cases.received, cases.accepted, cases.over])
  expect(nextCursor).toBeUndefined()
  const days = items.slice(1, 3).map(({ dueDay }) => dueDay!)
  expect(days).toEqual(days.toSorted())
  expect(items.map(({ stands }) => stands)).toEqual([
    expect.stringMatching(/^等您补材料，最晚2026年12月14日/u),
    expect.stringMatching(/^由.+的窗口审核材料，最晚2026年11月30日/u),
    expect.stringMatching(/^已经受理，由.+的审查人员审查，.+，最晚2026年/u),
    '您撤回了申请；办理已经结束。还想办的，可以重新申请。',
  ])
  // Of what waits for papers the list names them; nothing else of a case is read for it.
  expect(items.map(({ papersAsked }) => papersAsked?.length)).toEqual([1, undefined, undefined, undefined])
  expect(items[0]!.papersAsked![0]).toMatch(/[\u4e00-\u9fff]{2}/u)
  // What was given and found wanting is not said to lack.
  expect(items[0]!.papersAgain).toEqual(items[0]!.papersAsked)
  expect(items.map(({ papersLacking }) => papersLacking)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('before anybody has looked, what the application came without is named, and what the answers spare is not', async () => {
  const wang = await town.citizen('王示例')
  await town.file(wang, ITEM, { files: [] })
  const page = await town.portal.myCases(wang.visitor)
  const [line] = 'refused' in page ? [] : page.items
  const { materials } = await town.detailOf(CLERK, line!.no)
  const required = materials.filter(({ necessity, fromForm }) => necessity === 'required' && !fromForm)
  expect(line!.papersLacking).toEqual(expect.arrayContaining(required.map(({ name }) => name)))
  const spared = materials.filter(({ applies, fromForm }) => applies === false || fromForm)
  for (const { name } of spared) expect(line!.papersLacking).not.toContain(name)
  expect(line!.papersAsked).toBeUndefined()
})

test('a result that lies at the window is asked for as well', async () => {
  const li = await town.citizen('李示例')
  const no = await town.file(li, 'elderly-allowance', { delivery: 'window' })
  const acts = [
    [CLERK, 'accept', await town.goodChecklist(CLERK, no)],
    ['reviewer.shantou', 'review', { opinion: 'grant', text: '符合条件。' }],
    ['approver.shantou', 'grant', { conclusion: '准予。' }],
    ['issuer.shantou', 'seal', {}],
  ] as const
  for (const [who, act, input] of acts)
    expect(await town.act(who, no, act, input)).toMatchObject({ done: true })
  const page = await town.portal.myCases(li.visitor)
  expect('refused' in page ? [] : page.items).toMatchObject([
    {
      asked: { what: '领取结果' },
      stands: expect.stringMatching(/当面交给您，最晚.+请带身份证件来领取。$/u),
    },
  ])
})

test('pages of many matters follow each other without a gap, and a broken place to go on from starts anew', async () => {
  const { items: all } = await listed()
  const now = town.clock.now()
  const few = {
    ownMatters: (...[actor, at, { open, over }]: Parameters<Town['cases']['ownMatters']>) =>
      town.cases.ownMatters(actor, at, {
        ...(open ? { open: { ...open, limit: 1 } } : {}),
        ...(over ? { over: { ...over, limit: 1 } } : {}),
      }),
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await matters(few, zhang.actor, now, cursor === undefined ? {} : { cursor })
    seen.push(...page.items.map(({ no }) => no))
    cursor = page.nextCursor
  } while (cursor !== undefined)
  expect(seen.toSorted()).toEqual(all.map(({ no }) => no).toSorted())
  expect(seen.at(-1)).toBe(cases.over)
  expect((await listed('no-place')).items).toEqual(all)
})
