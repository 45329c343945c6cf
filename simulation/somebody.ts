import type { Actor } from '#engine/actor.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import type { Visitor } from '#capabilities/portal/contract.ts'
import type { DemoPerson } from '../apps/server/demo/people.ts'

export interface Citizen {
  index: number
  person: DemoPerson
  visitor: Visitor
  party: string
}

/** Somebody at a desk or a phone, with what their acts rely on. */
export interface Somebody {
  /** How the log calls them; never an id that chance made. */
  name: string
  actor: Actor
  reliesOn: readonly ReliedOn[]
  citizen?: Citizen
}
