import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { explain } from '#engine/clock/explain.ts'
import type { Fact } from '#engine/fact.ts'
import { legalDay } from '#engine/day.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { limitSentence } from '#capabilities/catalogue/model.ts'
import type { Body } from '#capabilities/organisation/contract.ts'
import type { Place } from '#capabilities/organisation/contract.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import { maskCitizenId } from '#platform/crypto/mask.ts'
import type { PostalAddress, SupplementLine } from '../contract.ts'
import type { Basis, PaperData } from '../documents/papers.ts'
import { heardAt } from '../chapters/hearing/result.ts'
import { opinionLines, opinionSentences } from '../chapters/joint/result.ts'
import { CHAPTER_PAPERS } from '../chapters/papers.ts'
import { resultLines } from '../chapters/special/result.ts'
import { statutoryLimitOf } from '../model/limits.ts'
import type { CaseDossier, Paper } from '../model/dossier.ts'
import { dueDay } from './due-day.ts'
import { nameOf, remedies } from './of-item.ts'

/** Everything a paper is worded from; opened seals included, so it lives only as long as the rendering. */
export interface PaperSource {
  kind: Paper['kind']
  fact: Fact
  /** The fact whose reasons a decision states; for other papers the same as `fact`. */
  reasons: Fact
  dossier: CaseDossier
  item: ItemVersion
  applicant: PartyDetails
  body: Body
  place: Place
  hours: string
  /** The station that took it in for the place (代受理). */
  station?: string
  calendar: WorkingCalendar
  verifyUrl: string
  publicUrl: string
  queryCode: string
  demo: boolean
  /** Who decided, by name and post; stands on every paper that says no (SUP-08). */
  decidedBy?: string
  /** Who presides over the hearing the paper calls to, by name and post. */
  presidedBy?: string
  open<T>(sealed: string): T
}

type Common = Omit<Extract<PaperData, { kind: 'delivery' }>, 'kind' | 'served' | 'mode'>

export function composePaperData(source: PaperSource): PaperData {
  switch (source.kind) {
    case 'receipt':
      return receipt(source)
    case 'acceptance':
      return acceptance(source)
    case 'supplement':
      return supplement(source)
    case 'not-accepted':
      return notAccepted(source)
    case 'grant':
      return grant(source)
    case 'denial':
      return denial(source)
    case 'delivery':
      return delivery(source)
    case 'commitment':
      return commitment(source)
    case 'rectification':
      return rectification(source)
    case 'revocation':
      return revocation(source)
    default:
      return ofChapter(source)
  }
}

/** A chapter words its own papers; what every paper carries is the same for all. */
function ofChapter(source: PaperSource): PaperData {
  const made = CHAPTER_PAPERS[source.kind]
  if (made === undefined) throw new Error(`nobody words the paper ${source.kind}`)
  return { ...common(source), title: made.title, ...made.compose(source) } as PaperData
}

export function common({
  fact,
  reasons,
  dossier,
  item,
  applicant,
  body,
  place,
  verifyUrl,
  demo,
  decidedBy,
}: PaperSource): Common {
  const number = reasons.body['number'] as string | undefined
  return {
    date: legalDay(fact.at),
    body: { name: body.name },
    ...(number === undefined ? {} : { number }),
    caseNo: dossier.no,
    item: { name: item.name, type: item.itemType },
    party: {
      name: applicant.name,
      kind: applicant.idKind === 'citizen-id' ? 'person' : 'organisation',
      idKind: applicant.idKind === 'citizen-id' ? '公民身份号码' : '统一社会信用代码',
      idMasked: applicant.idKind === 'citizen-id' ? maskCitizenId(applicant.idNumber) : applicant.idNumber,
    },
    contact: { phone: item.enquiryPhone, address: place.address, complaintPhone: item.complaintPhone },
    verifyUrl,
    demo,
    ...(decidedBy === undefined ? {} : { decidedBy }),
  }
}

function receipt(source: PaperSource): PaperData {
  const { dossier, item, place } = source
  const material = (id: string) => dossier.materials[id]
  const missing = (source.fact.body['missing'] as string[]) ?? []
  return {
    kind: 'receipt',
    ...common(source),
    receivedOn: legalDay(source.fact.at),
    materials: item.materials
      .filter(({ id, fromForm }) => fromForm || (material(id) && !missing.includes(id)))
      .map(({ id, name, fromForm }) => ({
        name,
        originals: material(id)?.paperOriginals ?? 0,
        copies: material(id)?.paperCopies ?? 0,
        form:
          fromForm || (material(id)?.files.length ?? 0) > 0 ? ('electronic' as const) : ('paper' as const),
      })),
    ...(missing.length ? { missing: missing.map((id) => nameOf(item, id)) } : {}),
    query: { where: `${source.publicUrl}/query`, code: source.queryCode },
    nextBy: dueDay(source, 'notice') ?? legalDay(source.fact.at),
    place: source.station === undefined ? place.name : `${source.station}（代受理，已上报${place.name}）`,
  }
}

function acceptance(source: PaperSource): PaperData {
  const { dossier, item, calendar, fact } = source
  const clock = (name: 'statutory' | 'promised') => {
    const day = dueDay(source, name)
    const limit = name === 'promised' ? item.promisedLimit : statutoryLimitOf(item)
    return day && limit
      ? { [name]: { limit: limitSentence({ amount: limit.amount, unit: limit.unit }), due: day } }
      : {}
  }
  const explained = ['statutory', 'promised'].flatMap((name) => {
    const held = dossier.clocks[name]
    return held ? [explain(held, calendar)] : []
  })
  const deemed = fact.body['deemed'] === true
  const tolerated = fact.body['tolerated'] as string[] | undefined
  return {
    kind: 'acceptance',
    ...common(source),
    filedOn: dossier.firstReceivedOn,
    acceptedOn: fact.body['on'] as string,
    why: deemed ? 'deemed' : tolerated ? 'tolerant' : dossier.supplement ? 'supplemented' : 'complete',
    clock: { ...clock('statutory'), ...clock('promised'), explanation: explained },
    ...(tolerated ? gapsOf(source, tolerated) : {}),
    delivery: deliveryOf(source),
    query: { where: `${source.publicUrl}/my` },
  }
}

/** What may follow after a tolerant acceptance (容缺受理), by the day its own notice names. */
function gapsOf({ dossier, item }: PaperSource, ids: readonly string[]) {
  const gaps = item.materials
    .filter(({ id }) => ids.includes(id))
    .map(({ name, acceptStandard }) => ({ name, how: acceptStandard }))
  const gapsDue = dossier.served?.['gap']
  return gapsDue === undefined ? {} : { gaps, gapsDue }
}

/** How the result will reach the applicant stands on the acceptance paper (CAS-16). */
function deliveryOf({ dossier, publicUrl, place, hours, open }: PaperSource) {
  if (dossier.delivery === 'electronic') return { mode: 'electronic' as const, where: `${publicUrl}/my` }
  if (dossier.delivery === 'post' && dossier.postal) {
    const { receiver, address } = open<PostalAddress>(dossier.postal)
    return { mode: 'post' as const, address: `${address}（${receiver}收）` }
  }
  return { mode: 'pickup' as const, place: place.name, hours }
}

function commitment(source: PaperSource): PaperData {
  const { item, fact } = source
  const { promises, liability, check, rectifyWithin, basis } = item.process.commitment!
  return {
    kind: 'commitment',
    ...common(source),
    filedOn: legalDay(fact.at),
    promises: [...promises],
    liability: [...liability],
    check: `${limitSentence(check.within)}内核查：${check.how.replace(/。$/u, '')}`,
    rectify: limitSentence(rectifyWithin),
    basis,
    how: fact.body['how'] as 'online' | 'on-paper',
  }
}

function rectification(source: PaperSource): PaperData {
  const { dossier, fact, item } = source
  const checkedOn = legalDay(fact.at)
  return {
    kind: 'rectification',
    ...common(source),
    decidedOn: dossier.decision!.by.day,
    checkedOn,
    problems: [source.open<{ text: string }>(fact.body['text'] as string).text],
    dueOn: dueDay(source, 'rectify') ?? checkedOn,
    basis: item.process.commitment!.basis,
  }
}

function revocation(source: PaperSource): PaperData {
  const { dossier, fact } = source
  const { reason, basis } = source.open<{ reason: string; basis: string }>(fact.body['reason'] as string)
  return {
    kind: 'revocation',
    ...common(source),
    decidedOn: dossier.decision!.by.day,
    ...(dossier.heard ? { heard: dossier.heard.result } : {}),
    reasons: [reason],
    basis: [{ law: basis }],
    remedies: remedies(source),
  }
}

function supplement(source: PaperSource): PaperData {
  const { dossier, item, place, fact } = source
  const lines = source.open<SupplementLine[]>((fact.body['supplement'] as { lines: string }).lines)
  const named = new Set(lines.map((line) => line.material))
  return {
    kind: 'supplement',
    ...common(source),
    filedOn: dossier.firstReceivedOn,
    problems: lines.map((line) => ({
      material: nameOf(item, line.material),
      problem: line.problem,
      remedy: line.remedy,
      basis: line.basis ?? '服务指南申请材料目录',
    })),
    received: item.materials
      .filter(({ id }) => !named.has(id) && dossier.materials[id]?.verdict === 'ok')
      .map(({ name }) => name),
    dueOn: dueDay(source, 'supplement') ?? legalDay(fact.at),
    submitAt: `${source.publicUrl}/my，或${place.name}任一窗口（${place.address}）`,
    ifMissed: '逾期未补正的，视为撤回申请，可以重新提出申请。',
  }
}

function notAccepted(source: PaperSource): PaperData {
  const { dossier, reasons } = source
  const { reason, basis } = source.open<{ reason: string; basis: string }>(reasons.body['reason'] as string)
  const { ground = 'other', competentBody } = dossier.decision!
  const { barred } = dossier
  return {
    kind: 'not-accepted',
    ...common(source),
    filedOn: dossier.firstReceivedOn,
    ground,
    ...(competentBody ? { competentBody: { name: competentBody } } : {}),
    ...(barred ? { barredUntil: barred.until } : {}),
    reasons: [reason],
    basis: [{ law: basis }],
    remedies: remedies(source),
  }
}

function decision(source: PaperSource) {
  const { dossier, item } = source
  return {
    ...common(source),
    filedOn: dossier.firstReceivedOn,
    acceptedOn: dossier.acceptance!.on,
    basis: lawsOf(item),
    remedies: remedies(source),
  }
}

/** The laws a decision rests on, each named once with its articles. */
function lawsOf(item: ItemVersion): Basis[] {
  const read = item.legalBasis.filter((line) => line.verified).slice(0, 4)
  return [...Map.groupBy(read, (line) => line.law)].map(([law, lines]) => ({
    law: law.startsWith('《') ? law : `《${law}》`,
    article: lines.map((line) => line.article).join('、'),
  }))
}

function grant(source: PaperSource): PaperData {
  const { conclusion, validUntil } = source.open<{ conclusion: string; validUntil?: string }>(
    source.reasons.body['reason'] as string,
  )
  const heard = heardAt(source.dossier, source.open)
  const content = [
    ...(validUntil ? [{ name: '有效期至', value: validUntil }] : []),
    ...resultLines(source.dossier, source.open),
    ...opinions(source),
    ...(heard ? [{ name: '听证', value: heard }] : []),
  ]
  return {
    kind: 'grant',
    ...decision(source),
    outcome: conclusion.replace(/[。．.；;]+$/u, ''),
    ...(source.dossier.procedure === 'commitment' ? { findings: ON_PROMISE } : {}),
    ...(content.length > 0 ? { content } : {}),
    licenceName: source.item.result.name,
  }
}

/** What was decided on a promise says so: nobody looked at the place (国办发〔2020〕42号). */
const ON_PROMISE =
  '申请人已书面承诺符合告知的条件和要求，并愿意承担不实承诺的法律责任，本机关不再现场勘验，当场作出决定，事后核查。'

function denial(source: PaperSource): PaperData {
  const { reason, basis } = source.open<{ reason: string; basis: string }>(
    source.reasons.body['reason'] as string,
  )
  const data = decision(source)
  const lines = [...resultLines(source.dossier, source.open), ...opinions(source)]
  const facts = lines.map(({ name, value }) => `${name}：${value}。`)
  const heard = heardAt(source.dossier, source.open)
  const grounds = { basis: [{ law: basis }, ...data.basis], facts, reasons: [reason] }
  return { kind: 'denial', ...data, ...grounds, ...(heard ? { heard } : {}) }
}

/** One joint result lists what each department said (联审联办). */
function opinions({ dossier, open, calendar }: PaperSource): { name: string; value: string }[] {
  return opinionSentences(opinionLines(dossier, open, calendar))
}

function delivery(source: PaperSource): PaperData {
  const { dossier, fact } = source
  const sealed = fact.body['receiver'] as string | undefined
  const receiver = sealed && source.open<{ receiver: string; relation: string; identified: string }>(sealed)
  return {
    kind: 'delivery',
    ...common(source),
    served: dossier.papers
      .filter(({ kind }) =>
        fact.kind === 'revoked' ? kind === 'revocation' : kind !== 'revocation' && kind in SERVED,
      )
      .map(({ kind, number }) => ({
        title: servedTitle(kind, dossier),
        ...(number ? { number } : {}),
        copies: 1,
      })),
    ...served(source, receiver !== undefined),
    servedOn: legalDay(fact.at),
    ...(receiver ? { signedBy: receiver.receiver, note: `核验：${receiver.identified}` } : {}),
  }
}

function served({ fact, place }: PaperSource, direct: boolean) {
  if (fact.body['mode'] === 'post') return { mode: 'post' as const, place: '申请人填写的邮寄地址' }
  return direct
    ? { mode: 'direct' as const, place: place.name }
    : { mode: 'electronic' as const, place: '网上办事大厅申请人账户' }
}

function servedTitle(kind: Paper['kind'], { decision }: CaseDossier): string {
  return kind === 'not-accepted' && decision?.ground === 'not-needed' ? '不受理告知书' : SERVED[kind]!
}

const SERVED: Readonly<Record<string, string>> = {
  grant: '准予决定书',
  denial: '不予决定书',
  'not-accepted': '不予受理决定书',
  revocation: '撤销决定书',
}
