import { addDays, startOfDay } from '#engine/day.ts'
import type { Timer } from '#engine/procedure/procedure.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { CaseDossier } from './dossier.ts'

/** The visit is over with its day; only a case that is still undecided then has to be accounted for. */
export function visitTimers({ visit, decision, ended, state }: CaseDossier): Timer[] {
  if (visit === undefined || visit.ended !== undefined || state === 'none') return []
  if (decision !== undefined || ended !== undefined) return []
  return [{ action: 'end-visit', at: startOfDay(addDays(visit.on, 1)) }]
}

/**
 * The visit ended with the matter open and nobody has said why (CAS-10): whoever of the office takes the next step says it
 * first. A promise withdrawn left the way of one visit, and nothing is owed any more.
 */
export function reasonOwed({ dossier }: { dossier: CaseDossier }): Refusal | undefined {
  const { visit, decision, procedure } = dossier
  const owed =
    procedure !== 'approval' &&
    visit?.ended?.explained === false &&
    visit.left === undefined &&
    decision === undefined
  return owed ? refusal('open-reason-needed', { facts: { visit: visit.on } }) : undefined
}
