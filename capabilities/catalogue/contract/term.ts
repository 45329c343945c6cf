import { Type as T, type Static } from 'typebox'

const basis = T.String({ minLength: 1, maxLength: 300 })
const closed = <P extends T.TProperties>(properties: P) =>
  T.Object(properties, { additionalProperties: false })

export const Span = closed({
  amount: T.Integer({ minimum: 1, maximum: 600 }),
  unit: T.Enum(['year', 'month']),
})
export type Span = Static<typeof Span>

/** How long what is granted is in force (有效期), with the rule that says so; 见 GB/T 39046 “审批结果有效期”. */
export const Term = T.Union([
  /** So long from the grant, and a renewal so long again. */
  closed({ kind: T.Literal('span'), ...Span.properties, basis }),
  /** To one day for everybody: a trial, a policy with an end. */
  closed({ kind: T.Literal('until'), day: T.String({ format: 'date' }), basis }),
  /** The decision names the last day; where a rule sets the longest, it has to. */
  closed({ kind: T.Literal('decided'), atMost: T.Optional(Span), basis }),
  /** In force until something ends it. */
  closed({ kind: T.Literal('none'), basis }),
])
export type Term = Static<typeof Term>
