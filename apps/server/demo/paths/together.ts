import type { Path } from './path.ts'
import type { Matter, Scene } from './scene.ts'

const REVIEWER = { role: 'reviewer' }
export const QUESTION = '拟在村里的老厂房开店，请就消防通道和房屋安全提出意见。'

/** Two departments beside the one that decides. */
export async function others(scene: Scene, matter: Matter): Promise<[string, string]> {
  const { decidingBody } = await scene.dossier(matter)
  const bodies = ['natural-resources', 'public-security', 'market-supervision']
  const [first, second] = bodies.filter((body) => body !== decidingBody)
  return [first!, second!]
}

export async function* accepted(scene: Scene, item: string): AsyncGenerator<number, Matter, void> {
  const matter = await scene.file({ item, town: scene.ruralTown(), at: scene.hall() })
  yield 1
  await scene.usual(matter, 'accept')
  return matter
}

async function* completed(scene: Scene, matter: Matter): AsyncGenerator<number, void, void> {
  await scene.usual(matter, 'review')
  yield 1
  await scene.usual(matter, 'grant')
  yield 1
  await scene.usual(matter, 'seal')
  yield 1
  await scene.usual(matter, 'deliver')
}

/** 联审联办: one department has answered and another is late; and one that went through. */
export const JOINT: readonly Path[] = [
  {
    name: '联审联办，一家逾期',
    begins: 7,
    async *live(scene) {
      const matter = yield* accepted(scene, 'private-nonenterprise-registration')
      const [first, second] = await others(scene, matter)
      await scene.act(matter, REVIEWER, 'ask-opinions', {
        ...{ bodies: [first, second], question: QUESTION, workingDays: 3 },
      })
      yield 1
      await scene.act(matter, { role: 'reviewer', body: first }, 'give-opinion', {
        ...{ verdict: 'conditions', text: '同意，开业前应把堆在通道里的杂物清走。' },
      })
    },
  },
  {
    name: '联审联办，已办结',
    begins: 12,
    async *live(scene) {
      const matter = yield* accepted(scene, 'private-nonenterprise-registration')
      const [first, second] = await others(scene, matter)
      await scene.act(matter, REVIEWER, 'ask-opinions', {
        bodies: [first, second],
        question: QUESTION,
        workingDays: 3,
      })
      yield 1
      for (const body of [first, second])
        await scene.act(matter, { role: 'reviewer', body }, 'give-opinion', {
          verdict: 'agree',
          text: '没有不同意见。',
        })
      yield 1
      yield* completed(scene, matter)
    },
  },
]

/** 重大项目直通车: two cases of one project share a contact and their papers. */
export const FAST_LANE: readonly Path[] = [
  {
    name: '重大项目直通车',
    begins: 6,
    async *live(scene) {
      const project = `${scene.today().slice(0, 4)}-370304-48-03-000001`
      const land = await scene.file({
        item: 'temporary-land-use',
        town: scene.ruralTown(),
        at: scene.hall(),
      })
      const hygiene = await scene.file({
        ...{ item: 'public-place-hygiene-licence', town: scene.ruralTown(), at: scene.hall(), of: land },
      })
      yield 1
      for (const matter of [land, hygiene]) {
        const { decidingBody } = await scene.dossier(matter)
        await scene.act(matter, { role: 'approver' }, 'open-fast-lane', {
          ...{ project, name: '演示文旅综合体项目', phone: '19900000001' },
          post: scene.officer({ role: 'reviewer', body: decidingBody }).post,
        })
        await scene.usual(matter, 'accept')
        await scene.act(matter, REVIEWER, 'record-service', {
          ...{ service: 'consult', text: '上门说明了两个事项的先后顺序和共用材料。', finished: true },
        })
      }
      yield 2
      await scene.act(land, REVIEWER, 'record-service', {
        ...{ service: 'guide', text: '帮助核对勘测定界图，改正了两处坐标。' },
      })
      await scene.usual(land, 'survey', 'review')
    },
  },
]
