import type { Path } from './path.ts'
import type { Scene } from './scene.ts'

const supervisor = (scene: Scene) => scene.officer({ role: 'supervisor' })

/** 催办: one that waits for its answer on the last day, and one that was answered and done. */
export const URGING: readonly Path[] = [
  {
    name: '监督催办，今天是最后一天，等答复',
    begins: 5,
    async *live(scene) {
      const matter = await scene.file({ item: 'temporary-assistance-small', town: scene.towns[0]! })
      yield 5
      await scene.act(matter, supervisor(scene), 'urge', {
        ...{ to: 'step', text: '收件已经五个工作日，请今天核对完，受理或者一次告知。' },
      })
    },
  },
  {
    name: '监督催办，答复以后已经受理',
    begins: 8,
    async *live(scene) {
      const matter = await scene.file({ item: 'temporary-assistance-small', town: scene.towns[2]! })
      yield 4
      await scene.act(matter, supervisor(scene), 'urge', {
        ...{ to: 'step', text: '明天就到五个工作日了，请抓紧核对材料。' },
      })
      await scene.act(matter, matter.clerk, 'answer-urge', { text: '正在核对户口簿，明天上午受理。' })
      yield 1
      await scene.usual(matter, 'accept')
    },
  },
]
