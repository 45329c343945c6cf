import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { forgetGround } from '#capabilities/organisation/index.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import { newId } from '#platform/id.ts'
import { plainCommit } from '#platform/ledger/commit.ts'
import { streamId } from '#platform/ledger/stream.ts'
import type { IndicatorView, TargetView } from './contract.ts'
import { rebuildSupervision, supervisionIsEmpty } from './index.ts'

// Real: ledger, outbox, worker, projection, pack parameters in the database. The facts are those a case records when it is
// received, written for the years that the targets of the plans speak of.

let town: Town

beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
})
afterAll(() => town.stop())

const HALL = 'hall-370304'
const CENTRE = 'centre-370304004'
const ITEMS = [
  'elderly-allowance',
  'legal-aid',
  'tree-felling-permit',
  'temporary-assistance',
  'village-homestead',
]

let count = 0

/** One receipt at a window: the fact that opens a case, as the ledger keeps it. */
async function received(day: string, item: number, kind: string | undefined, place = CENTRE): Promise<void> {
  count += 1
  const moment = `${day}T02:00:00.000Z`
  const stream = streamId('case', newId(), moment)
  const body = {
    ...{
      no: `no-${count}`,
      item: { id: ITEMS[item]!, version: 1, stream: 'item:2026:x' },
      channel: 'window',
    },
    ...{ acceptPlace: place, decidingBody: 'town-370304004' },
    ...(kind === undefined ? {} : { window: { id: `window-${kind}`, kind } }),
  }
  const outcome = await town.ledger.commit(plainCommit, {
    ...{ areaCode: town.area, actorKey: 'system', requestId: stream, requestHash: stream },
    ...{
      actor: { kind: 'system', job: 'test' },
      at: moment,
      reliesOn: [],
      jobs: [],
      cancelJobs: [],
      result: null,
    },
    streams: [
      { stream, expectedVersion: 0, prevHash: null, facts: [{ kind: 'received', body, schemaVersion: 1 }] },
    ],
  })
  expect(outcome.outcome).toBe('done')
}

/** Lets the pack of the area say something else, as another plan does. */
async function policy(parameters: Record<string, unknown>, undifferentiated: boolean): Promise<void> {
  for (const [name, value] of Object.entries(parameters)) {
    const parameter = JSON.stringify({ value, clauses: [], certainty: 'stated' })
    await town.db.query(
      `UPDATE organisation.pack_version SET body = jsonb_set(body::jsonb, ARRAY['parameters', $2], $3::jsonb)
        WHERE area_code = $1`,
      [town.area, name, parameter],
    )
  }
  await town.db.query(
    `UPDATE organisation.pack_version
      SET body = jsonb_set(body::jsonb, '{parameters,windowModel,value,undifferentiated}', $2::jsonb) WHERE area_code = $1`,
    [town.area, JSON.stringify(undifferentiated)],
  )
  forgetGround()
}

async function oneWindow(
  query: { from?: string; to?: string; place?: string; by?: 'place' } = {},
): Promise<IndicatorView> {
  const actor = await town.as('supervisor')
  const found = await town.supervision.indicators({ actor, now: town.clock.now() }, query)
  if (isRefusal(found)) throw new Error(found.code)
  return found.indicators.find(({ id }) => id === 'one-window-rate')!
}

const TARGETS = [
  {
    indicator: 'one-window-rate',
    by: '2018-12-31',
    value: 0.6,
    clauses: ['YY-1.2.3-05'],
    certainty: 'stated',
  },
  {
    indicator: 'one-window-rate',
    by: '2019-12-31',
    value: 0.8,
    clauses: ['YY-1.2.3-06'],
    certainty: 'stated',
  },
  {
    indicator: 'one-window-rate',
    by: '2026-12-31',
    value: 0.8,
    clauses: ['DW-3.4.14-11'],
    certainty: 'assumed',
  },
]

test('CAS-06 the one-window rate is computed per hall and area, and each dated target is judged on its own date', async () => {
  await policy({ comprehensiveWindowKinds: ['comprehensive'], targets: TARGETS }, false)
  // 2018: three of five items were taken at a comprehensive window; the fourth came there only after the target's day.
  for (const item of [0, 1, 2]) await received('2018-11-12', item, 'comprehensive', HALL)
  for (const item of [3, 4]) await received('2018-11-13', item, 'market-access')
  await received('2018-11-14', 3, undefined)
  await received('2019-01-08', 3, 'comprehensive')
  // 2019: four items, three of them at a comprehensive window: not yet 80 percent.
  for (const item of [0, 1]) await received('2019-06-03', item, 'comprehensive')
  await received('2019-06-04', 2, 'collection')
  // This year so far: one item at each place, one of them comprehensive.
  await received('2026-11-20', 0, 'comprehensive', HALL)
  await received('2026-11-20', 1, 'market-access')
  await town.work()

  const standings = async () =>
    (await oneWindow()).targets.map((target: TargetView) => {
      return [target.by, target.standing, target.numerator, target.denominator]
    })
  expect(await standings()).toEqual([
    ['2018-12-31', 'met', 3, 5],
    ['2019-12-31', 'not-met', 3, 4],
    ['2026-12-31', 'not-due', 1, 2],
  ])
  // The day of the last target goes by.
  town.clock.set(at('2027-01-04T09:00'))
  expect((await standings()).at(-1)).toEqual(['2026-12-31', 'not-met', 1, 2])

  const november = { from: '2018-11-01', to: '2018-11-30' }
  expect(await oneWindow(november)).toMatchObject({ numerator: 3, denominator: 5 })
  const places = (await oneWindow({ ...november, by: 'place' })).groups!
  expect(places.map(({ id, numerator, denominator }) => [id, numerator, denominator])).toEqual([
    [CENTRE, 0, 2],
    [HALL, 3, 3],
  ])
  expect(await oneWindow({ ...november, place: HALL })).toMatchObject({ numerator: 3, denominator: 3 })
})

test('CAS-06 the rate opens: cases at comprehensive windows, and the cases of items that never came to one', async () => {
  const asking = { actor: await town.as('supervisor'), now: town.clock.now() }
  const of = async (part: 'numerator' | 'rest') => {
    const found = await town.supervision.cases(asking, 'one-window-rate', {
      ...{ from: '2018-01-01', to: '2019-01-31', part },
    })
    if (isRefusal(found)) throw new Error(found.code)
    return found.items.map(({ itemId }) => itemId).toSorted()
  }
  expect(await of('numerator')).toEqual([
    'elderly-allowance',
    'legal-aid',
    'temporary-assistance',
    'tree-felling-permit',
  ])
  expect(await of('rest')).toEqual(['village-homestead'])
})

test('CAS-06 where every window takes everything, every window is comprehensive', async () => {
  await policy({}, true)
  expect(await oneWindow({ from: '2018-11-01', to: '2018-11-30' })).toMatchObject({
    numerator: 5,
    denominator: 5,
  })
  expect((await oneWindow()).targets.map(({ standing }) => standing)).toEqual(['met', 'met', 'met'])
})

test('what supervision holds is rebuilt from the facts alone', async () => {
  const all = () =>
    town.db.query('SELECT * FROM supervision.case_line WHERE area_code = $1 ORDER BY id', [town.area])
  const before = await all()
  await town.db.query('DELETE FROM supervision.case_line WHERE area_code = $1 AND item_id = $2', [
    town.area,
    ITEMS[0],
  ])
  await town.db.query(
    `UPDATE supervision.case_line SET channel = 'online' WHERE area_code = $1 AND item_id = $2`,
    [town.area, ITEMS[3]],
  )
  const rebuilt = await rebuildSupervision(town, () => {})
  expect([rebuilt.cases, rebuilt.mended.length]).toEqual([before.length, 3 + 3])
  expect(await all()).toEqual(before)
  expect((await rebuildSupervision(town, () => {})).mended).toEqual([])

  // An installation older than this capability has cases and no line.
  expect(await supervisionIsEmpty(town.db, town.area)).toBe(false)
  await town.db.query('DELETE FROM supervision.case_line WHERE area_code = $1', [town.area])
  expect(await supervisionIsEmpty(town.db, town.area)).toBe(true)
  expect(await supervisionIsEmpty(town.db, '370399')).toBe(false)
  await rebuildSupervision(town, () => {})
  expect(await all()).toEqual(before)
})
