import { aStepADay } from './a-step-a-day.ts'
import type { Path } from './path.ts'
import { present, type Scene } from './scene.ts'
import { printedPaper } from './printed.ts'

/** A village agent with the town the station belongs to. */
function station(scene: Scene, which: number) {
  const agents = scene.posts(({ roles }) => roles.includes('village-agent'))
  const post = present(agents[which % Math.max(agents.length, 1)], 'a village agent')
  const town = present(
    scene.towns.find(({ clerk }) => clerk.body === post.body),
    post.body,
  )
  return { agent: scene.officer({ role: 'village-agent', place: post.place }), town }
}

/** Two towns, the second of which holds powers of its own. */
function neighbours(scene: Scene) {
  const home = scene.ruralTown()
  return {
    home,
    other: present(
      scene.towns.find(({ place }) => place !== home.place),
      'another town',
    ),
  }
}

/** 代受理、全域通办、网上远程审批: taken in at one place, decided at another, fetched at the first. */
export const PLACES: readonly Path[] = [
  {
    name: '村级代受理，待镇受理',
    begins: 1,
    async *live(scene) {
      const { agent, town } = station(scene, 0)
      await scene.file({ item: 'temporary-assistance-small', town, from: agent })
      yield 0
    },
  },
  {
    name: '村级代受理，镇已办',
    begins: 6,
    async *live(scene) {
      const { agent, town } = station(scene, 1)
      const sent = await scene.file({
        item: 'elderly-allowance',
        town,
        from: agent,
        answers: { ageBand: '100' },
      })
      const matter = { ...sent, clerk: present(scene.clerkAt(town.place, sent.item.domain), 'a window') }
      yield* aStepADay(scene, matter, ['accept', 'review', 'grant', 'seal', 'deliver'])
    },
  },
  {
    name: '全域通办，在办',
    begins: 3,
    async *live(scene) {
      const { home, other } = neighbours(scene)
      const matter = await scene.file({ item: 'temporary-assistance-small', town: home, at: other.place })
      yield 1
      await scene.usual(matter, 'accept')
    },
  },
  {
    name: '全域通办，已办结',
    begins: 9,
    async *live(scene) {
      const { home, other } = neighbours(scene)
      const matter = await scene.file({ item: 'elderly-allowance', town: home, at: other.place })
      yield* aStepADay(scene, matter, ['accept', 'review', 'grant', 'seal', 'deliver'])
    },
  },
  {
    name: '网上远程审批，镇打印',
    begins: 8,
    async *live(scene) {
      const matter = await scene.file({ item: 'employment-difficulty-recognition', town: scene.ruralTown() })
      yield* aStepADay(scene, matter, ['accept', 'review', ['grant', 'seal']])
      yield 1
      await scene.act(matter, matter.clerk, 'print-at-place', { paper: await printedPaper(scene, matter) })
      await scene.usual(matter, 'deliver')
    },
  },
  {
    name: '网上远程审批，待打印',
    begins: 5,
    async *live(scene) {
      const matter = await scene.file({ item: 'employment-difficulty-recognition', town: scene.towns[0]! })
      yield* aStepADay(scene, matter, ['accept', 'review', ['grant', 'seal']])
    },
  },
]
