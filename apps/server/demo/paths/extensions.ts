import type { Path } from './path.ts'
import type { Matter, Scene } from './scene.ts'

const REVIEWER = { role: 'reviewer' }
const HEAD = { role: 'head' }

async function proposed(scene: Scene, matter: Matter): Promise<void> {
  await scene.act(matter, REVIEWER, 'propose-extension', {
    ...{ code: 'checking', text: '经营场所的权属材料要向原登记机关核实，回函还没有收到。' },
  })
}

/** 延期: waits for the head, approved, and not approved. */
export const EXTENSIONS: readonly Path[] = [
  {
    name: '延期待批准',
    begins: 7,
    async *live(scene) {
      const matter = await scene.file({ item: 'publications-retail-licence', town: scene.towns[0]! })
      yield 1
      await scene.usual(matter, 'accept')
      yield 5
      await proposed(scene, matter)
    },
  },
  {
    name: '延期已批准',
    begins: 10,
    async *live(scene) {
      const matter = await scene.file({
        item: 'food-business-licence',
        town: scene.towns[2]!,
        answers: { 'use-commitment': 'no' },
      })
      yield 1
      await scene.usual(matter, 'accept')
      yield 5
      await proposed(scene, matter)
      yield 1
      await scene.act(matter, HEAD, 'extend')
    },
  },
  {
    name: '延期未批准',
    begins: 6,
    async *live(scene) {
      const matter = await scene.file({ item: 'small-restaurant-registration', town: scene.towns[1]! })
      yield 1
      await scene.usual(matter, 'accept')
      yield 2
      await proposed(scene, matter)
      yield 1
      await scene.act(matter, HEAD, 'refuse-extension', { reason: '剩余时间足够，请抓紧核实、按期决定。' })
    },
  },
]
