import type { CertificateDetail } from '#capabilities/agency/contract/certificate.ts'
import { certificates } from '../../server/clients.ts'
import type { Matter } from '../matter/matter.ts'
import { certificateWords as words } from './words.ts'

/** A certificate as something that is acted on. */
export function certificateMatter({
  summary: { id, version, stateText },
  allowed,
}: CertificateDetail): Matter {
  return {
    ...{ what: words.thisOne, stateText, version, allowed },
    movedOn: ['certificate-moved-on', 'certificate-not-your-step'],
    reads: { self: ['certificate', id], lists: ['certificates'] },
    send: (act, body, requestId) => certificates.certificateAct({ params: { id, act }, body, requestId }),
  }
}
