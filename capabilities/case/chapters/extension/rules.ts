import { due, type Clock } from '#engine/clock/clock.ts'
import type { LegalDay } from '#engine/day.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import type { TimerWorld } from '../../model/states.ts'
import type { Head } from './dossier.ts'

/** Whose word the clock's sentence and the paper give (本行政机关负责人、本级人民政府负责人). */
export const HEAD_NAMES: Readonly<Record<Head, string>> = {
  head: '本行政机关负责人',
  'government-head': '本级人民政府负责人',
}

export interface LawfulExtension {
  /** At most, in the unit of the limit. */
  amount: number
  basis: string
  by: Head
}

/**
 * How far the law lets the limit be extended, and by whom (第四十二条). What the item's own law says goes first (法律、法规另有规定
 * 的，依照其规定); without it only a licence whose limit is that of article 42 can be extended. Neither a promise nor a limit of
 * another law stretches by analogy: that would be at the applicant's cost. Forty-five days and fifteen more belong to items that
 * several departments decide together (第二十六条第二款); asking others for an opinion gives the deciding body no day more.
 */
export function lawfulExtension(item: ItemVersion): LawfulExtension | undefined {
  const { statutoryLimit: limit, itemType, process } = item
  if (limit === undefined) return undefined
  const together = process.together === true
  const by = together ? 'government-head' : 'head'
  const { extension } = limit
  if (extension !== undefined)
    return extension.unit === limit.unit
      ? { amount: extension.amount, basis: extension.basis, by }
      : undefined
  // Other laws have a forty-second article too, and it stretches nothing.
  const ofArticle42 = /行政许可法》?第四十二条/.test(limit.basis ?? '行政许可法第四十二条')
  if (itemType !== '01' || limit.unit !== 'working-day' || !ofArticle42) return undefined
  return together
    ? { amount: 15, basis: '行政许可法第四十二条第二款', by }
    : { amount: 10, basis: '行政许可法第四十二条第一款', by }
}

/** The running limit of the law, the only one an extension moves by itself. */
export function statutory({ clocks }: CaseDossier): Clock | undefined {
  const { statutory: clock } = clocks
  return clock?.ended === undefined ? clock : undefined
}

/** Its last day; absent while it stands still. */
export function lastDay(dossier: CaseDossier, { calendar }: TimerWorld): LegalDay | undefined {
  const clock = statutory(dossier)
  return clock && due(clock, calendar).day
}

/**
 * The promise is the area's own word, given within the law's limit, and article 42 does not release anybody from it: a
 * promise that passes shows yellow although the law gave more time, and only the law's own last day shows red. Where the area
 * promised no less than the law's limit it gave no word of its own, and what it repeats moves with the law.
 */
export function repeatsTheLaw({ clocks }: CaseDossier): boolean {
  const { promised, statutory: law } = clocks
  if (promised === undefined || law === undefined || promised.ended !== undefined) return false
  return promised.unit === law.unit && promised.start.day === law.start.day && promised.amount >= law.amount
}
