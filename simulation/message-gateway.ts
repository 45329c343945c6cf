import type { Messenger } from '#capabilities/notification/index.ts'
import type { Clock } from '#platform/clock.ts'
import { Struck } from './faulty-database.ts'

export interface Gateway {
  messengers: readonly Messenger[]
  /** Nothing is taken until then. */
  closeUntil(moment: string): void
}

/** Short messages and e-mail that go nowhere, and a gateway that is sometimes down. */
export function messageGateway(clock: Clock): Gateway {
  let closedUntil = ''
  const messenger = (channel: Messenger['channel']): Messenger => ({
    channel,
    async send() {
      if (clock.now() < closedUntil) throw new Struck('the gateway does not answer')
      return 'sent'
    },
  })
  return {
    messengers: [messenger('sms'), messenger('email')],
    closeUntil: (moment) => (closedUntil = moment),
  }
}
