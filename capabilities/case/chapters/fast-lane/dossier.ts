import { isSealed } from '#platform/crypto/sealed.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import type { Sealed, StepMark } from '../../model/step-mark.ts'

/** The three services of the fast lane: 咨询、指导、办理. */
export const LANE_SERVICES = ['consult', 'guide', 'handle'] as const
export type LaneService = (typeof LANE_SERVICES)[number]

export interface Contact {
  post: string
  /** Name and post as the register had them. */
  name: string
  /** Sealed; in facts of before it stands in the clear. */
  phone: Sealed
}

/** The contact's number as it can be read: sealed ones once opened, and none where the key is gone. */
export function phoneOf({ phone }: Contact, open: (sealed: Sealed) => unknown): string {
  return isSealed(phone) ? String(open(phone) ?? '') : phone
}

/** What was done for the project in one of the services; open until somebody says it is finished. */
export interface ServiceRecord {
  entries: readonly { text: Sealed; by: StepMark }[]
  finished?: StepMark
}

/** A case of a major investment project (重大投资项目直通车). */
export interface FastLane {
  /** The project's national code (项目代码): cases that carry the same one belong together. */
  project: string
  name: string
  contact: Contact
  services: Readonly<Record<LaneService, ServiceRecord>>
  by: StepMark
  closed?: { reason: Sealed; by: StepMark }
}

/** The lane while it is open. */
export function openLane({ fastLane }: Pick<CaseDossier, 'fastLane'>): FastLane | undefined {
  return fastLane?.closed === undefined ? fastLane : undefined
}
