/** Who acts. Every fact names one; staff act through a post (岗位), citizens for a party (当事人). */
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

/** A due job. It goes through the same `decide` as people do; nothing happens by itself outside it. */
export interface SystemActor {
  kind: 'system'
  job: string
}
