import type { CaseDossier } from '../../model/dossier.ts'
import { SPECIAL_NAMES, type SpecialResult } from './dossier.ts'
import { specials } from './rules.ts'

const RESULTS: Readonly<Record<SpecialResult, string>> = {
  met: '合格',
  'not-met': '不合格',
  'called-off': '终止',
}

/** What a decision says of the special procedures it rests on, with the standards they measured by (第五十五条). */
export function resultLines(
  dossier: CaseDossier,
  open: (sealed: string) => unknown,
): { name: string; value: string }[] {
  return specials(dossier).flatMap(({ kind, ended }) => {
    if (ended === undefined || ended.result === 'called-off') return []
    const standard = ended.standard
      ? `，所依据的技术标准、技术规范：${String(open(ended.standard) ?? '')}`
      : ''
    return [{ name: `${SPECIAL_NAMES[kind]}结果`, value: `${RESULTS[ended.result]}${standard}` }]
  })
}
