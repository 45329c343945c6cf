import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { packFolder } from '#capabilities/organisation/index.ts'
import { canonical, sm3 } from '#platform/ledger/canonical.ts'
import { readItems } from '../load.ts'
import { lay } from '../model/layers.ts'
import { toTree } from '../model/layers/tree.ts'
import { wordsFor } from '../model/layers/words-for.ts'

const KNOWN = path.join(import.meta.dirname, 'published-items.json')
const PACKS = ['boshan-2020', 'dawukou-2020', 'lanshan-2019', 'liaocheng-2020', 'yiyuan-2018'] as const
const read = PACKS.map((pack) => ({ pack, ...readItems(path.join(packFolder(pack), 'items')) }))

/**
 * A published version never changes (a case is pinned to it): whatever is moved between the tiers, each item comes out as it was. A
 * version nobody has published yet is accepted anew by `ACCEPT_ITEMS=1`.
 */
test('each item of the packs comes out of its layers as it was published', () => {
  const found = Object.fromEntries(
    read
      .flatMap(({ pack, items }) =>
        items.map((item) => [`${pack}/${item.id}@${item.version}`, sm3(canonical(item))]),
      )
      .toSorted(),
  ) as Record<string, string>
  if (process.env['ACCEPT_ITEMS']) fs.writeFileSync(KNOWN, `${JSON.stringify(found, null, 2)}\n`)
  const known = JSON.parse(fs.readFileSync(KNOWN, 'utf8')) as Record<string, string>
  const changed = Object.keys(known).filter((key) => found[key] !== known[key])
  expect(changed).toEqual([])
  expect(read.flatMap(({ problems }) => problems)).toEqual([])
})

test.each(read)('$pack has thirty items and more, each over the lists above it', ({ items, layered }) => {
  expect(items.length).toBeGreaterThanOrEqual(30)
  expect(items.map(({ id }) => id).filter((id) => !layered.has(`${id}@1`))).toEqual([])
})

test.each(read)('a county’s list says only what the tiers above do not: $pack', ({ layered }) => {
  for (const { layers } of layered.values()) {
    const own = layers.at(-1)!
    const above = lay(layers.slice(0, -1)).item
    const whole = lay(layers).item as Record<string, unknown>
    const { id: _id, version: _version, effectiveFrom: _from, effectiveTo: _to, ...rest } = whole
    const { id: _of, version: _at, effectiveFrom: _since, ...upper } = above as Record<string, unknown>
    const words = wordsFor(toTree(upper), toTree(rest))
    expect([own.id, Object.keys(own.set).toSorted()]).toEqual([own.id, Object.keys(words.set).toSorted()])
    expect(own.drop ?? []).toEqual(words.drop ?? [])
  }
})

test.each(read)(
  'every item of $pack has its line in the directory of the State or of its province',
  ({ layered }) => {
    for (const [key, { layers }] of layered) {
      expect([key, layers.length]).toEqual([key, expect.toSatisfy((count: number) => count >= 2)])
      const coded = layers.find(({ set }) => '/codes/catalogCode' in set)!
      expect([key, coded.area]).toEqual([key, `${String(coded.set['/codes/catalogCode']).slice(0, 2)}0000`])
    }
  },
)
