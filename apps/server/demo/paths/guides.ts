import { addDays } from '#engine/day.ts'
import { editionOf } from '#capabilities/guide/index.ts'
import { write } from './in-book.ts'
import type { Path } from './path.ts'
import { granted, present, type Scene } from './scene.ts'

const ASKED = [
  '老人不在家，能不能让村里代办？',
  '老人不在家，可以让村里代办吗',
  '老人不在家，能让村里代办吗？',
] as const
const ALLOWANCE = 'elderly-allowance'

const approver = (scene: Scene) => scene.officer({ role: 'item-approver' })

/** 指南: printed, laid out, asked about, revised and bound, as a county that works with its guides has it. */
export const GUIDES: readonly Path[] = [
  {
    name: '指南印制：一批已收货上架，一批待印制',
    begins: 12,
    async *live(scene) {
      const payer = await payerOf(scene)
      const [first, second] = [present(scene.towns[0], 'a town'), present(scene.towns[1], 'two towns')]
      const order = (place: string, item: string, edition: string, quantity: number) =>
        write(scene, approver(scene), {
          ...{ book: 'guide-print-order', act: 'order' },
          input: { item, edition, place, quantity, payer },
        })
      const done = await order(first.place, ALLOWANCE, 'fold', 300)
      yield 2
      await write(scene, approver(scene), {
        ...{ book: 'guide-print-order', act: 'printed', id: done, input: { cost: 180 } },
      })
      yield 1
      const director = scene.officer({ role: 'director', place: first.place })
      await write(scene, director, {
        ...{ book: 'guide-print-order', act: 'receive', id: done, input: { received: 300 } },
      })
      await write(scene, director, {
        ...{ book: 'guide-rack', act: 'put' },
        input: {
          ...{ item: ALLOWANCE, edition: 'fold', place: first.place, quantity: 120 },
          position: '一楼取号机旁第2排',
        },
      })
      yield 6
      await order(second.place, 'identity-card', 'leaf', 500)
    },
  },
  {
    name: '同样的问题问了三次，建议写进常见问题',
    begins: 9,
    async *live(scene) {
      for (const question of ASKED) {
        const { clerk } = present(scene.towns[ASKED.indexOf(question) % scene.towns.length], 'a town')
        await write(scene, clerk, {
          ...{ book: 'guide-question', act: 'ask' },
          input: { item: ALLOWANCE, question, channel: 'window' },
        })
        yield 1
      }
      const { clerk } = present(scene.towns[0], 'a town')
      await write(scene, clerk, {
        ...{ book: 'guide-question', act: 'ask' },
        input: { item: 'disability-certificate', question: '评残要不要自己先去医院？', channel: 'phone' },
      })
    },
  },
  {
    name: '法规变动引起指南修订',
    begins: 15,
    async *live(scene) {
      const items = await scene.house.catalogue.itemsInForce(scene.area, scene.today())
      const cited = present(
        items.find(({ item: { id } }) => id === 'birth-service-registration'),
        'birth-service-registration',
      )
      yield 1
      await write(scene, approver(scene), {
        ...{ book: 'guide-law-change', act: 'register' },
        input: {
          ...{
            law: cited.item.legalBasis[0]!.law,
            change: 'amended',
            document: '演示用的修改决定（示例令第1号）',
          },
          ...{ what: '演示：条文序号调整，指南里的引用要核对。', effectiveOn: scene.today() },
          reviseBy: addDays(scene.today(), 45),
        },
      })
    },
  },
  {
    name: '汇编手册、登记公告',
    begins: 6,
    async *live(scene) {
      const { handbooks } = scene.house
      const { person } = approver(scene)
      for (const kind of ['service', 'town', 'town-list'] as const) {
        const { number } = granted(kind, await handbooks.make(scene.area, kind, person, scene.now()))
        yield 1
        if (kind === 'service') continue
        await write(scene, approver(scene), {
          ...{ book: 'guide-notice', act: 'announce' },
          input: {
            ...{ edition: editionOf(kind, number), on: scene.today(), channel: 'board' },
            where: '演示：各镇（街道）便民服务中心公示栏',
          },
        })
      }
    },
  },
]

/** Whom the plan charges; where it names nobody, whoever approves guides. */
async function payerOf(scene: Scene): Promise<string> {
  const printing = (await scene.house.organisation.pack(scene.area))?.body.parameters.guidePrinting
  return printing?.value.payer?.bureau ?? approver(scene).body
}
