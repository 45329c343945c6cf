import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { at, startTown, type TestCitizen, type Town } from '#capabilities/testing/town.ts'
import { newId } from '#platform/id.ts'
import { mayMoveTo, openCasesByVersion, rebuildCaseViews } from '../../index.ts'

const ITEM = 'elderly-allowance'
const CLERK = 'clerk.shantou'
const FIRST_DAY = '2026-12-01'

// Real: pack, database, ledger, jobs, messages. The clock is moved by hand; a version is published ahead of its first day.
let town: Town
let before: ItemVersion
let shorter: ItemVersion
const people: Record<'yes' | 'no' | 'counter' | 'silent', { citizen: TestCitizen; no: string }> = {} as never
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  before = (await town.catalogue.itemInForce(town.area, ITEM, '2026-11-23'))!.item
  const { promisedLimit } = before
  shorter = {
    ...{ ...before, version: before.version + 1, effectiveFrom: FIRST_DAY },
    promisedLimit: { ...promisedLimit, amount: promisedLimit.amount - 1 },
  }
  for (const [who, name] of [
    ['yes', '甲示例'],
    ['no', '乙示例'],
    ['counter', '丙示例'],
    ['silent', '丁示例'],
  ] as const) {
    const citizen = await town.citizen(name)
    people[who] = { citizen, no: await town.file(citizen, ITEM) }
  }
  await town.work()
})
afterAll(() => town.stop())

const viewOf = (who: keyof typeof people) => town.applicantsView(people[who].no)
const acts = async (who: keyof typeof people) => (await viewOf(who)).allowed.map(({ act }) => act)
async function says(who: keyof typeof people, act: string): Promise<string> {
  const { citizen, no } = people[who]
  const answer = await town.portal.actOnCase(citizen.visitor, no, { act, input: {} }, newId())
  await town.work()
  return answer === undefined ? 'done' : `refused: ${answer.code}`
}

test('before it is published its list says which running cases may move, and nobody is asked before its first day', async () => {
  const { nos, gains } = await mayMoveTo({ db: town.db, catalogue: town.catalogue }, town.area, shorter)
  expect(nos.toSorted()).toEqual(
    Object.values(people)
      .map(({ no }) => no)
      .toSorted(),
  )
  expect(gains).toHaveLength(1)
  const stricter = { ...shorter, visits: before.visits + 1 }
  expect((await mayMoveTo({ db: town.db, catalogue: town.catalogue }, town.area, stricter)).nos).toEqual([])
  await town.publish(shorter)
  await town.work()
  expect(await acts('yes')).not.toContain('follow-version')
})

test('on its first day each applicant is told what would become easier, and chooses', async () => {
  // The counter accepts first: five working days to name what lacks are over else.
  for (const { no } of Object.values(people)) {
    const done = await town.act(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))
    expect(isRefusal(done) ? done.code : 'done').toBe('done')
  }
  town.clock.set(at(`${FIRST_DAY}T09:00`))
  await town.work()
  const view = await viewOf('yes')
  expect(view.parts.find(({ key }) => key === 'newer-version')!.title).toBe('可以按新版本办理')
  expect(view.allowed.map(({ act }) => act)).toEqual(
    expect.arrayContaining(['follow-version', 'keep-version']),
  )
  const told = await town.db.query<{ kind: string }>(
    `SELECT kind FROM notification.message WHERE area_code = $1 AND kind = 'version-offered'`,
    [town.area],
  )
  expect(told).toHaveLength(4)

  expect(await says('yes', 'follow-version')).toBe('done')
  expect(await says('no', 'keep-version')).toBe('done')
  expect(await says('no', 'follow-version')).not.toBe('done')
  const followed = await viewOf('yes')
  expect(followed.itemVersion).toBe(shorter.version)
  expect(followed.story.map(({ text }) => text)).toContain('同意按新版本办理')
  const dayOf = ({ clocks }: typeof view) => clocks.find(({ clock }) => clock === 'promised')!.day!
  expect(dayOf(followed) < dayOf(view)).toBe(true)
  expect((await viewOf('no')).itemVersion).toBe(before.version)
  expect((await viewOf('silent')).itemVersion).toBe(before.version)
})

test('a window puts down what the applicant signed, and officers see whose version it is and why', async () => {
  const { no } = people.counter
  const doing = async (input: Record<string, unknown>) => {
    const done = await town.act(CLERK, no, 'follow-version', input)
    return isRefusal(done) ? `refused: ${done.code}` : 'done'
  }
  expect(await doing({})).toBe('refused: version-answer-unsigned')
  // What a browser sends as the version counts for nothing.
  expect(await doing({ signed: true, next: { version: 99 } })).toBe('done')
  const detail = await town.detailOf(CLERK, no)
  expect(detail.parts.find(({ key }) => key === 'newer-version')!.title).toBe('按新版本办理（经申请人同意）')
  const open = await openCasesByVersion(town.db, town.area, ITEM)
  expect(open.map(({ version, open: count }) => [version, count])).toEqual([
    [before.version, 2],
    [shorter.version, 2],
  ])
})

test('a stricter version asks nobody, and every case folds to the same view from its facts', async () => {
  await town.publish({ ...shorter, version: shorter.version + 1, visits: shorter.visits + 1 })
  await town.work()
  expect(await acts('yes')).not.toContain('follow-version')
  expect((await rebuildCaseViews(town, () => {})).mended).toEqual([])
})
