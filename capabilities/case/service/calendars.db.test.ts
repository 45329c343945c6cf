import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import { organisationWriter } from '#capabilities/organisation/index.ts'
import { recount } from '#capabilities/acts/recount.ts'
import { verifyLedger } from '#platform/ledger/verify.ts'
import { keepCalendars } from '../index.ts'
import { attachments } from './attachments.ts'
import { caseRecounting } from './calendars.ts'
import type { CaseMeans } from './means.ts'
import { worlds } from './worlds.ts'

// Real: pack, database, ledger, due jobs. Moved by hand: the clock.
let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  await keepCalendars(town.db, town.clock)
})
afterAll(() => town.stop())

/** The list of 2026 with some more days off and some more weekend days worked. */
async function publish(off: readonly string[], work: readonly string[]): Promise<void> {
  const { years } = await town.organisation.calendarOf(town.area)
  const known = years['2026']!
  const list = { year: 2026, published: true, off: [...known.off, ...off], work: [...known.work, ...work] }
  await town.db.transaction((tx) => organisationWriter(tx).publishCalendar(town.area, [list], '2026-11-23'))
}

const look = async (): Promise<void> => {
  town.clock.advance({ minutes: 11 })
  await town.work()
}

async function stateOf(no: string) {
  const clerk = await town.looking('clerk.shantou')
  const detail = await town.cases.detail(no, clerk)
  const facts = await town.cases.facts(clerk.actor, no)
  if (isRefusal(detail) || isRefusal(facts)) throw new Error(`${no} is out of sight`)
  const [job] = await town.db.query<{ dueAt: string }>(
    `SELECT due_at AS "dueAt" FROM ledger.job WHERE area_code = $1 AND stream = $2 AND kind = 'case.act'`,
    [town.area, facts[0]!.stream],
  )
  return { ...detail.summary, clocks: detail.clocks, kinds: facts.map(({ kind }) => kind), dueAt: job?.dueAt }
}

test('a holiday list moves the due day and the due job of each open case, once, and leaves closed cases alone', async () => {
  const zhang = await town.citizen('张示例')
  const no = await town.file(zhang, 'elderly-allowance')
  const over = await town.file(zhang, 'elderly-allowance')
  await town.work()
  expect(
    isRefusal(await town.act('clerk.shantou', over, 'withdraw', { reason: '不再办理', signed: true })),
  ).toBe(false)
  const before = await stateOf(no)
  expect([before.dueDay, before.dueAt]).toEqual(['2026-11-30', at('2026-12-01T00:00')])

  await publish(['2026-11-26'], [])
  await look()
  const later = await stateOf(no)
  expect([later.dueDay, later.dueAt]).toEqual(['2026-12-01', at('2026-12-02T00:00')])
  expect(later.kinds.at(-1)).toBe('clock-recomputed')
  expect((await stateOf(over)).kinds).not.toContain('clock-recomputed')

  // An earlier day counts as well: the act falls due when the newer list says so, not when the older one did.
  await publish([], ['2026-11-28', '2026-11-29'])
  await look()
  const sooner = await stateOf(no)
  expect([sooner.dueDay, sooner.dueAt]).toEqual(['2026-11-29', at('2026-11-30T00:00')])
  const { version } = sooner
  await look()
  expect((await stateOf(no)).version).toBe(version)

  town.clock.set(at('2026-11-30T00:01'))
  await town.work()
  const accepted = await stateOf(no)
  expect(accepted.state).toBe('accepted')
  expect(accepted.clocks.find(({ clock }) => clock === 'notice')!.state).toBe('ended')
})

test('many cases are counted in one commit, each with a fact, a link of its chain and a due job of its own', async () => {
  const wang = await town.citizen('王示例')
  const numbers = []
  for (let n = 0; n < 5; n++) numbers.push(await town.file(wang, 'elderly-allowance'))
  await town.work()
  const before = await Promise.all(numbers.map(stateOf))
  const commits = () => town.db.query(`SELECT 1 FROM ledger.request WHERE request_id LIKE 'recompute:%:page'`)
  const known = (await commits()).length
  await publish(['2026-12-02'], [])
  await look()
  const after = await Promise.all(numbers.map(stateOf))
  expect(after.map(({ version }) => version)).toEqual(before.map(({ version }) => version + 1))
  expect(after.every(({ kinds }) => kinds.at(-1) === 'clock-recomputed')).toBe(true)
  expect((await commits()).length).toBe(known + 1)
  expect((await verifyLedger(town.db)).brokenStreams).toBe(0)
})

test('when somebody acts on one case of the page meanwhile, the others are counted and nothing is lost', async () => {
  const zhao = await town.citizen('赵示例')
  const numbers = [await town.file(zhao, 'elderly-allowance'), await town.file(zhao, 'elderly-allowance')]
  await town.work()
  await publish(['2026-12-04'], [])
  town.clock.advance({ minutes: 11 })
  const means: CaseMeans = town
  const recounting = caseRecounting({ means, worlds: worlds(means), attachments: attachments(means) })
  const version = await recounting.version(town.area)
  const raced = {
    ...recounting,
    async *pages(area: string, calendar: string) {
      for await (const page of recounting.pages(area, calendar)) {
        expect(
          isRefusal(
            await town.act('clerk.shantou', numbers[0]!, 'withdraw', { reason: '不再办理', signed: true }),
          ),
        ).toBe(false)
        yield page
      }
    },
  }
  const pages = () => town.db.query(`SELECT 1 FROM ledger.request WHERE request_id LIKE 'recompute:%:page'`)
  const known = (await pages()).length
  await recount(raced, town.area, version, town.clock.now())
  expect((await pages()).length).toBe(known + 1)
  const [withdrawn, counted] = await Promise.all(numbers.map(stateOf))
  expect(withdrawn!.kinds).not.toContain('clock-recomputed')
  expect(counted!.kinds.filter((kind) => kind === 'clock-recomputed')).toHaveLength(1)
  expect(await recount(recounting, town.area, version, town.clock.now())).toBe(0)
})

test('a page that was read before the list came can still be acted from', async () => {
  const li = await town.citizen('李示例')
  const no = await town.file(li, 'elderly-allowance')
  await town.work()
  const { version } = await stateOf(no)
  await publish(['2026-12-03'], [])
  await look()
  expect((await stateOf(no)).kinds.at(-1)).toBe('clock-recomputed')
  const done = await town.cases.act({
    ...(await town.looking('clerk.shantou')),
    ...{ no, act: 'pre-review', input: { passed: true }, seenVersion: version },
    ...{ requestId: 'seen-before', requestHash: 'seen-before' },
  })
  expect(isRefusal(done)).toBe(false)
})

test('nobody recomputes clocks by hand', async () => {
  const wang = await town.citizen('王示例')
  const no = await town.file(wang, 'elderly-allowance')
  expect(await town.act('clerk.shantou', no, 'recompute-clocks')).toMatchObject({ code: 'action-unknown' })
})
