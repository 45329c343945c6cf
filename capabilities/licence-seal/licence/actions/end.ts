import { Type as T } from 'typebox'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { Amendment, Ending } from '../../contract.ts'
import { deliveryClock, endRunning } from '../limits.ts'
import { notHeard } from './intend.ts'
import { MEANT } from './serve.ts'
import { byWindow, licenceAction, paperOf, sealMissing, sealOf, type LicenceAct } from './licence-action.ts'

export const Compensation = T.String({ minLength: 2, maxLength: 1000 })

/**
 * 撤销 (行政许可法第六十九条). Not where it might gravely harm the public interest (third paragraph). Harm done to a holder who is not to
 * blame is made good; what fraud brought is not protected (fourth paragraph).
 */
export const revoke = licenceAction({
  name: 'revoke',
  from: MEANT,
  to: ['ending'],
  by: ['approver'],
  power: 'decide',
  input: T.Object(
    {
      publicInterest: T.Enum(['no-grave-harm', 'grave-harm']),
      conclusion: T.String({ minLength: 10, maxLength: 2000 }),
      compensation: T.Optional(Compensation),
    },
    { additionalProperties: false },
  ),
  offered: ({ intent }) => intent?.how === 'revoked',
  bars: (act) => byWindow(act) ?? sameHand(act),
  refuse: (act) => {
    const missing = notHeard(act) ?? sealMissing(act)
    if (missing !== undefined) return missing
    const { publicInterest, compensation } = act.input
    if (publicInterest === 'grave-harm')
      return refusal('public-interest-bars', { basis: '行政许可法第六十九条第三款' })
    const fraud = act.dossier.intent!.ground === 'fraud'
    if (fraud && compensation !== undefined)
      return refusal('fraud-not-compensated', { basis: '行政许可法第六十九条第四款' })
    return !fraud && compensation === undefined
      ? refusal('compensation-unsaid', { basis: '行政许可法第六十九条第四款' })
      : undefined
  },
  facts: (act) => decided('revoked', act.dossier.intent!.ground, act.input, act),
  reliesOn: (act) => [sealOf(act)!],
})

/** 撤回 (第八条第二款): nobody's fault; what the holder loses by it is made good. */
export const withdraw = licenceAction({
  name: 'withdraw',
  from: ['valid'],
  to: ['ending'],
  by: ['approver'],
  power: 'decide',
  input: T.Object(
    {
      /** The need of the public interest that the law asks for. */
      conclusion: T.String({ minLength: 10, maxLength: 2000 }),
      compensation: T.Optional(Compensation),
    },
    { additionalProperties: false },
  ),
  offered: ({ intent }) => intent?.how === 'withdrawn',
  bars: (act) => byWindow(act) ?? sameHand(act),
  refuse: (act) =>
    notHeard(act) ??
    sealMissing(act) ??
    (act.input.compensation === undefined
      ? refusal('compensation-unsaid', { basis: '行政许可法第八条第二款' })
      : undefined),
  facts: (act) => decided('withdrawn', act.dossier.intent!.ground, act.input, act),
  reliesOn: (act) => [sealOf(act)!],
})

/** Where the plan parts the steps, who proposed to take it away does not decide as well. */
export function sameHand({ dossier, actor, world }: Omit<LicenceAct<unknown>, 'input'>): Refusal | undefined {
  const proposed = dossier.intent?.by.person
  return world.reviewAndDecideDiffer && actor.kind === 'staff' && actor.person === proposed
    ? refusal('role-separation')
    : undefined
}

const EVENTS: Readonly<Record<Ending, string>> = {
  revoked: '作出撤销决定',
  withdrawn: '作出撤回决定',
  cancelled: '作出注销决定',
}

/** What every decision about a licence says: on which ground and power, under which seal, and what was told before it. */
export function decisionBody(
  how: Ending | Amendment,
  ground: string,
  input: object,
  act: LicenceAct<unknown>,
) {
  const { dossier, grant, world } = act
  const told = dossier.intent === undefined ? {} : { told: dossier.intent.text }
  const { id: seal, name, number } = sealOf(act)!
  const numbered = number === undefined ? {} : { number }
  return {
    ...{ how, ground, text: world.seal(input), ...told, grant: grant!.id, seal },
    use: { name, ...numbered, item: dossier.item, ref: dossier.number, onPaper: how },
    ...paperOf(world),
  }
}

export function decided(how: Ending, ground: string, input: object, act: LicenceAct<unknown>) {
  const { dossier, now, world } = act
  return [
    {
      kind: 'licence-ending-decided',
      body: decisionBody(how, ground, input, act),
      clock: [
        ...endRunning(dossier.clocks, ['cancellation', 'statement', 'announcement', 'delivery'], now),
        deliveryClock(EVENTS[how], { at: now, world }),
      ],
    },
  ]
}
