import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readItems } from '#capabilities/catalogue/index.ts'
import { itemProblems, type Offers } from '#capabilities/catalogue/model.ts'
import type { PackParameters } from '#capabilities/organisation/contract.ts'
import { packFolder } from '#capabilities/organisation/index.ts'
import { coverage, placesFromPack } from '#capabilities/organisation/model.ts'
import { checkPack } from './check.ts'
import { leadershipFlaws } from './check/leadership.ts'

// The differences table at the end of SYSTEMS.md: what the five plans disagree on is data of their packs, and something obeys it.

const ROOT = path.join(import.meta.dirname, '../..')
const PACKS = {
  ...{ LS: 'lanshan-2019', YY: 'yiyuan-2018', LC: 'liaocheng-2020' },
  ...{ DW: 'dawukou-2020', BS: 'boshan-2020' },
} as const
type Plan = keyof typeof PACKS

const read = new Map(
  Object.entries(PACKS).map(([plan, pack]) => {
    const { areas } = checkPack(pack)
    // A city's own area has no towns; its first county stands for all of them.
    return [plan as Plan, areas.length > 1 ? areas[1]! : areas[0]!] as const
  }),
)
const area = (plan: Plan) => read.get(plan)!
const parameters = (plan: Plan): PackParameters => area(plan).pack.pack.parameters

const ALLOWANCE = readItems(path.join(packFolder('boshan-2020'), 'items')).items.find(
  ({ id }) => id === 'elderly-allowance',
)!

type Parameter = keyof PackParameters

/** A parameter, the code that obeys it and the test that shows it; or the row that a later part of the work answers. */
type Answer =
  | { by: readonly Parameter[]; in: string; shown: [file: string, title: string] }
  | { later: string }

const HERE = 'capabilities/onboarding/differences.test.ts'

const ANSWERS: Readonly<Record<string, Answer>> = {
  'Names of tiers': {
    ...{ by: ['naming'], in: 'capabilities/organisation/model/places-from-pack.ts' },
    shown: [HERE, 'tiers are called as each plan calls them'],
  },
  'Window model': {
    ...{ by: ['windowModel'], in: 'capabilities/organisation/model/places-from-pack.ts' },
    shown: [
      'apps/server/matrix/windows-by-domain.db.test.ts',
      'a window for licences takes in no poor relief',
    ],
  },
  'Split of accept and decide': {
    ...{ by: ['roleSeparation', 'integratedHandling'], in: 'capabilities/case/service/worlds.ts' },
    shown: ['capabilities/case/one-visit.db.test.ts', 'CAS-05 受理并决定'],
  },
  'Upward moves': { later: 'CAS-24' },
  'Whose seal': {
    ...{ by: ['seal'], in: 'capabilities/onboarding/index.ts' },
    shown: ['capabilities/case/seals.db.test.ts', 'LIC-01/a a numbered seal is used by its own town'],
  },
  'Who writes item and guide standards': {
    ...{ by: ['authoring', 'pilotTowns'], in: 'capabilities/catalogue/authoring/service/worlds.ts' },
    shown: ['capabilities/catalogue/authoring/change.db.test.ts', 'CAT-02/b a town that is no pilot'],
  },
  'Self-built systems': { later: 'EXC-01' },
  'Village coverage': {
    ...{ by: ['villageCoverage'], in: 'capabilities/organisation/index.ts' },
    shown: [HERE, 'an own room counts in one plan, a shared station in the other'],
  },
  'Free agency and self-service area': { later: 'AGY-10' },
  'Stability and rotation': { later: 'STA-06' },
  Director: {
    ...{ by: ['fullTimeDirector'], in: 'capabilities/onboarding/check/leadership.ts' },
    shown: [HERE, 'a full-time director is asked where the plan asks for one'],
  },
  'Staff in post': { later: 'STA-04' },
  'Same-levels check': {
    ...{ by: ['sameAcrossTiers'], in: 'capabilities/catalogue/layers/view.ts' },
    shown: ['capabilities/catalogue/layers/layers.db.test.ts', 'CAT-09 the list for four levels'],
  },
  'Provincial network and app': { later: 'POR-02' },
  'Phase shares': { later: 'PRG-14' },
  'District centre deadline': { later: 'PRG-10' },
  'Milestone before issue': { later: 'PRG-10' },
  'Missing deadlines': { later: 'PRG-09' },
  'Undefined words': { later: 'PRG-09' },
  'Bonus stacking': { later: 'ASM-03' },
  'Damaged characters': { later: 'ASM-06' },
}

interface Line {
  point: string
  clauses: string[]
}
const TABLE = JSON.parse(fs.readFileSync(path.join(ROOT, 'clauses/differences.json'), 'utf8')) as Line[]

test('every line of the table has an answer, and no answer is of a line that is not there', () => {
  expect(Object.keys(ANSWERS).toSorted()).toEqual(TABLE.map(({ point }) => point).toSorted())
})

describe('each answer holds', () => {
  test.each(TABLE.map(({ point, clauses }) => [point, clauses] as const))('%s', (point, clauses) => {
    const answer = ANSWERS[point]!
    if ('later' in answer) return expect(answer.later).toMatch(/^[A-Z]{3}-\d{2}$/)
    const code = fs.readFileSync(path.join(ROOT, answer.in), 'utf8')
    for (const name of answer.by) {
      expect([point, code.includes(name)]).toEqual([point, true])
      // A difference is one only while two plans say two things, or one says it and another nothing.
      const said = (Object.keys(PACKS) as Plan[]).map((plan) => JSON.stringify(parameters(plan)[name]?.value))
      expect([name, new Set(said).size]).not.toEqual([name, 1])
    }
    const [file, title] = answer.shown
    expect(fs.readFileSync(path.join(ROOT, file), 'utf8')).toContain(title)
    // At least one plan of the line cites one of its clauses where the parameter stands.
    const cited = (Object.keys(PACKS) as Plan[]).flatMap((plan) =>
      answer.by.flatMap((name) => parameters(plan)[name]?.clauses ?? []),
    )
    expect(clauses.some((clause) => cited.includes(clause))).toBe(true)
  })
})

test('tiers are called as each plan calls them', () => {
  const called = (plan: Plan) => {
    const { places } = placesFromPack(area(plan).pack)
    const one = (kind: string) => places.find((place) => place.kind === kind)!.name
    return [one('centre').slice(-6), one('station').slice(-6)]
  }
  expect((['LS', 'YY', 'LC', 'DW', 'BS'] as const).map((plan) => [plan, ...called(plan)])).toEqual([
    ['LS', '便民服务中心', expect.stringMatching(/便民服务室$/)],
    ['YY', '便民服务中心', '便民服务站点'],
    ['LC', '便民服务中心', expect.stringMatching(/便民服务站$/)],
    ['DW', '民生服务中心', expect.stringMatching(/民办事代办点$/)],
    ['BS', '便民服务中心', expect.stringMatching(/便民服务站$/)],
  ])
})

test('an own room counts in one plan, a shared station in the other', () => {
  const day = '2020-12-31'
  const village = (code: string) => ({
    ...({ code, name: code, type: 'villagers', tier: 6 } as const),
    ...{ validFrom: '2020-01-01', validTo: null, parent: null, successorCode: null },
  })
  const villages = [village('370304113201'), village('370304113202')]
  const served = villages.map(({ code }) => ({
    ...{ place: 'station-370304113201', region: code, validFrom: '2020-01-01', validTo: null },
  }))
  const rooms = new Map([['station-370304113201', '370304113201']])
  expect(parameters('LS').villageCoverage?.value.formula).toBe('own-room')
  expect(coverage(villages, served, day, rooms).rate).toBe(0.5)
  expect(parameters('BS').villageCoverage?.value.formula).toBe('own-or-served')
  expect(coverage(villages, served, day).rate).toBe(1)
})

test('a full-time director is asked where the plan asks for one', () => {
  const { pack, posts } = area('BS')
  const without = { ...posts, posts: posts.posts.filter(({ roles }) => !roles.includes('director')) }
  expect(leadershipFlaws(pack, without).length).toBeGreaterThan(0)
  const { fullTimeDirector: _asked, ...rest } = pack.pack.parameters
  const silent = { ...pack, pack: { ...pack.pack, parameters: rest } }
  expect(leadershipFlaws(silent, without)).toEqual([])
})

test.each<[offers: Offers, says: RegExp | undefined]>([
  [{}, undefined],
  [
    { delivery: ['window', 'post', 'electronic'], channels: ['window', 'portal', 'kiosk', 'agent'] },
    undefined,
  ],
  [{ delivery: ['window', 'electronic'] }, /领取方式/],
  [{ channels: ['window', 'agent'] }, /办理形式/],
  [{ channels: ['window', 'portal'] }, /帮办代办/],
])('an item offers no more ways than its plan: %j', (offers, says) => {
  const found = itemProblems(ALLOWANCE, {}, { offers }).map(({ what }) => what)
  if (says === undefined) expect(found).toEqual([])
  else expect(found).toEqual([expect.stringMatching(says)])
})
