import type {
  AboutAsked,
  CaseDetail,
  CaseProgress,
  CaseSummary,
  Filing,
  FileView,
  LicenceDetail,
  LicenceSummary,
  ObjectionView,
  PostalAddress,
  PublicNotice,
} from '#capabilities/case/contract.ts'
import type { Edition, GuideFile, GuideWay } from '#capabilities/guide/contract.ts'
import type { MessagePage, MessageSettings, MessageView } from '#capabilities/notification/contract.ts'
import type {
  Commitment,
  DeliveryMode,
  FormSchema,
  ItemSummary,
  ItemVersion,
} from '#capabilities/catalogue/contract.ts'
import type { ItemStatistics } from '#capabilities/supervision/contract.ts'
import type { DataValue } from '#capabilities/party/contract.ts'
import type { Flow } from '#ui/chart/index.ts'
import type { StationServices } from './contract/stations.ts'
import type { TogetherServices } from './contract/together.ts'

/** The expected "no" as pages see it: stable code, Chinese sentence, what to do next. */
export interface PageRefusal {
  refused: true
  code: string
  /** One plain Chinese sentence that ends with what to do next. */
  sentence: string
  /** Field or material problems, for the error summary. */
  problems?: readonly { field: string; message: string }[]
}

/** Who is looking. Anonymous people may read guides; only a signed-in citizen files and follows. */
export interface Visitor {
  citizen?: {
    account: string
    party: string
    displayName: string
    /** Messages not yet opened; stands beside the way to them on every page. */
    unread?: number
  }
  /** Stands in every form; it reads differently on each page and is right until the person signs out. */
  csrfToken: string
  /** Whether a posted token is this visitor's: tokens are masked, so that two of one visitor are never equal as text. */
  ownsForm?(token: string): boolean
  /** To be set as the anonymous cookie: the one that came was none, not ours or too old. */
  anonymousCookie?: string
}

export interface PlaceView {
  id: string
  name: string
  tier: 'hall' | 'centre' | 'station'
  address: string
  hours: string
  phone: string
  /** The region it serves. */
  region: string
}

export interface RegionOption {
  code: string
  name: string
  children: readonly { code: string; name: string }[]
}

/** Whether a door is open now, and the one sentence people want to hear. */
export interface OpenNow {
  open: boolean
  sentence: string
}

export interface NearPlace extends PlaceView {
  now: OpenNow
  /** Windows that are closed or will be (暂停服务), a sentence each. */
  notices?: readonly string[]
}

/** The places of somebody who lives in a region, from the door outwards. */
export interface NearView {
  region: string
  regionName: string
  places: readonly NearPlace[]
}

/** A matter by the name people call it. */
export interface CalledItem extends ItemSummary {
  called: string
}

/** Something that happens in a life or a business (主题), with the most wanted of its matters. */
export interface SceneView {
  key: string
  title: string
  who: 'person' | 'firm'
  items: readonly CalledItem[]
  /** How many matters belong to it altogether. */
  count: number
}

/** What somebody sets out to do (开饭店), with its matters in the order one does them. */
export interface UndertakingView {
  /** Where its own guide stands. */
  href?: string
  title: string
  steps: readonly {
    title: string
    /** Several where one has to choose; each with what makes it the right one. */
    ways: readonly { id: string; called: string; name: string; when: readonly string[] }[]
    note?: string
  }[]
}

/** 一件事办事指南. */
export interface UndertakingGuideView extends UndertakingView {
  key: string
  who: string
  result: string
  notes: readonly string[]
  /** Every item of it that is in force, with what one brings and how long it takes. */
  items: readonly {
    id: string
    name: string
    limit: string
    fee: string
    materials: readonly string[]
    online: boolean
  }[]
  flow: Flow
}

/** A version of a list or handbook as everybody sees it. */
export interface HandbookLine {
  title: string
  number: number
  madeOn: string
  items: number
  /** 已公告; one that was not is not given away. */
  published: boolean
  notices: readonly { on: string; channel: string; where: string }[]
  href?: string
}

/** What the search box says of a matter while somebody still types. */
export type SuggestedItem = Pick<FoundItem, 'id' | 'name' | 'called' | 'because' | 'why'>

/** A matter that was found, with why and for whom. */
export interface FoundItem extends CalledItem {
  /** The words of the item that answer what was typed; nothing where its own name does. */
  because?: string
  /** A sentence where it was found otherwise than by its words: by a synonym, by sound, by pinyin. */
  why?: string
  serves: ItemVersion['serves']
  online: boolean
  /** The kind of place nearest to people that takes it. */
  nearest?: PlaceView['tier']
}

export interface HomeView {
  areaName: string
  /** What people here ask first, in their own words. */
  asked: readonly string[]
  scenes: readonly SceneView[]
  domains: readonly { domain: string; title: string; count: number }[]
  /** The hall; nothing where the area has none. */
  hall?: NearPlace
  /** Where the reader said to live. */
  near?: NearView
  demo: boolean
}

export interface GuideView {
  item: ItemVersion
  /** What will be different from a day on, where the next version is published already. */
  coming?: { from: string; changes: readonly string[] }
  domainTitle: string
  decidingBodyName: string
  /** 编制单位: who drafted it and answers for it. */
  draftedBy: string
  itemTypeTitle: string
  places: readonly PlaceView[]
  /** The first of them for somebody who said where they live, with what holds now. */
  nearest?: NearPlace
  /** What people call it. */
  called?: string
  /** What it is part of, with what comes before and after it. */
  undertakings?: readonly UndertakingView[]
  /** 本事项承诺… and the statutory limit as sentences. */
  promisedSentence: string
  statutorySentence: string
  pdfUrl: string
  /** The one-page 一次性告知单 for whoever only asks (咨询). */
  noticeUrl: string
  onlineFiling: boolean
  /** Further lawful paths a case of it can take, each with its legal basis. */
  ways: readonly GuideWay[]
  /** The process as its chart draws it (办理流程图). */
  flow: Flow
  /** Since when its questions and error examples stand as they do (最近更新). */
  faqSince: string
  /** 简版 as 活页 and 折页, printed from the same source. */
  layouts?: readonly { title: string; href: string }[]
  /** 办理情况 of the last twelve months. */
  statistics?: ItemStatistics
  /** 空白表格, 示范文本, 结果样本: each a PDF of that name. */
  files: readonly { file: GuideFile; name: string; href: string }[]
}

/** What a person says beside the application when it is filed. */
export interface FilingOptions {
  /** Consent to keep the answers for later filings. */
  keep?: boolean
  /** Why it is applied for once more while the same is under way. */
  again?: string
}

/** A saved draft (草稿): not a case yet, pinned to nothing; re-checked against the version in force when filed. */
export interface DraftView {
  id: string
  item: ItemVersion
  /** Differences between the version the draft was begun under and the one in force, in words. */
  changes: readonly string[]
  values: Readonly<Record<string, string | readonly string[]>>
  region?: string
  acceptPlace?: string
  delivery?: DeliveryMode
  /** Where a result by post goes, as far as it has been written. */
  postal?: Partial<PostalAddress>
  /** Notice and commitment (告知承诺), where the item offers it to somebody with these answers. */
  commitment?: Commitment
  /** The way that was chosen; a promise counts for the version whose text was confirmed. */
  way?: Way
  papers: PapersAsked
  /** Answers of earlier filings that this form asks again, until the person has said whether to take them over. */
  reusable: readonly Reusable[]
  /** Fields that hold such an answer unchanged. */
  reused: readonly string[]
  files: Readonly<Record<string, readonly FileView[]>>
  /** The licence it is about (变更、延续、注销). */
  about?: AboutAsked
  /** The legal day on which it is shown: no birth is later. */
  today: string
  savedAt: string
}

/** 一般办理 or 告知承诺. */
export type Way = 'ordinary' | 'commitment'

type Material = ItemVersion['materials'][number]

/** The list of materials as these answers and this way leave it. */
export interface PapersAsked {
  /** In the order of the item; `needed` ones count when somebody asks whether everything is there. */
  asked: readonly { material: Material; needed: boolean }[]
  /** Not asked for, with the reason in one sentence. */
  spared: readonly { material: Material; because: string }[]
}

export interface Reusable {
  field: string
  label: string
  text: string
}

export interface DraftLine {
  id: string
  itemName: string
  savedAt: string
  /** The place whose clerk saved it for the person. */
  savedBy?: string
  /** The place whose counter works on it now. */
  atCounter?: string
}

/** 到窗口接着办: the code a counter needs, or the counter that has the draft. */
export interface HandoverView {
  id: string
  itemName: string
  code?: { digits: string; until: string }
  atCounter?: string
}

/** What is kept of somebody for later filings (我的数据). */
export interface MyData {
  /** Since when the person agrees. */
  since?: string
  values: readonly DataValue[]
}

export type DraftStep = 'where' | 'form' | 'way' | 'materials' | 'check'

export interface VerifyView {
  genuine: boolean
  title?: string
  number?: string
  body?: string
  /** Masked key fields: 申请人, 事项, 日期. */
  fields?: readonly { label: string; text: string }[]
  status?: string
  /** It was genuine and counts no more: void, or the copy was reported lost. */
  over?: boolean
  /** Whether an electronic file may be compared with it; papers sealed by hand have none. */
  onPaper?: boolean
  demo?: boolean
}

export interface RatingView {
  /** May this case be rated by this visitor now? */
  open: boolean
  given?: { stars: number; comment?: string; at: string }
  /** A poor rating being followed up: where it stands, and what was answered. */
  followUp?: { text: string; answer?: string; answeredOn?: string }
  /** National option codes per star (standards.md §4). */
  options: Readonly<Record<1 | 2 | 3 | 4 | 5, readonly { code: string; text: string }[]>>
}

/** A file that lies ready for one of the papers a notice asks for. */
export type SupplementFile = FileView & { material: string }

export type Upload = { fileName: string; stream: NodeJS.ReadableStream }

export interface RatedCase {
  detail: CaseDetail
  rating: RatingView
  siblings: readonly { no: string; itemName: string }[]
}

/** Everything citizen-web asks of the server. Refusals are values; faults are thrown and shown as one calm sentence. */
export interface CitizenServices extends TogetherServices, StationServices {
  visitor(cookies: { session?: string; anonymous?: string }): Promise<Visitor>
  /** With the region the reader lives in also the places there. */
  home(region?: string): Promise<HomeView>
  near(region: string): Promise<NearView | PageRefusal>
  scene(
    key: string,
  ): Promise<{ title: string; who: SceneView['who']; items: readonly FoundItem[] } | PageRefusal>
  search(
    words: string,
    cursor?: string,
  ): Promise<{
    items: readonly FoundItem[]
    /** The first of them is what was asked for; else all of them are only the nearest there are. */
    sure?: boolean
    nextCursor?: string
    /** What the best of them is part of, where people set out to do just that. */
    undertaking?: UndertakingView
    /** Otherwise the scenes it stands in; where nothing was found, the nearest ones. */
    scenes?: readonly { key: string; title: string; count: number }[]
    /** Where nothing was found: what people say that looks most like it. */
    near?: readonly string[]
    /** Whom to ask where nothing is sure. */
    hall?: NearPlace
    /** A sentence where more was typed than is read. */
    note?: string
  }>
  /** The first of them, while somebody still types. */
  suggest(words: string): Promise<readonly SuggestedItem[]>
  itemsOfDomain(domain: string): Promise<{ title: string; items: readonly FoundItem[] } | PageRefusal>
  /** With a region also the station there, and the nearest place first. */
  guide(itemId: string, region?: string): Promise<GuideView | PageRefusal>
  /** Whole, or as one place hands it out for one situation of the item. */
  guidePdf(
    itemId: string,
    edition: Edition,
    local?: { place?: string; situation?: string },
  ): Promise<{ fileName: string; bytes: Uint8Array } | PageRefusal>
  guideFile(itemId: string, file: GuideFile): Promise<{ fileName: string; bytes: Uint8Array } | PageRefusal>
  /** An undertaking (一件事) with its guide: whom it is for, its steps and their items, what there is in the end. */
  undertaking(key: string): Promise<UndertakingGuideView | PageRefusal>
  /** 清单、受理手册、服务手册 with their notices. */
  handbooks(): Promise<readonly HandbookLine[]>
  handbookFile(
    kind: string,
    number: number,
  ): Promise<{ fileName: string; size: number; stream: NodeJS.ReadableStream } | PageRefusal>
  /** Asks something about an item; the answer stands in its guide when others ask the same. */
  ask(itemId: string, question: string, requestId: string): Promise<{ asked: true } | PageRefusal>
  regions(): Promise<readonly RegionOption[]>
  /** Of an item by its id, as it is in force today; or of one that was read for the same page. */
  places(item: string | ItemVersion, region: string): Promise<readonly PlaceView[]>

  register(
    input: { name: string; citizenId: string; phone: string; login: string; password: string },
    ip: string,
  ): Promise<{ session: string } | PageRefusal>
  signIn(
    input: { login: string; password: string },
    ip: string,
    agent: string,
  ): Promise<{ session: string } | PageRefusal>
  signOut(session: string): Promise<void>

  openDraft(visitor: Visitor, itemId: string): Promise<DraftView | PageRefusal>
  draft(visitor: Visitor, draftId: string): Promise<DraftView | PageRefusal>
  drafts(visitor: Visitor): Promise<readonly DraftLine[]>
  saveDraft(
    visitor: Visitor,
    draftId: string,
    change: {
      values?: Readonly<Record<string, string | readonly string[]>>
      region?: string
      acceptPlace?: string
      delivery?: DeliveryMode
      postal?: Partial<PostalAddress>
      way?: Way
    },
  ): Promise<DraftView | PageRefusal>
  /** Whether answers of earlier filings are taken over; asked once a draft. */
  reuse(visitor: Visitor, draftId: string, use: boolean): Promise<DraftView | PageRefusal>
  uploadToDraft(
    visitor: Visitor,
    draftId: string,
    material: string,
    upload: Upload,
  ): Promise<FileView | PageRefusal>
  removeFromDraft(
    visitor: Visitor,
    draftId: string,
    material: string,
    fileId: string,
  ): Promise<void | PageRefusal>
  /** A file of the draft, for whoever sent it to look at. */
  draftFile(
    visitor: Visitor,
    draftId: string,
    fileId: string,
  ): Promise<
    { fileName: string; mediaType: string; size: number; stream: NodeJS.ReadableStream } | PageRefusal
  >
  dropDraft(visitor: Visitor, draftId: string): Promise<void | PageRefusal>
  /**
   * Files the draft. `requestId` comes from a hidden field made with the page, so a double click is one click. `keep` is the
   * person's consent to keep the answers for later filings.
   */
  file(
    visitor: Visitor,
    draftId: string,
    requestId: string,
    options?: FilingOptions,
  ): Promise<{ no: string } | PageRefusal>

  handover(visitor: Visitor, draftId: string): Promise<HandoverView | PageRefusal>
  /** A fresh code; the one before it is void. */
  makePickUpCode(visitor: Visitor, draftId: string): Promise<void | PageRefusal>
  revokePickUpCode(visitor: Visitor, draftId: string): Promise<void | PageRefusal>
  /** Back from the counter into the person's own hands. */
  takeDraftBack(visitor: Visitor, draftId: string): Promise<void | PageRefusal>

  myData(visitor: Visitor): Promise<MyData | PageRefusal>
  forgetData(visitor: Visitor, holder: string, element: string): Promise<void | PageRefusal>
  /** Takes the consent back and deletes everything kept on it. */
  withdrawConsent(visitor: Visitor): Promise<void | PageRefusal>

  /** Masked progress for whoever holds number and query code (查询码); the same answer to a wrong number and a wrong code. */
  progress(no: string, code: string, ip: string): Promise<CaseProgress | PageRefusal>
  /** 公示公告: what is about to be decided, and hearings that anybody may attend. */
  publicNotices(): Promise<PublicNotice[]>
  /** Of those the ids of what stands for the visitor's own application, to which they do not object themselves. */
  ownNotices(visitor: Visitor): Promise<readonly string[]>
  /** Says something against what hangs in public (公示异议), under a name or without; the number of the receipt comes back. */
  object(
    visitor: Visitor,
    notice: string,
    objection: { text: string; from?: string; contact?: string },
    requestId: string,
  ): Promise<{ id: string } | PageRefusal>
  /** What one has said so, the newest first, and what came of it. */
  myObjections(visitor: Visitor): Promise<readonly ObjectionView[] | PageRefusal>
  /** Whether this officer's account may take a device out of self-service mode. */
  unlockKiosk(
    input: { login: string; password: string },
    ip: string,
    agent: string,
  ): Promise<void | PageRefusal>

  myCases(
    visitor: Visitor,
    cursor?: string,
  ): Promise<{ items: readonly CaseSummary[]; nextCursor?: string } | PageRefusal>
  /** The same page with what one has said against publicities; that stands beside the first of them alone. */
  myMatters(
    visitor: Visitor,
    cursor?: string,
  ): Promise<
    { items: readonly CaseSummary[]; nextCursor?: string; objections: readonly ObjectionView[] } | PageRefusal
  >
  myCase(visitor: Visitor, no: string): Promise<CaseDetail | PageRefusal>
  /** One's own case with what one may say, or has said, of how it went, and what was filed together with it (同时申请的). */
  ratedCase(visitor: Visitor, no: string): Promise<RatedCase | PageRefusal>
  /** One's own case with its query code (查询码). */
  submittedCase(
    visitor: Visitor,
    no: string,
  ): Promise<{ detail: CaseDetail; queryCode: string } | PageRefusal>
  uploadForCase(
    visitor: Visitor,
    no: string,
    material: string,
    upload: Upload,
  ): Promise<FileView | PageRefusal>
  /** What lies ready for the open notice of a case and is not handed in yet; nobody else sees it. */
  supplementFiles(visitor: Visitor, no: string): Promise<readonly SupplementFile[]>
  keepForSupplement(
    visitor: Visitor,
    no: string,
    material: string,
    upload: Upload,
  ): Promise<SupplementFile | PageRefusal>
  dropFromSupplement(visitor: Visitor, no: string, file: string): Promise<void | PageRefusal>
  supplementFile(
    visitor: Visitor,
    no: string,
    file: string,
  ): Promise<
    { fileName: string; mediaType: string; size: number; stream: NodeJS.ReadableStream } | PageRefusal
  >
  /** Hands in what the one-time notice asked for. */
  supply(
    visitor: Visitor,
    no: string,
    files: Readonly<Record<string, readonly string[]>>,
    requestId: string,
  ): Promise<void | PageRefusal>
  withdraw(visitor: Visitor, no: string, reason: string, requestId: string): Promise<void | PageRefusal>
  /** Any further act the case offers its applicant, with what it asks. */
  actOnCase(
    visitor: Visitor,
    no: string,
    act: { act: string; input: Readonly<Record<string, unknown>> },
    requestId: string,
  ): Promise<void | PageRefusal>
  /** Takes back a promise (告知承诺) before the decision; the case goes on in the ordinary way. */
  withdrawPromise(
    visitor: Visitor,
    no: string,
    reason: string,
    requestId: string,
  ): Promise<void | PageRefusal>
  paper(
    visitor: Visitor,
    no: string,
    paperId: string,
  ): Promise<{ fileName: string; bytes: Uint8Array } | PageRefusal>
  caseFile(
    visitor: Visitor,
    no: string,
    fileId: string,
  ): Promise<{ fileName: string; mediaType: string; stream: NodeJS.ReadableStream } | PageRefusal>
  rate(
    visitor: Visitor,
    no: string,
    input: { stars: 1 | 2 | 3 | 4 | 5; options: readonly string[]; comment?: string; anonymous: boolean },
    requestId: string,
  ): Promise<void | PageRefusal>

  /** One's own licences, newest first; or those that run out within so many days. */
  myLicences(
    visitor: Visitor,
    cursor?: string,
    within?: number,
  ): Promise<{ items: readonly LicenceSummary[]; nextCursor?: string } | PageRefusal>
  myLicence(visitor: Visitor, number: string): Promise<LicenceDetail | PageRefusal>
  /** A draft that changes, renews or cancels a licence, filled in with what the register knows. */
  applyAbout(visitor: Visitor, number: string, kind: AboutAsked['kind']): Promise<DraftView | PageRefusal>
  /** What the licence offers its holder to do, with what it asks (陈述申辩). */
  actOnLicence(
    visitor: Visitor,
    number: string,
    act: { act: string; input: Readonly<Record<string, unknown>> },
    requestId: string,
  ): Promise<void | PageRefusal>
  licencePaper(
    visitor: Visitor,
    number: string,
    paperId: string,
  ): Promise<{ fileName: string; bytes: Uint8Array } | PageRefusal>

  /** With how many are unread where the page has been told already: every page counts them for its head. */
  messages(visitor: Visitor, cursor?: string, unread?: number): Promise<MessagePage | PageRefusal>
  /** Marks a message as read and says which case it is about, or which licence or own objection. */
  readMessage(
    visitor: Visitor,
    id: string,
  ): Promise<{ no: string; licence?: string; objection?: string } | PageRefusal>
  /** Marks everything up to the moment the page was made for. */
  readAllMessages(visitor: Visitor, upTo: string): Promise<void | PageRefusal>
  messageSettings(visitor: Visitor): Promise<MessageSettings | PageRefusal>
  saveMessageSettings(visitor: Visitor, wish: { sms: boolean; email: string }): Promise<void | PageRefusal>

  verify(token: string): Promise<VerifyView>
  /** Compares an uploaded paper with the one issued: same bytes or not. */
  verifyFile(token: string, upload: Upload): Promise<{ view: VerifyView; same: boolean }>
}

export type { MessagePage, MessageSettings, MessageView }
export type { TogetherDraft, TogetherPaper, TogetherServices, TogetherView } from './contract/together.ts'
export type {
  CertificateKinds,
  CertificateRow,
  CertificateView,
  OwedView,
  StationServices,
} from './contract/stations.ts'
export type { AboutAsked, LicenceDetail, LicenceSummary }
export type {
  CaseDetail,
  CaseProgress,
  CaseSummary,
  Filing,
  ObjectionView,
  PostalAddress,
  PublicNotice,
  FileView,
  FormSchema,
  ItemSummary,
  ItemVersion,
}
