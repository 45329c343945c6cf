import { Type as T, type Static } from 'typebox'
import { contract } from '#platform/http/contract.ts'

/** How far a case has come, as the wall draws it: 收件, 受理, 审查, 决定, 制证送达, 办结. */
export const PUBLIC_STAGES = 6

/** A case as anybody in the hall may read it. There is no field that leads back to the case or to a person. */
export const PublicLine = T.Object(
  {
    /** The last seven signs of the case number: the day's running number with its check sign. */
    number: T.String(),
    applicant: T.String(),
    item: T.String(),
    step: T.String(),
    stage: T.Integer({ minimum: 1, maximum: PUBLIC_STAGES }),
    dueDay: T.Optional(T.String()),
    /** Whom the due day binds: `none` while the applicant is to act or nobody is any more. */
    standing: T.Enum(['in-time', 'soon', 'late', 'none']),
    changedAt: T.String(),
  },
  { additionalProperties: false },
)
export type PublicLine = Static<typeof PublicLine>

/** What has moved at one place, newest change first. */
export const Publicity = T.Object(
  {
    /** Under way, and closed within the last days. */
    underWay: T.Array(PublicLine),
    /** Results that wait at the window. */
    ready: T.Array(PublicLine),
    counts: T.Object({
      receivedToday: T.Integer(),
      closedToday: T.Integer(),
      underWay: T.Integer(),
      ready: T.Integer(),
    }),
  },
  { additionalProperties: false },
)
export type Publicity = Static<typeof Publicity>

export const ScreenView = T.Object(
  {
    /** Changes whenever anything but `at` does; the number that events and `ETag` carry. */
    version: T.Integer(),
    /** What the screen's own script was built from; a screen of another build loads itself anew. */
    build: T.String(),
    at: T.String(),
    place: T.Object({
      id: T.String(),
      name: T.String(),
      phone: T.String(),
      supervisionPhone: T.String(),
    }),
    opening: T.Object({ open: T.Boolean(), sentence: T.String() }),
    demo: T.Boolean(),
    ...Publicity.properties,
  },
  { additionalProperties: false },
)
export type ScreenView = Static<typeof ScreenView>

const PlaceParam = T.Object({ place: T.String({ minLength: 1, maxLength: 80, pattern: '^[\\w.-]+$' }) })

export const screenRoutes = contract({
  screen: {
    method: 'GET',
    path: '/screen/:place',
    who: 'public',
    summary: 'Masked progress of the cases taken in at a hall or centre, for its publicity screen',
    params: PlaceParam,
    reply: ScreenView,
  },
})

/** Served by hand, because it does not end. */
export const screenEventRoutes = contract({
  events: {
    method: 'GET',
    path: '/screen/:place/events',
    who: 'public',
    summary:
      'Server-sent events: { stream, version } whenever the picture of the place has changed; resumes by Last-Event-ID',
    params: PlaceParam,
    query: T.Object({ seen: T.Optional(T.Integer({ minimum: 0 })) }),
    reply: T.String(),
    bytes: 'out',
  },
})
