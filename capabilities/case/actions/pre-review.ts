import { Type as T } from 'typebox'
import { caseAction } from './case-action.ts'

/**
 * An optional look at an online filing (预审). It informs and nothing else: the five-day clock of
 * article 32 runs on from the day of receipt whether or not anybody looked.
 */
export const preReview = caseAction({
  name: 'pre-review',
  from: ['received'],
  to: 'same',
  by: ['window-clerk'],
  input: T.Object(
    { passed: T.Boolean(), remark: T.Optional(T.String({ maxLength: 300 })) },
    { additionalProperties: false },
  ),
  facts: ({ input, world }) => [
    {
      kind: 'pre-reviewed',
      body: { passed: input.passed, ...(input.remark ? { remark: world.seal(input.remark) } : {}) },
    },
  ],
})
