import { Type as T } from 'typebox'
import { contract } from '#platform/http/contract.ts'

/** Whoever sits at a counter of a centre or a station. */
const COUNTER = { roles: ['window-clerk', 'village-agent'] } as const
const Id = T.String({ format: 'uuid' })

export const paymentRoutes = contract({
  utilityOwed: {
    method: 'POST',
    path: '/utilities/owed',
    who: COUNTER,
    summary: 'What is owed for water, electricity, gas or heating under an account number (水电气暖)',
    body: T.Object(
      {
        utility: T.Enum(['water', 'electricity', 'gas', 'heating']),
        account: T.String({ pattern: '^\\d{4,20}$' }),
      },
      { additionalProperties: false },
    ),
    reply: T.Object({
      bill: T.String(),
      utilityText: T.String(),
      account: T.String(),
      holder: T.String(),
      period: T.String(),
      amountText: T.String(),
    }),
  },
})

export const paymentFiles = contract({
  utilityReceipt: {
    method: 'GET',
    path: '/utilities/payments/:id/receipt',
    who: { roles: ['window-clerk', 'village-agent', 'director', 'supervisor'] },
    summary: 'The receipt of a payment that was taken, as PDF',
    params: T.Object({ id: Id }),
    reply: T.String(),
    bytes: 'out',
  },
})
