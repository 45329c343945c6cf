import { aStepADay } from './a-step-a-day.ts'
import type { Path } from './path.ts'
import type { Matter, Scene } from './scene.ts'

const HEAD = { role: 'head' }
const REVIEWER = { role: 'reviewer' }

/** Whoever takes a notice from somebody's hand. */
export const receiver = ({ person }: Matter) => ({
  ...{ receiver: person.name, relation: 'self', identified: '核对居民身份证原件' },
})

async function tellsTheRight(scene: Scene, matter: Matter): Promise<void> {
  await scene.act(matter, REVIEWER, 'notify-hearing-right', {
    ground: 'interests',
    why: '申请的用地与相邻的经营户共用一条通道，可能影响其通行和采光。',
    others: ['测试邻居（演示）'],
  })
}

async function served(scene: Scene, matter: Matter): Promise<void> {
  await scene.settle()
  await scene.act(matter, matter.clerk, 'serve-hearing-notice', receiver(matter))
}

async function* upToTheRight(scene: Scene): AsyncGenerator<number, Matter, void> {
  const matter = await scene.file({ item: 'temporary-land-use', town: scene.ruralTown(), at: scene.hall() })
  yield 1
  await scene.usual(matter, 'accept')
  yield 1
  await tellsTheRight(scene, matter)
  await served(scene, matter)
  return matter
}

async function* upToTheCall(scene: Scene): AsyncGenerator<number, Matter, void> {
  const matter = yield* upToTheRight(scene)
  yield 1
  await scene.act(matter, matter.clerk, 'request-hearing', {
    ...{ who: 'third-party', name: '测试邻居（演示）', reason: '通道变窄以后送货车进不来，希望当面说明。' },
  })
  yield 1
  const { decidingBody } = await scene.dossier(matter)
  await scene.act(matter, REVIEWER, 'convene-hearing', {
    ...{ day: await scene.workday(8), time: '09:30', place: '区政务服务中心三楼听证室' },
    presider: scene.officer({ ...HEAD, body: decidingBody }).post,
  })
  await served(scene, matter)
  return matter
}

/** 听证: the right told, a hearing called, and one that was held and weighed. */
export const HEARINGS: readonly Path[] = [
  {
    name: '听证权利已告知',
    begins: 4,
    live: async function* (scene) {
      yield* upToTheRight(scene)
    },
  },
  {
    name: '听证已通知，待举行',
    begins: 6,
    live: async function* (scene) {
      yield* upToTheCall(scene)
    },
  },
  {
    name: '听证已举行，已决定',
    begins: 20,
    async *live(scene) {
      const matter = yield* upToTheCall(scene)
      yield 8
      await scene.act(matter, HEAD, 'record-hearing', {
        people: [matter.person.name, '测试邻居（演示）', '演示审查员'],
        evidence: '审查人员出示勘验记录和平面图，说明通道宽度的审查意见。',
        record: '申请人说明通道保留四米宽；相邻经营户对保留的宽度没有异议，双方在笔录上签字。',
        signed: true,
      })
      yield 1
      await scene.usual(matter, 'survey', 'review')
      yield 1
      await scene.act(matter, { role: 'approver' }, 'weigh-hearing', {
        text: '采纳听证笔录中双方达成一致的意见：通道保留四米宽，写入决定。',
      })
      await scene.usual(matter, 'grant')
      yield* aStepADay(scene, matter, ['seal', 'deliver'])
    },
  },
]
