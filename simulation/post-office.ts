import type { Carrier, Parcel } from '#capabilities/exchange/index.ts'
import type { Seeded } from '#engine/testing/seeded.ts'
import type { Clock } from '#platform/clock.ts'
import { parcelAt, type Travelling } from '../simulators/carrier/parcel.ts'
import { Struck } from './faulty-database.ts'

export interface PostOffice extends Carrier {
  /** Nothing is answered until then. */
  closeUntil(moment: string): void
  parcels(): readonly Travelling[]
}

/** The carrier of the demo without its HTTP: parcels travel by the clock, and some are refused at the door. */
export function postOffice(clock: Clock, random: Seeded): PostOffice {
  const parcels = new Map<string, Travelling>()
  let closedUntil = ''
  const open = (): void => {
    if (clock.now() < closedUntil) throw new Struck('the carrier does not answer')
  }
  const parcel = (order: string): Parcel => {
    const known = parcels.get(order)
    if (known === undefined) throw new Error(`no parcel with the order ${order}`)
    return parcelAt(known, clock.now())
  }
  return {
    closeUntil: (moment) => (closedUntil = moment),
    parcels: () => [...parcels.values()],
    async order(order) {
      open()
      if (!parcels.has(order.order)) {
        const waybill = `SM${String(parcels.size + 1).padStart(9, '0')}`
        const refused = { state: 'returned' as const, text: '收件人拒收，退回寄件人', at: clock.now() }
        parcels.set(order.order, {
          ...{ order, waybill, orderedAt: clock.now() },
          moves: random.chance(0.2) ? [refused] : [],
        })
      }
      return parcel(order.order)
    },
    async track(order) {
      open()
      return parcel(order)
    },
    async receipt(of) {
      open()
      return { fileName: `${of.waybill}.png`, bytes: picture() }
    },
  }
}

/** One white point. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

async function* picture(): AsyncIterable<Uint8Array> {
  yield Buffer.from(PNG, 'base64')
}
