import { isRefusal } from '#engine/refusal.ts'
import { isRefused } from '#platform/refusal.ts'
import type { CitizenServices } from './contract.ts'
import { citizenOf, type PortalMeans } from './means.ts'
import { said } from './words.ts'

export function ratings({ evaluation, clock }: PortalMeans): Pick<CitizenServices, 'rate'> {
  return {
    async rate(visitor, no, input, requestId) {
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return said(citizen)
      const done = await evaluation.rate({ no, actor: citizen, input, now: clock.now(), requestId })
      return isRefusal(done) ? said(done) : undefined
    },
  }
}
