import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { addDays } from '#engine/day.ts'
import { write } from './in-book.ts'
import type { Path } from './path.ts'
import { present, type Scene } from './scene.ts'

const author = (scene: Scene, body: string) => scene.officer({ role: 'item-author', body })

/** Matters that are looked at on the spot, of departments where somebody writes items. */
async function surveyed(scene: Scene): Promise<ItemVersion[]> {
  const writes = new Set(scene.posts(({ roles }) => roles.includes('item-author')).map(({ body }) => body))
  return (await scene.house.catalogue.itemsInForce(scene.area, scene.today()))
    .map(({ item }) => item)
    .filter(
      ({ process, decidingBody }) =>
        writes.has(decidingBody.body!) && process.steps.some(({ step }) => step === 'survey'),
    )
}

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
      const [first, second] = await surveyed(scene)
      const ask = ({ id: item, decidingBody }: ItemVersion, reason: string) =>
        write(scene, author(scene, decidingBody.body!), {
          ...{ book: 'residency-exception', act: 'ask' },
          input: {
            ...{ item, ground: 'premises', reason, evidence: '演示：现场照片和管理制度' },
            to: addDays(scene.today(), 180),
          },
        })
      const id = await ask(
        present(first, 'a matter with a survey'),
        '要到现场勘验，工作在现场做，大厅只收材料。',
      )
      yield 2
      await write(scene, scene.officer({ role: 'item-approver' }), {
        ...{ book: 'residency-exception', act: 'approve', id, input: { approvalNo: '演示批〔2026〕3号' } },
      })
      await ask(present(second, 'another matter with a survey'), '勘验和检测的设备都在现场，大厅没有场地。')
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
