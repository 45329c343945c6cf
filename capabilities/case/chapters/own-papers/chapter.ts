import { legalDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { refusal } from '#engine/refusal.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { moved } from '../../model/fold.ts'
import { markOf } from '../../model/marks.ts'
import { owesReason } from '../../model/visit.ts'
import type { Chapter } from '../chapter.ts'
import { addPaper, addPaperAtWindow } from './add.ts'
import type { OwnPapers } from './dossier.ts'
import { mayAdd } from './rules.ts'

interface Added extends Omit<OwnPapers, 'materials' | 'by'> {
  brought: readonly string[]
  materials: CaseDossier['materials']
  byPost?: boolean
}

const ACTS = ['add-paper', 'add-paper-at-window']

/** Papers an applicant adds on their own before the application is taken in (主动补交材料, 行政许可法第三十一条、第三十二条). */
export const ownPapers: Chapter = {
  name: 'own-papers',
  actions: [addPaper, addPaperAtWindow],
  handsIn: ACTS,
  // Where every paper of the item is asked for by the notice, its answer is the only way.
  bars: (act, { dossier, world }) =>
    ACTS.includes(act) && mayAdd(dossier, world.item).open.length === 0
      ? refusal('own-paper-none')
      : undefined,
  apply: {
    'paper-added': (dossier, fact: Fact<Added>) => {
      const { on, how, brought, replaced, materials } = fact.body
      return {
        ...atCounter(moved(dossier, fact), fact),
        materials: { ...dossier.materials, ...materials },
        ...suppliedSince(dossier, brought, on),
        ownPapers: [
          ...(dossier.ownPapers ?? []),
          { materials: brought, how, on, replaced, by: markOf(fact) },
        ],
        freshPapers: [...new Set([...(dossier.freshPapers ?? []), ...brought])],
      }
    },
  },
}

/** After a notice each paper of the applicant's own may raise a point, so it stands among those that came in since. */
function suppliedSince(
  { supplement }: CaseDossier,
  brought: readonly string[],
  on: string,
): Pick<CaseDossier, 'supplement'> {
  if (supplement === undefined) return {}
  const { noticeId, supplied = [] } = supplement
  const papers = brought.map((material) => ({ material, on, noticeId }))
  return { supplement: { ...supplement, supplied: [...supplied, ...papers] } }
}

/**
 * Whoever comes back with a paper for a matter that is decided at once is there again and waits again; a reason that is owed
 * for the visit before stays owed.
 */
function atCounter(dossier: CaseDossier, fact: Fact<Pick<Added, 'byPost'>>): CaseDossier {
  const { procedure, state, visit } = dossier
  const today = legalDay(fact.at)
  const came = fact.actor.kind === 'staff' && fact.body.byPost !== true && state === 'received'
  if (!came || procedure === 'approval' || visit?.on === today || owesReason(dossier, today)) return dossier
  return { ...dossier, visit: { on: today } }
}
