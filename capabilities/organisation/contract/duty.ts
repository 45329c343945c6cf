import { Type as T, type Static } from 'typebox'
import { Id, Validity, text } from './dates.ts'

/** 牵头, 指导, 建设, 运行, 配合, 监督考核. */
export const DUTY_ROLES = ['lead', 'guide', 'build', 'run', 'cooperate', 'supervise'] as const
export const DutyRole = T.Enum([...DUTY_ROLES])
export type DutyRole = Static<typeof DutyRole>

/**
 * What of the house's own acts a duty carries: 场所和机构信息, 标准和制度, 改革登记, 经费和投入, 制度落实, 监督评价. Whoever does one of
 * them acts for a body to which a line with it falls; a town only on its own ground.
 */
export const DUTY_ACTS = ['places', 'standards', 'reform', 'means', 'adoption', 'appraisal'] as const
export const DutyAct = T.Enum([...DUTY_ACTS])
export type DutyAct = Static<typeof DutyAct>

/** Which body does what, per subject of the plan (机构职责分工), with the clauses that say so. */
export const Duty = T.Object(
  {
    id: Id,
    subject: Id,
    subjectName: text(60),
    role: DutyRole,
    /** A body's id, `town` for every town and street government for its own ground, `department` for every department. */
    body: Id,
    clauses: T.Array(T.String({ pattern: '^[A-Z]{2}-[0-9.]+-\\d{2}$' }), { minItems: 1 }),
    acts: T.Array(DutyAct, { uniqueItems: true }),
    ...Validity,
  },
  { additionalProperties: false },
)
export type Duty = Static<typeof Duty>
