import type { RectificationDetail } from '#capabilities/evaluation/contract/rectification.ts'
import { rectifications } from '../../server/clients.ts'
import type { Matter } from '../matter/matter.ts'
import { rectificationWords as words } from './words.ts'

/** A poor rating as something that is acted on. */
export function ratingMatter({ summary: { id, version, stateText }, allowed }: RectificationDetail): Matter {
  return {
    ...{ what: words.thisOne, stateText, version, allowed },
    movedOn: ['rectification-moved-on', 'rectification-not-your-step'],
    reads: { self: ['rectification', id], lists: ['rectifications'] },
    send: (act, body, requestId) => rectifications.act({ params: { id, act }, body, requestId }),
  }
}
