import { isRefusal } from '#engine/refusal.ts'
import { canonical, sm3, type Json } from '#platform/ledger/canonical.ts'
import { isRefused, refuse } from '#platform/refusal.ts'
import type { CitizenServices } from './contract.ts'
import { citizenOf, type PortalMeans } from './means.ts'
import { said } from './words.ts'

/** 公示公告: what is about to be decided and which hearings are held, for everybody; and what anybody says against it. */
export function publicNotices(
  means: PortalMeans,
): Pick<CitizenServices, 'publicNotices' | 'ownNotices' | 'object' | 'myObjections'> {
  const { area, cases, clock } = means
  return {
    publicNotices: () => cases.publicNotices(area, clock.now()),
    async ownNotices(visitor) {
      const actor = citizenOf(visitor)
      return isRefused(actor) ? [] : cases.ownNotices(area, actor)
    },
    async object(visitor, notice, input, requestId) {
      const actor = citizenOf(visitor)
      if (isRefused(actor)) return said(actor)
      const requestHash = sm3(canonical({ notice, input } as unknown as Json))
      const done = await cases.object({
        ...{ area, notice, input, actor, now: clock.now(), requestId, requestHash },
      })
      if (isRefusal(done)) return said(done)
      const [latest] = await cases.objectionsOf(area, actor)
      return latest === undefined ? said(refuse('case-not-found')) : { id: latest.id }
    },
    async myObjections(visitor) {
      const actor = citizenOf(visitor)
      return isRefused(actor) ? said(actor) : cases.objectionsOf(area, actor)
    },
  }
}
