import { isRefusal } from '#engine/refusal.ts'
import { RATING_OPTIONS } from '#capabilities/evaluation/index.ts'
import { isRefused } from '#platform/refusal.ts'
import type { CitizenServices } from './contract.ts'
import { citizenOf, type PortalMeans } from './means.ts'
import { said } from './words.ts'

export function ratings({ evaluation, clock }: PortalMeans): Pick<CitizenServices, 'rating' | 'rate'> {
  return {
    async rating(visitor, no) {
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return said(citizen)
      const found = await evaluation.ofCase(citizen, no, clock.now())
      return isRefusal(found) ? said(found) : { ...found, options: RATING_OPTIONS }
    },
    async rate(visitor, no, input, requestId) {
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return said(citizen)
      const done = await evaluation.rate({ no, actor: citizen, input, now: clock.now(), requestId })
      return isRefusal(done) ? said(done) : undefined
    },
  }
}
