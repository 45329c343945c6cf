import { Type as T, type Static } from 'typebox'
import { DeliveryMode } from '#capabilities/catalogue/contract.ts'
import { AboutAsked } from '../chapters/licences/about.ts'

/** A paper or file handed in for a material. */
export const HandedIn = T.Object(
  {
    material: T.String({ minLength: 1, maxLength: 60 }),
    files: T.Array(T.String({ maxLength: 60 }), { maxItems: 20 }),
    paperOriginals: T.Integer({ minimum: 0, maximum: 20 }),
    paperCopies: T.Integer({ minimum: 0, maximum: 20 }),
  },
  { additionalProperties: false },
)
export type HandedIn = Static<typeof HandedIn>

export const PostalAddress = T.Object(
  {
    receiver: T.String({ minLength: 2, maxLength: 60 }),
    phone: T.String({ pattern: '^1\\d{10}$|^0\\d{2,3}-?\\d{7,8}$' }),
    address: T.String({ minLength: 6, maxLength: 200 }),
  },
  { additionalProperties: false },
)
export type PostalAddress = Static<typeof PostalAddress>

/** Filing (申请): online by the applicant, or taken down at any window (无差别受理). */
export const Filing = T.Object(
  {
    /** Which area the matter belongs to; staff file in their own, citizens in the installation's first unless they say. */
    area: T.Optional(T.String({ pattern: '^\\d{6}$' })),
    item: T.String({ maxLength: 60 }),
    /** The version the person saw; a draft that meets a newer one is told the differences. */
    itemVersion: T.Integer({ minimum: 1 }),
    /** Where the matter falls (region code), which picks the town that decides; defaults to the accepting place's. */
    region: T.Optional(T.String({ maxLength: 12 })),
    acceptPlace: T.String({ maxLength: 60 }),
    form: T.Record(
      T.String(),
      T.Union([T.String({ maxLength: 4000 }), T.Array(T.String({ maxLength: 40 }), { maxItems: 60 })]),
    ),
    materials: T.Array(HandedIn, { maxItems: 60 }),
    delivery: DeliveryMode,
    /** Where a result by post goes; asked for when `delivery` is `post`. */
    postal: T.Optional(PostalAddress),
    /** The applicant chose to promise (告知承诺): read, understood, confirmed online or signed on paper. */
    commitment: T.Optional(T.Object({ confirmed: T.Literal(true) }, { additionalProperties: false })),
    /** The licence of the applicant it is about, and what is asked of it: 变更、延续、注销. */
    about: T.Optional(AboutAsked),
    /** Applied for once more although the same is under way: why, said before it is filed. */
    again: T.Optional(
      T.Object({ reason: T.String({ minLength: 4, maxLength: 200 }) }, { additionalProperties: false }),
    ),
    /** The window it was taken in at; left out, the window of the clerk's post. */
    window: T.Optional(T.String({ maxLength: 60 })),
  },
  { additionalProperties: false },
)
export type Filing = Static<typeof Filing>

/** Why an on-the-spot matter was not finished in its visit (CAS-10). */
export const LEFT_OPEN_CODES = [
  'papers-missing',
  'outside-power',
  'needs-checking',
  'system-failure',
  'applicant-left',
  'other',
] as const
