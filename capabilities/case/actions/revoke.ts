import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { barredBy } from '../chapters/endings/barred.ts'
import { deliveryClock, end, endRunning } from '../model/limits.ts'
import { revocationPaper } from '../model/papers.ts'
import { byWindow } from './by-window.ts'
import { caseAction, type CaseAct } from './case-action.ts'
import { samePerson } from './decide.ts'
import { paperOf } from './paper-of.ts'
import { sealUse } from '../model/powers.ts'
import { sealOf, sealRefused } from './seal.ts'

/** Revocation (撤销) of what was decided on a promise that did not hold: reasons, basis, remedies, under the body's own seal. */
export const revoke = caseAction({
  name: 'revoke',
  from: ['check-failed'],
  to: ['revoking'],
  by: ['approver'],
  power: 'decide',
  input: T.Object(
    {
      reason: T.String({ minLength: 10, maxLength: 2000 }),
      basis: T.String({ minLength: 4, maxLength: 500 }),
      /** Got by deceit, bribery or other improper means: some matters may not be applied for again (第七十九条). */
      deceit: T.Optional(T.Boolean()),
    },
    { additionalProperties: false },
  ),
  bars: byWindow.refuses,
  refuse: (act) => samePerson(act) ?? sealRefused(unnamed(act)),
  facts: (act) => {
    const { dossier, input, grant, now, world } = act
    const { deceit, ...said } = input
    const moment = { day: legalDay(now), at: now }
    return [
      {
        kind: 'revocation-decided',
        body: {
          reason: world.seal(said),
          grant: grant!.id,
          ...(deceit ? barredBy('79', world.item, moment.day) : {}),
          ...sealUse(sealOf(unnamed(act))!, dossier, 'revocation'),
          ...paperOf(world),
        },
        clock: [
          ...endRunning(dossier.clocks, ['revocation'], moment),
          deliveryClock('revoked', { ...moment, world }),
        ],
      },
    ]
  },
  reliesOn: (act) => [sealOf(unnamed(act))!],
})

/** A revocation names no seal: it carries the one its decision would carry today. */
const unnamed = <I>(act: CaseAct<I>): CaseAct<Record<string, never>> => ({ ...act, input: {} })

/** The revocation takes effect when it reaches the person. */
export const serveRevocation = caseAction({
  name: 'serve-revocation',
  from: ['revoking'],
  to: ['revoked'],
  by: ['window-clerk'],
  input: T.Object(
    {
      receiver: T.String({ minLength: 1, maxLength: 60 }),
      relation: T.Enum(['self', 'agent']),
      identified: T.String({ minLength: 1, maxLength: 60 }),
    },
    { additionalProperties: false },
  ),
  refuse: paperMissing,
  facts: (act) => served('window', act.world.seal(act.input), act),
})

export const serveRevocationElectronically = caseAction({
  name: 'serve-revocation-electronically',
  from: ['revoking'],
  to: ['revoked'],
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  offered: ({ delivery }) => delivery === 'electronic',
  refuse: paperMissing,
  facts: (act) => served('electronic', undefined, act),
})

function paperMissing({ dossier }: CaseAct<unknown>) {
  return revocationPaper(dossier) === undefined ? refusal('decision-paper-not-ready') : undefined
}

function served(mode: string, receiver: string | undefined, { now, world }: CaseAct<unknown>) {
  const clock = [end('delivery', { day: legalDay(now), at: now })]
  const body = { mode, paper: world.newId(), ...(receiver === undefined ? {} : { receiver }) }
  return [{ kind: 'revoked', body, clock }]
}
