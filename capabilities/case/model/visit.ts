import { addDays, startOfDay } from '#engine/day.ts'
import type { Timer } from '#engine/procedure/procedure.ts'
import type { CaseDossier } from './dossier.ts'

/** The visit is over with its day; only a case that is still undecided then has to be accounted for. */
export function visitTimers({ visit, decision, ended, state }: CaseDossier): Timer[] {
  if (visit === undefined || visit.ended !== undefined || state === 'none') return []
  if (decision !== undefined || ended !== undefined) return []
  return [{ action: 'end-visit', at: startOfDay(addDays(visit.on, 1)) }]
}

/** The visit ended with the matter open and nobody has said why. */
export function owesReason({ visit, decision }: CaseDossier): boolean {
  return visit?.ended?.explained === false && visit.left === undefined && decision === undefined
}
