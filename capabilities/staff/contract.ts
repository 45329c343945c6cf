import { Type as T, type Static } from 'typebox'
import type { Refusal } from '#engine/refusal.ts'
import { Source } from '#capabilities/organisation/contract.ts'
import { ROLE_NAMES, type Role as AnyRole } from '#platform/auth/roles.ts'

/** What a post can let a person do: every role there is but the applicant's, which needs no post. */
export type Role = Exclude<AnyRole, 'applicant'>
export const ROLES = (Object.keys(ROLE_NAMES) as AnyRole[]).filter((role) => role !== 'applicant')
export const Role = T.Enum([...ROLES])

/** People belong to no area; their rows stand under this one. */
export const NO_AREA = '000000'

const Day = T.String({ format: 'date' })
const Id = T.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 })
const text = (maxLength: number) => T.String({ minLength: 1, maxLength })

/** The name of an official on duty: shown in full at the counter. */
export const Person = T.Object({ id: Id, name: text(40) }, { additionalProperties: false })
export type Person = Static<typeof Person>

/** A post (岗位): one person, in one place, for one body, with roles, from a first to a last day (both count). */
export const NewPost = T.Object(
  {
    id: Id,
    person: Id,
    title: text(80),
    roles: T.Array(Role, { minItems: 1, maxItems: 6, uniqueItems: true }),
    place: Id,
    body: Id,
    window: T.Union([Id, T.Null()]),
    validFrom: Day,
    validTo: T.Optional(T.Union([Day, T.Null()])),
  },
  { additionalProperties: false },
)
export type NewPost = Static<typeof NewPost>

/** Why somebody is away from the post (离岗): no more than the queue has to know, for the rest is the person's own. */
export const ABSENCE_KINDS = ['leave', 'business-trip', 'training', 'other-duty'] as const
export type AbsenceKind = (typeof ABSENCE_KINDS)[number]

/** Days away from a post, both counting. Cut short, the last day moves; called off, it lies before the first. */
export interface Absence {
  id: string
  from: string
  to: string
  kind: AbsenceKind
}

export interface Post extends Omit<NewPost, 'validTo'> {
  area: string
  validTo: string | null
  /** The post that stands in while this one is away (B角). */
  cover: string | null
  absences: readonly Absence[]
  /** Ledger stream and version: a decision taken from this post names them, and the commit checks them again. */
  stream: string
  version: number
}

/**
 * Posts that every hall, every town's centre, every named body or every station has alike, written once. People made of it
 * are synthetic and look it. Words of a title: `{county}`, `{town}`, `{village}`, `{body}`, `{place}`; of a login: `{area}`, `{key}`, `{slug}` and `{at}`, the digits or the id that the slug stands for.
 */
export const PostPattern = T.Object(
  {
    each: T.Enum(['hall', 'town', 'body', 'station']),
    /** Only these: bodies by id, towns and villages by region code; all of them when left out. */
    of: T.Optional(T.Array(T.String({ pattern: '^[a-z0-9-]{1,60}$' }), { minItems: 1, maxItems: 2000 })),
    login: T.Optional(text(60)),
    posts: T.Array(
      T.Object(
        {
          key: Id,
          /** `演示窗口{no}`: counted through the area. */
          name: text(40),
          title: text(80),
          roles: T.Array(Role, { minItems: 1, maxItems: 6, uniqueItems: true }),
          /** The number of the window at the place. */
          window: T.Optional(T.Integer({ minimum: 1, maximum: 999 })),
          /** The key of who stands in (B角). */
          cover: T.Optional(Id),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 20 },
    ),
    validFrom: Day,
  },
  { additionalProperties: false },
)
export type PostPattern = Static<typeof PostPattern>

/** `places/posts.json` of a pack. The demo password is for demo mode only; production loads posts without accounts. */
export const PostsFile = T.Object({
  source: Source,
  demoPassword: T.Optional(text(60)),
  people: T.Array(
    T.Object({ id: Id, name: text(40), login: T.Optional(text(60)) }, { additionalProperties: false }),
    { maxItems: 20_000 },
  ),
  posts: T.Array(NewPost, { maxItems: 40_000 }),
  /** Who stands in for whom (A、B角); named after all posts are there. */
  covers: T.Optional(
    T.Array(T.Object({ post: Id, cover: Id }, { additionalProperties: false }), { maxItems: 40_000 }),
  ),
  patterns: T.Optional(T.Array(PostPattern, { maxItems: 40 })),
  /** Short words for logins instead of digits, by town code (nine digits) or body. */
  slugs: T.Optional(T.Record(T.String(), T.String({ pattern: '^[a-z0-9-]{1,30}$' }))),
})
export type PostsFile = Static<typeof PostsFile>

/** Facts of a post's stream. */
export const POST_FACTS = [
  'post.appointed',
  'post.changed',
  'post.ended',
  'post.cover-named',
  'post.absence-set',
  'post.absence-ended',
] as const

export const STAFF_REFUSALS = [
  'post-not-yours',
  'post-not-begun',
  'post-ended',
  'post-unknown',
  'post-exists',
  'post-changed-meanwhile',
  'post-days-reversed',
  'person-unknown',
  'place-unknown',
  'body-unknown',
  'window-elsewhere',
  'role-unknown',
  'cover-is-oneself',
  'cover-elsewhere',
  'cover-lacks-roles',
  'cover-not-on-duty',
  'duty-not-yours',
  'duty-moved-away',
  'absence-in-the-past',
  'absence-days-reversed',
  'absence-overlaps',
  'absence-too-long',
  'absence-unknown',
  'administrators-are-separate',
  'administrator-does-no-business',
  'saved-list-not-found',
  'saved-list-named',
  'saved-lists-full',
  'request-reused',
] as const
export type StaffRefusalCode = (typeof STAFF_REFUSALS)[number]

export interface StaffRefusal extends Refusal {
  code: StaffRefusalCode
}

export function refuse(
  code: StaffRefusalCode,
  facts?: Record<string, unknown>,
  basis?: string,
): StaffRefusal {
  return { refused: true, code, ...(facts && { facts }), ...(basis && { basis }) }
}
