import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import { newId } from '#platform/id.ts'
import type { ItemVersion } from '../contract.ts'
import type { ChangeDetail, NewChange } from '../contract/change.ts'
import { rebuildChanges } from './service/rebuild.ts'

// Real: pack, database, ledger, worker, portal. People act through their posts; nothing is put into tables by hand.

const AUTHOR = 'author.civil-affairs'
const APPROVER = 'items.approval-bureau'
/** Under lists of the State and the province, and the same once more as a matter of this county alone. */
const LAYERED = 'extreme-poverty-support'
const ITEM = 'county-poverty-support'
/** Nobody has begun to change it. */
const UNTOUCHED = 'county-poverty-support-2'
const DECLARED = { lawful: true, true: true, accurate: true, complete: true }
const MARKS = { reasonable: true, necessary: true, timely: true, complete: true }

let town: Town

beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  const { item } = (await town.catalogue.itemInForce(town.area, LAYERED, '2026-11-23'))!
  const { taskCode: _task, ...codes } = item.codes
  await town.publish({ ...item, id: ITEM, codes: { ...codes, catalogCode: '370799990000' } })
  await town.publish({ ...item, id: UNTOUCHED, codes: { ...codes, catalogCode: '370799990001' } })
}, 120_000)
afterAll(() => town.stop())

async function open(
  who: string,
  wish: Partial<NewChange> = {},
  requestId = newId(),
): Promise<Done | Refusal> {
  const all = { item: ITEM, reason: '按新的承诺时限修改', ...wish }
  return town.authoring.open({
    ...(await town.looking(who)),
    wish: all,
    requestId,
    requestHash: `${JSON.stringify(all)}`,
  })
}

async function act(who: string, id: string, name: string, input: object = {}, requestId = newId()) {
  return town.authoring.act({
    ...(await town.looking(who)),
    ...{
      id,
      act: name,
      input: input as Record<string, unknown>,
      requestId,
      requestHash: `${name}${JSON.stringify(input)}`,
    },
  })
}

async function must(who: string, id: string, name: string, input: object = {}): Promise<void> {
  expect(said(await act(who, id, name, input))).toBe('done')
}

const said = (done: Done | Refusal) => (isRefusal(done) ? done.code : 'done')
const idOf = (done: Done | Refusal): string => {
  if (isRefusal(done)) throw new Error(done.code)
  return (done.answer as { id: string }).id
}

async function detail(who: string, id: string): Promise<ChangeDetail> {
  const found = await town.authoring.detail(id, await town.looking(who))
  if (isRefusal(found)) throw new Error(found.code)
  return found
}

const inForce = async (day = '2026-11-23') => (await town.catalogue.itemInForce(town.area, ITEM, day))!.item
const edits = (...list: { at: string; value?: unknown }[]) => ({ edits: list })

/** A change of the licence's phone from its draft to the day it is published on. */
async function published(
  value: string,
  effectiveFrom: string,
  wish: Partial<NewChange> = {},
): Promise<string> {
  const id = idOf(await open(AUTHOR, wish))
  await must(AUTHOR, id, 'edit', edits({ at: '/enquiryPhone', value }))
  await must(AUTHOR, id, 'submit', DECLARED)
  await must(APPROVER, id, 'approve', MARKS)
  await must(APPROVER, id, 'publish', { effectiveFrom })
  return id
}

test('a draft is a copy of the newest version, and one item has one change at a time', async () => {
  const before = await inForce()
  const requestId = newId()
  const done = await open(AUTHOR, {}, requestId)
  expect(await open(AUTHOR, {}, requestId)).toEqual(done)
  const id = idOf(done)
  expect(said(await open(AUTHOR))).toBe('change-open-already')
  const draft = await detail(AUTHOR, id)
  expect(draft).toMatchObject({
    summary: { state: 'draft', base: before.version, itemVersion: before.version + 1 },
    differences: [],
  })
  expect(draft.body).toEqual({ ...before, version: before.version + 1 })
  expect(draft.allowed.map((each) => each.act)).toEqual(['edit', 'comment', 'submit', 'withdraw'])
  expect(said(await act(AUTHOR, id, 'submit', DECLARED))).toBe('change-nothing')
  await must(AUTHOR, id, 'withdraw', { text: '先不改了' })
})

test('GUI-09 saving a material called 其他材料 or 法律法规规定的其他材料 is refused with the reason', async () => {
  const id = idOf(await open(AUTHOR))
  for (const value of ['其他材料', '法律法规规定的其他材料']) {
    const refused = await act(AUTHOR, id, 'edit', edits({ at: '/materials/1/name', value }))
    expect(refused).toMatchObject({ refused: true, code: 'change-not-saved' })
    const [finding] = (refused as Refusal).facts!['findings'] as { what: string }[]
    expect(finding!.what).toMatch(new RegExp(`^材料“${value}”是兜底条款：.+`))
  }
  expect((await detail(AUTHOR, id)).differences).toEqual([])
  // Each material is ticked as reasonable, necessary, timely and complete before it is approved.
  await must(
    AUTHOR,
    id,
    'edit',
    edits({ at: '/materials/1/acceptStandard', value: '在有效期内，看得清名称和地址。' }),
  )
  await must(AUTHOR, id, 'submit', DECLARED)
  expect(said(await act(APPROVER, id, 'approve', { ...MARKS, necessary: false }))).toBe(
    'change-marks-missing',
  )
  await must(AUTHOR, id, 'withdraw', { text: '测试结束' })
})

test('GUI-10/a a material without its source cannot be saved', async () => {
  const id = idOf(await open(AUTHOR))
  const [first] = (await inForce()).materials.filter(({ fromForm }) => !fromForm)
  const { source: _source, ...bare } = first!
  const added = { ...bare, id: 'one-more', name: '消防验收意见' }
  expect(said(await act(AUTHOR, id, 'edit', edits({ at: '/materials/-', value: added })))).toBe(
    'change-misshapen',
  )
  const { sourceNote: _note, ...unnamed } = { ...added, source: 'government' }
  const refused = await act(AUTHOR, id, 'edit', edits({ at: '/materials/-', value: unnamed }))
  expect(refused).toMatchObject({
    code: 'change-not-saved',
    facts: { findings: [{ check: 'material-source' }] },
  })
  await must(
    AUTHOR,
    id,
    'edit',
    edits({ at: '/materials/-', value: { ...unnamed, sourceNote: '消防救援机构出具' } }),
  )
  await must(AUTHOR, id, 'withdraw', { text: '测试结束' })
})

test('GUI-04/a sending a draft on without all four declarations is refused', async () => {
  const id = idOf(await open(AUTHOR))
  await must(AUTHOR, id, 'edit', edits({ at: '/enquiryPhone', value: '0533-0000820' }))
  for (const mark of Object.keys(DECLARED))
    expect([mark, said(await act(AUTHOR, id, 'submit', { ...DECLARED, [mark]: false }))]).toEqual([
      mark,
      'change-declaration-missing',
    ])
  await must(AUTHOR, id, 'withdraw', { text: '测试结束' })
})

test('GUI-05/a a department cannot publish what it drafted: the centre approves, by another hand', async () => {
  const id = idOf(await open(AUTHOR))
  await must(AUTHOR, id, 'edit', edits({ at: '/enquiryPhone', value: '0533-0000821' }))
  expect(said(await act(AUTHOR, id, 'publish', { effectiveFrom: '2026-11-23' }))).toBe('change-moved-on')
  await must(AUTHOR, id, 'submit', DECLARED)
  expect(said(await act(AUTHOR, id, 'approve', MARKS))).toBe('change-not-your-step')
  await must(APPROVER, id, 'return', { text: '电话请再核对一遍' })
  expect((await detail(AUTHOR, id)).returned).toMatchObject({ text: '电话请再核对一遍' })
  await must(AUTHOR, id, 'submit', DECLARED)
  expect((await detail(AUTHOR, id)).returned).toBeUndefined()
  await must(APPROVER, id, 'approve', MARKS)
  expect(said(await act(AUTHOR, id, 'publish', { effectiveFrom: '2026-11-23' }))).toBe('change-not-your-step')
  const { actor, ...rest } = await town.looking(APPROVER)
  const writer = { ...actor, person: (await town.as(AUTHOR)).person }
  const own = await town.authoring.act({
    ...rest,
    actor: writer,
    id,
    act: 'publish',
    input: { effectiveFrom: '2026-11-23' },
    requestId: newId(),
    requestHash: 'own',
  })
  expect(said(own)).toBe('change-own-hand')
  await must(AUTHOR, id, 'withdraw', { text: '测试结束' })
})

test('whoever wrote only the second half of a draft does not approve it either', async () => {
  const id = idOf(await open(AUTHOR))
  await must(AUTHOR, id, 'edit', edits({ at: '/enquiryPhone', value: '0533-4180021' }))
  const { actor, ...rest } = await town.looking(AUTHOR)
  const second = await town.authoring.act({
    ...{ ...rest, actor: { ...actor, person: (await town.as(APPROVER)).person } },
    ...{ id, act: 'edit', input: edits({ at: '/complaintPhone', value: '0533-4180022' }) },
    ...{ requestId: newId(), requestHash: 'second' },
  })
  expect(said(second)).toBe('done')
  await must(AUTHOR, id, 'submit', DECLARED)
  expect(said(await act(APPROVER, id, 'approve', MARKS))).toBe('change-own-hand')
  await must(AUTHOR, id, 'withdraw', { text: '测试结束' })
})

test('a version that would begin in the past, or end before it begins, is not published', async () => {
  const id = idOf(await open(AUTHOR))
  await must(AUTHOR, id, 'edit', edits({ at: '/effectiveTo', value: '2026-12-31' }))
  await must(AUTHOR, id, 'submit', DECLARED)
  await must(APPROVER, id, 'approve', MARKS)
  const publish = (effectiveFrom: string) => act(APPROVER, id, 'publish', { effectiveFrom })
  expect(said(await publish('2026-11-22'))).toBe('change-day-past')
  expect(said(await publish('2027-01-01'))).toBe('change-ends-before-it-begins')
  await must(AUTHOR, id, 'withdraw', { text: '测试结束' })
})

test('CAT-02/a publishing with one element missing is refused, and the element is named', async () => {
  const id = idOf(await open(AUTHOR))
  await must(AUTHOR, id, 'edit', edits({ at: '/process/steps/1/standard', value: '待定' }))
  const refused = await act(AUTHOR, id, 'submit', DECLARED)
  expect(refused).toMatchObject({ code: 'change-gate-failed' })
  const whats = ((refused as Refusal).facts!['findings'] as { what: string }[]).map(({ what }) => what)
  expect(whats.join()).toMatch(/没有写办理标准/)
  await must(AUTHOR, id, 'withdraw', { text: '测试结束' })
})

test('CAT-02/b a town that is no pilot cannot write the items of towns; the pilot can', async () => {
  const pilot = await town.looking('author.boshan')
  const wish = { item: 'elderly-allowance', reason: '补充常见问题' }
  const as = async (actor: typeof pilot.actor) =>
    town.authoring.open({ ...pilot, actor, wish, requestId: newId(), requestHash: 'open' })
  const shantou = await town.as('clerk.shantou')
  expect(said(await as({ ...pilot.actor, body: shantou.body, place: shantou.place }))).toBe(
    'change-not-your-item',
  )
  expect(said(await open('author.boshan'))).toBe('change-not-your-item')
  const id = idOf(await as(pilot.actor))
  await must('author.boshan', id, 'withdraw', { text: '测试结束' })
})

test('GUI-03 with 25 of 26 elements and no mark a guide is not published, and the missing one is named', async () => {
  await town.plan('itemGate', {
    value: { 'elements-26': 'block' },
    clauses: [],
    certainty: 'assumed',
    note: '按二十六要素把关',
  })
  const id = idOf(await open(AUTHOR))
  const commonErrors = [{ wrong: '户口簿只带了首页', right: '首页和本人页都要带' }]
  await must(AUTHOR, id, 'edit', edits({ at: '/guide', value: { commonErrors } }))
  expect((await detail(AUTHOR, id)).quality).toMatchObject({
    elements: 25,
    missing: ['示范文本'],
    passes: false,
  })
  const refused = await act(AUTHOR, id, 'submit', DECLARED)
  expect(refused).toMatchObject({
    code: 'change-gate-failed',
    facts: { findings: [{ what: '缺少“示范文本”' }] },
  })
  const mark = [{ element: 'example', reason: '由窗口核对后生成，申请人不用填写' }]
  await must(AUTHOR, id, 'edit', edits({ at: '/guide/notApplicable', value: mark }))
  await must(AUTHOR, id, 'submit', DECLARED)
  await must(AUTHOR, id, 'withdraw', { text: '测试结束' })
  await town.plan('itemGate.value', {})
})

test('CAT-07/a, GUI-05/b a version goes live on its day: the page changes, and a case stays on the version of its receipt', async () => {
  const zhang = await town.citizen('张示例')
  const before = await inForce()
  const no = await town.file(zhang, ITEM, { place: 'centre-370304004' })
  const id = await published('0533-0000822', '2026-11-24')
  expect(await detail(AUTHOR, id)).toMatchObject({
    summary: { state: 'scheduled', effectiveFrom: '2026-11-24' },
  })
  await town.work()
  expect((await inForce()).version).toBe(before.version)
  town.clock.set(at('2026-11-24T00:00'))
  await town.work()
  expect(await inForce('2026-11-24')).toMatchObject({
    version: before.version + 1,
    enquiryPhone: '0533-0000822',
    effectiveFrom: '2026-11-24',
  })
  const guide = await town.guides.view(town.area, ITEM, '2026-11-24')
  expect(guide).toMatchObject({ item: { enquiryPhone: '0533-0000822' } })
  expect(await detail(AUTHOR, id)).toMatchObject({ summary: { state: 'published' }, allowed: [] })
  const rows = await town.db.query<{ v: number }>(
    'SELECT item_version AS v FROM cases.case_view WHERE no = $1',
    [no],
  )
  expect(rows).toEqual([{ v: before.version }])
})

test('going back is a new version with the old content, by the same way', async () => {
  town.clock.set(at('2026-11-25T09:00'))
  const first = (await town.catalogue.itemVersion(town.area, ITEM, 1))!.item
  const id = idOf(await open(AUTHOR, { from: 1, reason: '改回原来的电话' }))
  await must(AUTHOR, id, 'submit', DECLARED)
  await must(APPROVER, id, 'approve', MARKS)
  await must(APPROVER, id, 'publish', { effectiveFrom: '2026-11-25' })
  await town.work()
  const now = await inForce('2026-11-25')
  expect(now).toEqual({ ...first, version: 3, effectiveFrom: '2026-11-25' })
  expect((await detail('supervisor', id)).summary).toMatchObject({ rollsBackTo: 1, state: 'published' })
  expect((await town.catalogue.versions(town.area, ITEM)).map(({ item }) => item.version)).toEqual([1, 2, 3])
})

test('what a new version takes from a body ends in the register the day before', async () => {
  town.clock.set(at('2026-11-26T09:00'))
  const id = idOf(await open(AUTHOR, { reason: '大厅不再受理' }))
  const { hall: _hall, ...left } = (await inForce('2026-11-26')).entryModes
  await must(AUTHOR, id, 'edit', edits({ at: '/entryModes', value: left }))
  const found = await town.authoring.impact(id, await town.looking(APPROVER))
  if (isRefusal(found)) throw new Error(found.code)
  expect(found.lines.find(({ kind }) => kind === 'powers-ended')).toMatchObject({ count: 1 })
  await must(AUTHOR, id, 'submit', DECLARED)
  await must(APPROVER, id, 'approve', MARKS)
  await must(APPROVER, id, 'publish', { effectiveFrom: '2026-11-27' })
  town.clock.set(at('2026-11-27T00:00'))
  await town.work()
  const grants = (await town.catalogue.grants(town.area)).filter(({ item }) => item === ITEM)
  expect(
    grants.filter(({ to }) => to !== undefined).map(({ body, to, powers }) => [body, to, powers]),
  ).toEqual([['approval-bureau', '2026-11-26', ['accept']]])
})

test('a scheduled version can be called off until its day, and one that was overtaken goes back to its author', async () => {
  town.clock.set(at('2026-11-30T09:00'))
  const id = await published('0533-0000823', '2026-12-10')
  await must(APPROVER, id, 'call-off', { text: '等上级文件下来' })
  await must(APPROVER, id, 'publish', { effectiveFrom: '2026-12-02' })
  const now = await inForce('2026-11-30')
  await town.publish({
    ...now,
    version: now.version + 1,
    effectiveFrom: '2026-12-01',
    enquiryPhone: '0533-0000824',
  } as ItemVersion)
  town.clock.set(at('2026-12-02T00:00'))
  await town.work()
  expect((await inForce('2026-12-02')).enquiryPhone).toBe('0533-0000824')
  expect((await detail(AUTHOR, id)).summary.state).toBe('returned')
  expect(said(await act(AUTHOR, id, 'submit', DECLARED))).toBe('change-base-moved')
  await must(AUTHOR, id, 'withdraw', { text: '从新版本重新起草' })
})

test('who waits too long is on record, and a draft nobody finishes is put away', async () => {
  town.clock.set(at('2026-12-03T09:00'))
  const id = idOf(await open(AUTHOR))
  await must(AUTHOR, id, 'edit', edits({ at: '/enquiryPhone', value: '0533-0000825' }))
  await must(AUTHOR, id, 'submit', DECLARED)
  town.clock.set(at('2026-12-20T09:00'))
  await town.work()
  const late = await detail('supervisor', id)
  expect(late.summary).toMatchObject({ state: 'submitted', late: true })
  expect(late.story.at(-1)).toMatchObject({ text: '超过期限', who: '系统' })
  await must(APPROVER, id, 'return', { text: '请补充说明' })
  town.clock.set(at('2027-03-25T09:00'))
  await town.work()
  expect((await detail(AUTHOR, id)).summary.state).toBe('withdrawn')
})

test('nobody sees the changes of another body, and the views follow from the facts', async () => {
  const id = idOf(await open(AUTHOR))
  for (const who of ['author.boshan', 'clerk.hall', 'registrar.approval-bureau'])
    expect([who, await town.authoring.detail(id, await town.looking(who))]).toMatchObject([
      who,
      { code: 'change-not-found' },
    ])
  const mine = await town.authoring.list(await town.as(AUTHOR), town.clock.now(), { queue: 'mine' })
  expect(mine.items.map((each) => each.id)).toEqual([id])
  expect(
    (await town.authoring.list(await town.as(APPROVER), town.clock.now(), { queue: 'mine' })).items,
  ).toEqual([])
  expect(
    (await town.authoring.list(await town.as('supervisor'), town.clock.now(), { queue: 'all' })).items.length,
  ).toBeGreaterThan(8)
  expect((await rebuildChanges(town)).mended).toEqual([])
  await town.db.query(
    `UPDATE catalogue.change SET dossier = dossier || '{"state":"approved"}' WHERE id = $1`,
    [id],
  )
  expect((await rebuildChanges(town)).mended).toHaveLength(1)
  expect((await detail(AUTHOR, id)).summary.state).toBe('draft')
})

test('a draft may not rewrite what a list above it says; what is the county’s own goes out with its lineage', async () => {
  const id = idOf(await open(AUTHOR, { item: LAYERED }))
  const refused = await act(
    AUTHOR,
    id,
    'edit',
    edits({ at: '/legalBasis/0/text', value: '本区自定的条文。' }),
  )
  expect(refused).toMatchObject({ code: 'change-against-upper' })
  const [form] = (await town.catalogue.itemInForce(town.area, LAYERED, '2026-11-23'))!.item.materials
  const { fromForm: _form, ...paper } = form!
  const more = edits({ at: '/materials/-', value: { ...paper, id: 'one-more', name: '居住情况说明' } })
  expect(said(await act(AUTHOR, id, 'edit', more))).toBe('change-against-upper')
  await must(AUTHOR, id, 'edit', edits({ at: '/enquiryPhone', value: '0533-0000829' }))
  await must(AUTHOR, id, 'submit', DECLARED)
  await must(APPROVER, id, 'approve', MARKS)
  const today = town.clock.now().slice(0, 10)
  await must(APPROVER, id, 'publish', { effectiveFrom: today })
  await town.work()
  const rows = await town.db.query<{ version: number; layers: { area: string; version: number }[] }>(
    'SELECT version, layers FROM catalogue.item_version WHERE area_code = $1 AND id = $2 ORDER BY version',
    [town.area, LAYERED],
  )
  const [before, after] = rows.map(({ layers }) => layers)
  expect(after!.slice(0, -1)).toEqual(before!.slice(0, -1))
  expect(after!.at(-1)).toEqual({ area: town.area, version: rows[1]!.version })
})

test('whoever begins a change hears before whose item it is, and that one is under way', async () => {
  const { actor, now } = await town.looking(AUTHOR)
  if (actor.kind !== 'staff') throw new Error('an author is staff')
  const mine = (await town.authoring.itemsToChange(actor, now, UNTOUCHED))[0]!
  expect(mine).toMatchObject({ id: UNTOUCHED, own: true })
  const all = await town.authoring.itemsToChange(actor, now)
  const others = all.filter(({ own }) => !own)
  expect(others.length).toBeGreaterThan(0)
  expect(all.map(({ own }) => own)).toEqual(
    all.map(({ own }) => own).toSorted((a, b) => Number(b) - Number(a)),
  )
  const begun = idOf(await open(AUTHOR, { item: UNTOUCHED }))
  expect((await town.authoring.itemsToChange(actor, now, UNTOUCHED))[0]).toMatchObject({ open: begun })
  expect(said(await open(AUTHOR, { item: others[0]!.id }))).toBe('change-not-your-item')
  await must(AUTHOR, begun, 'withdraw', { text: '先不改了' })
  expect((await town.authoring.itemsToChange(actor, now, UNTOUCHED))[0]!.open).toBeUndefined()
})

test('what an item has or has not is written part by part: half written it is saved, and told before it is sent on', async () => {
  const id = idOf(await open(AUTHOR, { item: UNTOUCHED }))
  const step = { name: '受理', role: 'window-clerk', limitWorkingDays: 0, standard: '' }
  const week = { amount: 7, unit: 'working-day' }
  await must(AUTHOR, id, 'edit', {
    edits: [
      {
        at: '/process/commitment',
        value: {
          ...{ replaces: [], promises: [], liability: [], basis: '', rectifyWithin: week },
          steps: (['accept', 'decide', 'issue'] as const).map((kind) => ({ ...step, step: kind })),
          check: { within: week, how: '' },
        },
      },
      { at: '/process/publicity', value: { within: week, where: '村公示栏', basis: '条例第一条' } },
    ],
  })
  // A step of the promise is named by its key, as every line with a name of its own.
  await must(
    AUTHOR,
    id,
    'edit',
    edits({ at: '/process/commitment/steps/decide/standard', value: '当场决定' }),
  )
  const seen = await detail(AUTHOR, id)
  const texts = seen.differences.map(({ text }) => text)
  expect(texts).toContain('可以选择告知承诺：书面承诺符合条件的，当场作出决定。')
  expect(texts).toContain('公示改为：在村公示栏公示7个工作日。')
  expect(seen.findings.map(({ at }) => at)).toContain('/process/commitment/promises')
  expect(said(await act(AUTHOR, id, 'submit', DECLARED))).toBe('change-incomplete')
  await must(AUTHOR, id, 'withdraw', { text: '先不改了' })
})
