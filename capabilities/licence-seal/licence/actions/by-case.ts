import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { ABOUT_KINDS, LICENCE_STATES } from '../../contract.ts'
import { cancellationClock, endRunning } from '../limits.ts'
import { outlives, stillRevoked } from '../intent.ts'
import { licenceAction } from './licence-action.ts'

const ALL = ['cancellation', 'statement', 'delivery', 'announcement']

/** A sealed grant opens the licence it grants (行政许可法第三十九条). */
export const open = licenceAction({
  name: 'open',
  from: [],
  to: ['valid'],
  by: ['system'],
  input: T.Object({
    ...{ id: T.String(), area: T.String(), number: T.String(), item: T.String(), itemVersion: T.Integer() },
    ...{ name: T.String(), party: T.String(), person: T.Boolean(), holder: T.String(), body: T.String() },
    ...{ place: T.String(), grantedOn: T.String(), validUntil: T.Optional(T.String()), case: T.String() },
    ...{ paper: T.Optional(T.String()), electronic: T.Boolean() },
  }),
  facts: ({ input }) => [{ kind: 'licence-opened', body: input }],
})

/** The holder has applied for something about it; a renewal in time keeps it in force until it is decided. */
export const noteApplication = licenceAction({
  name: 'note-application',
  from: ['valid', 'expired'],
  to: 'same',
  by: ['system'],
  input: T.Object({
    case: T.String(),
    kind: T.Enum([...ABOUT_KINDS]),
    filedOn: T.String(),
    inTime: T.Boolean(),
  }),
  // Two filed in the same second: the register follows the first.
  refuse: ({ dossier }) =>
    dossier.application === undefined
      ? undefined
      : refusal('application-running', { facts: { case: dossier.application.case } }),
  facts: ({ input }) => [{ kind: 'licence-application-noted', body: input }],
})

/** The application ended without being granted; a licence whose day has passed meanwhile expires at once. */
export const applicationOver = licenceAction({
  name: 'application-over',
  from: [...LICENCE_STATES],
  to: 'same',
  by: ['system'],
  input: T.Object({ case: T.String() }),
  refuse: ({ dossier, input }) =>
    dossier.application?.case === input.case ? undefined : refusal('not-for-this-dossier'),
  facts: ({ input }) => [{ kind: 'licence-application-over', body: input }],
})

/** 变更 granted (第四十九条): the register says what changed. */
export const change = licenceAction({
  name: 'change',
  from: ['valid'],
  to: 'same',
  by: ['system'],
  input: T.Object({
    case: T.String(),
    on: T.String(),
    holder: T.String(),
    /** Each changed answer with what it was before, worded. */
    what: T.Array(T.String()),
  }),
  facts: ({ input: { what, ...rest }, world }) => [
    { kind: 'licence-changed', body: { ...rest, what: world.seal(what) } },
  ],
})

/** 延续 granted, or counted as granted because nobody decided in time (第五十条第二款). */
export const renew = licenceAction({
  name: 'renew',
  from: ['valid', 'expired'],
  to: ['valid'],
  by: ['system'],
  input: T.Object({
    ...{ case: T.String(), on: T.String(), until: T.String(), deemed: T.Boolean() },
    /** The last day of the term that was to be renewed; one term is renewed once. */
    from: T.String(),
  }),
  offered: ({ validUntil }) => validUntil !== undefined,
  refuse: ({ dossier, input }) =>
    dossier.validUntil === input.from ? undefined : refusal('not-for-this-dossier'),
  facts: ({ dossier, input, now }) => [
    {
      kind: 'licence-renewed',
      body: input,
      clock: endRunning(dossier.clocks, ['cancellation'], now),
    },
  ],
})

/**
 * 注销 on the holder's own application: the decision on it is the notice. Filed before the holder was told of fraud, it still ends the licence,
 * and not what is to be decided about how it was got.
 */
export const cancelApplied = licenceAction({
  name: 'cancel-applied',
  from: ['valid', 'expired'],
  to: ['cancelled', 'given-up'],
  by: ['system'],
  input: T.Object({ case: T.String(), on: T.String() }),
  facts: ({ dossier, input, now, world }) => [
    stillRevoked(dossier)
      ? {
          kind: 'licence-given-up',
          body: input,
          clock: [
            ...endRunning(dossier.clocks, ['cancellation', 'delivery'], now),
            cancellationClock('准予注销申请', { at: now, world }),
          ],
        }
      : {
          kind: 'licence-ended',
          body: { how: 'cancelled', on: input.on, byCase: input.case },
          clock: endRunning(dossier.clocks, ALL, now),
        },
  ],
})

/** The decision that granted it was revoked in its own case (a promise that did not hold). */
export const followRevocation = licenceAction({
  name: 'follow-revocation',
  from: ['valid', 'expired', 'ending'],
  to: ['revoked'],
  by: ['system'],
  input: T.Object({ case: T.String(), on: T.String() }),
  facts: ({ dossier, input, now, world }) => [
    {
      kind: 'licence-ended',
      body: { how: 'revoked', on: input.on, byCase: input.case },
      clock: [
        ...endRunning(dossier.clocks, stillRevoked(dossier) ? ['cancellation', 'delivery'] : ALL, now),
        cancellationClock('撤销', { at: now, world }),
      ],
    },
  ],
})

/** Nobody renewed it in time. */
export const expire = licenceAction({
  name: 'expire',
  from: ['valid'],
  to: ['expired'],
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  offered: ({ validUntil }) => validUntil !== undefined,
  refuse: ({ dossier: { validUntil, application }, now }) =>
    legalDay(now) <= validUntil! || (application?.kind === 'renew' && application.inTime)
      ? refusal('licence-term-running')
      : undefined,
  facts: ({ dossier, now, world }) => [
    {
      kind: 'licence-expired',
      body: { validUntil: dossier.validUntil },
      clock: [
        ...(outlives(dossier)
          ? []
          : endRunning(dossier.clocks, ['statement', 'announcement', 'delivery'], now)),
        cancellationClock('有效期届满', { at: now, world }),
      ],
    },
  ],
})
