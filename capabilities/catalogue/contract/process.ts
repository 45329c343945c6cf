import { Type as T, type Static } from 'typebox'
import { Limit } from './limit.ts'

const text = (maxLength: number) => T.String({ minLength: 1, maxLength })

/**
 * One step (环节) of the handling process (办理流程). The legal procedure fixes the order;
 * the process chooses who does it and within how many working days. The limits of the steps
 * add up to the promise (CAS-09): time that no step answers for is time nobody answers for.
 */
export const ProcessStep = T.Object(
  {
    step: T.Enum(['accept', 'survey', 'review', 'decide', 'issue']),
    name: text(40),
    role: T.Enum(['window-clerk', 'reviewer', 'approver', 'issuer']),
    limitWorkingDays: T.Number({ minimum: 0, maximum: 100 }),
    standard: text(500),
  },
  { additionalProperties: false },
)
export type ProcessStep = Static<typeof ProcessStep>

/** True while the form's field holds this answer, or one of these. */
export const Answer = T.Object(
  { field: text(40), equals: T.Union([text(40), T.Array(text(40), { minItems: 1, maxItems: 20 })]) },
  { additionalProperties: false },
)
export type Answer = Static<typeof Answer>

/**
 * Notice and commitment (告知承诺, 国办发〔2020〕42号): whoever may, chooses to promise in writing that the conditions are
 * met; the decision is made on the spot and checked afterwards. Whoever does not choose it goes the item's ordinary way.
 */
export const Commitment = T.Object(
  {
    /** Who may choose it, by an answer of the form; absent means everybody. */
    when: T.Optional(Answer),
    /** Answers that close this way, such as goods of high risk. */
    unless: T.Optional(T.Array(Answer, { minItems: 1, maxItems: 10 })),
    /** Materials the promise stands in for; they are not asked of those who promise. */
    replaces: T.Array(text(60), { maxItems: 40 }),
    steps: T.Array(ProcessStep, { minItems: 3, maxItems: 12 }),
    /** What is promised, one line each, in the words the applicant signs. */
    promises: T.Array(text(500), { minItems: 1, maxItems: 30 }),
    /** What a false promise leads to, in the words the applicant signs. */
    liability: T.Array(text(500), { minItems: 1, maxItems: 12 }),
    /** The check after the decision (事后核查), counted from the decision. */
    check: T.Object({ within: Limit, how: text(500) }, { additionalProperties: false }),
    /** Time to put right what the check found (限期整改). */
    rectifyWithin: Limit,
    basis: text(500),
  },
  { additionalProperties: false },
)
export type Commitment = Static<typeof Commitment>

export const Process = T.Object({
  /** The legal procedure in code: `approval` 承诺件, or `on-the-spot` 即办件, accepted and decided in the visit. */
  procedure: T.Enum(['approval', 'on-the-spot']),
  /** Optional look at an online filing before formal receipt (预审); it never delays the five-day clock. */
  preReview: T.Boolean(),
  steps: T.Array(ProcessStep, { minItems: 3, maxItems: 12 }),
  commitment: T.Optional(Commitment),
  /**
   * Examined here and decided above (依法先经下级行政机关审查后报上级行政机关决定, 行政许可法第三十五条): who decides, and the limit
   * for the examination where the item's own law names another than the twenty working days of article 43. The law that sends it up,
   * and what people are told of the time above, which no clock of this house measures.
   */
  forwardsTo: T.Optional(
    T.Object(
      {
        body: text(100),
        limit: T.Optional(Limit),
        basis: T.Optional(text(300)),
        told: T.Optional(text(300)),
      },
      { additionalProperties: false },
    ),
  ),
  /** Several bodies decide together, at one place or as one (统一、联合、集中办理): forty-five working days, and the government's head extends. */
  together: T.Optional(T.Boolean()),
  /** What is going to be decided is made public first (公示), for so long and in such a place. */
  publicity: T.Optional(
    T.Object(
      {
        ...{ within: Limit, where: text(100), basis: text(300) },
        /** How an applicant who is a person stands there: by surname (张某) unless the item's law wants the whole name. */
        names: T.Optional(T.Enum(['surname', 'whole'])),
        /** Cases its law decides without: 情况紧急的简化手续, 低保家庭成员直接办理. */
        unless: T.Optional(
          T.Array(T.Object({ when: text(200), basis: text(300) }, { additionalProperties: false }), {
            minItems: 1,
            maxItems: 6,
          }),
        ),
      },
      { additionalProperties: false },
    ),
  ),
})
export type Process = Static<typeof Process>
