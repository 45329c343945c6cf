import type { CitizenActor, StaffActor } from '../auth/actor.ts'
import type { Instant } from '../clock.ts'
import type { Who } from './contract.ts'

/** Who is calling, as the session names them; capabilities see it as the engine's actor. */
export type Caller = StaffActor | CitizenActor

export interface CallBase {
  caller?: Caller
  /** An officer's own area, else the one this request is about. */
  area: string
  /** Token hash of the session, for sign-out and post switch. */
  session?: SessionOfCall
  /** The caller's own id for this write; the same id twice is the same click. */
  requestId: string
  now: Instant
  ip: string
  agent: string
}

export interface SessionOfCall {
  token: string
  account: string
  /** Streams this session's rights rest on (the post); acts rely on their versions. */
  reliesOn: readonly { stream: string; version: number }[]
}

export function mayCall(who: Who, caller: Caller | undefined): boolean {
  if (who === 'public') return true
  if (caller === undefined) return false
  if (who === 'signed-in') return true
  if (who === 'citizen' || who === 'staff') return caller.kind === who
  const roles = caller.kind === 'staff' ? caller.roles : ['applicant']
  return who.roles.some((role) => roles.includes(role))
}
