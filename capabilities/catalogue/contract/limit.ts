import { Type as T, type Static } from 'typebox'

const text = (maxLength: number) => T.String({ minLength: 1, maxLength })

/** A limit names its unit; the three units never mix (standards.md §0). */
export const Limit = T.Object(
  {
    amount: T.Integer({ minimum: 0, maximum: 1000 }),
    unit: T.Enum(['working-day', 'calendar-day', 'hour']),
    /** For hours: only while the office is open (工作小时); left out, hours run day and night. */
    within: T.Optional(T.Literal('office-hours')),
    /** Most limits count from acceptance (受理); some laws count from receipt (收到申请). */
    from: T.Optional(T.Enum(['acceptance', 'receipt'])),
    basis: T.Optional(text(300)),
    note: T.Optional(text(300)),
    /** How far its own law lets it be extended (法律、法规另有规定的，依照其规定); same unit as the limit. */
    extension: T.Optional(
      T.Object(
        {
          amount: T.Integer({ minimum: 1, maximum: 1000 }),
          unit: T.Enum(['working-day', 'calendar-day', 'hour']),
          basis: text(300),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)
export type Limit = Static<typeof Limit>
