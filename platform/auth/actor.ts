/** Who acts. The same shape as the engine's actor; the two folders do not know each other. */
export type Actor = StaffActor | CitizenActor | SystemActor

export interface StaffActor {
  kind: 'staff'
  person: string
  post: string
  roles: readonly string[]
  place: string
  body: string
  area: string
}

export interface CitizenActor {
  kind: 'citizen'
  person: string
  party: string
}

export interface SystemActor {
  kind: 'system'
  job: string
}

/** The roles by which an actor sees and does things. A system act has none: it goes by its job. */
export function rolesOf(actor: Actor): readonly string[] {
  switch (actor.kind) {
    case 'staff':
      return actor.roles
    case 'citizen':
      return ['applicant']
    case 'system':
      return []
  }
}
