import { burdenOf } from '#capabilities/catalogue/model.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'

/** CAS-18, counted from versions and cases: what a version no longer asks for, its cases did not bring. */
export const NOT_ASKED_AGAIN = {
  id: 'not-asked-again-rate',
  name: '重复提交减少率',
  version: 1,
  formula:
    '期内收到的办件按当时的版本少交的材料份数 ÷ 同样这些办件按首个版本应交的材料份数。申请表和共享获取的材料不算应交；某个版本比首个版本多要的，不抵减别的办件。',
  clauses: ['YY-3.2.2-05', 'YY-2.2.2-07'],
} as const

/**
 * How many papers cases did not have to bring compared with the item's first version. A version that asks for more saves
 * nothing, and takes nothing from what others saved.
 */
export function papersSpared(
  versions: readonly ItemVersion[],
  counts: readonly { item: string; version: number; cases: number }[],
): { spared: number; baseline: number } {
  const first = burdenOf(versions[0]!).demanded
  let spared = 0
  let baseline = 0
  for (const version of versions) {
    const found = counts.find((count) => count.item === version.id && count.version === version.version)
    const cases = found?.cases ?? 0
    baseline += cases * first
    spared += cases * Math.max(0, first - burdenOf(version).demanded)
  }
  return { spared, baseline }
}
