import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { at, startTown, type TestCitizen, type Town } from '#capabilities/testing/town.ts'

// Real: pack, database, ledger, search. A version is published today and holds from a later day on; the clock is moved by hand.
const ITEM = 'elderly-allowance'
const FIRST_DAY = '2026-12-01'
const LAST_DAY = '2026-12-10'
let town: Town
let before: ItemVersion
let qian: TestCitizen
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  qian = await town.citizen('钱示例')
  before = (await inForce())!
  await town.publish({
    ...{ ...before, version: before.version + 1, name: `${before.name}（新）` },
    ...{ effectiveFrom: FIRST_DAY, effectiveTo: LAST_DAY },
  })
})
afterAll(() => town.stop())

const today = () => town.clock.now().slice(0, 10)
const inForce = async () => (await town.catalogue.itemInForce(town.area, ITEM, today()))?.item
const versionOf = async (no: string) => (await town.applicantsView(no)).itemVersion

test('until its first day the version before is applied for, found and listed; from that day on the new one alone', async () => {
  expect(await versionOf(await town.file(qian, ITEM))).toBe(before.version)
  const listed = async () =>
    (await town.catalogue.listedInForce(town.area, today())).filter(({ id }) => id === ITEM)
  const whole = async () =>
    (await town.catalogue.itemsInForce(town.area, today())).filter(({ item }) => item.id === ITEM)
  const found = async () =>
    (await town.catalogue.search(town.area, today(), before.name)).hits.filter(({ id }) => id === ITEM)
  expect((await listed()).map(({ name }) => name)).toEqual([before.name])
  expect((await found()).map(({ version }) => version)).toEqual([before.version])

  const guide = async () => {
    const view = await town.portal.guide(ITEM)
    if ('refused' in view) throw new Error(view.code)
    return view
  }
  expect((await guide()).item.version).toBe(before.version)
  expect((await guide()).coming).toMatchObject({
    from: FIRST_DAY,
    changes: [`事项名称改为“${before.name}（新）”。`],
  })

  town.clock.set(at(`${FIRST_DAY}T09:00`))
  expect((await listed()).map(({ version }) => version)).toEqual([before.version + 1])
  expect((await whole()).map(({ item }) => item.version)).toEqual([before.version + 1])
  expect((await found()).map(({ version }) => version)).toEqual([before.version + 1])
  expect((await guide()).item.version).toBe(before.version + 1)
  expect((await guide()).coming).toBeUndefined()
})

test('after the last day of a version nothing comes back, and nobody applies under the one before it', async () => {
  town.clock.set(at(`${LAST_DAY}T10:00`))
  expect((await inForce())?.version).toBe(before.version + 1)
  town.clock.set(at('2026-12-11T10:00'))
  expect(await inForce()).toBeUndefined()
  await expect(town.file(qian, ITEM)).rejects.toThrow('item-not-found')
})
