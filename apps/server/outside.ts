import path from 'node:path'
import {
  httpCarrier,
  httpUtilities,
  type Carrier,
  type UtilityGateway,
} from '#capabilities/exchange/index.ts'
import { fileMessengers, httpMessenger, type Messenger } from '#capabilities/notification/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { Settings } from '#platform/settings.ts'
import { carrierSimulator } from '../../simulators/carrier/server.ts'
import { utilitiesSimulator } from '../../simulators/utilities/server.ts'

export interface Outside {
  carrier?: Carrier
  utilities?: UtilityGateway
  messengers: readonly Messenger[]
  close(): Promise<void>
}

/** Who tries the demo does not wait a day for a parcel: it is signed for within half an hour. */
const DEMO_HOUR_MS = 60_000

/** Known to everybody, and good only for the simulators that a demo starts beside itself. */
const DEMO_SECRET = 'demo-carrier'

/** Outside systems as the settings name them. A demo that names none gets simulators that speak the same HTTP. */
export async function openOutside(settings: OutsideSettings, clock: Clock): Promise<Outside> {
  const [post, suppliers] = await Promise.all([openCarrier(settings, clock), openUtilities(settings, clock)])
  return {
    ...(post.open ? { carrier: post.open } : {}),
    ...(suppliers.open ? { utilities: suppliers.open } : {}),
    messengers: messengersOf(settings),
    close: async () => void (await Promise.all([post.close(), suppliers.close()])),
  }
}

interface Opened<P> {
  open?: P
  close(): Promise<void>
}

const nothingToClose = async () => {}

async function openCarrier(
  { carrierUrl, carrierSecret, mode }: OutsideSettings,
  clock: Clock,
): Promise<Opened<Carrier>> {
  if (carrierUrl !== undefined)
    return { open: httpCarrier({ url: carrierUrl, secret: carrierSecret }), close: nothingToClose }
  if (mode !== 'demo') return { close: nothingToClose }
  const simulator = carrierSimulator({ clock, secret: DEMO_SECRET, hourMs: DEMO_HOUR_MS })
  const url = await simulator.listen()
  return { open: httpCarrier({ url, secret: DEMO_SECRET }), close: () => simulator.close() }
}

async function openUtilities(
  { utilitiesUrl, utilitiesSecret, mode }: OutsideSettings,
  clock: Clock,
): Promise<Opened<UtilityGateway>> {
  if (utilitiesUrl !== undefined)
    return { open: httpUtilities({ url: utilitiesUrl, secret: utilitiesSecret }), close: nothingToClose }
  if (mode !== 'demo') return { close: nothingToClose }
  const simulator = utilitiesSimulator({ clock, secret: DEMO_SECRET })
  const url = await simulator.listen()
  return { open: httpUtilities({ url, secret: DEMO_SECRET }), close: () => simulator.close() }
}

type OutsideSettings = Pick<
  Settings,
  'carrierUrl' | 'carrierSecret' | 'utilitiesUrl' | 'utilitiesSecret' | 'mode'
> &
  MessengerSettings
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
