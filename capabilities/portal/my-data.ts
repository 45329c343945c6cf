import { isRefused, refuse } from '#platform/refusal.ts'
import type { CitizenServices } from './contract.ts'
import { citizenOf, type PortalMeans } from './means.ts'
import { said } from './words.ts'

/** 我的数据: what is kept on the person's consent, and the way to take it back, as easy as giving it. */
export function myData({
  dataSpace,
  clock,
}: PortalMeans): Pick<CitizenServices, 'myData' | 'forgetData' | 'withdrawConsent'> {
  return {
    async myData(visitor) {
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return said(citizen)
      const [values, since] = await Promise.all([
        dataSpace.kept(citizen.party),
        dataSpace.consentSince(citizen.party),
      ])
      return { values, ...(since === undefined ? {} : { since }) }
    },
    async forgetData(visitor, holder, element) {
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return said(citizen)
      const gone = await dataSpace.drop(citizen.party, holder, element)
      return gone ? undefined : said(refuse('data-not-found'))
    },
    async withdrawConsent(visitor) {
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return said(citizen)
      await dataSpace.withdraw(citizen.party, clock.now())
      return undefined
    },
  }
}
