import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { heardAt } from '../chapters/hearing/result.ts'
import { othersHeard } from '../chapters/interested/result.ts'
import { opinionLines, opinionSentences } from '../chapters/joint/result.ts'
import { resultLines } from '../chapters/special/result.ts'
import type { Basis, PaperData } from '../documents/papers.ts'
import { remedies } from './of-item.ts'
import { common, type PaperSource } from './paper-source.ts'

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
export function lawsOf(item: ItemVersion): Basis[] {
  const read = item.legalBasis.filter((line) => line.verified).slice(0, 4)
  return [...Map.groupBy(read, (line) => line.law)].map(([law, lines]) => ({
    law: law.startsWith('《') ? law : `《${law}》`,
    article: lines.map((line) => line.article).join('、'),
  }))
}

export function grant(source: PaperSource): PaperData {
  const { conclusion, validUntil } = source.open<{ conclusion: string; validUntil?: string }>(
    source.reasons.body['reason'] as string,
  )
  const heard = heardAt(source.dossier, source.open)
  const others = othersHeard(source.dossier, source.open)
  const content = [
    ...(validUntil ? [{ name: '有效期至', value: validUntil }] : []),
    ...resultLines(source.dossier, source.open),
    ...opinions(source),
    ...(heard ? [{ name: '听证', value: heard }] : []),
    ...(others ? [{ name: '利害关系人意见', value: others }] : []),
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

export function denial(source: PaperSource): PaperData {
  const { reason, basis } = source.open<{ reason: string; basis: string }>(
    source.reasons.body['reason'] as string,
  )
  const data = decision(source)
  const lines = [...resultLines(source.dossier, source.open), ...opinions(source)]
  const others = othersHeard(source.dossier, source.open)
  const facts = [...lines, ...(others ? [{ name: '利害关系人意见', value: others }] : [])].map(
    ({ name, value }) => `${name}：${value}。`,
  )
  const heard = heardAt(source.dossier, source.open)
  const grounds = { basis: [{ law: basis }, ...data.basis], facts, reasons: [reason] }
  return { kind: 'denial', ...data, ...grounds, ...(heard ? { heard } : {}) }
}

/** One joint result lists what each department said (联审联办). */
function opinions({ dossier, open, calendar }: PaperSource): { name: string; value: string }[] {
  return opinionSentences(opinionLines(dossier, open, calendar))
}
