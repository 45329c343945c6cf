import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { newId } from '#platform/id.ts'
import { at, paperScan, startTown, type TestCitizen, type Town } from '#capabilities/testing/town.ts'
import { rebuildCaseViews } from '../../index.ts'

const ITEM = 'temporary-assistance-small'
const CLERK = 'clerk.shantou'
const CARD = 'id-card'

// Real: pack, database, ledger, uploads, messages inside the office. Moved by hand: the clock.
let town: Town
let zhang: TestCitizen
let no: string
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  zhang = await town.citizen('张示例')
  no = await town.file(zhang, ITEM)
  await town.work()
})
afterAll(() => town.stop())

const doing = async (act: string, input: Record<string, unknown> = {}) => {
  const done = await town.act(CLERK, no, act, input)
  return isRefusal(done) ? `refused: ${done.code}` : (done.answer as { state: string }).state
}
async function uploaded(name: string): Promise<string> {
  const upload = {
    fileName: `${name}.pdf`,
    mediaType: 'application/pdf',
    stream: Readable.from([paperScan(name)]),
  }
  const file = await town.portal.uploadForCase(zhang.visitor, no, CARD, upload)
  if ('refused' in file) throw new Error(file.code)
  return file.id
}
async function adds(file: string, more: object = {}): Promise<string> {
  const input = { materials: [{ material: CARD, files: [file], paperOriginals: 0, paperCopies: 0 }], ...more }
  const answer = await town.portal.actOnCase(zhang.visitor, no, { act: 'add-paper', input }, newId())
  await town.work()
  return answer === undefined ? 'done' : `refused: ${answer.code}`
}
const card = async () => (await town.applicantsView(no)).materials.find(({ id }) => id === CARD)!

test('an applicant adds a paper online, and a later version takes its place and leaves it in the trail', async () => {
  const before = await town.applicantsView(no)
  const { papers } = before.allowed.find(({ act }) => act === 'add-paper')!
  expect(papers!.every(({ optional }) => optional === true)).toBe(true)
  expect(papers!.map(({ material }) => material)).toContain(CARD)
  const [first, second] = [await uploaded('first'), await uploaded('second')]
  expect(await adds(first)).toBe('done')
  expect(await adds(second)).toBe('done')
  expect(await adds(newId())).toBe('refused: file-not-yours')
  const after = await card()
  expect(after.files.map(({ id }) => id)).toEqual([second])
  expect(after.earlier!.at(-1)!.files.map(({ id, name }) => [id, name.includes('以前交的')])).toEqual([
    [first, true],
  ])
  const { actor } = await town.looking(CLERK)
  expect(isRefusal(await town.cases.caseFile(actor, no, first))).toBe(false)
  const view = await town.applicantsView(no)
  expect(view.story.map(({ text }) => text)).toContain('自己又交了材料')
  expect(view.parts.find(({ key }) => key === 'own-papers')!.table!.rows).toHaveLength(2)
  // The days the window has are those it had.
  const days = ({ clocks }: typeof before) => clocks.map(({ clock, day }) => [clock, day])
  expect(days(view)).toEqual(days(before))
})

test('the clerk who has it in hand is told, sees it in the list, and does not accept on what they saw before', async () => {
  expect(await doing('claim')).toBe('received')
  const { actor, now } = await town.looking(CLERK)
  const seen = (await town.detailOf(CLERK, no)).summary.version
  const checklist = await town.goodChecklist(CLERK, no)
  expect(await adds(await uploaded('third'), { how: 'beside' })).toBe('done')
  const { items } = await town.cases.notices.list(actor, now, {})
  expect(items[0]).toMatchObject({ no, kind: 'paper-added', text: '申请人自己又交了材料，请核对' })
  const listed = (await town.cases.list(actor, now, { queue: 'mine' })).items.find((line) => line.no === no)!
  expect(listed.freshPapers).toBe(1)
  expect((await card()).files).toHaveLength(2)
  const stale = await town.cases.act({
    ...{ no, act: 'accept', input: checklist, seenVersion: seen, requestId: newId(), requestHash: 'stale' },
    ...{ actor, now: town.clock.now(), reliesOn: [] },
  })
  expect(stale).toMatchObject({ refused: true, code: 'changed-since-read' })
  const spare = await uploaded('fourth')
  expect(await doing('accept', checklist)).toBe('accepted')
  expect((await town.detailOf(CLERK, no)).summary.freshPapers).toBeUndefined()
  expect(await adds(spare)).toBe('refused: not-in-this-state')
})

test('the case folds to the same view from its facts', async () => {
  expect((await rebuildCaseViews(town, () => {})).mended).toEqual([])
})
