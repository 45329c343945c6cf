import type { ItemVersion, LegalBasis } from '#capabilities/catalogue/contract.ts'
import { applicantWords, domainTitles, itemTypeTitles } from '#capabilities/catalogue/model.ts'
import type { Body } from '#capabilities/organisation/contract.ts'
import type { Edition, Guide, GuidePlace, GuideWay } from '../contract.ts'
import type { GuideBasis, GuideData, GuideMaterial, GuideStep } from '../documents/guide-data.ts'
import {
  AGENCY_CHANNEL,
  APPLICANTS,
  CASE_TYPES,
  CHANNELS,
  DELIVERY,
  HOTLINE,
  LEVELS,
  MATERIAL_KINDS,
  MATERIAL_SOURCES,
  NOT_ACCEPTED,
  PROGRESS,
  RESULT_KINDS,
  STEP_EXITS,
  STEP_OUTCOMES,
  STEP_ROLES,
  TOWN_DECIDES,
  TOWN_ONLY_DECIDES,
} from '../words.ts'
import { filesOf } from './files.ts'
import { flowOf } from '../contract/flow.ts'
import { countingSentence, printedLimit, promisedSentence, statutorySentence } from './limits.ts'
import { isOnline } from './offering.ts'

export interface GuideSource {
  item: ItemVersion
  /** The named body that decides; absent where the town decides. */
  body?: Pick<Body, 'name' | 'creditCode' | 'tier'>
  places: readonly GuidePlace[]
  /** The body that drafted it and answers for it (编制单位); left out, the body that decides. */
  author?: string
  /** Since when the questions and error examples of the version stand as they do. */
  faqSince: string
  /** Further lawful paths of its cases. */
  ways: readonly GuideWay[]
  /** The guide online. */
  url: string
  demo: boolean
  /** Printed by one place for itself: then a station stands on it too. */
  onePlace?: boolean
}

export function composeView({ item, body, places, author, ways, faqSince }: GuideSource): Guide {
  return {
    item,
    domainTitle: domainTitles[item.domain],
    itemTypeTitle: itemTypeTitles[item.itemType],
    decidingBodyName: decider(item, body),
    draftedBy: author ?? decider(item, body),
    places,
    promisedSentence: promisedSentence(item),
    statutorySentence: statutorySentence(item),
    onlineFiling: isOnline(item),
    ways,
    flow: flowOf(item, ways),
    faqSince,
    files: filesOf(item),
  }
}

/** The same version as the printed guide wants it. The one-page edition leaves refusal grounds to the full one. */
export function composeData(source: GuideSource, edition: Edition): GuideData {
  const { item, body, url, demo, ways } = source
  const refusals = edition === 'full' ? item.notAccepted.map((text) => `${NOT_ACCEPTED}${text}`) : []
  return {
    date: item.effectiveFrom,
    version: String(item.version),
    draftedBy: source.author ?? decider(item, body),
    name: item.name,
    ...codes(item, body),
    itemType: itemTypeTitles[item.itemType],
    caseType: CASE_TYPES[item.projectType],
    level: item.useLevels.map((level) => LEVELS[level]).join('、'),
    decidingBody: decider(item, body),
    ...(item.entrustingBody === undefined ? {} : { entrustedBy: item.entrustingBody }),
    basis: item.legalBasis.map(basis),
    applicants: [
      item.serves.map((kind) => (edition === 'full' ? APPLICANTS : applicantWords)[kind]).join('、'),
    ],
    conditions: [...item.conditions, ...refusals],
    ...(item.quantityLimit === undefined ? {} : { quota: item.quantityLimit }),
    materials: item.materials.map(material),
    steps: item.process.steps.map(step),
    // The one page handed out at a window has room for what everybody meets.
    ...(edition === 'full' && ways.length > 0 ? { ways } : {}),
    ...(item.statutoryLimit === undefined ? {} : { statutoryLimit: printedLimit(item.statutoryLimit) }),
    promisedLimit: printedLimit(item.promisedLimit),
    counting: countingSentence(item),
    ...(item.specialProcedures.length === 0
      ? {}
      : { special: item.specialProcedures.map(({ name, basis }) => `${name}（${basis}）`) }),
    fee: fee(item),
    results: [result(item)],
    resultDelivery: item.delivery.map((mode) => DELIVERY[mode]),
    ...whereAndWhom(source),
    remedies: remedies(item),
    faq: item.faq,
    faqSince: source.faqSince,
    onlineUrl: url,
    demo,
  }
}

export function decider(item: ItemVersion, body: GuideSource['body']): string {
  if (body !== undefined) return body.name
  return item.decidingBody.townsOnly ? TOWN_ONLY_DECIDES : TOWN_DECIDES
}

/** 实施编码: the body's credit code, one digit for its level, the base code; every town has its own. */
function codes({ codes: { catalogCode, verified } }: ItemVersion, body: GuideSource['body']) {
  const doubt = verified ? '' : '（待核对）'
  const code =
    body === undefined ? '各镇（街道）分别编码' : `${body.creditCode}${body.tier}${catalogCode}${doubt}`
  return { code, baseCode: `${catalogCode}${doubt}` }
}

function basis({
  law,
  article,
  text,
  issuer,
  documentNumber,
  effectiveDate,
  verified,
}: LegalBasis): GuideBasis {
  return {
    ...{ law, article, text, issuer, verified },
    ...(documentNumber === undefined ? {} : { number: documentNumber }),
    ...(effectiveDate === undefined ? {} : { effectiveOn: effectiveDate }),
  }
}

/** What is no sentence of its own is followed by a ；, what is one by the next. */
const inOneLine = (notes: readonly string[]): string =>
  notes.map((note, at) => (at < notes.length - 1 && !note.endsWith('。') ? `${note}；` : note)).join('')

function material(of: ItemVersion['materials'][number]): GuideMaterial {
  const note = [of.when, of.originalCheckedOnly ? '原件看过即还' : undefined, of.acceptStandard, of.fillNote]
  return {
    name: of.name,
    source: of.sourceNote ?? MATERIAL_SOURCES[of.source],
    originals: of.originals,
    copies: of.copies,
    kind: MATERIAL_KINDS[of.kind],
    need: of.necessity === 'conditional' ? 'conditional' : 'required',
    tolerable: of.necessity === 'tolerable',
    note: inOneLine(note.filter((each) => each !== undefined)),
  }
}

function step({
  step: kind,
  name,
  role,
  limitWorkingDays,
}: ItemVersion['process']['steps'][number]): GuideStep {
  return {
    name,
    role: STEP_ROLES[role],
    ...(limitWorkingDays === 0 ? {} : { limitWorkingDays }),
    outcome: STEP_OUTCOMES[kind],
    ...(kind === 'accept' || kind === 'decide' ? { exits: STEP_EXITS[kind] } : {}),
  }
}

function fee({ fee: { charged, lines = [] } }: ItemVersion): GuideData['fee'] {
  if (!charged) return { charged: false }
  const items = lines.map(({ reducible, ...line }) => ({
    ...line,
    ...(reducible ? { relief: '可以依法减免' } : {}),
  }))
  return { charged: true, items }
}

function result({ result: { name, type, validity } }: ItemVersion) {
  return { name, kind: RESULT_KINDS[type], ...(validity === undefined ? {} : { validity }) }
}

/** Stations are too many to print: the guide says that there are some. */
function whereAndWhom({ item, places, onePlace = false }: GuideSource) {
  const channels = item.handleTypes.map((type) => CHANNELS[type])
  return {
    places: places
      .filter(({ tier }) => onePlace || tier !== 'station')
      .map(({ name, address, hours, phone }) => ({ name, address, hours, phone })),
    channels: item.entryModes.station === undefined ? channels : [...channels, AGENCY_CHANNEL],
    visits: item.visits,
    progress: PROGRESS,
    consultPhones: [item.enquiryPhone],
    complaintPhones: [...new Set([item.complaintPhone, HOTLINE])],
    rights: [],
    duties: [],
    rightsAndDuties: item.rightsAndDuties,
  }
}

/** The usual sixty days and six months have a sentence of their own; other periods of special laws are written out. */
function remedies({
  remedies: { reconsideration, litigation, own: special },
}: ItemVersion): GuideData['remedies'] {
  const usual = { reviewBody: reconsideration.body, court: litigation.court }
  if (special !== undefined) return { ...usual, own: special }
  if (reconsideration.days === 60 && litigation.months === 6) return usual
  const own = `可以自知道该行为之日起${reconsideration.days}日内向${reconsideration.body}申请行政复议，也可以自知道该行为之日起${litigation.months}个月内向${litigation.court}提起行政诉讼。`
  return { ...usual, own }
}
