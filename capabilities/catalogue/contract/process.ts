import { Type as T, type Static } from 'typebox'

/**
 * One step (环节) of the handling process (办理流程). The legal procedure fixes the order;
 * the process chooses who does it and within how many working days. The limits of the steps
 * may not add up to more than the promise (standards.md §1.5 rule 8).
 */
export const ProcessStep = T.Object(
  {
    step: T.Enum(['accept', 'review', 'decide', 'issue']),
    name: T.String({ minLength: 1, maxLength: 40 }),
    role: T.Enum(['window-clerk', 'reviewer', 'approver', 'issuer']),
    limitWorkingDays: T.Number({ minimum: 0, maximum: 100 }),
    standard: T.String({ minLength: 1, maxLength: 500 }),
  },
  { additionalProperties: false },
)
export type ProcessStep = Static<typeof ProcessStep>
