import { addDays } from '#engine/day.ts'
import { write } from './in-book.ts'
import type { Path } from './path.ts'
import { present, type Scene } from './scene.ts'

const author = (scene: Scene, body: string) => scene.officer({ role: 'item-author', body })

/** Registers kept by act and date: an agreement with its last day, exceptions to residency, a step that sinks to a station. */
export const AGREEMENTS: readonly Path[] = [
  {
    name: '事项委托协议，有起止日期',
    begins: 20,
    async *live(scene) {
      const { house, area } = scene
      const items = (await house.catalogue.itemsInForce(area, scene.today())).map(({ item }) => item)
      const entrusted = items.find(
        ({ decidingBody, itemType }) => decidingBody.body === 'justice' && itemType !== '01',
      )
      const item = present(entrusted, 'a matter of justice')
      const director = present(
        scene.posts(({ roles, place }) => roles.includes('director') && place.startsWith('hall'))[0],
        'a director of the hall',
      )
      const department = item.decidingBody.body!
      const id = await write(scene, author(scene, department), {
        ...{ book: 'entrustment-agreement', act: 'draft' },
        input: {
          ...{ department, centre: director.place, items: [item.id], scope: 'accept-and-deliver' },
          ...{
            from: await scene.workday(4),
            to: addDays(scene.today(), 365),
            title: '法律援助受理委托协议（演示）',
          },
          ...{ documentNo: '演示委托〔2026〕1号', announcedOn: scene.today() },
          announcedWhere: '演示：区政府网站',
        },
      })
      yield 1
      await write(scene, scene.officer({ role: 'head', body: department }), {
        ...{ book: 'entrustment-agreement', act: 'agree', id, input: {} },
      })
      yield 1
      await write(scene, scene.officer({ role: 'director', place: director.place }), {
        ...{ book: 'entrustment-agreement', act: 'sign', id, input: {} },
      })
    },
  },
  {
    name: '进驻例外：一项已批准，一项待批准',
    begins: 10,
    async *live(scene) {
      const ask = (item: string, reason: string) =>
        write(scene, author(scene, 'agriculture'), {
          ...{ book: 'residency-exception', act: 'ask' },
          input: {
            ...{ item, ground: 'premises', reason, evidence: '演示：场地图和管理制度' },
            to: addDays(scene.today(), 180),
          },
        })
      const id = await ask('tractor-registration', '拖拉机要开到检验场验车，在农机站办，大厅只收材料。')
      yield 2
      await write(scene, scene.officer({ role: 'item-approver' }), {
        ...{ book: 'residency-exception', act: 'approve', id, input: { approvalNo: '演示批〔2026〕3号' } },
      })
      await ask('tractor-operator-licence', '考试场地在农机站，考完当场发证，大厅没有场地。')
    },
  },
  {
    name: '受理环节下沉到村',
    begins: 8,
    async *live(scene) {
      const town = present(scene.towns[0], 'a town')
      const places = await scene.house.organisation.places(scene.area, scene.today())
      const stations = places
        .filter(({ kind, region }) => kind === 'station' && region.startsWith(town.region.slice(0, 9)))
        .slice(0, 2)
      const id = await write(scene, author(scene, town.clerk.body), {
        ...{ book: 'step-sinking', act: 'ask' },
        input: {
          ...{ item: 'elderly-allowance', stations: stations.map(({ id: one }) => one), mode: 'accept' },
          ...{ from: await scene.workday(5), reason: '村里老人多、办件多，站里人员和设备都够用。' },
        },
      })
      yield 1
      await write(scene, scene.officer({ role: 'item-approver' }), {
        ...{ book: 'step-sinking', act: 'approve', id, input: { approvalNo: '演示批〔2026〕4号' } },
      })
    },
  },
]
