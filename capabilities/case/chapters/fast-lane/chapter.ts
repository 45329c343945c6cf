import type { Actor } from '#engine/actor.ts'
import type { Fact } from '#engine/fact.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import type { Sealed } from '../../model/step-mark.ts'
import { moved } from '../../model/fold.ts'
import { markOf } from '../../model/marks.ts'
import type { Chapter } from '../chapter.ts'
import {
  changeContact,
  closeFastLane,
  LANE_CONTACT,
  LANE_DIRECTOR,
  openFastLane,
  recordService,
} from './acts.ts'
import { openLane, type Contact, type FastLane, type LaneService } from './dossier.ts'

/** The fast lane of major investment projects (重大投资项目直通车): one contact, three tracked services 咨询、指导、办理. */
export const fastLane: Chapter = {
  name: 'fast-lane',
  actions: [openFastLane, recordService, changeContact, closeFastLane],
  apply: {
    'fast-lane-opened': (dossier, fact: Fact<Pick<FastLane, 'project' | 'name' | 'contact'>>) => {
      const services = { consult: { entries: [] }, guide: { entries: [] }, handle: { entries: [] } }
      return { ...moved(dossier, fact), fastLane: { ...fact.body, services, by: markOf(fact) } }
    },
    'contact-changed': (dossier, fact: Fact<{ contact: Contact }>) =>
      changed(moved(dossier, fact), () => ({ contact: fact.body.contact })),
    'service-recorded': (dossier, fact: Fact<{ service: LaneService; text: Sealed; finished: boolean }>) => {
      const { service, text, finished } = fact.body
      const by = markOf(fact)
      return changed(moved(dossier, fact), ({ services }) => {
        const { entries } = services[service]
        const record = { entries: [...entries, { text, by }], ...(finished ? { finished: by } : {}) }
        return { services: { ...services, [service]: record } }
      })
    },
    'fast-lane-closed': (dossier, fact: Fact<{ reason: Sealed }>) =>
      changed(moved(dossier, fact), () => ({
        closed: { reason: fact.body.reason, by: markOf(fact) },
      })),
  },
  rolesOf: (actor, dossier) => [
    ...(isDirector(actor, dossier) ? [LANE_DIRECTOR] : []),
    ...(actor.kind === 'staff' && openLane(dossier)?.contact.post === actor.post ? [LANE_CONTACT] : []),
  ],
}

function isDirector(actor: Actor, { acceptPlace, decidingBody }: CaseDossier): boolean {
  if (actor.kind !== 'staff' || !actor.roles.includes('director')) return false
  return actor.place === acceptPlace || actor.body === decidingBody
}

function changed(dossier: CaseDossier, more: (lane: FastLane) => Partial<FastLane>): CaseDossier {
  const lane = dossier.fastLane!
  return { ...dossier, fastLane: { ...lane, ...more(lane) } }
}
