import { Type as T } from 'typebox'
import { Value } from 'typebox/value'
import { USUAL_THRESHOLDS, type Thresholds } from './alert.ts'
import type { Policy } from './indicators.ts'
import type { Target } from './targets.ts'

const Day = T.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** The pack parameter `targets`: dated goals, each with the clause that states it. */
export const Targets = T.Array(
  T.Object(
    {
      indicator: T.String({ maxLength: 60 }),
      by: Day,
      value: T.Number({ minimum: 0, maximum: 100 }),
      since: T.Optional(Day),
      clauses: T.Array(T.String({ maxLength: 40 })),
      certainty: T.Enum(['stated', 'assumed']),
    },
    { additionalProperties: false },
  ),
  { maxItems: 200 },
)

/** The pack parameter `comprehensiveWindowKinds`, asked for only where windows are not alike. */
export const ComprehensiveWindowKinds = T.Array(T.String({ maxLength: 60 }), { maxItems: 60 })

/** The pack parameter `supervisionThresholds`. */
export const SupervisionThresholds = T.Object(
  {
    nearPercent: T.Integer({ minimum: 0, maximum: 100 }),
    nearWorkingDays: T.Integer({ minimum: 0, maximum: 30 }),
  },
  { additionalProperties: false },
)

/** What a pack says to supervision. */
export interface SupervisionPolicy extends Policy {
  targets: readonly Target[]
  thresholds: Thresholds
}

type Parameters = Readonly<Record<string, { value: unknown } | undefined>>

/** A parameter that is there and malformed is a fault of the pack: counting by a guess would be worse than stopping. */
export function policyOf(parameters: Parameters): SupervisionPolicy {
  const value = <S extends T.TSchema>(name: string, schema: S, usual: T.Static<S>): T.Static<S> => {
    const found = parameters[name]
    if (found === undefined) return usual
    if (!Value.Check(schema, found.value)) throw new Error(`the pack parameter ${name} is malformed`)
    return found.value as T.Static<S>
  }
  const { undifferentiated } = parameters['windowModel']?.value as { undifferentiated: boolean }
  return {
    undifferentiated,
    comprehensiveWindowKinds: value('comprehensiveWindowKinds', ComprehensiveWindowKinds, []),
    targets: value('targets', Targets, []),
    thresholds: value('supervisionThresholds', SupervisionThresholds, USUAL_THRESHOLDS),
  }
}
