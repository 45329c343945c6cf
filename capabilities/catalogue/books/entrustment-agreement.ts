import { refusal, type Refusal } from '#engine/refusal.ts'
import { bookAct, defineBook, field, record } from '#capabilities/books/model.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Place } from '#capabilities/organisation/contract.ts'
import type { CatalogueReader } from '../store.ts'
import type { ItemVersion } from '../contract.ts'

export const ENTRUSTMENT_AGREEMENT = 'entrustment-agreement'
const SCOPES = { accept: '受理', 'accept-and-deliver': '受理、送达' } as const

const AFTERWARDS = { 'go-on': '中心继续办完', 'hand-over': '转给委托单位发放结果' } as const

const wish = record({
  department: field.body('委托单位'),
  centre: field.place('受托的政务服务中心'),
  items: field.several(field.item(), '委托事项', { most: 20 }),
  scope: field.choice('委托范围', SCOPES, '审批决定仍由委托单位作出'),
  from: field.day('起始日期'),
  to: field.day('终止日期'),
  title: field.text('协议名称', { most: 120 }),
  documentNo: field.text('协议编号', { most: 60 }),
  announcedOn: field.day('委托内容公告日期', '委托实施行政许可的内容应当公告（行政许可法第二十四条）'),
  announcedWhere: field.text('公告渠道', { most: 100 }),
  afterwards: field.optional(
    field.choice('到期后正在办的件', AFTERWARDS, '没有约定的，中心继续办完；新的申请一律由委托单位受理'),
  ),
})

export interface EntrustmentAgreement {
  department: string
  centre: string
  items: readonly string[]
  scope: keyof typeof SCOPES
  from: string
  to: string
  title: string
  documentNo: string
  announcedOn: string
  announcedWhere: string
  /** What becomes of cases under way when it is over; left out, the centre goes on with them. */
  afterwards?: keyof typeof AFTERWARDS
}

interface Known {
  centre: Place | undefined
  items: readonly ItemVersion[]
  day: string
}
const act = bookAct<EntrustmentAgreement, Known>()

interface Means {
  organisation: Pick<Organisation, 'placesByIds'>
  catalogue: Pick<CatalogueReader, 'itemsInForce'>
}

/** 事项委托协议 (DW-3.2.4-04): for departments with few matters the centre takes in and hands out; they decide. */
export const entrustmentAgreement = ({ organisation, catalogue }: Means) =>
  defineBook({
    kind: ENTRUSTMENT_AGREEMENT,
    words: {
      title: '事项委托协议',
      entry: '这份协议',
      text: '事项少、办件少、不宜单设窗口的部门，与政务服务中心签订协议，由中心窗口代为受理、送达，部门审批。协议有效期内登记受理权，到期即止：新的申请由委托单位自己受理，正在办的按协议约定。',
      basis: ['DW-3.2.4-04', 'DW-3.2.4-05'],
    },
    body: wish,
    columns: ['department', 'items', 'scope', 'documentNo'],
    states: {
      drafted: { title: '待委托单位签署', waits: ['head'] },
      agreed: { title: '待中心签署', waits: ['director'] },
      signed: { title: '已签署，未到起始日期', stands: true },
      'in-force': { title: '有效', stands: true, tone: 'good' },
      over: { title: '已到期', final: true },
      ended: { title: '提前终止', final: true },
      refused: { title: '未签署', final: true, tone: 'bad' },
    },
    sees: {
      ...{ head: 'own-body', director: 'own-place', 'item-author': 'own-body' },
      ...{ 'power-registrar': 'area', 'item-approver': 'area', supervisor: 'area', organiser: 'area' },
    },
    place: ({ title, documentNo, department, centre, from, to }) => ({
      ...{
        title: `${title}（${documentNo}）`,
        key: documentNo,
        bodies: [department],
        places: [centre],
        place: centre,
      },
      ...{ from, to },
    }),
    world: async ({ area, now, entry, input }): Promise<Known> => {
      const day = now.slice(0, 10)
      const { centre } = { ...entry.body, ...(input as Partial<EntrustmentAgreement>) }
      const [[place], items] = await Promise.all([
        centre === undefined ? [] : organisation.placesByIds(area, [centre]),
        catalogue.itemsInForce(area, day),
      ])
      return { centre: place, items: items.map(({ item }) => item), day }
    },
    byClock: { begin: { from: 'signed', to: 'in-force' }, lapse: { from: 'in-force', to: 'over' } },
    acts: [
      act({
        ...{ name: 'draft', title: '起草协议', past: '起草协议', from: [], to: ['drafted'] },
        ...{ by: ['item-author', 'item-approver', 'power-registrar'], input: wish, lawful: 'DW-3.2.4-04' },
        refuse: ({ input, world }) => unfit(input as EntrustmentAgreement, world.known, world.today),
      }),
      act({
        ...{ name: 'agree', title: '委托单位签署', past: '委托单位签署', from: ['drafted'], to: ['agreed'] },
        ...{ by: ['head'], otherHand: true, tone: 'primary' as const, input: record({}) },
      }),
      act({
        ...{ name: 'sign', title: '中心签署', past: '中心签署', from: ['agreed'], to: ['signed'] },
        ...{ by: ['director'], otherHand: true, tone: 'primary' as const, input: record({}) },
        refuse: ({ dossier, world }) => unfit(dossier.body, world.known, world.today),
      }),
      act({
        ...{ name: 'decline', title: '不签署', past: '不签署', from: ['drafted', 'agreed'], to: ['refused'] },
        ...{ by: ['head', 'director'], tone: 'danger' as const },
        ...{ input: record({ reason: field.text('原因', { least: 4 }) }), sets: () => ({}) },
      }),
      act({
        ...{ name: 'end', title: '提前终止', past: '提前终止', from: ['signed', 'in-force'], to: ['ended'] },
        ...{
          by: ['head', 'director'],
          tone: 'danger' as const,
          help: '从今天起中心不再受理新的申请，已经受理的继续办完。',
        },
        input: record({
          reason: field.text('原因', { least: 4 }),
          endDocumentNo: field.text('终止文书编号', { most: 60 }),
        }),
        sets: () => ({}),
      }),
    ],
  })

/** Only a department's own matters, only what the hall offers, and never backwards. */
function unfit(
  agreement: EntrustmentAgreement,
  { centre, items }: Known,
  today: string,
): Refusal | undefined {
  const { department, from, to, announcedOn } = agreement
  if (centre?.kind !== 'hall') return refusal('agreement-no-hall')
  if (to < from || to < today) return refusal('agreement-days-reversed', { facts: { from, to } })
  if (announcedOn > from) return refusal('agreement-not-announced', { basis: '行政许可法第二十四条第一款' })
  if (department === centre.owner) return refusal('agreement-with-itself')
  for (const id of agreement.items) {
    const item = items.find((each) => each.id === id)
    if (item === undefined) return refusal('item-not-in-force', { facts: { item: id } })
    if (item.decidingBody.body !== department)
      return refusal('agreement-item-not-theirs', { facts: { item: item.name } })
    if (item.entryModes.hall === undefined)
      return refusal('agreement-item-not-at-hall', { facts: { item: item.name } })
  }
  return undefined
}
