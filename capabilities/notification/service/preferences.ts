import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import { maskPhone } from '#platform/crypto/mask.ts'
import { refuse, type Refusal } from '#platform/refusal.ts'
import type { MessageSettings } from '../contract.ts'
import { isEmail, takesMessages } from '../model.ts'
import { notificationStore } from '../store.ts'
import type { NotificationMeans } from './means.ts'

export interface Preferences {
  settings(party: string): Promise<MessageSettings>
  /** No address means no e-mail. */
  save(
    party: string,
    wish: { sms: boolean; email?: string },
  ): Promise<{ saved: true } | Refusal<'email-invalid'>>
}

export function preferences({ db, sealing, parties, clock }: NotificationMeans): Preferences {
  const store = notificationStore(db)
  return {
    async settings(party) {
      const [preference, details] = await Promise.all([
        store.preference(NO_AREA, party),
        parties.details(party),
      ])
      const sealed = preference?.email ?? null
      const email = sealed === null ? null : await sealing.open(NO_AREA, subjectOf(party), sealed)
      const phone = details?.phone
      return {
        sms: preference?.sms ?? true,
        ...(phone !== undefined && takesMessages(phone) ? { phone: maskPhone(phone) } : {}),
        ...(email === null ? {} : { email }),
      }
    },
    async save(party, { sms, email = '' }) {
      const address = email.trim()
      if (address !== '' && !isEmail(address)) return refuse('email-invalid')
      const sealer = await sealing.sealFor(NO_AREA, subjectOf(party))
      const sealed = address === '' ? null : sealer.seal(address)
      await store.prefer(NO_AREA, party, { sms, email: sealed }, clock.now())
      return { saved: true }
    },
  }
}
