import type { Parcel, ParcelOrder } from '#capabilities/exchange/contract.ts'

const HOUR_MS = 3_600_000

/** When a parcel nobody moves by hand gets where, in hours after its order. */
const ROAD: readonly (readonly [hours: number, state: Parcel['state'], text: string])[] = [
  [0, 'ordered', '已下单，等待揽收'],
  [2, 'collected', '邮政人员已揽收'],
  [6, 'in-transit', '到达淄博邮件处理中心，正在分拣'],
  [20, 'delivering', '投递员正在投递'],
  [24, 'signed', '已签收'],
]

export interface Travelling {
  order: ParcelOrder
  waybill: string
  orderedAt: string
  /** Moves made by hand; they replace the usual road from then on. */
  moves: readonly { state: Parcel['state']; text: string; at: string; by?: string }[]
}

/** Where a parcel is at a moment: what has happened on the road so far, or what somebody made happen. */
export function parcelAt(
  { order, waybill, orderedAt, moves }: Travelling,
  now: string,
  hourMs: number = HOUR_MS,
): Parcel {
  const byHand = moves.length > 0
  const road = byHand ? ROAD.slice(0, 1) : ROAD
  const travelled = road
    .map(([hours, state, text]) => ({
      status: state,
      text,
      at: new Date(Date.parse(orderedAt) + hours * hourMs).toISOString(),
    }))
    .filter(({ at }) => at <= now)
  const events = [...travelled, ...moves.map(({ state, text, at }) => ({ status: state, text, at }))]
  const last = events.at(-1)!
  const signer = moves.at(-1)?.by ?? order.receiver.name
  return {
    order: order.order,
    carrier: '邮政特快专递（模拟）',
    waybill,
    state: last.status,
    freight: order.freight,
    events,
    ...(last.status === 'signed'
      ? { signed: { by: signer, on: shanghaiDay(last.at), receipt: `回执-${waybill}.png` } }
      : {}),
    ...(last.status === 'returned' ? { returned: last.text } : {}),
  }
}

function shanghaiDay(at: string): string {
  return new Date(Date.parse(at) + 8 * HOUR_MS).toISOString().slice(0, 10)
}
