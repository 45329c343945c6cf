import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { at, done, startTown, type Town } from '#capabilities/testing/town.ts'
import { moves } from './reports/licensing.ts'
import { areaNow } from './reports/facts.ts'

const NURSE = 'nurse-registration'
const SHOP = 'publications-retail-licence'
const BOSHAN = 'town-370304113'
/** 石泉村 of 博山镇. */
const VILLAGE = '370304113203'

// Real: the Boshan pack, database, ledger, cases, the register of powers. Moved by hand: the clock.
let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-03-16T09:00') })
}, 120_000)
afterAll(() => town.stop())

const review = { opinion: 'grant', text: '材料齐全，符合条件。' }
const decider = async (no: string) =>
  (await town.cases.find(await town.as('supervisor'), no))!.dossier.decidingBody

test('ORG-04 after the transfer date new cases route to the bureau while older ones stay with the department', async () => {
  const older = await town.fileAtWindow('clerk.hall', NURSE)
  expect(await decider(older)).toBe('health')
  done(await town.act('clerk.hall', older, 'accept', await town.goodChecklist('clerk.hall', older)))
  town.clock.set(at('2026-03-31T16:00'))
  await town.work()
  const dayBefore = await town.fileAtWindow('clerk.hall', NURSE)
  // A version comes out on its first day.
  town.clock.set(at('2026-04-01T08:30'))
  const { item } = (await town.catalogue.itemInForce(town.area, NURSE, '2026-04-01'))!
  await town.publish({
    ...{ ...item, version: item.version + 1, effectiveFrom: '2026-04-01', transferredFrom: 'health' },
    decidingBody: { kind: 'body', body: 'approval-bureau' },
  })
  town.clock.advance({ minutes: 1 })
  const newer = await town.fileAtWindow('clerk.hall', NURSE)
  expect([await decider(older), await decider(dayBefore), await decider(newer)]).toEqual([
    'health',
    'health',
    'approval-bureau',
  ])
  // The department goes on with what it has, and does not reach what came after.
  expect(isRefusal(await town.act('reviewer.health', older, 'review', review))).toBe(false)
  done(await town.act('clerk.hall', newer, 'accept', await town.goodChecklist('clerk.hall', newer)))
  expect(await town.act('reviewer.health', newer, 'review', review)).toMatchObject({ code: 'case-not-found' })
  await town.work()

  const means = { ...town, posts: town.staff }
  const now = await areaNow(means, town.area, '2026-04-01', { from: '2026-01-01', to: '2026-04-01' })
  const [row] = await moves(means, now)
  expect([row?.name, row?.lines[0]?.text]).toEqual([
    '区卫生健康局',
    '2026-04-01起由区行政审批服务局办理；划转前收的2件仍由原部门办，已办结0件',
  ])
}, 120_000)

test('ORG-06/a a decision outside the signed authorisation scope is refused', async () => {
  done(await town.givePower({ items: [SHOP], body: BOSHAN, kind: 'entrusted', to: '2026-06-30' }))
  town.clock.advance({ minutes: 1 })
  const accepted = async (item: string) => {
    const no = await town.fileAtWindow('clerk.boshan', item, { region: VILLAGE })
    done(await town.act('clerk.boshan', no, 'accept', await town.goodChecklist('clerk.boshan', no)))
    return no
  }
  const grant = { conclusion: '准予许可' }
  const within = await accepted(SHOP)
  done(await town.act('reviewer.boshan', within, 'review', review))
  done(await town.act('approver.boshan', within, 'grant', grant))
  // Another item of the same bureau, which the paper does not name: to the town it does not exist, and the attempt is on record.
  const beyond = await accepted('film-screening-licence')
  expect(await decider(beyond)).toBe('approval-bureau')
  expect(await town.act('approver.boshan', beyond, 'grant', grant)).toMatchObject({ code: 'case-not-found' })
  const { stream } = (await town.cases.find(await town.as('supervisor'), beyond))!
  const tried = await town.db.query<{ code: string }>(
    `SELECT body::jsonb->>'code' AS code FROM ledger.fact
      WHERE area_code = $1 AND stream LIKE 'attempt:%' AND body::jsonb->>'stream' = $2`,
    [town.area, stream],
  )
  expect(tried.map(({ code }) => code)).toEqual(['beyond-sight'])
  // And the same item once the paper has run out.
  town.clock.set(at('2026-07-01T09:00'))
  await town.work()
  const after = await town.fileAtWindow('clerk.boshan', SHOP, { region: VILLAGE })
  expect(await decider(after)).toBe('approval-bureau')
}, 120_000)
