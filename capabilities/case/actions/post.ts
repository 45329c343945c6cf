import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { decisionPaper } from '../model/papers.ts'
import { caseAction } from './case-action.ts'
import { delivered } from './deliver.ts'

const Waybill = T.Object(
  {
    carrier: T.String({ minLength: 2, maxLength: 40 }),
    waybill: T.String({ pattern: '^[A-Za-z0-9]{6,40}$' }),
  },
  { additionalProperties: false },
)

/**
 * Handing over to the post at the issue desk (邮寄送达, LIC-09). Where a carrier is connected, its waybill follows by itself;
 * otherwise the clerk writes down the one on the parcel.
 */
export const handToPost = caseAction({
  name: 'hand-to-post',
  from: ['issued', 'not-accepted'],
  to: ['in-post'],
  by: ['window-clerk'],
  input: T.Object({ freight: T.Enum(['collect', 'prepaid']) }, { additionalProperties: false }),
  offered: ({ delivery }) => delivery === 'post',
  refuse: ({ dossier }) =>
    decisionPaper(dossier) === undefined ? refusal('decision-paper-not-ready') : undefined,
  facts: ({ input, world }) => [{ kind: 'posted', body: { freight: input.freight, order: world.newId() } }],
})

export const recordWaybill = caseAction({
  name: 'record-waybill',
  from: ['in-post'],
  to: 'same',
  by: ['window-clerk', 'system'],
  input: Waybill,
  offered: ({ posting }) => posting?.waybill === undefined,
  facts: ({ input }) => [{ kind: 'waybill-recorded', body: { ...input } }],
})

/** What the carrier says of the parcel; the last line is what people read. */
export const recordTracking = caseAction({
  name: 'record-tracking',
  from: ['in-post'],
  to: 'same',
  by: ['system'],
  input: T.Object(
    {
      events: T.Array(
        T.Object({
          status: T.String({ maxLength: 40 }),
          text: T.String({ maxLength: 200 }),
          at: T.String({ maxLength: 40 }),
        }),
        { minItems: 1, maxItems: 50 },
      ),
    },
    { additionalProperties: false },
  ),
  facts: ({ input, world }) => [
    { kind: 'tracked', body: { events: world.seal(input.events), moves: input.events.length } },
  ],
})

/** Signed for: the receiver's name and the carrier's receipt (回执) are kept, and the result is delivered. */
export const deliverByPost = caseAction({
  name: 'deliver-by-post',
  from: ['in-post'],
  to: ['closed', 'under-check'],
  by: ['window-clerk', 'system'],
  input: T.Object(
    {
      receiver: T.String({ minLength: 1, maxLength: 60 }),
      signedOn: T.String({ format: 'date' }),
      /** The stored receipt of the carrier, when it came electronically. */
      receipt: T.Optional(T.Object({ file: T.String(), hash: T.String() })),
    },
    { additionalProperties: false },
  ),
  refuse: ({ dossier: { posting }, input, now }) => {
    if (posting?.waybill === undefined) return refusal('waybill-needed')
    // The days to seek review or sue run from this day, so it can be neither before the parcel nor yet to come.
    return input.signedOn < posting.by.day || input.signedOn > legalDay(now)
      ? refusal('input-invalid', { facts: { problems: ['签收日期应在交寄之后、今天或者今天以前'] } })
      : undefined
  },
  facts: (act) => {
    const { receipt, ...signed } = act.input
    return delivered('post', act.world.seal({ ...signed, relation: 'self', identified: '邮件签收' }), act, {
      ...(receipt ? { receipt } : {}),
    })
  },
})

/** The parcel came back: it lies at the window again and the applicant is told. */
export const returnFromPost = caseAction({
  name: 'return-from-post',
  from: ['in-post'],
  to: ['issued', 'not-accepted'],
  by: ['window-clerk', 'system'],
  input: T.Object({ reason: T.String({ minLength: 2, maxLength: 200 }) }, { additionalProperties: false }),
  facts: ({ input, world }) => [{ kind: 'post-returned', body: { reason: world.seal(input.reason) } }],
})
