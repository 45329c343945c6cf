import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { CaseDossier, Paper } from '../../model/dossier.ts'
import { SPECIAL_KINDS, type SpecialKind, type SpecialProcedure } from './dossier.ts'

/** States in which a case is examined: nothing of article 45 happens before acceptance or after the decision. */
export const EXAMINED = ['accepted', 'reviewed']

export function specials({ special = [] }: CaseDossier): readonly SpecialProcedure[] {
  return special
}

export function running(dossier: CaseDossier): readonly SpecialProcedure[] {
  return specials(dossier).filter(({ ended }) => ended === undefined)
}

export function runningOf(dossier: CaseDossier, kind: SpecialKind): SpecialProcedure | undefined {
  return running(dossier).find((one) => one.kind === kind)
}

/** One clock a kind: the same kind can run again once it has ended, never beside itself. */
export const clockOf = (kind: SpecialKind): string => `special-${kind}`

/** 检验、检测、检疫: officers are sent, and what they find decides (第五十五条). */
export const TECHNICAL: readonly SpecialKind[] = ['inspection', 'testing', 'quarantine']

/** How guides name the kinds: 残疾评定 and 自理能力评估 are appraisals, 方案评审 is a review by experts. */
const NAMED: Readonly<Record<SpecialKind, RegExp>> = {
  inspection: /检验/,
  testing: /检测/,
  quarantine: /检疫/,
  appraisal: /鉴定|评定|评估/,
  'expert-review': /评审/,
  tender: /招标/,
  auction: /拍卖/,
}

/** The kinds the guide names; any other is lawful only by the law that whoever starts it cites. */
export function listedKinds({ specialProcedures }: Pick<ItemVersion, 'specialProcedures'>): SpecialKind[] {
  return SPECIAL_KINDS.filter((kind) => specialProcedures.some(({ name }) => NAMED[kind].test(name)))
}

/** Whether a text names a law, regulation or rule with its article: 《森林法》第五十九条. */
export function citesLaw(text: string): boolean {
  return /(法|条例|规定|办法|细则|规则|决定)》?(（[^）]*）)?第[〇零一二三四五六七八九十百千\d]+条/.test(text)
}

/** The line of the guide on a kind, with its own basis. */
export function listed(item: Pick<ItemVersion, 'specialProcedures'>, kind: SpecialKind) {
  return item.specialProcedures.find(({ name }) => NAMED[kind].test(name))
}

/** Technical procedures to which nobody has been sent yet. */
export function unassigned(dossier: CaseDossier): SpecialKind[] {
  return running(dossier)
    .filter(({ kind, assigned }) => TECHNICAL.includes(kind) && assigned === undefined)
    .map(({ kind }) => kind)
}

export function unserved(dossier: CaseDossier): SpecialKind[] {
  return running(dossier)
    .filter(({ served }) => served === undefined)
    .map(({ kind }) => kind)
}

/** Notices that exist and may go into the inbox, oldest first. */
export function ready(dossier: CaseDossier): { one: SpecialProcedure; paper: Paper }[] {
  return running(dossier).flatMap((one) => {
    const paper = one.served === undefined ? noticeOf(dossier, one.id) : undefined
    return paper === undefined ? [] : [{ one, paper }]
  })
}

export function noticeOf({ papers }: CaseDossier, id: string): Paper | undefined {
  return papers.find((paper) => paper.id === id)
}
