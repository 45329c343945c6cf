import { Type as T, type Static } from 'typebox'
import { Id, RegionCode, Validity, text } from './dates.ts'
import { Tier } from './region.ts'

export const BODY_KINDS = [
  'government',
  'department',
  'branch',
  'institution',
  'mass-organisation',
  'town-government',
  'street-office',
  // 开发区管理委员会: an agency of the government above it with ground of its own.
  'management-committee',
] as const
export const BodyKind = T.Enum([...BODY_KINDS])
export type BodyKind = Static<typeof BodyKind>

/** 机构: what owns items and places and decides. */
export const Body = T.Object(
  {
    area: T.String({ pattern: '^\\d{6}$' }),
    id: Id,
    version: T.Integer({ minimum: 1 }),
    name: text(120),
    shortName: text(60),
    kind: BodyKind,
    tier: Tier,
    region: RegionCode,
    parent: T.Union([Id, T.Null()]),
    /** 统一社会信用代码, GB 32100. */
    creditCode: T.String({ pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' }),
    /** Made for the demo, passes the checksum, registered nowhere; documents and exchange must not use it in production. */
    syntheticCode: T.Boolean(),
    /** `stated`: named by the pack's source document; `assumed`: common knowledge [K]. */
    certainty: T.Enum(['stated', 'assumed']),
    ...Validity,
  },
  { additionalProperties: false },
)
export type Body = Static<typeof Body>
