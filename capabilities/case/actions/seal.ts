import { Type as T } from 'typebox'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { CaseWorld, SealInForce } from '../model/world.ts'
import type { CaseDossier } from '../model/dossier.ts'
import { caseAction, type CaseAct } from './case-action.ts'

/** Seal and issue (签章发文): the deciding body's own seal, in force at the commit. The paper itself is made by a job. */
export const seal = caseAction({
  name: 'seal',
  from: ['decided'],
  to: ['issued'],
  by: ['issuer'],
  power: 'seal',
  input: T.Object({}, { additionalProperties: false }),
  refuse: sealMissing,
  facts: ({ dossier, world, grant }) => [
    { kind: 'sealed', body: { seal: sealOf(dossier, world)!.id, grant: grant!.id } },
  ],
  reliesOn: ({ dossier, world }) => [sealOf(dossier, world)!],
})

export function sealMissing({ dossier, world }: CaseAct<unknown>): Refusal | undefined {
  return sealOf(dossier, world) === undefined
    ? refusal('seal-none', { facts: { body: dossier.decidingBody }, basis: '国发〔1999〕25号' })
    : undefined
}

export function sealOf(dossier: CaseDossier, world: CaseWorld): SealInForce | undefined {
  return world.seals.find(
    (candidate) => candidate.body === dossier.decidingBody && candidate.purpose === 'decision',
  )
}
