import path from 'node:path'
import { expect, test } from 'vitest'
import { packFolder } from '#capabilities/organisation/index.ts'
import type { ItemVersion } from '../contract.ts'
import { readItems } from '../load.ts'
import { grantsOf } from './grants.ts'

// Which powers an item has on its first day, by body: `decides` or only `accepts`.

const ITEM = readItems(path.join(packFolder('boshan-2020'), 'items')).items.find(
  ({ id }) => id === 'elderly-allowance',
)!
const BODIES = {
  towns: [
    { id: 'chengdong-street', street: true },
    { id: 'badou-town', street: false },
  ],
  hall: 'approval-bureau',
  resident: '进驻通知',
}
const mode = 'accept' as const

test.each<[string, Pick<ItemVersion, 'decidingBody' | 'entryModes'>, Record<string, string>]>([
  [
    'a department decides, and whoever takes in for it only accepts',
    { decidingBody: { kind: 'body', body: 'civil-affairs' }, entryModes: { hall: mode, centre: mode } },
    {
      'civil-affairs': 'decides',
      'chengdong-street': 'accepts',
      'badou-town': 'accepts',
      'approval-bureau': 'accepts',
    },
  ],
  [
    'towns and streets decide, and need no second power to accept',
    { decidingBody: { kind: 'town' }, entryModes: { centre: mode } },
    { 'chengdong-street': 'decides', 'badou-town': 'decides' },
  ],
  [
    'what the law gives to towns alone no street decides; it only accepts',
    { decidingBody: { kind: 'town', townsOnly: true }, entryModes: { centre: mode } },
    { 'badou-town': 'decides', 'chengdong-street': 'accepts' },
  ],
  [
    'the body of the hall that decides itself is not entrusted with its own item',
    { decidingBody: { kind: 'body', body: 'approval-bureau' }, entryModes: { hall: mode } },
    { 'approval-bureau': 'decides' },
  ],
])('%s', (_what, change, powers) => {
  const grants = grantsOf({ ...ITEM, ...change }, BODIES)
  const said = grants.map(({ body, powers: given }): [string, string] => [
    body,
    given.includes('decide') ? 'decides' : 'accepts',
  ])
  expect(said.toSorted()).toEqual(Object.entries(powers).toSorted())
})
