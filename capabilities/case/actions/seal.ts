import { Type as T } from 'typebox'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { whySealRefused } from '#capabilities/licence-seal/model.ts'
import { decisionSeals, sealQuestion, sealUse } from '../model/powers.ts'
import type { SealInForce } from '../model/world.ts'
import { caseAction, type CaseAct } from './case-action.ts'

interface Chosen {
  seal?: string
}

/**
 * Seal and issue (签章发文): a seal the plan and the law allow for this decision, in force at the commit; named, where there
 * are several. The paper itself is made by a job.
 */
export const seal = caseAction({
  name: 'seal',
  from: ['decided'],
  to: ['issued'],
  by: ['issuer'],
  power: 'seal',
  input: T.Object(
    { seal: T.Optional(T.String({ minLength: 1, maxLength: 80 })) },
    { additionalProperties: false },
  ),
  refuse: sealRefused,
  facts: (act) => {
    const { dossier, grant } = act
    const onPaper = dossier.decision?.result === 'denied' ? 'denial' : 'grant'
    return [{ kind: 'sealed', body: { ...sealUse(sealOf(act)!, dossier, onPaper), grant: grant!.id } }]
  },
  reliesOn: (act) => [sealOf(act)!],
})

/** Why the decision cannot be sealed so: none fits, several do and none is named, or the one named does not. */
export function sealRefused(act: CaseAct<Chosen>): Refusal | undefined {
  const { dossier, world, input } = act
  const question = sealQuestion(dossier, world, powerOf(act))
  if (input.seal !== undefined) return whySealRefused(question, input.seal, world.seals)
  const lawful = decisionSeals(dossier, world, powerOf(act))
  if (lawful.length === 1) return undefined
  const facts = { body: dossier.inNameOf ?? dossier.decidingBody, seals: lawful.map(({ name }) => name) }
  return lawful.length === 0
    ? refusal('seal-none', { facts, basis: '国发〔1999〕25号' })
    : refusal('seal-to-choose', { facts })
}

/** The seal such an act uses, once nothing refuses it. */
export function sealOf(act: CaseAct<Chosen>): SealInForce | undefined {
  const lawful = decisionSeals(act.dossier, act.world, powerOf(act))
  return act.input.seal === undefined ? lawful[0] : lawful.find(({ id }) => id === act.input.seal)
}

const powerOf = ({ grant }: CaseAct<unknown>) => grant?.kind ?? 'own'
