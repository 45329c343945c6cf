import { addDays, legalDay, startOfDay, type Instant, type LegalDay } from '#engine/day.ts'
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
 * The day of the visit went by with the matter open and nobody has said why (CAS-10): whoever of the office takes the next
 * step says it first, also before the job of that midnight has run. A promise withdrawn left the way of one visit, and
 * nothing is owed any more.
 */
export function reasonOwed({ dossier, now }: { dossier: CaseDossier; now: Instant }): Refusal | undefined {
  return owesReason(dossier, legalDay(now))
    ? refusal('open-reason-needed', { facts: { visit: dossier.visit!.on } })
    : undefined
}

export function owesReason(
  dossier: Pick<CaseDossier, 'visit' | 'decision' | 'ended' | 'procedure'>,
  today: LegalDay,
): boolean {
  const { visit, decision, ended, procedure } = dossier
  if (visit === undefined || procedure === 'approval') return false
  if (decision !== undefined || ended !== undefined) return false
  return today > visit.on && visit.left === undefined && visit.ended?.explained !== true
}
