import type { CitizenServices } from './contract.ts'
import type { PortalMeans } from './means.ts'

/** 公示公告: what is about to be decided and which hearings are held, for everybody. */
export function publicNotices(means: PortalMeans): Pick<CitizenServices, 'publicNotices'> {
  const { area, cases, clock } = means
  return { publicNotices: () => cases.publicNotices(area, clock.now()) }
}
