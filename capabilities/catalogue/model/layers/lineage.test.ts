import { expect, test } from 'vitest'
import { originAt, tierOfArea } from './lineage.ts'
import { resolve } from './resolve.ts'
import { county, REAL, whole } from './testing.ts'

const { enquiryPhone: _phone, complaintPhone: _complaints, ...base } = REAL
const [paper, dropped] = REAL.materials.slice(1)
const LAYERS = [
  whole(base),
  {
    ...county({ set: { '/promisedLimit/amount': 6 } }),
    area: '370000',
    version: 3,
    effectiveFrom: '2021-01-01',
  },
  county({
    version: 2,
    effectiveFrom: '2022-02-02',
    set: {
      '/enquiryPhone': '0533-0000123',
      '/complaintPhone': '0533-0000124',
      [`/materials/${paper!.id}/copies`]: 0,
    },
    drop: [`/materials/${dropped!.id}`],
  }),
]

test.each([
  ['/name', { tier: 1, area: '000000', version: 1, standing: 'locked' }],
  ['/legalBasis', { tier: 1, area: '000000', standing: 'locked' }],
  ['/conditions', { tier: 1, standing: 'ease-only' }],
  [
    '/promisedLimit/amount',
    { tier: 2, area: '370000', version: 3, since: '2021-01-01', standing: 'ease-only' },
  ],
  ['/promisedLimit/unit', { tier: 1, version: 1 }],
  [`/materials/${paper!.id}/copies`, { tier: 4, area: '370304', version: 2, since: '2022-02-02' }],
  [`/materials/${paper!.id}/name`, { tier: 1 }],
  ['/enquiryPhone', { tier: 4, area: '370304', standing: 'own' }],
  ['/aliases', { tier: 1, standing: 'widen-only' }],
])('who set %s, at which tier, since when, and who may change it', (path, origin) => {
  const { lineage, problems } = resolve(LAYERS)
  expect(problems).toEqual([])
  expect(originAt(lineage, path)).toMatchObject(origin)
})

test('what a tier does without is told with who did it', () => {
  const { lineage } = resolve(LAYERS)
  expect(lineage.filter((entry) => entry.dropped)).toMatchObject([
    { path: `/materials/${dropped!.id}`, origin: { tier: 4, area: '370304', version: 2 } },
  ])
})

test('a value said again in the next version of a list keeps the version it was first said in', () => {
  const earlier = resolve(LAYERS)
  const later = {
    ...LAYERS[2]!,
    version: 3,
    effectiveFrom: '2023-03-03',
    set: { ...LAYERS[2]!.set, '/enquiryPhone': '0533-0000999' },
  }
  const { lineage } = resolve([LAYERS[0]!, LAYERS[1]!, later], { earlier })
  expect(originAt(lineage, '/enquiryPhone')).toMatchObject({ version: 3, since: '2023-03-03' })
  expect(originAt(lineage, '/complaintPhone')).toMatchObject({ version: 2, since: '2022-02-02' })
})

test('one entry stands for everything said in one breath', () => {
  const { lineage } = resolve([whole(REAL)])
  expect(lineage.map(({ path }) => path)).toContain('/materials')
  expect(lineage.length).toBeLessThan(70)
})

test.each([
  ['000000', 1],
  ['370000', 2],
  ['370300', 3],
  ['370304', 4],
  ['370304000000', 4],
  ['370304104000', 5],
  ['370304104201', 6],
])('area %s is of tier %s', (area, tier) => {
  expect(tierOfArea(area)).toBe(tier)
})
