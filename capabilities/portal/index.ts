import { resultSpecimen } from '#capabilities/case/index.ts'
import { evaluation } from '#capabilities/evaluation/index.ts'
import { guides } from '#capabilities/guide/index.ts'
import { dataSpace } from '#capabilities/party/index.ts'
import { staff } from '#capabilities/staff/index.ts'
import { accounts } from './account.ts'
import { counter, type Counter } from './counter.ts'
import type { CitizenServices } from './contract.ts'
import { draftFiles } from './draft-files.ts'
import { drafts } from './drafts.ts'
import { filing } from './filing.ts'
import { guidePages } from './guide-pages.ts'
import { publicHandbooks } from './handbooks.ts'
import { handovers } from './handover.ts'
import { home } from './home.ts'
import { demoIdentity } from './identity.ts'
import { itemsOf } from './items.ts'
import { kiosk } from './kiosk.ts'
import { messages } from './messages.ts'
import type { CitizenMeans, PortalMeans } from './means.ts'
import { myCases } from './my-cases.ts'
import { myLicences } from './my-licences.ts'
import { myData } from './my-data.ts'
import { progress } from './progress.ts'
import { publicNotices } from './public-notices.ts'
import { asking } from './questions.ts'
import { ratings } from './rating.ts'
import { reuseReport } from './reuse-report.ts'
import { forgetSupplements, supplements } from './supplement.ts'
import { certificatesOfCitizen } from './stations/certificates.ts'
import { utilityBills } from './stations/utilities.ts'
import { together } from './together/index.ts'
import { verification } from './verify.ts'
import { undertakings } from './undertakings.ts'
import { visitors } from './visitor.ts'

export const portalCapability = { name: 'portal' } as const
export { demoIdentity, type IdentityProvider } from './identity.ts'
export { citizenActor, type CitizenMeans } from './means.ts'
export { portalWords } from './words.ts'
export { draftsOfItem, draftsOfItems } from './store/drafts-of-item.ts'
export type { CitizenServices } from './contract.ts'
export { portalRoutes } from './contract/routes.ts'
export { portalHttp } from './routes.ts'

/** Everything citizen-web asks of the server, from small parts. */
export function citizenServices(given: CitizenMeans): CitizenServices {
  const means = portalMeans(given)
  const items = itemsOf(means)
  return {
    ...visitors(means),
    ...accounts(means),
    ...home(means, items),
    ...guidePages(means, items),
    ...publicHandbooks(means),
    ...undertakings(means, items),
    ...asking(means),
    ...drafts(means),
    ...draftFiles(means),
    ...together(means, items, { ...drafts(means), ...draftFiles(means) }),
    ...filing(means),
    ...myCases(means),
    ...supplements(means),
    ...myLicences(means),
    ...ratings(means),
    ...messages(means),
    ...verification(means),
    ...handovers(means),
    ...myData(means),
    ...progress(means),
    ...publicNotices(means),
    ...certificatesOfCitizen(given, staff(given.db)),
    ...utilityBills(given),
    ...kiosk(means),
  }
}

/** What officers ask of the portal: drafts at their counter, and how much nobody had to write again. */
export interface PortalOffice {
  counter: Counter
  /** Gives up what lies ready for notices that are over; how many cases it was. */
  forgetSupplements(area: string): Promise<number>
  reuseReport(area: string, from: string, to: string): ReturnType<typeof reuseReport>
}

export function portalOffice(given: Omit<CitizenMeans, 'area'>): PortalOffice {
  // Every question of an office names its own area.
  const means = portalMeans({ ...given, area: '' })
  return {
    counter: counter((area) => ({ ...means, area })),
    forgetSupplements: (area) => forgetSupplements({ ...means, area }),
    reuseReport: (area, from, to) => reuseReport(means, area, from, to),
  }
}

function portalMeans(given: CitizenMeans): PortalMeans {
  const { db, demo, identity = demo ? demoIdentity : undefined } = given
  return {
    ...given,
    dataSpace: dataSpace(db, given.sealing),
    staff: staff(db),
    guides: guides({
      ...given,
      waysOf: (area, item) => given.cases.waysOf(area, item),
      resultSample: resultSpecimen,
      ...(given.linkArea ? { linkQuery: `?area=${given.area}` } : {}),
    }),
    evaluation: evaluation(given),
    ...(identity === undefined ? {} : { identity }),
  }
}
