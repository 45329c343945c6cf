import path from 'node:path'
import { httpCarrier, type Carrier } from '#capabilities/exchange/index.ts'
import { fileMessengers, httpMessenger, type Messenger } from '#capabilities/notification/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { Settings } from '#platform/settings.ts'
import { carrierSimulator } from '../../simulators/carrier/server.ts'

export interface Outside {
  carrier?: Carrier
  messengers: readonly Messenger[]
  close(): Promise<void>
}

/** Who tries the demo does not wait a day for a parcel: it is signed for within half an hour. */
const DEMO_HOUR_MS = 60_000

/** Known to everybody, and good only for the simulator that a demo starts beside itself. */
const DEMO_SECRET = 'demo-carrier'

/** Outside systems as the settings name them. A demo that names none gets simulators that speak the same HTTP. */
export async function openOutside(settings: OutsideSettings, clock: Clock): Promise<Outside> {
  const { carrierUrl, carrierSecret, mode } = settings
  const messengers = messengersOf(settings)
  if (carrierUrl !== undefined) {
    const carrier = httpCarrier({ url: carrierUrl, secret: carrierSecret })
    return { carrier, messengers, close: async () => {} }
  }
  if (mode !== 'demo') return { messengers, close: async () => {} }
  const simulator = carrierSimulator({ clock, secret: DEMO_SECRET, hourMs: DEMO_HOUR_MS })
  const url = await simulator.listen()
  const carrier = httpCarrier({ url, secret: DEMO_SECRET })
  return { carrier, messengers, close: () => simulator.close() }
}

type OutsideSettings = Pick<Settings, 'carrierUrl' | 'carrierSecret' | 'mode'> & MessengerSettings
type MessengerSettings = Pick<
  Settings,
  'smsUrl' | 'smsSecret' | 'emailUrl' | 'emailSecret' | 'dataDir' | 'publicUrl'
>

/** A gateway where one is named, files in `DATA_DIR/outgoing` where none is. */
export function messengersOf(settings: MessengerSettings): readonly Messenger[] {
  const { smsUrl, smsSecret, emailUrl, emailSecret, dataDir, publicUrl } = settings
  const gateway = {
    sms: smsUrl === undefined ? undefined : { url: smsUrl, secret: smsSecret },
    email: emailUrl === undefined ? undefined : { url: emailUrl, secret: emailSecret },
  }
  return fileMessengers(path.join(dataDir, 'outgoing'), publicUrl).map((kept) => {
    const address = gateway[kept.channel]
    return address === undefined ? kept : httpMessenger(kept.channel, address)
  })
}
