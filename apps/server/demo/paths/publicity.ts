import { RESIDENT } from '../resident.ts'
import { aStepADay } from './a-step-a-day.ts'
import type { Path } from './path.ts'

/** 公示: running without a word, and with an objection to look into. */
export const PUBLICITY: readonly Path[] = [
  {
    name: '公示中',
    begins: 3,
    async *live(scene) {
      const matter = await scene.file({
        ...{ item: 'subsistence-allowance', town: scene.towns[0]!, person: RESIDENT },
      })
      yield* aStepADay(scene, matter, ['accept', ['review', 'openPublicity']])
    },
  },
  {
    name: '公示有异议',
    begins: 5,
    async *live(scene) {
      const matter = await scene.file({ item: 'subsistence-allowance', town: scene.ruralTown() })
      yield* aStepADay(scene, matter, ['accept', ['review', 'openPublicity']])
      yield 1
      await scene.act(matter, matter.clerk, 'record-objection', {
        text: '申请人的女儿每个月给生活费，收入没有算进去。',
      })
    },
  },
]
