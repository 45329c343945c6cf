import { Type as T, type Static } from 'typebox'
import { CLOCK_KINDS } from '#engine/clock/entry.ts'
import { DeliveryMode } from '#capabilities/catalogue/contract.ts'
import { AboutAsked } from './chapters/licences/about.ts'
import { ActField } from './contract/act-field.ts'
import { DetailPart } from './contract/detail-part.ts'

export { AboutAsked } from './chapters/licences/about.ts'
export type { LicenceDetail, LicenceSummary } from './contract/licence-routes.ts'
export { ActField } from './contract/act-field.ts'
export { DetailPart } from './contract/detail-part.ts'

/** The legal procedures of a case: 承诺件, 即办件, 告知承诺. */
export const PROCEDURES = ['approval', 'on-the-spot', 'commitment'] as const
export const ProcedureName = T.Enum([...PROCEDURES])
export type ProcedureName = (typeof PROCEDURES)[number]

/** States of a case under any of its procedures, in the order a person meets them. */
export const CASE_STATES = [
  'received',
  'supplementing',
  'refusal-proposed',
  'accepted',
  'reviewed',
  'decided',
  'issued',
  'in-post',
  'not-accepted',
  'under-check',
  'rectifying',
  'check-failed',
  'revoking',
  'revoked',
  'closed',
  'withdrawn',
  'lapsed',
  'returned',
  'terminated',
  'forwarded',
] as const
export const CaseState = T.Enum([...CASE_STATES])

/** A due day with the one sentence that explains it, the same for citizen, clerk and supervisor. */
export const ClockView = T.Object({
  clock: T.String(),
  kind: T.Enum([...CLOCK_KINDS]),
  /** 受理期限, 承诺办结期限 … */
  title: T.String(),
  state: T.Enum(['running', 'stopped', 'ended']),
  day: T.Optional(T.String()),
  provisional: T.Boolean(),
  /** Why it falls on that day, in Chinese. */
  sentence: T.String(),
  /** What it waits for while it stands still, the earliest first. */
  paused: T.Optional(T.Array(T.Object({ since: T.String(), waitsFor: T.String() }))),
  /** `late` once the day has passed, `soon` on the last working day, else `in-time`. */
  standing: T.Enum(['in-time', 'soon', 'late']),
})
export type ClockView = Static<typeof ClockView>

/** A line of a work list or of “my matters”. Names are masked for everybody here. */
export const CaseSummary = T.Object({
  no: T.String(),
  state: CaseState,
  stateText: T.String(),
  itemId: T.String(),
  itemName: T.String(),
  applicant: T.String(),
  channel: T.Enum(['online', 'window']),
  acceptPlace: T.String(),
  decidingBody: T.String(),
  receivedAt: T.String(),
  /** The nearest running due day. */
  dueDay: T.Optional(T.String()),
  standing: T.Enum(['in-time', 'soon', 'late', 'none']),
  /** Working days from today to the due day by the calendar of the case; negative once it has passed. */
  workingDaysLeft: T.Optional(T.Integer()),
  /** Who must act now, in Chinese: 窗口人员, 申请人 … */
  waitsFor: T.String(),
  procedure: ProcedureName,
  /** An on-the-spot matter stayed open after its visit and nobody has said why (CAS-10); nothing goes on before. */
  reasonOwed: T.Optional(T.Boolean()),
  /** Nobody holds it, and it waits for a role that this post has here. */
  claimable: T.Optional(T.Boolean()),
  /** Who claimed it or was given it; told to officers only. */
  holder: T.Optional(
    T.Object({
      name: T.String(),
      /** It is mine to do: my own claim, or that of a colleague away for whom I stand in. */
      mine: T.Boolean(),
      away: T.Optional(T.Boolean()),
    }),
  ),
  /** Name of the major project it belongs to (直通车). */
  project: T.Optional(T.String()),
  version: T.Integer(),
})
export type CaseSummary = Static<typeof CaseSummary>

export const FileView = T.Object({
  id: T.String(),
  name: T.String(),
  size: T.Integer(),
  mediaType: T.String(),
  url: T.String(),
})
export type FileView = Static<typeof FileView>

export const MaterialView = T.Object({
  id: T.String(),
  name: T.String(),
  necessity: T.Enum(['required', 'conditional', 'tolerable']),
  requirement: T.String(),
  when: T.Optional(T.String()),
  fromForm: T.Boolean(),
  /** Whether the answers of the form make a conditional paper necessary; absent where only `when` can say so. */
  applies: T.Optional(T.Boolean()),
  /** What the clerk found; `unchecked` until then. */
  verdict: T.Enum(['unchecked', 'ok', 'missing', 'defective', 'not-applicable']),
  note: T.Optional(T.String()),
  paperOriginals: T.Integer(),
  paperCopies: T.Integer(),
  files: T.Array(FileView),
})
export type MaterialView = Static<typeof MaterialView>

/** One line of a one-time notice (补正告知): what, what is wrong, how to mend it, on what ground. */
export const SupplementLine = T.Object(
  {
    material: T.String({ minLength: 1, maxLength: 60 }),
    problem: T.String({ minLength: 1, maxLength: 300 }),
    remedy: T.String({ minLength: 1, maxLength: 300 }),
    basis: T.Optional(T.String({ maxLength: 300 })),
  },
  { additionalProperties: false },
)
export type SupplementLine = Static<typeof SupplementLine>

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

/** Papers (文书) a case can bring about. */
export const PAPERS = [
  'receipt',
  'commitment',
  'acceptance',
  'supplement',
  'not-accepted',
  'grant',
  'denial',
  'delivery',
  'rectification',
  'revocation',
  'gap-notice',
  'return-notice',
  'lapse-notice',
  'withdrawal',
  'termination',
  'forwarding',
  'opinion-request',
  'meeting-notice',
  'meeting-minutes',
  'special-procedure',
  'hearing-right',
  'hearing-notice',
  'extension',
  'publicity-notice',
] as const
export type PaperName = (typeof PAPERS)[number]

export const PaperView = T.Object({
  id: T.String(),
  kind: T.Enum([...PAPERS]),
  title: T.String(),
  number: T.Optional(T.String()),
  at: T.String(),
  /** Absent while the paper is being made. */
  url: T.Optional(T.String()),
  verifyUrl: T.Optional(T.String()),
})
export type PaperView = Static<typeof PaperView>

/** A button: what may be done now and what it asks for. */
export const AllowedAct = T.Object({
  act: T.String(),
  title: T.String(),
  tone: T.Enum(['primary', 'normal', 'danger']),
  /** Under which heading the button stands; left out, it is the way forward. */
  group: T.Optional(T.Enum(['forward', 'special', 'joint', 'pass-on', 'end'])),
  help: T.Optional(T.String()),
  /** JSON Schema of the input. */
  input: T.Unknown(),
  /** What the codes of an input field mean, in Chinese, by name of the field. */
  choices: T.Optional(T.Record(T.String(), T.Array(T.Object({ value: T.String(), label: T.String() })))),
  /** What it asks, in order; left out, whoever draws it knows the act or reads the schema. */
  fields: T.Optional(T.Array(ActField)),
  /** Papers handed in with it, each with what was wrong and how to mend it. */
  papers: T.Optional(
    T.Array(T.Object({ material: T.String(), name: T.String(), problem: T.String(), remedy: T.String() })),
  ),
  /** The article it stands on, said before it is done. */
  lawful: T.Optional(T.String()),
})
export type AllowedAct = Static<typeof AllowedAct>

export const CaseDetail = T.Object({
  summary: CaseSummary,
  itemVersion: T.Integer(),
  applicant: T.Object({
    name: T.String(),
    idKind: T.String(),
    idNumber: T.String(),
    phone: T.String(),
    /** Where a result by post goes. */
    postal: T.Optional(T.Object({ receiver: T.String(), phone: T.String(), address: T.String() })),
    masked: T.Boolean(),
  }),
  form: T.Array(T.Object({ section: T.Optional(T.String()), label: T.String(), text: T.String() })),
  materials: T.Array(MaterialView),
  clocks: T.Array(ClockView),
  steps: T.Array(
    T.Object({ title: T.String(), state: T.Enum(['done', 'current', 'coming']), at: T.Optional(T.String()) }),
  ),
  /** The one notice, while it asks something or for later reading. */
  supplement: T.Optional(
    T.Object({
      lines: T.Array(T.Object({ ...SupplementLine.properties, name: T.String() })),
      dueDay: T.Optional(T.String()),
      open: T.Boolean(),
    }),
  ),
  decision: T.Optional(
    T.Object({
      result: T.Enum(['granted', 'denied', 'refused']),
      reason: T.String(),
      day: T.String(),
      /** Who decided, by name and post: nobody hears a no from nobody (SUP-08). */
      by: T.Optional(T.String()),
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
  receivedAt: T.String(),
  closed: T.Boolean(),
  steps: CaseDetail.properties.steps,
  clocks: T.Array(ClockView),
})
export type CaseProgress = Static<typeof CaseProgress>

/** A checklist line as the clerk leaves it. */
export const ChecklistLine = T.Object(
  {
    material: T.String({ minLength: 1, maxLength: 60 }),
    verdict: T.Enum(['ok', 'missing', 'defective', 'not-applicable']),
    note: T.Optional(T.String({ maxLength: 300 })),
  },
  { additionalProperties: false },
)
export type ChecklistLine = Static<typeof ChecklistLine>

/** A paper or file handed in for a material. */
export const HandedIn = T.Object(
  {
    material: T.String({ minLength: 1, maxLength: 60 }),
    files: T.Array(T.String({ maxLength: 60 }), { maxItems: 20 }),
    paperOriginals: T.Integer({ minimum: 0, maximum: 20 }),
    paperCopies: T.Integer({ minimum: 0, maximum: 20 }),
  },
  { additionalProperties: false },
)
export type HandedIn = Static<typeof HandedIn>

export const PostalAddress = T.Object(
  {
    receiver: T.String({ minLength: 2, maxLength: 60 }),
    phone: T.String({ pattern: '^1\\d{10}$|^0\\d{2,3}-?\\d{7,8}$' }),
    address: T.String({ minLength: 6, maxLength: 200 }),
  },
  { additionalProperties: false },
)
export type PostalAddress = Static<typeof PostalAddress>

/** Why an on-the-spot matter was not finished in its visit (CAS-10). */
export const LEFT_OPEN_CODES = [
  'papers-missing',
  'outside-power',
  'needs-checking',
  'system-failure',
  'applicant-left',
  'other',
] as const

/** Filing (申请): online by the applicant, or taken down at any window (无差别受理). */
export const Filing = T.Object(
  {
    /** Which area the matter belongs to; staff file in their own, citizens in the installation's first unless they say. */
    area: T.Optional(T.String({ pattern: '^\\d{6}$' })),
    item: T.String({ maxLength: 60 }),
    /** The version the person saw; a draft that meets a newer one is told the differences. */
    itemVersion: T.Integer({ minimum: 1 }),
    /** Where the matter falls (region code), which picks the town that decides; defaults to the accepting place's. */
    region: T.Optional(T.String({ maxLength: 12 })),
    acceptPlace: T.String({ maxLength: 60 }),
    form: T.Record(
      T.String(),
      T.Union([T.String({ maxLength: 4000 }), T.Array(T.String({ maxLength: 40 }), { maxItems: 60 })]),
    ),
    materials: T.Array(HandedIn, { maxItems: 60 }),
    delivery: DeliveryMode,
    /** Where a result by post goes; asked for when `delivery` is `post`. */
    postal: T.Optional(PostalAddress),
    /** The applicant chose to promise (告知承诺): read, understood, confirmed online or signed on paper. */
    commitment: T.Optional(T.Object({ confirmed: T.Literal(true) }, { additionalProperties: false })),
    /** The licence of the applicant it is about, and what is asked of it: 变更、延续、注销. */
    about: T.Optional(AboutAsked),
    /** The window it was taken in at; left out, the window of the clerk's post. */
    window: T.Optional(T.String({ maxLength: 60 })),
  },
  { additionalProperties: false },
)
export type Filing = Static<typeof Filing>

/** Every refusal code of the case capability; worded in `words.ts`, one table line each. */
export const caseRefusals = [
  ...(['claimed-by-other', 'nothing-to-claim', 'claim-elsewhere', 'already-held', 'not-holding'] as const),
  ...([
    'colleague-unknown',
    'colleague-unfit',
    'colleague-away',
    'refer-to-itself',
    'refer-without-power',
  ] as const),
  ...([
    'countersign-not-now',
    'countersign-missing',
    'disagreement-unanswered',
    'disagreement-needs-reason',
  ] as const),
  ...(['not-asked-to-sign', 'not-a-signer', 'signer-of-another-body', 'signer-is-oneself'] as const),
  ...(['signer-already-asked', 'too-many-signers'] as const),
  'case-not-found',
  'not-in-this-state',
  'not-your-step',
  'changed-since-read',
  'action-unknown',
  'no-upward-transfer',
  'input-invalid',
  'power-none',
  'power-expired',
  'power-taken-back',
  'seal-to-choose',
  'power-still-held',
  'print-elsewhere',
  'not-cross-town',
  'remote-forbidden',
  'remote-off',
  'power-not-yet',
  'power-other-place',
  'item-not-in-force',
  'item-changed',
  'item-not-offered-here',
  'form-invalid',
  'unprintable-signs',
  'materials-missing',
  'material-unknown',
  'file-not-yours',
  'file-not-clean',
  'checklist-incomplete',
  'nothing-missing',
  'second-notice-new-point',
  'notice-too-late',
  'not-overdue',
  'already-rendered',
  'decision-paper-not-ready',
  'seal-none',
  'role-separation',
  'rights-changed',
  'party-unknown',
  'applicant-other',
  'place-not-yours',
  'too-many-files',
  'too-many-uploads',
  'delivery-mode-other',
  'request-reused',
  'not-for-this-dossier',
  'survey-missing',
  'open-reason-needed',
  'window-accepts-only',
  'window-never-refuses',
  'window-unknown',
  'postal-address-missing',
  'waybill-needed',
  'commitment-not-offered',
  'commitment-blocked',
  'rectified-once',
  'licence-not-found',
  'about-not-offered',
  'about-not-in-force',
  'about-running',
  'about-other-body',
  'renewal-not-needed',
  'renewal-late',
  'renewal-early',
  'renewal-deemed',
  'renewal-term-missing',
  'gap-not-offered',
  'gap-main-missing',
  'gap-blocked',
  'gap-too-late',
  'gap-not-promised',
  'gap-open',
  'gap-over',
  'gap-not-owed',
  'gap-note-missing',
  'competent-body-missing',
  'barred-78',
  'barred-79',
  'forward-only',
  'party-not-heard',
  'body-unknown',
  'opinion-asked-already',
  'opinion-limit-too-long',
  'opinion-not-asked',
  'opinion-not-overdue',
  'opinions-missing',
  'objection-unanswered',
  'joint-review-too-early',
  'meeting-not-begun',
  'not-at-the-meeting',
  'speaker-absent',
  'meeting-unresolved',
  'meeting-pending',
  'tasks-open',
  'task-unknown',
  'contact-unknown',
  'service-finished',
  'result-unknown',
  'result-expired',
  'taken-over-already',
  'special-not-lawful',
  'special-running',
  'special-not-running',
  'notice-not-ready',
  'inspectors-two',
  'inspectors-missing',
  'inspection-standard-missing',
  'inspection-failed',
  'inspection-missing',
  'presider-reviewed',
  'presider-unknown',
  'presider-objected',
  'hearing-notice-short',
  'hearing-too-late',
  'hearing-request-late',
  'hearing-not-held',
  'hearing-not-weighed',
  'hearing-notice-unserved',
  'hearing-not-yet',
  'hearing-unsigned',
  'extension-none',
  'extension-once',
  'extension-late',
  'extension-too-long',
  'extension-stopped',
  'extension-not-head',
  'publicity-missing',
  'publicity-open',
  'publicity-over',
  'objection-unknown',
  'objection-open',
] as const
export type CaseRefusalCode = (typeof caseRefusals)[number]

/** Kinds of facts published to other capabilities, with the bodies they may rely on. */
export interface CaseClosed {
  kind: 'closed'
  no: string
  item: string
  decidingBody: string
  acceptPlace: string
}
