import { expect, test } from 'vitest'
import type { Layer } from '../../contract/layer.ts'
import { applyLayer } from './apply.ts'
import { rebase } from './rebase.ts'
import { county, REAL } from './testing.ts'
import { fromTree, toTree } from './tree.ts'

const [first, paper] = REAL.materials
const path = `/materials/${paper!.id}/fillNote`
const renamedTo = { ...paper!, id: 'floor-plan' }
const { amount } = REAL.promisedLimit

test.each<[string, Partial<Layer>, Partial<Layer>, Partial<ReturnType<typeof rebase>>]>([
  [
    'only the county said something: its words stand',
    { set: { '/promisedLimit/amount': amount - 2 } },
    { set: { '/summary': '换了说法' } },
    { moved: [], conflicts: [] },
  ],
  [
    'the tier above says the same now: the county need not say it',
    { set: { '/visits': 0 } },
    { set: { '/visits': 0 } },
    { moved: [{ path: '/visits', how: 'adopted' }], conflicts: [] },
  ],
  [
    'both changed it: both are shown, the county decides',
    { set: { '/promisedLimit/amount': amount - 2 } },
    { set: { '/promisedLimit/amount': amount - 1 } },
    {
      conflicts: [
        {
          path: '/promisedLimit/amount',
          why: 'both-changed',
          before: amount,
          now: amount - 1,
          mine: amount - 2,
        },
      ],
    },
  ],
  [
    'the paper it spoke of is gone above',
    { set: { [path]: '写清面积' } },
    { set: {}, drop: [`/materials/${paper!.id}`] },
    { moved: [{ path, how: 'gone' }], conflicts: [] },
  ],
  [
    'what it did without is changed above',
    { drop: [`/materials/${paper!.id}`] },
    { set: { [`/materials/${paper!.id}/acceptStandard`]: '照新的样式' } },
    {
      conflicts: [
        {
          path: `/materials/${paper!.id}`,
          why: 'both-changed',
          before: paper!,
          now: { ...paper!, acceptStandard: '照新的样式' },
        },
      ],
    },
  ],
  [
    'what it did without is gone above too',
    { drop: [`/materials/${paper!.id}`] },
    { set: {}, drop: [`/materials/${paper!.id}`] },
    { moved: [{ path: `/materials/${paper!.id}`, how: 'gone' }], conflicts: [] },
  ],
])('a county under a new version above: %s', (_title, below, above, expected) => {
  const fresh = fromTree(applyLayer(toTree(REAL), { set: {}, ...above }).tree)
  expect(rebase(REAL, fresh, county(below))).toMatchObject(expected)
})

test('its words follow a paper that has another number above', () => {
  const fresh = { ...REAL, materials: [first, renamedTo, ...REAL.materials.slice(2)] }
  const renamed = { [`/materials/${paper!.id}`]: '/materials/floor-plan' }
  const { override, moved, conflicts } = rebase(REAL, fresh, county({ set: { [path]: '写清面积' } }), {
    renamed,
  })
  expect(override.set).toEqual({ '/materials/floor-plan/fillNote': '写清面积' })
  expect(moved).toEqual([{ path: '/materials/floor-plan/fillNote', how: 'renamed' }])
  expect(conflicts).toEqual([])
})

test('words that were lawful and are not under the new ones are named', () => {
  const below = county({ set: { '/promisedLimit/note': '从收齐材料算起', '/enquiryPhone': '0533-0000123' } })
  expect(rebase(REAL, REAL, below, { locks: ['/enquiryPhone'] }).conflicts).toEqual([
    { path: '/enquiryPhone', why: 'no-longer-lawful', now: REAL.enquiryPhone, mine: '0533-0000123' },
  ])
})
