import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { due } from '#engine/clock/clock.ts'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import type { LegalDay } from '#engine/day.ts'
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

/** Whether a kind has stopped the limits before; one that was called off unserved never did. */
export const hasRun = (dossier: CaseDossier, kind: SpecialKind): boolean =>
  specials(dossier).some((one) => one.kind === kind && one.ended !== undefined && one.served !== undefined)

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

/** The notice that is next to be served: that it begins, or that it needs longer, as long as that can still be said in time. */
export function toServe({ id, served, extension, overToldSince }: SpecialProcedure): string | undefined {
  if (served === undefined) return id
  const told = extension !== undefined && extension.served === undefined && overToldSince === undefined
  return told ? extension.id : undefined
}

export function unserved(dossier: CaseDossier): SpecialKind[] {
  return running(dossier)
    .filter((one) => toServe(one) !== undefined)
    .map(({ kind }) => kind)
}

/** Notices that exist and may go into the inbox, oldest first. */
export function ready(dossier: CaseDossier): { one: SpecialProcedure; paper: Paper }[] {
  return running(dossier).flatMap((one) => {
    const id = toServe(one)
    const paper = id === undefined ? undefined : noticeOf(dossier, id)
    return paper === undefined ? [] : [{ one, paper }]
  })
}

/** Served, still within what was told, and not told to need longer before. */
export function extendable(dossier: CaseDossier): SpecialKind[] {
  return running(dossier)
    .filter(
      ({ served, extension, overToldSince }) =>
        served !== undefined && extension === undefined && overToldSince === undefined,
    )
    .map(({ kind }) => kind)
}

/** The last day that was told. */
export function toldDay(
  { clocks }: CaseDossier,
  { kind }: Pick<SpecialProcedure, 'kind'>,
  calendar: WorkingCalendar,
): LegalDay | undefined {
  const clock = clocks[clockOf(kind)]
  return clock && due(clock, calendar).day
}

export function noticeOf({ papers }: CaseDossier, id: string): Paper | undefined {
  return papers.find((paper) => paper.id === id)
}
