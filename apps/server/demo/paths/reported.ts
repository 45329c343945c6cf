import { aStepADay } from './a-step-a-day.ts'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import { addDays } from '#engine/day.ts'
import type { Path } from './path.ts'
import { granted, present, type Scene } from './scene.ts'

const NUMBERS = ['0001', '0002', '0003', '0004'].map((tail) => `DEMO-370304-${tail}`)

/** 监督: an attempt beyond power; 数据导入监督: a department hands in tables of its own system, and what was late, or decided by one person alone, is found. */
export const REPORTED: readonly Path[] = [
  {
    name: '数据导入监督',
    begins: 1,
    async *live(scene) {
      const asking = { actor: scene.officer({ role: 'supervisor' }), now: scene.now() }
      for (const [name, lines] of await tables(scene)) {
        const bytes = new TextEncoder().encode(`﻿${lines.join('\r\n')}\r\n`)
        granted(name, await scene.house.supervision.importFile(asking, { name, bytes }))
      }
      yield 0
    },
  },
  {
    name: '越权尝试被拦下',
    begins: 4,
    async *live(scene) {
      const town = scene.ruralTown()
      const matter = await scene.file({ item: 'temporary-assistance-small', town })
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
]

async function tables(scene: Scene): Promise<[string, string[]][]> {
  const calendar = compileCalendar(await scene.house.organisation.calendarOf(scene.area))
  const { item } = present(
    await scene.house.catalogue.itemInForce(scene.area, 'publications-retail-licence', scene.today()),
    'an item with a limit of twenty working days',
  )
  const begun = addDays(scene.today(), -40)
  const day = (ahead: number) => calendar.addWorkingDays(begun, ahead)
  const promised = day(8)
  const accept = NUMBERS.map(
    (no) => `${no},${item.name},${day(0)} 09:10:00,${day(1)} 10:00:00,${promised} 17:00:00,演示系统`,
  )
  const steps = NUMBERS.flatMap((no, index) => {
    // The third was examined and decided by the same hand, the fourth decided before it was examined.
    const [review, decide] = index === 3 ? [day(6), day(4)] : [day(3), day(5)]
    const examiner = index === 2 ? '演示人员乙' : '演示人员甲'
    return [
      `${no},审查,审查,${review} 09:00:00,${review} 11:00:00,${examiner}`,
      `${no},决定,决定,${decide} 09:00:00,${decide} 10:00:00,演示人员乙`,
    ]
  })
  const result = NUMBERS.map((no, index) => `${no},准予,${day(index === 1 ? 15 : 6)} 15:00:00,演示系统`)
  return [
    ['演示部门-受理信息.csv', ['办件编号,事项名称,申请时间,受理时间,承诺办结时间,办理部门', ...accept]],
    ['演示部门-过程信息.csv', ['办件编号,环节名称,业务动作,开始时间,结束时间,办理人员', ...steps]],
    ['演示部门-办结信息.csv', ['办件编号,办结结果,办结时间,办理部门', ...result]],
  ]
}
