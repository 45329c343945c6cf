import type { Grant } from '#engine/power/grant.ts'
import { isInForce } from '#engine/power/grant.ts'
import type { LegalDay } from '#engine/day.ts'
import { lawfulSeals, type SealQuestion } from '#capabilities/licence-seal/model.ts'
import type { CaseDossier } from './dossier.ts'
import type { CaseWorld, SealInForce } from './world.ts'

/** The organ whose name, number and seal the papers of a case carry. */
export function nameOf({ decidingBody, inNameOf }: Pick<CaseDossier, 'decidingBody' | 'inNameOf'>): string {
  return inNameOf ?? decidingBody
}

/** How the deciding body comes by its power: from the grant an act used, or from the one it would use. */
export function powerKind(dossier: CaseDossier, world: CaseWorld, day: LegalDay): Grant['kind'] {
  const grant = world.grants.find(
    (candidate) =>
      candidate.body === dossier.decidingBody &&
      candidate.powers.includes('decide') &&
      isInForce(candidate, day),
  )
  return grant?.kind ?? 'own'
}

/** What the plan and the law have to say about the seal under this case's decision. */
export function sealQuestion(dossier: CaseDossier, world: CaseWorld, power: Grant['kind']): SealQuestion {
  const { delegation, transferredFrom } = world.published
  const noCentreSeal = delegation?.centreSeal === false ? delegation.basis : undefined
  return {
    ...world.parameters.seals,
    item: dossier.item.id,
    body: dossier.decidingBody,
    isTown: world.towns.has(dossier.decidingBody),
    power,
    ...(transferredFrom === undefined ? {} : { transferredFrom }),
    ...(noCentreSeal === undefined ? {} : { noCentreSeal }),
    ...(dossier.inNameOf === undefined ? {} : { inNameOf: dossier.inNameOf }),
  }
}

/** The seals a decision of this case may carry. */
export function decisionSeals(dossier: CaseDossier, world: CaseWorld, power: Grant['kind']): SealInForce[] {
  return lawfulSeals(sealQuestion(dossier, world, power), world.seals)
}

/** What a fact says of the seal it used, for the log of seals (用印记录). */
export function sealUse({ id, name, number }: SealInForce, { no, item }: CaseDossier, onPaper: string) {
  const use = { name, ...(number === undefined ? {} : { number }), item: item.id, ref: no, onPaper }
  return { seal: id, use }
}
