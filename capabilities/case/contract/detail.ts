import { Type as T, type Static } from 'typebox'
import { DeliveryMode, Limit } from '#capabilities/catalogue/contract.ts'
import { AllowedAct } from './allowed-act.ts'
import { ClockView } from './clock-view.ts'
import { DetailPart } from './detail-part.ts'
import { MaterialView } from './material.ts'
import { PaperView } from './paper.ts'
import { ProcedureName } from './procedure.ts'
import { CaseSummary } from './summary.ts'
import { SupplementView } from './supplement.ts'

export const StoryLine = T.Object({
  seq: T.Integer(),
  at: T.String(),
  /** Who, as the reader may know them: 您, 窗口人员 演示窗口01, 系统. */
  who: T.String(),
  /** The role the step was taken in, where posts may hold several: 窗口, 审批人员 (CAS-05). */
  as: T.Optional(T.String()),
  place: T.Optional(T.String()),
  /** What happened, as a Chinese sentence. */
  text: T.String(),
  details: T.Array(T.String()),
  /** Nobody acted: a clock ran out, a paper was made. */
  system: T.Optional(T.Boolean()),
  /** Papers this step brought about, by id. */
  papers: T.Optional(T.Array(T.String())),
})
export type StoryLine = Static<typeof StoryLine>

const Answers = T.Array(T.Object({ section: T.Optional(T.String()), label: T.String(), text: T.String() }))

export const CaseDetail = T.Object({
  summary: CaseSummary,
  itemVersion: T.Integer(),
  /** Promised from acceptance on, while nobody has accepted the application; told to its applicant. */
  decisionWithin: T.Optional(Limit),
  applicant: T.Object({
    name: T.String(),
    idKind: T.String(),
    idNumber: T.String(),
    phone: T.String(),
    /** Where a result by post goes. */
    postal: T.Optional(T.Object({ receiver: T.String(), phone: T.String(), address: T.String() })),
    /** The contact of a major project (直通车联系人), once revealed. */
    contact: T.Optional(T.Object({ name: T.String(), phone: T.String() })),
    masked: T.Boolean(),
  }),
  form: Answers,
  materials: T.Array(MaterialView),
  clocks: T.Array(ClockView),
  steps: T.Array(
    T.Object({ title: T.String(), state: T.Enum(['done', 'current', 'coming']), at: T.Optional(T.String()) }),
  ),
  /** The one notice, while it asks something or for later reading. */
  supplement: T.Optional(SupplementView),
  decision: T.Optional(
    T.Object({
      result: T.Enum(['granted', 'denied', 'refused']),
      reason: T.String(),
      day: T.String(),
      /** Who decided, by name and post: nobody hears a no from nobody (SUP-08). */
      by: T.Optional(T.String()),
      /** The last day of what was granted (有效期至), where there is one. */
      validUntil: T.Optional(T.String()),
    }),
  ),
  /** What the reviewing officer advised; shown to officers only. */
  review: T.Optional(T.Object({ opinion: T.Enum(['grant', 'deny']), text: T.String() })),
  deliveryMode: DeliveryMode,
  procedure: ProcedureName,
  /** What the applicant promised, under notice and commitment (告知承诺). */
  promise: T.Optional(
    T.Object({
      promises: T.Array(T.String()),
      liability: T.Array(T.String()),
      basis: T.String(),
      /** How the promise is looked at after the decision (事后核查). */
      checkedHow: T.String(),
      how: T.Enum(['online', 'on-paper']),
      at: T.String(),
      withdrawn: T.Boolean(),
    }),
  ),
  /** The visit to the place (现场勘验); its findings are shown to officers only. */
  survey: T.Optional(T.Object({ result: T.Enum(['met', 'not-met']), text: T.String(), day: T.String() })),
  /** An on-the-spot matter that was not finished in its visit, and why. */
  leftOpen: T.Optional(T.Object({ explained: T.Boolean(), text: T.String() })),
  /** Where a result in the post is. */
  posting: T.Optional(
    T.Object({
      freight: T.Enum(['collect', 'prepaid']),
      carrier: T.Optional(T.String()),
      waybill: T.Optional(T.String()),
      track: T.Array(T.Object({ text: T.String(), at: T.String() })),
      /** The carrier's picture of the signature. */
      receiptUrl: T.Optional(T.String()),
    }),
  ),
  /** The check after the decision (事后核查). */
  afterCheck: T.Optional(
    T.Object({
      dueDay: T.Optional(T.String()),
      result: T.Optional(T.Enum(['met', 'rectify', 'broken'])),
      text: T.Optional(T.String()),
    }),
  ),
  revocation: T.Optional(T.Object({ reason: T.String(), day: T.String() })),
  /** Whose opinion or signature is awaited beside the step, nearest day first; told to officers only. */
  awaits: T.Optional(
    T.Object({ who: T.String(), what: T.String(), clock: T.String(), day: T.Optional(T.String()) }),
  ),
  /** Nobody gave notice within five working days, so it counts as accepted since its receipt (视为受理); told to officers only. */
  deemed: T.Optional(T.Boolean()),
  /** What further lawful paths have to show: gaps, special procedures, opinions, meetings … */
  parts: T.Array(DetailPart),
  story: T.Array(StoryLine),
  papers: T.Array(PaperView),
  allowed: T.Array(AllowedAct),
})
export type CaseDetail = Static<typeof CaseDetail>

/** What number and query code (查询码) show to whoever holds them: where the matter stands, and nothing of the person. */
export const CaseProgress = T.Object({
  no: T.String(),
  itemName: T.String(),
  stateText: T.String(),
  applicant: T.String(),
  acceptPlace: T.String(),
  decidingBody: T.String(),
  waitsFor: T.String(),
  stands: T.Optional(T.String()),
  receivedAt: T.String(),
  closed: T.Boolean(),
  steps: CaseDetail.properties.steps,
  clocks: T.Array(ClockView),
})
export type CaseProgress = Static<typeof CaseProgress>

/** What a look for a stated reason shows in clear: who applies, and what they filled in. */
export const RevealedCase = T.Object({
  ...CaseDetail.properties.applicant.properties,
  form: T.Optional(Answers),
})
export type RevealedCase = Static<typeof RevealedCase>
