import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { packFolder, readPacks } from './index.ts'
import { fallsTo } from './model.ts'
import type { OrganisationPack } from './contract.ts'

// Real: the packs as they lie in the repository, and the plans clause by clause.
const PLANS = ['boshan-2020', 'dawukou-2020', 'lanshan-2019', 'liaocheng-2020', 'yiyuan-2018']

/** How the plans say whose a thing is. */
const NAMES_A_DUTY = /牵头|负责|责任单位|责任主体|建设主体|承担|做好指导/

/** Clauses that have such a word and name nobody's duty. */
const NO_DUTY: Readonly<Record<string, string>> = {
  'DW-3.2.6-14': '首问负责制: a rule for every clerk, not a unit',
  'DW-3.4.15-03': '承办人: a person and not a unit',
  'LC-3.8-02': '首问负责制: a rule for every clerk, not a unit',
  'YY-6.2-04': '各有关部门: said of all and of nothing in particular; the departments stand in YY-6.2-01',
}

/** Clauses of the row ORG-02 itself. */
const OF_THE_ROW = [
  ...['LS-2.1-01', 'LS-2.1-02', 'LS-2.4-05', 'LC-4.1-02', 'LC-4.1-03', 'LC-4.1-04', 'LC-4.1-05'],
  ...['DW-5.3-01', 'DW-5.3-02', 'DW-5.3-03', 'BS-2-01', 'BS-2-02'],
]

interface Clause {
  id: string
  text: string
}

const clausesOf = (plan: string): Clause[] => {
  const file = path.join(import.meta.dirname, '..', '..', 'clauses', 'registers', `${plan}.json`)
  return (JSON.parse(readFileSync(file, 'utf8')) as { clauses: Clause[] }).clauses
}

async function areasOf(plan: string): Promise<OrganisationPack[]> {
  const read = await readPacks(packFolder(plan))
  const packs = read.filter((each): each is OrganisationPack => !('refused' in each))
  expect(packs.length).toBe(read.length)
  return packs
}

describe.each(PLANS)('the duties of %s', (plan) => {
  test('ORG-02/a every duty the plan names shows a responsible unit', async () => {
    const areas = await areasOf(plan)
    const named = new Map(clausesOf(plan).map(({ id, text }) => [id, text]))
    const asked = [...named].filter(
      ([id, text]) => OF_THE_ROW.includes(id) || (NAMES_A_DUTY.test(text) && NO_DUTY[id] === undefined),
    )
    expect(asked.length).toBeGreaterThan(8)
    const carried = new Set(areas.flatMap(({ duties }) => duties.duties.flatMap(({ clauses }) => clauses)))
    expect(asked.filter(([id]) => !carried.has(id))).toEqual([])
    // A line about nobody would be no answer: every line falls to a body that stands in its area.
    for (const { pack, duties, bodies } of areas) {
      const nobodys = duties.duties.filter((duty) => !bodies.bodies.some((body) => fallsTo(duty, body)))
      expect([pack.area.name, nobodys.map(({ id }) => id)]).toEqual([
        pack.area.name,
        // A city has counties below it and no towns of its own.
        bodies.bodies.some(({ tier }) => tier === 5)
          ? []
          : nobodys.filter(({ body }) => body === 'town').map(({ id }) => id),
      ])
    }
    // And no line cites a clause the plan does not have.
    expect([...carried].filter((id) => !named.has(id))).toEqual([])
  })

  test('every act of the house that rests on a duty is somebody’s', async () => {
    for (const { duties } of await areasOf(plan)) {
      const acts = new Set(duties.duties.flatMap((duty) => duty.acts ?? []))
      expect([...acts].toSorted()).toEqual([
        'adoption',
        'appraisal',
        'means',
        'places',
        'reform',
        'standards',
      ])
    }
  })
})
