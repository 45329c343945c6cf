import { explain } from '#engine/clock/explain.ts'
import { legalDay } from '#engine/day.ts'
import { limitSentence } from '#capabilities/catalogue/model.ts'
import type { PostalAddress } from '../contract.ts'
import type { PaperData } from '../documents/papers.ts'
import { answerOf } from '../chapters/intent/rules.ts'
import { CHAPTER_PAPERS } from '../chapters/papers.ts'
import { statutoryLimitOf } from '../model/limits.ts'
import { denial, grant } from './decision.ts'
import { delivery } from './delivery.ts'
import { dueDay } from './due-day.ts'
import { nameOf, remedies } from './of-item.ts'
import { common, type PaperSource } from './paper-source.ts'
import { supplement } from './supplement.ts'

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
  const { amount, unit } = item.process.commitment!.rectifyWithin
  return {
    kind: 'rectification',
    ...common(source),
    decidedOn: dossier.decision!.by.day,
    checkedOn: legalDay(fact.at),
    problems: [source.open<{ text: string }>(fact.body['text'] as string).text],
    within: limitSentence({ amount, unit }),
    basis: item.process.commitment!.basis,
  }
}

function revocation(source: PaperSource): PaperData {
  const { dossier, fact } = source
  const { reason, basis } = source.open<{ reason: string; basis: string }>(fact.body['reason'] as string)
  const heard = dossier.intent === undefined ? dossier.heard?.result : answerOf(dossier.intent)
  return {
    kind: 'revocation',
    ...common(source),
    decidedOn: dossier.decision!.by.day,
    ...(heard === undefined ? {} : { heard }),
    reasons: [reason],
    basis: [{ law: basis }],
    remedies: remedies(source),
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
