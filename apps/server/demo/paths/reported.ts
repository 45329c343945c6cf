import { aStepADay } from './a-step-a-day.ts'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import { addDays } from '#engine/day.ts'
import type { Body } from '#capabilities/organisation/contract.ts'
import { csv } from '#ui/format/csv.ts'
import type { Path } from './path.ts'
import { granted, present, type Scene } from './scene.ts'

/**
 * 监督: an attempt beyond power; 数据导入监督: departments hand in tables of their own system, and what was late, decided by one person
 * alone, without power or above the town whose item it is, is found.
 */
export const REPORTED: readonly Path[] = [
  {
    name: '数据导入监督',
    begins: 1,
    async *live(scene) {
      const asking = { actor: scene.officer({ role: 'supervisor' }), now: scene.now() }
      for (const [name, text] of await tables(scene)) {
        const bytes = new TextEncoder().encode(text)
        const taken = granted(name, await scene.house.supervision.importFile(asking, { name, bytes }))
        if (taken.bad > 0) throw new Error(`${name}: ${JSON.stringify(taken.badLines)}`)
      }
      yield 0
    },
  },
  {
    name: '越权尝试被拦下',
    begins: 4,
    async *live(scene) {
      const town = scene.ruralTown()
      const matter = await scene.file({ item: 'elderly-allowance', town, answers: { ageBand: '100' } })
      yield* aStepADay(scene, matter, ['accept', 'review'])
      const other = present(
        scene.towns.find(({ place }) => place !== town.place),
        'another town',
      )
      const stranger = scene.officer({ role: 'approver', body: other.clerk.body })
      const code = await scene.tried(matter, stranger, 'grant', { conclusion: '符合规定条件，准予办理。' })
      if (code === undefined) throw new Error('a town decided for another')
    },
  },
  {
    name: '上推被拦下',
    begins: 5,
    async *live(scene) {
      const town = scene.ruralTown()
      const matter = await scene.file({ item: 'temporary-assistance-small', town })
      yield* aStepADay(scene, matter, ['accept', 'review'])
      const approver = scene.officer({ role: 'approver', body: town.clerk.body })
      const code = await scene.tried(matter, approver, 'transfer-up', {})
      if (code !== 'no-upward-transfer') throw new Error(`a town passed its decision up: ${code}`)
    },
  },
]

async function tables(scene: Scene): Promise<[string, string][]> {
  const calendar = compileCalendar(await scene.house.organisation.calendarOf(scene.area))
  const { licence, town, bureau, centre, stranger } = await offices(scene)
  // The last result is of yesterday or earlier, so that nothing lies ahead and a supervisor of this month finds it.
  let begun = addDays(scene.today(), -22)
  while (calendar.addWorkingDays(begun, 16) >= scene.today()) begun = addDays(begun, -1)
  const day = (ahead: number) => calendar.addWorkingDays(begun, ahead)
  const cases: readonly Reported[] = [
    { item: licence, taken: 1, by: bureau, review: 3, decide: 5, end: 6 },
    // Long past what was promised.
    { item: licence, taken: 1, by: bureau, review: 3, decide: 5, end: 15 },
    // Examined and decided by the same hand.
    { item: licence, taken: 1, by: bureau, review: 3, decide: 5, end: 6, examiner: '演示人员乙' },
    // Decided before it was examined.
    { item: licence, taken: 1, by: bureau, review: 6, decide: 4, end: 6 },
    // Accepted and decided by a department that holds no power over the item (越权).
    { item: licence, taken: 13, by: stranger, review: 14, decide: 15, end: 15 },
    // A town's own item that a department decided for it (上推).
    { item: town, taken: 13, by: centre, above: stranger, review: 14, decide: 15, end: 15 },
  ]
  const no = (index: number) => `DEMO-${scene.area}-${String(index + 1).padStart(4, '0')}`
  const office = ({ name, creditCode }: Body) => [name, creditCode]
  return [
    [
      '演示部门-受理信息.csv',
      csv(
        ['办件编号', '事项名称', '申请时间', '受理时间', '承诺办结时间', '办理人员', ...OFFICE],
        cases.map(({ item, taken, by }, index) => [
          ...[no(index), item, `${day(taken - 1)} 09:10:00`, `${day(taken)} 10:00:00`],
          ...[`${day(taken + 7)} 17:00:00`, '演示人员丙', ...office(by)],
        ]),
      ),
    ],
    [
      '演示部门-过程信息.csv',
      csv(
        ['办件编号', '环节名称', '业务动作', '开始时间', '结束时间', '办理人员', ...OFFICE],
        cases.flatMap(({ by, above = by, review, decide, examiner = '演示人员甲' }, index) => [
          [
            no(index),
            '审查',
            '审查',
            `${day(review)} 09:00:00`,
            `${day(review)} 11:00:00`,
            examiner,
            ...office(by),
          ],
          [
            ...[
              no(index),
              '决定',
              '决定',
              `${day(decide)} 13:30:00`,
              `${day(decide)} 14:00:00`,
              '演示人员乙',
            ],
            ...office(above),
          ],
        ]),
      ),
    ],
    [
      '演示部门-办结信息.csv',
      csv(
        ['办件编号', '办结结果', '办结时间', ...OFFICE],
        cases.map(({ by, above = by, end }, index) => [
          ...[no(index), '准予', `${day(end)} 15:00:00`, ...office(above)],
        ]),
      ),
    ],
  ]
}

const OFFICE = ['办理部门', '部门统一社会信用代码'] as const

/** One case as a department's own system tells it; its days are working days after the first. */
interface Reported {
  item: string
  taken: number
  by: Body
  /** Who decided, where it was somebody else. */
  above?: Body
  examiner?: string
  review: number
  decide: number
  end: number
}

/** Whose items these are by the register of powers, and a department that has nothing to say in either. */
async function offices(scene: Scene) {
  const { organisation, catalogue } = scene.house
  const bodies = await organisation.searchBodies(scene.area, scene.today(), { limit: 500 })
  const grants = await catalogue.grantsInMemory(scene.area, false)
  const towns = new Set(bodies.filter(({ tier }) => tier === 5).map(({ id }) => id))
  const item = async (id: string) =>
    present(await catalogue.itemInForce(scene.area, id, scene.today()), `the item ${id}`).item
  const licence = await item('publications-retail-licence')
  const given = present(
    grants.find(({ body, powers }) => body === scene.ruralTown().clerk.body && powers.includes('decide')),
    'an item a town decides',
  )
  const body = (which: (body: Body) => boolean, what: string) => present(bodies.find(which), what)
  const concerned = new Set(
    grants.filter((grant) => [licence.id, given.item].includes(grant.item)).map((grant) => grant.body),
  )
  return {
    ...{ licence: licence.name, town: (await item(given.item)).name },
    bureau: body(({ id }) => id === licence.decidingBody.body, 'who decides about it'),
    centre: body(({ id }) => id === given.body, 'the town'),
    stranger: body(
      ({ id, kind }) => !towns.has(id) && !concerned.has(id) && kind === 'department',
      'another department',
    ),
  }
}
