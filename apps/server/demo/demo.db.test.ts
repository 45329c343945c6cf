import { expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import type { Db } from '#platform/db/db.ts'
import { readSettings } from '#platform/settings.ts'
import { startHouse } from '../testing/house.ts'
import { livePast } from './past.ts'
import { hasResident, RESIDENT, RESIDENT_LOGIN } from './resident.ts'

// Real: PostgreSQL, the pack, the papers, every act of sixty days. Led: the clock. Of the planned cases there is only one.

const house = await startHouse({ at: '2026-11-23T01:00:00.000Z', publicity: true })
const { db } = house.house
const told: string[] = []

/** What a fresh demo has to show, by the facts that show it. */
const SHOWN = [
  ...['gaps-tolerated', 'gap-reminded', 'gap-supplied', 'gap-verified', 'gap-broken'],
  ...['special-started', 'special-served', 'special-over-told', 'special-ended', 'inspectors-assigned'],
  ...['hearing-right-told', 'hearing-requested', 'hearing-convened', 'hearing-held', 'hearing-weighed'],
  ...['extension-proposed', 'extended', 'extension-refused', 'publicity-opened', 'objection-recorded'],
  ...['opinions-asked', 'opinion-given', 'opinion-overdue'],
  ...['meeting-called', 'meeting-held', 'task-given', 'task-completed'],
  ...['fast-lane-opened', 'service-recorded', 'claimed', 'assigned', 'handed-over', 'stood-in'],
  ...['countersign-asked', 'countersigned', 'disagreement-settled', 'post.absence-set'],
  ...['paper-printed', 'power-granted', 'power-taken-back', 'deciding-body-reassigned'],
  ...['licence-opened', 'licence-renewed', 'licence-expired', 'licence-ended', 'licence-application-noted'],
  ...[
    'licence-announced',
    'licence-amendment-decided',
    'licence-amended',
    'interested-named',
    'interested-served',
    'interested-announced',
    'interested-weighed',
  ],
  ...['acceptance-refused', 'returned', 'terminated', 'forwarded', 'sealed'],
  ...['intent-told', 'notice-served', 'party-silent'],
  ...['paper-added', 'urged', 'urge-answered'],
]

test('every lawful path is walked to its end in the past of a demo', async () => {
  const settings = readSettings({ MODE: 'demo', DEMO_CASES: '1', PORT: '0', DATA_DIR: house.filesFolder })
  const shared: Db = { ...db, close: async () => {} }
  const opened = { db, relaxed: () => shared, close: async () => {} }
  await livePast(opened, settings, house.clock, house.onboarded, (words) => told.push(words))
  expect(told.filter((words) => words.includes('没有走完'))).toEqual([])
  const kinds = await db.query<{ kind: string }>(
    'SELECT DISTINCT kind FROM ledger.fact WHERE area_code = $1',
    [house.onboarded.area],
  )
  expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(SHOWN))
}, 300_000)

test('whoever signs up as the shopkeeper of the README was reminded of a licence that may still be renewed', async () => {
  const parties = await db.query<{ party: string; until: string }>(
    `SELECT party, valid_until::text AS until FROM licence_seal.licence
      WHERE area_code = $1 AND item_id = 'food-business-licence' AND state = 'valid' AND valid_until = '2026-12-18'`,
    [house.onboarded.area],
  )
  expect(parties).toHaveLength(1)
  const told = await db.query<{ kind: string }>(
    `SELECT kind FROM notification.message WHERE area_code = $1 AND party = $2 AND kind = 'licence-reminder'`,
    [house.onboarded.area, parties[0]!.party],
  )
  expect(told).toHaveLength(1)
})

test('a power that a town held by entrustment, and cases taken in elsewhere, stand on their cases', async () => {
  const [shown] = await db.query<Record<string, number>>(
    `SELECT count(*) FILTER (WHERE dossier ? 'inNameOf') AS entrusted, count(*) FILTER (WHERE dossier ? 'sentFrom') AS sent,
      count(*) FILTER (WHERE dossier->>'remote' = 'true' AND dossier ? 'printed') AS printed
      FROM cases.case_view WHERE area_code = $1`,
    [house.onboarded.area],
  )
  expect(shown).toEqual({ entrusted: 1, sent: 2, printed: 1 })
})

test('the resident signs in and finds a matter that waits for them, one that stands still, and one sent up', async () => {
  const { parties, sessions } = house.house
  const party = (await parties.find('citizen-id', RESIDENT.citizenId))!
  expect(await hasResident(house.house)).toBe(true)
  const answer = await sessions.signIn({
    ...{ kind: 'citizen', login: RESIDENT_LOGIN, password: house.onboarded.password! },
    ...{ ip: '127.0.0.1', agent: '' },
  })
  expect(answer).toMatchObject({ session: { subject: party } })
  const actor = { kind: 'citizen', person: party, party } as const
  const { items } = await house.house.cases.list(actor, house.clock.now(), { queue: 'all' })
  expect(items.map(({ state }) => state)).toContain('forwarded')
  expect(items.some(({ asked }) => asked !== undefined)).toBe(true)
  expect(items.some(({ paused }) => paused?.[0]?.until !== undefined)).toBe(true)
})

test('an attempt beyond power, and one to pass a decision up, were stopped and are there for supervision to see', async () => {
  const rows = await db.query(
    `SELECT DISTINCT rule, code FROM supervision.finding
      WHERE area_code = $1 AND source = 'own' AND code IN ('attempted', 'upward-attempted') ORDER BY rule`,
    [house.onboarded.area],
  )
  expect(rows).toEqual([
    { rule: 'beyond-power', code: 'attempted' },
    { rule: 'upward', code: 'upward-attempted' },
  ])
})

test('CAS-15 a second notice that named a new point is there for supervision to see', async () => {
  const rows = await db.query(
    `SELECT rule, facts->'uses'->0->>'ground' AS ground FROM supervision.finding
      WHERE area_code = $1 AND code = 'notice-exception'`,
    [house.onboarded.area],
  )
  expect(rows).toEqual([{ rule: 'one-time-notice', ground: 'contradiction' }])
})

test('tables of another system were brought in, and each kind of breach was found in them', async () => {
  const rows = await db.query<{ code: string }>(
    `SELECT DISTINCT code FROM supervision.finding WHERE area_code = $1 AND source = 'import' ORDER BY code`,
    [house.onboarded.area],
  )
  expect(rows.map(({ code }) => code)).toEqual([
    ...['accept-without-power', 'decide-without-power', 'decided-above'],
    ...['promised-limit', 'reviewed-after-decided', 'same-person'],
  ])
})

test('a supervisor finds 越权 and 上推 of an imported file this month, with step, day and office, down to line and register', async () => {
  const { supervision, staff } = house.house
  const { area } = house.onboarded
  const { id, person, roles, place, body } = (await staff.postsOfArea(area)).find((post) =>
    post.roles.some((role) => role === 'supervisor'),
  )!
  const actor = { kind: 'staff' as const, person, post: id, roles, place, body, area }
  const asking = { actor, now: house.clock.now() }
  const imports = await supervision.imports(asking, {})
  expect(imports).toMatchObject({ cases: 6, unjudged: [] })
  const found = await supervision.findings(asking, { source: 'import' })
  if (isRefusal(found)) throw new Error(found.code)
  const of = (code: string) => found.items.find((one) => one.code === code)!
  expect(of('accept-without-power').sentence).toMatch(
    /没有相应权力：权责清单里没有这项权力。2026年11月\d+日由演示人员丙受理。$/,
  )
  expect(of('decided-above').sentence).toMatch(
    /^按权责清单应由.+镇.*自己决定，却由.+作出决定。2026年11月\d+日由演示人员丙受理，2026年11月\d+日由演示人员乙作出决定。$/,
  )
  expect(of('decided-above').evidence.map(({ title }) => title)).toEqual([
    expect.stringMatching(/^受理信息：演示部门-受理信息\.csv第7行$/),
    expect.stringMatching(/^过程信息：演示部门-过程信息\.csv第13行$/),
    '权责清单',
  ])
})
