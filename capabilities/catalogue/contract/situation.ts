import { Type as T, type Static } from 'typebox'
import { Fee } from './fee.ts'
import { Limit } from './limit.ts'
import { Answer, ProcessStep } from './process.ts'

const text = (maxLength: number) => T.String({ minLength: 1, maxLength })
const closed = <P extends T.TProperties>(properties: P) =>
  T.Object(properties, { additionalProperties: false })

/** A split standard in its version: `grassroots@1`. */
export const StandardRef = T.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*@[1-9]\\d*$', maxLength: 80 })

/**
 * One situation of an item (情形、业务办理项, 事项颗粒化, LC-3.5-01): whoever answers so has papers, a limit and a fee of their own.
 * What it leaves out is as the item has it.
 */
export const Situation = closed({
  /** The last two digits of its code (业务办理项编码). */
  no: T.String({ pattern: '^\\d{2}$' }),
  name: text(100),
  /** The version of the split standard (拆分标准) it was split under (LC-3.6-05). */
  standard: StandardRef,
  /** All of these answers, or it is another situation. */
  when: T.Array(Answer, { minItems: 1, maxItems: 6 }),
  /** Papers of the item that are asked here, by id. */
  materials: T.Optional(T.Array(text(60), { minItems: 1, maxItems: 40, uniqueItems: true })),
  promisedLimit: T.Optional(Limit),
  steps: T.Optional(T.Array(ProcessStep, { minItems: 3, maxItems: 12 })),
  fee: T.Optional(Fee),
  hint: T.Optional(text(300)),
})
export type Situation = Static<typeof Situation>

/** How an item is split (拆分标准): rules with a version; a situation that breaks one is not published. */
export const SplitStandard = closed({
  id: T.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 }),
  version: T.Integer({ minimum: 1 }),
  title: text(100),
  effectiveFrom: T.String({ format: 'date' }),
  source: text(500),
  rules: closed({
    /** How many situations an item may have. */
    least: T.Integer({ minimum: 1, maximum: 99 }),
    most: T.Integer({ minimum: 1, maximum: 99 }),
    /** By how many questions of the form they may be told apart, and of which kinds. */
    questions: T.Integer({ minimum: 1, maximum: 6 }),
    kinds: T.Array(T.Enum(['choice', 'yes-no']), { minItems: 1, uniqueItems: true }),
    /** Nobody falls into two. */
    exclusive: T.Boolean(),
    /** Everybody falls into one. */
    complete: T.Boolean(),
    /** Each has other papers, another limit or another fee than every other. */
    different: T.Boolean(),
    /** None promises more days than the item. */
    noLonger: T.Boolean(),
    /** Each paper of the item is asked in at least one. */
    everyPaper: T.Boolean(),
  }),
})
export type SplitStandard = Static<typeof SplitStandard>
