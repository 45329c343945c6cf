import type { StaffActor } from '#engine/actor.ts'
import type { RegisterRequest } from '#capabilities/acts/on-register.ts'
import { asOfficer } from '../people.ts'
import type { Run } from '../run.ts'

/** Whoever keeps the registers of powers and seals asks for something, under a request id of its own. */
export function registrarAsks(run: Run): RegisterRequest {
  const { town } = run
  const post = town.posts.find(({ roles }) => roles.includes('power-registrar'))!
  const { actor, reliesOn } = asOfficer(post)
  const requestId = `register-${run.serial()}`
  return { actor: actor as StaffActor, reliesOn, now: town.clock.now(), requestId }
}
