import { isRefused } from '#platform/refusal.ts'
import type { CitizenServices } from './contract.ts'
import { citizenOf, type PortalMeans } from './means.ts'
import { said } from './words.ts'

type Part = 'messages' | 'readMessage' | 'readAllMessages' | 'messageSettings' | 'saveMessageSettings'

/** The inbox (我的消息) of the person who is signed in; nobody reaches another's. */
export function messages({ notifications }: PortalMeans): Pick<CitizenServices, Part> {
  return {
    async messages(visitor, cursor, unread) {
      const citizen = citizenOf(visitor)
      return isRefused(citizen) ? said(citizen) : notifications.messages(citizen.party, cursor, unread)
    },
    async readMessage(visitor, id) {
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return said(citizen)
      const read = await notifications.read(citizen.party, id)
      return isRefused(read) ? said(read) : read
    },
    async readAllMessages(visitor, upTo) {
      const citizen = citizenOf(visitor)
      return isRefused(citizen) ? said(citizen) : notifications.readAll(citizen.party, upTo)
    },
    async messageSettings(visitor) {
      const citizen = citizenOf(visitor)
      return isRefused(citizen) ? said(citizen) : notifications.settings(citizen.party)
    },
    async saveMessageSettings(visitor, wish) {
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return said(citizen)
      const saved = await notifications.save(citizen.party, wish)
      if (!isRefused(saved)) return undefined
      const refused = said(saved)
      return { ...refused, problems: [{ field: 'email', message: refused.sentence }] }
    },
  }
}
