import { Type as T, type Static } from 'typebox'
import { contract } from '#platform/http/contract.ts'
import { ABSENCE_KINDS } from '../contract.ts'

const Day = T.String({ format: 'date' })
const Post = T.Object({ post: T.String({ maxLength: 60 }) })

/** A post with who stands in for it and when it is away, as its holder and its director see it. */
export const DutyView = T.Object({
  post: T.String(),
  personName: T.String(),
  title: T.String(),
  placeName: T.String(),
  bodyName: T.String(),
  own: T.Boolean(),
  cover: T.Optional(T.Object({ post: T.String(), personName: T.String(), title: T.String() })),
  /** Posts that could stand in: same body or place, the same roles. */
  mayCover: T.Array(T.Object({ post: T.String(), personName: T.String(), title: T.String() })),
  /** Those that are not over, the nearest first. */
  absences: T.Array(
    T.Object({ id: T.String(), from: Day, to: Day, kind: T.Enum([...ABSENCE_KINDS]), now: T.Boolean() }),
  ),
})
export type DutyView = Static<typeof DutyView>

/** A post and its cover away on the same days (A、B角都不在岗), which somebody has to make up for. */
export const BothAwayView = T.Object({
  post: T.String(),
  personName: T.String(),
  title: T.String(),
  coverName: T.String(),
  placeName: T.String(),
  bodyName: T.String(),
  from: Day,
  to: Day,
})
export type BothAwayView = Static<typeof BothAwayView>

/** 离岗与顶岗: everybody sees to their own post; the director of the place or body to all of them. */
export const dutyRoutes = contract({
  duty: {
    method: 'GET',
    path: '/duty',
    who: 'staff',
    summary:
      'My post, and as a director those of my place and body, with cover and absences (离岗与顶岗); alerts where both are away',
    reply: T.Object({ posts: T.Array(DutyView), alerts: T.Array(BothAwayView) }),
  },
  setCover: {
    method: 'PUT',
    path: '/duty/:post/cover',
    who: 'staff',
    summary: 'Name the post that stands in while this one is away (B角), or nobody',
    params: Post,
    body: T.Object(
      { cover: T.Union([T.String({ minLength: 1, maxLength: 60 }), T.Null()]) },
      { additionalProperties: false },
    ),
    reply: T.Object({ done: T.Boolean() }),
  },
  setAbsence: {
    method: 'POST',
    path: '/duty/:post/absences',
    who: 'staff',
    summary: 'Register an absence from one day to another, both counting',
    params: Post,
    body: T.Object({ from: Day, to: Day, kind: T.Enum([...ABSENCE_KINDS]) }, { additionalProperties: false }),
    reply: T.Object({ done: T.Boolean() }),
  },
  endAbsence: {
    method: 'POST',
    path: '/duty/:post/absences/:id/end',
    who: 'staff',
    summary: 'Back early, or not going at all: the absence ends with yesterday',
    params: T.Object({ post: T.String({ maxLength: 60 }), id: T.String({ format: 'uuid' }) }),
    reply: T.Object({ done: T.Boolean() }),
  },
})
