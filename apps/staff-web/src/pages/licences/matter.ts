import type { LicenceDetail } from '#capabilities/case/contract/licence-routes.ts'
import { licences } from '../../server/clients.ts'
import type { Matter } from '../matter/matter.ts'
import { licencesWords as words } from './words.ts'

/** A licence as something that is acted on. */
export function licenceMatter({ summary: { number, version, stateText }, allowed }: LicenceDetail): Matter {
  return {
    ...{ what: words.thisOne, stateText, version, allowed },
    movedOn: ['licence-moved-on', 'licence-not-your-step'],
    reads: { self: ['licence', number], lists: ['licences'] },
    send: (act, body, requestId) => licences.licenceAct({ params: { number, act }, body, requestId }),
  }
}
