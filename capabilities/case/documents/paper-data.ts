import type { ItemType } from './item-type.ts'

/**
 * What stands on the papers of an approval case, as plain data: already worded, masked and dated by the case. Legal days
 * are `YYYY-MM-DD`; a template turns them into 2026年11月27日. These are shapes, `type` and not `interface`, so that they are JSON.
 */
type Day = string

export type Basis = {
  /** 《中华人民共和国食品安全法》, brackets included. */
  law: string
  number?: string
  /** 第三十五条第一款. */
  article?: string
  text?: string
}

/** 行政复议法 arts. 20, 22, 23. */
export type Remedies = {
  reviewBody: string
  court: string
  /** The online way to file for review, due when the paper is served online (art. 22). */
  reviewOnline?: string
  /** Review must come before suit (art. 23). */
  reviewFirst?: boolean
  /**
   * The whole paragraph, where a special law gives another period or another way; a ruling between two parties (行政裁决)
   * always needs it. [K] No general rule for rulings was found, so none is written here.
   */
  own?: string
}

type Common = {
  /** 成文日期. */
  date: Day
  body: { name: string }
  /** 文号, from `documentNumber`. */
  number?: string
  caseNo: string
  item: { name: string; type: ItemType }
  party: { name: string; kind: 'person' | 'organisation'; idKind?: string; idMasked?: string }
  contact: { phone: string; address: string; officer?: string; complaintPhone?: string }
  /** The public page that confirms this paper; also what the QR code holds. */
  verifyUrl?: string
  demo: boolean
  /** What is written across a paper that only shows how it would look (样本). */
  specimen?: string
  /** Who decided, by name and post. */
  decidedBy?: string
}

type Query = { where: string; code?: string }

export type ReceivedMaterial = {
  name: string
  originals: number
  copies: number
  form: 'paper' | 'electronic' | 'shared' | 'licence'
  note?: string
}

export type ReceiptData = Common & {
  kind: 'receipt'
  receivedOn: Day
  materials: readonly ReceivedMaterial[]
  /** Listed in the guide, not yet handed in. */
  missing?: readonly string[]
  query: Query & { code: string }
  /** By when the body answers: the fifth working day for a licence (行政许可法 arts. 32, 82). */
  nextBy: Day
  place?: string
  submitter?: string
}

type Limit = { limit: string; due: Day }

export type AcceptanceData = Common & {
  kind: 'acceptance'
  filedOn: Day
  acceptedOn: Day
  why: 'complete' | 'supplemented' | 'deemed' | 'tolerant'
  basis?: readonly Basis[]
  clock: { statutory?: Limit; promised?: Limit; explanation: readonly string[] }
  gaps?: readonly { name: string; how: string }[]
  gapsDue?: Day
  delivery:
    | { mode: 'pickup'; place: string; hours?: string }
    | { mode: 'post'; address: string }
    | { mode: 'electronic'; where: string }
  query: Query
}

export type NamedProblem = { material: string; problem: string; remedy: string; basis: string }

/** What a second or third notice says beside: what it repeats, and what the applicant's own new papers raised. */
export type LaterNotice = {
  round: number
  firstOn: Day
  suppliedOn?: Day
  again: readonly NamedProblem[]
  /** Named apart: the paper that raised it, and why it was not to be seen before. */
  raised: readonly (NamedProblem & { by: string; why: string })[]
}

export type SupplementData = Common & {
  kind: 'supplement'
  filedOn: Day
  /** Named for the first time: everything, in the first notice; in a later one what a promise had stood in for. */
  problems: readonly NamedProblem[]
  later?: LaterNotice
  received?: readonly string[]
  dueOn: Day
  submitAt: string
  /** What follows when the day passes, by the rule in force locally; no statute says it in general. */
  ifMissed?: string
}

export type NotAcceptedData = Common & {
  kind: 'not-accepted'
  filedOn: Day
  ground: 'not-needed' | 'not-competent' | 'false-materials' | 'other'
  reasons: readonly string[]
  basis?: readonly Basis[]
  competentBody?: { name: string; address?: string; phone?: string }
  /** Until when the applicant may not apply again (行政许可法 art. 78). */
  barredUntil?: Day
  returned?: readonly string[]
  remedies: Remedies
}

type Decision = Common & {
  filedOn: Day
  acceptedOn: Day
  basis: readonly Basis[]
  /** The operative words, when the usual ones do not fit: “准予开办…”. */
  outcome?: string
  remedies: Remedies
}

export type GrantData = Decision & {
  kind: 'grant'
  findings?: string
  content?: readonly { name: string; value: string }[]
  conditions?: readonly string[]
  licenceName?: string
  /** Tenth working day after the decision (行政许可法 arts. 44, 82). */
  licenceDueOn?: Day
  /** False for state or trade secrets and privacy (行政许可法 art. 5). */
  public?: boolean
}

export type DenialData = Decision & {
  kind: 'denial'
  facts: readonly string[]
  reasons: readonly string[]
  /** What the applicant or others said in their defence and what became of it (行政许可法 art. 36). */
  heard?: string
  advice?: string
  returned?: readonly string[]
}

export type ExtensionData = Common & {
  kind: 'extension'
  filedOn: Day
  acceptedOn: Day
  reasons: readonly string[]
  /** 本机关负责人, or 本级人民政府负责人 where several bodies act together. */
  approvedBy: string
  joint?: boolean
  extendedBy: string
  dueBefore: Day
  dueNow: Day
  basis?: readonly Basis[]
  query: Query
}

export type SpecialProcedureData = Common & {
  kind: 'special-procedure'
  filedOn: Day
  acceptedOn: Day
  /** 听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审 (行政许可法 art. 45). */
  procedure: string
  /** Whole sentences: why it is needed, and what the applicant should prepare. */
  reason?: string
  preparation?: string
  needs: string
  /** Left out, the time runs from the service of this paper. */
  startsOn?: Day
  endsOn?: Day
  by?: string
  dueAfter?: Day
  basis?: readonly Basis[]
}

export type DeliveryData = Common & {
  kind: 'delivery'
  served: readonly { title: string; number?: string; copies: number }[]
  mode: 'direct' | 'leave' | 'post' | 'electronic' | 'entrust' | 'notice'
  place?: string
  servedOn?: Day
  signedBy?: string
  receivedFor?: string
  refusal?: string
  witness?: string
  servers?: readonly string[]
  note?: string
}

/** Notice and commitment in one paper: what was told, what was promised, how it was confirmed. */
export type CommitmentData = Common & {
  kind: 'commitment'
  filedOn: Day
  promises: readonly string[]
  liability: readonly string[]
  /** 三十个工作日内现场核查… */
  check: string
  rectify: string
  basis: string
  how: 'online' | 'on-paper'
}

export type RectificationData = Common & {
  kind: 'rectification'
  decidedOn: Day
  checkedOn: Day
  problems: readonly string[]
  /** 十个工作日, from the service of the notice. */
  within: string
  basis: string
}

export type RevocationData = Common & {
  kind: 'revocation'
  decidedOn: Day
  /** Whether its holder made a statement before it was taken back (行政许可法 art. 7). */
  heard?: 'stated' | 'waived' | 'silent'
  reasons: readonly string[]
  basis: readonly Basis[]
  remedies: Remedies
}

/**
 * A notice in the words of the chapter that sends it: 容缺受理告知书, 听证告知书, 会议纪要. Its title is its own; `closing` is the
 * last paragraph, 特此告知。 unless said.
 */
export type NoticeData = Common & {
  kind: 'notice'
  title: string
  /** Other departments, when it does not go to the applicant. */
  addressee?: string
  paragraphs: readonly string[]
  list?: readonly string[]
  /** Columns share the width in these proportions. */
  table?: { columns: readonly number[]; head: readonly string[]; rows: readonly (readonly string[])[] }
  /** 《中华人民共和国行政许可法》第四十五条. */
  grounds?: readonly string[]
  facts?: readonly { name: string; value: string }[]
  remedies?: Remedies
  closing?: string
  /** It hangs for everybody to read and is addressed to nobody (公示). */
  unaddressed?: boolean
}

export type PaperData =
  | NoticeData
  | CommitmentData
  | RectificationData
  | RevocationData
  | ReceiptData
  | AcceptanceData
  | SupplementData
  | NotAcceptedData
  | GrantData
  | DenialData
  | DeliveryData
  | ExtensionData
  | SpecialProcedureData

export type PaperKind = PaperData['kind']
