import { RESIDENT } from '../resident.ts'
import { aStepADay } from './a-step-a-day.ts'
import type { Path } from './path.ts'
import { receiver } from './hearings.ts'
import type { Matter, Scene } from './scene.ts'

const REVIEWER = { role: 'reviewer' }

interface Special {
  kind: string
  why: string
  doneBy: string
  amount: number
  /** The law that wants it, where the guide lists none. */
  basis?: string
}

async function begun(scene: Scene, matter: Matter, special: Special): Promise<void> {
  await scene.act(matter, REVIEWER, 'start-special', { ...special, unit: 'working-day' })
  await scene.settle()
  await scene.act(matter, matter.clerk, 'serve-special', { kind: special.kind, ...receiver(matter) })
}

const APPRAISAL: Special = {
  ...{ kind: 'appraisal', why: '残疾类别和等级要经指定医院评定。', doneBy: '演示医院残疾评定科', amount: 10 },
}
const TESTING: Special = {
  ...{ kind: 'testing', why: '空气和用品用具的卫生指标要检测。', doneBy: '演示检测机构', amount: 4 },
  basis: '《公共场所卫生管理条例》第三条',
}

/** 特别程序: one running, one longer than was told, one that ended and was decided. */
export const SPECIALS: readonly Path[] = [
  {
    name: '特别程序进行中',
    begins: 4,
    async *live(scene) {
      const matter = await scene.file({
        ...{ item: 'disability-certificate', town: scene.towns[0]!, person: RESIDENT },
      })
      yield 1
      await scene.usual(matter, 'accept')
      yield 1
      await begun(scene, matter, APPRAISAL)
    },
  },
  {
    name: '特别程序超过告知时间',
    begins: 8,
    async *live(scene) {
      const matter = await scene.file({ item: 'public-place-hygiene-licence', town: scene.towns[1]! })
      yield 1
      await scene.usual(matter, 'accept')
      await begun(scene, matter, TESTING)
      yield 1
      await scene.act(matter, REVIEWER, 'assign-inspectors', {
        ...{ kind: 'testing', people: ['演示检测员一', '演示检测员二'] },
      })
    },
  },
  {
    name: '特别程序已结束',
    begins: 14,
    async *live(scene) {
      const matter = await scene.file({ item: 'public-place-hygiene-licence', town: scene.ruralTown() })
      yield 1
      await scene.usual(matter, 'accept')
      await begun(scene, matter, TESTING)
      yield 1
      await scene.act(matter, REVIEWER, 'assign-inspectors', {
        ...{ kind: 'testing', people: ['演示检测员一', '演示检测员二'] },
      })
      yield 3
      await scene.act(matter, REVIEWER, 'end-special', {
        ...{
          kind: 'testing',
          result: 'met',
          text: '各项指标合格。',
          standard: 'GB 37488—2019 公共场所卫生指标及限值要求',
        },
      })
      await scene.usual(matter, 'review')
      yield* aStepADay(scene, matter, ['grant', 'seal', 'deliver'])
    },
  },
]
