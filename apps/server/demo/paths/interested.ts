import type { Path } from './path.ts'
import type { Matter, Scene } from './scene.ts'

const REVIEWER = { role: 'reviewer' }
const NEIGHBOUR = {
  ...{ name: '测试邻居甲（演示）', phone: '19900009901', address: '示例村1号（演示）', hearing: false },
  interest: '临时用地紧邻住宅，施工期间影响通行和休息。',
}
const ABSENT = {
  ...{ name: '测试邻居乙（演示）', address: '示例村2号（演示）', hearing: false },
  interest: '临时用地与承包地相邻，影响灌溉。',
}

async function nameOne(scene: Scene, matter: Matter, who: Record<string, unknown>): Promise<string> {
  await scene.act(matter, REVIEWER, 'name-interested', who)
  await scene.settle()
  return (await scene.dossier(matter)).interested!.at(-1)!.id
}

async function* accepted(scene: Scene): AsyncGenerator<number, Matter, void> {
  const matter = await scene.file({ item: 'temporary-land-use', town: scene.ruralTown(), at: scene.hall() })
  yield 1
  await scene.usual(matter, 'accept')
  yield 1
  return matter
}

/** 利害关系人: told and being waited for, one of them by announcement; heard, weighed and decided. */
export const INTERESTED: readonly Path[] = [
  {
    name: '听取利害关系人意见',
    begins: 6,
    async *live(scene) {
      const matter = yield* accepted(scene)
      const near = await nameOne(scene, matter, NEIGHBOUR)
      const absent = await nameOne(scene, matter, ABSENT)
      await scene.act(matter, matter.clerk, 'serve-interested', {
        ...{
          id: near,
          mode: 'leave',
          leftAt: '示例村1号',
          refusal: '本人不愿签收',
          witness: '村委会测试丙（演示）',
        },
      })
      yield 2
      await scene.act(matter, matter.clerk, 'serve-interested', {
        ...{ id: absent, mode: 'announcement', announcedAt: '村务公开栏、区政府网站' },
        ...{ announcedOn: scene.today(), reason: '外出务工，电话停机，邮寄的告知书被退回' },
      })
    },
  },
  {
    name: '利害关系人意见已采纳',
    begins: 12,
    async *live(scene) {
      const matter = yield* accepted(scene)
      const id = await nameOne(scene, matter, NEIGHBOUR)
      await scene.act(matter, matter.clerk, 'serve-interested', {
        ...{ id, mode: 'window', receiver: NEIGHBOUR.name, relation: 'self', identified: '居民身份证' },
      })
      yield 2
      await scene.act(matter, matter.clerk, 'hear-interested', {
        ...{ id, result: 'stated', text: '请在夜间停止施工，并留出四米宽的通道。' },
      })
      yield 1
      await scene.usual(matter, 'survey', 'review')
      yield 1
      await scene.act(matter, REVIEWER, 'weigh-interested', {
        ...{ id, text: '采纳：批准书写明夜间停止施工、留出四米宽的通道。' },
      })
      await scene.usual(matter, 'grant')
      yield 1
      await scene.usual(matter, 'seal')
      yield 1
      await scene.usual(matter, 'deliver')
    },
  },
]
