import { isRefused } from '#platform/refusal.ts'
import type { CitizenServices } from './contract.ts'
import type { PortalMeans } from './means.ts'
import { said } from './words.ts'

/** A self-service device (自助终端) is opened again by an officer's password; the session it makes ends at once. */
export function kiosk({ sessions }: PortalMeans): Pick<CitizenServices, 'unlockKiosk'> {
  return {
    async unlockKiosk({ login, password }, ip, agent) {
      const signedIn = await sessions.signIn({ kind: 'staff', login, password, ip, agent })
      if (isRefused(signedIn)) return said(signedIn)
      await sessions.signOut(signedIn.token, ip)
      return undefined
    },
  }
}
