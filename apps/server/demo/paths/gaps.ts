import { RESIDENT } from '../resident.ts'
import { aStepADay } from './a-step-a-day.ts'
import type { Path } from './path.ts'
import { mayFollow, type Matter, type Scene } from './scene.ts'

const withGaps = (scene: Scene, matter: Matter, days: number) =>
  scene.act(matter, matter.clerk, 'accept-with-gaps', {
    ...{ gaps: mayFollow(matter.item), days, how: 'at-window', signed: 'on-paper', inOrder: true },
  })

/** 容缺受理: a gap that is open, one that was reminded of, one that nobody closed, and one that was closed in time. */
export const GAPS: readonly Path[] = [
  {
    name: '容缺受理，待补',
    begins: 3,
    async *live(scene) {
      const matter = await scene.file({
        ...{ item: 'temporary-assistance', town: scene.towns[0]!, person: RESIDENT },
      })
      yield 1
      await withGaps(scene, matter, 8)
    },
  },
  {
    name: '容缺受理，快到期',
    begins: 6,
    async *live(scene) {
      const matter = await scene.file({ item: 'disability-two-subsidies', town: scene.ruralTown() })
      yield 1
      await withGaps(scene, matter, 6)
      yield 2
      await scene.usual(matter, 'review')
    },
  },
  {
    name: '容缺受理，逾期未补',
    begins: 12,
    async *live(scene) {
      const matter = await scene.file({ item: 'medical-assistance', town: scene.towns[1]! })
      yield 1
      await withGaps(scene, matter, 4)
      yield 2
      await scene.usual(matter, 'review')
    },
  },
  {
    name: '容缺受理，已补齐',
    begins: 15,
    async *live(scene) {
      const matter = await scene.file({ item: 'small-restaurant-registration', town: scene.towns[2]! })
      yield 1
      await withGaps(scene, matter, 4)
      yield 1
      await scene.usual(matter, 'survey')
      yield 1
      const late = mayFollow(matter.item)
      await scene.act(matter, matter.clerk, 'supply-gap-at-window', {
        materials: late.map((material) => ({ material, files: [], paperOriginals: 1, paperCopies: 0 })),
      })
      await scene.act(matter, matter.clerk, 'verify-gap', { ok: late })
      await scene.usual(matter, 'review')
      yield* aStepADay(scene, matter, ['grant', 'seal', 'deliver'])
    },
  },
]
