import { evaluation } from '#capabilities/evaluation/index.ts'
import { guides } from '#capabilities/guide/index.ts'
import { staff } from '#capabilities/staff/index.ts'
import { accounts } from './account.ts'
import type { CitizenServices } from './contract.ts'
import { draftFiles } from './draft-files.ts'
import { drafts } from './drafts.ts'
import { filing } from './filing.ts'
import { guidePages } from './guide-pages.ts'
import { home } from './home.ts'
import { demoIdentity } from './identity.ts'
import { itemsOf } from './items.ts'
import { messages } from './messages.ts'
import type { CitizenMeans, PortalMeans } from './means.ts'
import { myCases } from './my-cases.ts'
import { ratings } from './rating.ts'
import { verification } from './verify.ts'
import { visitors } from './visitor.ts'

export const portalCapability = { name: 'portal' } as const
export { demoIdentity, type IdentityProvider } from './identity.ts'
export { citizenActor, type CitizenMeans } from './means.ts'
export { portalWords } from './words.ts'
export type { CitizenServices } from './contract.ts'

/** Everything citizen-web asks of the server, from small parts. */
export function citizenServices(given: CitizenMeans): CitizenServices {
  const means = portalMeans(given)
  return {
    ...visitors(means),
    ...accounts(means),
    ...home(means, itemsOf(means)),
    ...guidePages(means),
    ...drafts(means),
    ...draftFiles(means),
    ...filing(means),
    ...myCases(means),
    ...ratings(means),
    ...messages(means),
    ...verification(means),
  }
}

function portalMeans(given: CitizenMeans): PortalMeans {
  const { homeArea, db, demo, identity = demo ? demoIdentity : undefined } = given
  return {
    ...given,
    area: homeArea,
    staff: staff(db),
    guides: guides(given),
    evaluation: evaluation(given),
    ...(identity === undefined ? {} : { identity }),
  }
}
