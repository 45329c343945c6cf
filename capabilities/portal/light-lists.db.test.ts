import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogue } from '#capabilities/catalogue/index.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import type { Db } from '#platform/db/db.ts'

// Real: the whole pack on a fresh database, read through a connection that counts.
let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
})
afterAll(() => town.stop())

/** The same database, with how many statements were sent and how much came back. */
function counting() {
  const seen = { statements: 0, bytes: 0 }
  const query: Db['query'] = async <R>(
    statement: Parameters<Db['query']>[0],
    values?: readonly unknown[],
  ) => {
    const rows = await town.db.query<R>(statement, values)
    seen.statements += 1
    seen.bytes += JSON.stringify(rows).length
    return rows
  }
  return { seen, read: catalogue({ ...town.db, query }, town.clock) }
}

test('a list of everything an area has is one statement and a small part of the items themselves', async () => {
  const [whole, light] = [counting(), counting()]
  const items = await whole.read.itemsInForce(town.area, '2026-11-23')
  const listed = await light.read.listedInForce(town.area, '2026-11-23')
  expect([whole.seen.statements, light.seen.statements]).toEqual([1, 1])
  expect(light.seen.bytes * 12).toBeLessThan(whole.seen.bytes)
  expect(listed.map(({ id, version }) => [id, version])).toEqual(
    items.map(({ item }) => [item.id, item.version]),
  )
  for (const [index, { item }] of items.entries())
    expect(listed[index]).toEqual({
      ...{
        id: item.id,
        version: item.version,
        name: item.name,
        domain: item.domain,
        itemType: item.itemType,
      },
      ...{ projectType: item.projectType, summary: item.summary, promisedLimit: item.promisedLimit },
      ...{ visits: item.visits, aliases: item.aliases, serves: item.serves, topics: item.topics },
      ...{ entryModes: item.entryModes, handleTypes: item.handleTypes },
    })
})

test('while somebody types nothing is read: the index says the name, what people call it and why it came up', async () => {
  const { seen, read } = counting()
  await read.search(town.area, '2026-11-23', '高龄')
  const before = seen.statements
  const [first] = (await read.search(town.area, '2026-11-23', '八十岁的钱')).hits
  expect(first).toMatchObject({ id: 'elderly-allowance', name: '高龄津贴申领' })
  expect(first!.alias).toBe(
    (await town.catalogue.itemInForce(town.area, 'elderly-allowance', '2026-11-23'))!.item.aliases[0],
  )
  expect(seen.statements - before).toBeLessThanOrEqual(1)
  const [suggested] = await town.portal.suggest('老人补贴')
  const [found] = (await town.portal.search('老人补贴')).items
  expect(suggested).toEqual({
    id: found!.id,
    name: found!.name,
    called: found!.called,
    ...(found!.why ? { why: found!.why } : {}),
    ...(found!.because ? { because: found!.because } : {}),
  })
})
