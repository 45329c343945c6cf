import { afterAll, beforeAll, expect, test } from 'vitest'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'

const ITEM = 'medical-manual-reimbursement'
const DAY = '2026-11-23'

// Real: pack, database, ledger. Moved by hand: the clock.
let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at(`${DAY}T09:00`) })
})
afterAll(() => town.stop())

test('CAT-17/a a granule that breaks the split standard is not published', async () => {
  const { item } = (await town.catalogue.itemInForce(town.area, ITEM, DAY))!
  const [inpatient, ...others] = item.situations!
  const next = { ...item, version: item.version + 1, situations: [inpatient!, ...others.slice(0, 1)] }
  await expect(town.publish(next)).rejects.toThrow(/situation-breaks-standard/)
  expect((await town.catalogue.itemInForce(town.area, ITEM, DAY))!.item.version).toBe(item.version)
})

test('CAT-17/b a published granule shows the version of the standard it was split under', async () => {
  const { item } = (await town.catalogue.itemInForce(town.area, ITEM, DAY))!
  expect(item.situations!.map(({ no, standard }) => [no, standard])).toEqual([
    ['01', 'grassroots@1'],
    ['02', 'grassroots@1'],
    ['03', 'grassroots@1'],
  ])
  const kept = await town.db.query<{ version: number }>(
    `SELECT version FROM catalogue.split_standard WHERE area_code = $1 AND id = 'grassroots'`,
    [town.area],
  )
  expect(kept).toEqual([{ version: 1 }])
})

test('a case stays in the situation its form made: its papers, its days, and no answer mended into another', async () => {
  const values = { visitKind: 'pharmacy', byAgent: 'no' }
  const no = await town.tryAtWindow('clerk.shantou', ITEM, { values, without: 'medical-record' })
  if (typeof no !== 'string') throw new Error(no.code)
  const detail = await town.detailOf('clerk.shantou', no)
  expect(detail.materials.map(({ id }) => id)).toEqual([
    ...['application-form', 'id-card', 'receipt', 'expense-list', 'agent-id-card'],
  ])
  const [row] = await town.db.query<{ dossier: { situation?: string } }>(
    'SELECT dossier FROM cases.case_view WHERE area_code = $1 AND no = $2',
    [town.area, no],
  )
  expect(row!.dossier.situation).toBe('03')
  const mending = { field: 'visitKind', value: '住院', confirmed: true }
  expect(await town.act('clerk.shantou', no, 'correct-form', mending)).toMatchObject({
    code: 'form-answer-fixed',
  })
})
