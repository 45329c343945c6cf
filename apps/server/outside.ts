import { httpCarrier, type Carrier } from '#capabilities/exchange/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { Settings } from '#platform/settings.ts'
import { carrierSimulator } from '../../simulators/carrier/server.ts'

export interface Outside {
  carrier?: Carrier
  close(): Promise<void>
}

/** Known to everybody, and good only for the simulator that a demo starts beside itself. */
const DEMO_SECRET = 'demo-carrier'

/** Outside systems as the settings name them. A demo that names none gets simulators that speak the same HTTP. */
export async function openOutside(
  { carrierUrl, carrierSecret, mode }: Pick<Settings, 'carrierUrl' | 'carrierSecret' | 'mode'>,
  clock: Clock,
): Promise<Outside> {
  if (carrierUrl !== undefined) {
    return { carrier: httpCarrier({ url: carrierUrl, secret: carrierSecret }), close: async () => {} }
  }
  if (mode !== 'demo') return { close: async () => {} }
  const simulator = carrierSimulator({ clock, secret: DEMO_SECRET })
  const url = await simulator.listen()
  return { carrier: httpCarrier({ url, secret: DEMO_SECRET }), close: () => simulator.close() }
}
