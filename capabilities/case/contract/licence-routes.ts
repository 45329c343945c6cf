import { Type as T, type Static } from 'typebox'
import { AS_FILE, contract } from '#platform/http/contract.ts'
import { ABOUT_KINDS, LICENCE_STATES } from '#capabilities/licence-seal/contract.ts'
import { AllowedAct } from './allowed-act.ts'
import { ClockView } from './clock-view.ts'
import { StoryLine } from './detail.ts'
import { DetailPart } from './detail-part.ts'

const State = T.Enum([...LICENCE_STATES])

/** A line of the register of licences (证照台账). The holder is masked for everybody here. */
export const LicenceSummary = T.Object({
  number: T.String(),
  name: T.String(),
  state: State,
  stateText: T.String(),
  itemId: T.String(),
  itemName: T.String(),
  holder: T.String(),
  body: T.String(),
  place: T.String(),
  grantedOn: T.String(),
  validUntil: T.Optional(T.String()),
  /** Whole days from today to the last day; negative once it has passed. */
  daysLeft: T.Optional(T.Integer()),
  /** An application about it that is open: 延续办理中. Its number stands among the cases of the detail. */
  application: T.Optional(T.Object({ kind: T.Enum([...ABOUT_KINDS]), text: T.String() })),
  waitsFor: T.String(),
  version: T.Integer(),
})
export type LicenceSummary = Static<typeof LicenceSummary>

export const LicencePaperView = T.Object({
  id: T.String(),
  title: T.String(),
  number: T.Optional(T.String()),
  at: T.String(),
  url: T.String(),
  verifyUrl: T.String(),
})

export const LicenceDetail = T.Object({
  summary: LicenceSummary,
  /** The cases it came from and was changed by, oldest first. */
  cases: T.Array(T.Object({ no: T.String(), text: T.String() })),
  parts: T.Array(DetailPart),
  clocks: T.Array(ClockView),
  story: T.Array(StoryLine),
  papers: T.Array(LicencePaperView),
  /** Papers that have been brought about and are still being made. */
  making: T.Optional(T.Array(T.Pick(LicencePaperView, ['id', 'title', 'at']))),
  /** What its holder may apply for now, and why not. */
  applications: T.Array(
    T.Object({
      kind: T.Enum([...ABOUT_KINDS]),
      title: T.String(),
      hint: T.String(),
      /** The sentence that says why not; absent when it may be applied for. */
      notNow: T.Optional(T.String()),
    }),
  ),
  allowed: T.Array(AllowedAct),
})
export type LicenceDetail = Static<typeof LicenceDetail>

/**
 * Whoever handles cases finds the licences of the own area. What happened to one, and its papers, are for those who granted it or took the
 * application in; others get the line of the register and what may be applied for.
 */
const READING = { roles: ['window-clerk', 'reviewer', 'approver', 'issuer', 'director', 'supervisor'] }
const Number = T.String({ minLength: 1, maxLength: 80 })

export const LicenceFilter = {
  state: T.Optional(State),
  item: T.Optional(T.String({ maxLength: 60 })),
  /** Part of the number, or of the holder's masked name. */
  words: T.Optional(T.String({ maxLength: 60 })),
  /** In force and running out within so many days. */
  within: T.Optional(T.Integer({ minimum: 1, maximum: 366 })),
  /** Only those that wait for a decision of the own body. */
  waiting: T.Optional(T.Enum(['1'])),
}

export const licenceRoutes = contract({
  licences: {
    method: 'GET',
    path: '/licences',
    who: READING,
    summary: 'The register of licences (证照台账), newest first',
    query: T.Object({
      ...LicenceFilter,
      limit: T.Optional(T.Integer({ minimum: 1, maximum: 100 })),
      cursor: T.Optional(T.String({ maxLength: 200 })),
    }),
    reply: T.Object({ items: T.Array(LicenceSummary), nextCursor: T.Optional(T.String()) }),
  },
  licence: {
    method: 'GET',
    path: '/licences/:number',
    who: READING,
    summary: 'One licence with its story, its papers and what may be done now',
    params: T.Object({ number: Number }),
    reply: LicenceDetail,
  },
  licenceAct: {
    method: 'POST',
    path: '/licences/:number/acts/:act',
    who: { roles: ['window-clerk', 'reviewer', 'approver'] },
    summary: 'Take one act on a licence: announce, hear, revoke, withdraw, change, correct, cancel, serve',
    params: T.Object({ number: Number, act: T.String({ maxLength: 40 }) }),
    body: T.Object(
      { version: T.Optional(T.Integer({ minimum: 0 })), input: T.Record(T.String(), T.Unknown()) },
      { additionalProperties: false },
    ),
    reply: T.Object({ number: T.String(), state: State, version: T.Integer() }),
  },
})

export const licenceFiles = contract({
  licencesFile: {
    method: 'GET',
    path: '/licence-register/export',
    who: READING,
    summary: 'The register as a file, as far as it was filtered',
    query: T.Object({ ...LicenceFilter, ...AS_FILE }),
    reply: T.String(),
    bytes: 'out',
  },
  licencePaper: {
    method: 'GET',
    path: '/licences/:number/papers/:id',
    // Whoever may see the licence: an officer, or its holder.
    who: 'signed-in',
    summary: 'A paper of a licence as it was sealed',
    params: T.Object({ number: Number, id: T.String({ maxLength: 60 }) }),
    query: T.Object({ inline: T.Optional(T.Enum(['1'])) }),
    reply: T.String({ format: 'binary' }),
    bytes: 'out',
  },
})
