import { aStepADay } from './a-step-a-day.ts'
import { grantPower, takeBack } from '#capabilities/catalogue/index.ts'
import { newId } from '#platform/id.ts'
import type { Path } from './path.ts'
import { granted, NotHere, present, type Scene } from './scene.ts'

function asking(scene: Scene) {
  const actor = scene.officer({ role: 'power-registrar' })
  return { actor, now: scene.now(), requestId: newId(), reliesOn: [] }
}

function decree(scene: Scene, title: string, number: number) {
  const on = scene.today()
  return {
    ...{ title, number: `博演示字〔${on.slice(0, 4)}〕${number}号`, on },
    announced: { on, where: '区政府网站（演示）' },
  }
}

/** 权责清单: a power entrusted to a town, and one that was given by a document and taken back in the middle of a case. */
export const POWERS: readonly Path[] = [
  {
    name: '委托登记，以委托机关名义办理',
    begins: 9,
    async *live(scene) {
      const town = scene.ruralTown()
      const seal = (await scene.house.organisation.pack(scene.area))?.body.parameters.seal?.value
      // A numbered seal is cut for the items that were given; none is there for what is entrusted today.
      if (seal?.policy === 'numbered-seals') throw new NotHere('a seal for what is entrusted')
      const item = 'small-restaurant-registration'
      const published = await scene.house.catalogue.itemInForce(scene.area, item, scene.today())
      const by = present(published?.item.decidingBody.body, item)
      granted(
        'entrusted',
        await grantPower(scene.house, asking(scene), {
          ...{ items: [item], body: town.clerk.body, places: [], kind: 'entrusted', by },
          ...{ powers: ['decide', 'seal'], from: scene.today() },
          document: decree(scene, '关于委托办理小餐饮登记的决定（演示）', 1),
        }),
      )
      yield 1
      const matter = await scene.file({ item, town })
      yield* aStepADay(scene, matter, ['accept', ['survey', 'review'], ['grant', 'seal']])
    },
  },
  {
    name: '下放后收回',
    begins: 10,
    async *live(scene) {
      const town = scene.ruralTown()
      const { ids } = granted(
        'delegated',
        await grantPower(scene.house, asking(scene), {
          ...{ items: ['publications-retail-licence'], body: town.clerk.body, places: [], kind: 'delegated' },
          ...{ by: 'approval-bureau', powers: ['decide', 'seal'], from: scene.today() },
          document: decree(scene, '关于下放出版物零售审批权限的决定（演示）', 2),
        }),
      )
      yield 1
      const matter = await scene.file({ item: 'publications-retail-licence', town })
      yield 1
      await scene.usual(matter, 'accept')
      yield 2
      const [id] = ids
      granted(
        'taken back',
        await takeBack(scene.house, asking(scene), id!, {
          ...{ on: scene.today(), reason: '机构职能调整，改由区里审批。' },
          document: decree(scene, '关于收回出版物零售审批权限的决定（演示）', 3),
        }),
      )
    },
  },
]
