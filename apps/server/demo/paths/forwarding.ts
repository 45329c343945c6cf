import { RESIDENT } from '../resident.ts'
import type { Path } from './path.ts'

/** 转报: examined here, decided above. */
export const FORWARDING: readonly Path[] = [
  {
    name: '转报上级机关，已报送',
    begins: 9,
    async *live(scene) {
      const matter = await scene.file({
        ...{ item: 'veteran-preferential-card', town: scene.towns[0]!, person: RESIDENT },
      })
      yield 1
      await scene.usual(matter, 'accept')
      yield 3
      await scene.usual(matter, 'review')
      yield 1
      await scene.usual(matter, 'forward')
    },
  },
  {
    name: '转报上级机关，待报送',
    begins: 8,
    async *live(scene) {
      const matter = await scene.file({
        item: 'temporary-land-use-arable',
        town: scene.ruralTown(),
        at: scene.hall(),
      })
      yield 1
      await scene.usual(matter, 'accept')
      yield 3
      await scene.usual(matter, 'survey')
      yield 1
      await scene.usual(matter, 'review')
    },
  },
]
