import { Type as T, type Static } from 'typebox'

/** States of an approval case (承诺件), in the order a person meets them. */
export const CASE_STATES = [
  'received',
  'supplementing',
  'refusal-proposed',
  'accepted',
  'reviewed',
  'decided',
  'issued',
  'not-accepted',
  'closed',
  'withdrawn',
  'lapsed',
] as const
export const CaseState = T.Enum([...CASE_STATES])

/** A due day with the one sentence that explains it, the same for citizen, clerk and supervisor. */
export const ClockView = T.Object({
  clock: T.String(),
  kind: T.Enum(['statutory', 'promised', 'step', 'notice', 'supplement', 'delivery']),
  /** 受理期限, 承诺办结期限 … */
  title: T.String(),
  state: T.Enum(['running', 'stopped', 'ended']),
  day: T.Optional(T.String()),
  provisional: T.Boolean(),
  /** Why it falls on that day, in Chinese. */
  sentence: T.String(),
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
  place: T.Optional(T.String()),
  /** What happened, as a Chinese sentence. */
  text: T.String(),
  details: T.Array(T.String()),
})
export type StoryLine = Static<typeof StoryLine>

export const PaperView = T.Object({
  id: T.String(),
  kind: T.Enum(['receipt', 'acceptance', 'supplement', 'not-accepted', 'grant', 'denial', 'delivery']),
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
  help: T.Optional(T.String()),
  /** JSON Schema of the input. */
  input: T.Unknown(),
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
      lines: T.Array(T.Intersect([SupplementLine, T.Object({ name: T.String() })])),
      dueDay: T.Optional(T.String()),
      open: T.Boolean(),
    }),
  ),
  decision: T.Optional(
    T.Object({ result: T.Enum(['granted', 'denied']), reason: T.String(), day: T.String() }),
  ),
  /** What the reviewing officer advised; shown to officers only. */
  review: T.Optional(T.Object({ opinion: T.Enum(['grant', 'deny']), text: T.String() })),
  deliveryMode: T.Enum(['window', 'electronic']),
  story: T.Array(StoryLine),
  papers: T.Array(PaperView),
  allowed: T.Array(AllowedAct),
})
export type CaseDetail = Static<typeof CaseDetail>

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
    delivery: T.Enum(['window', 'electronic']),
  },
  { additionalProperties: false },
)
export type Filing = Static<typeof Filing>

/** Every refusal code of the case capability; worded in `words.ts`, one table line each. */
export const caseRefusals = [
  'case-not-found',
  'not-in-this-state',
  'not-your-step',
  'changed-since-read',
  'action-unknown',
  'input-invalid',
  'power-none',
  'power-expired',
  'power-not-yet',
  'power-other-place',
  'item-not-in-force',
  'item-changed',
  'item-not-offered-here',
  'form-invalid',
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
  'reason-needed',
  'request-reused',
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
