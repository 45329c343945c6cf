import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import type { DeliveryMode } from '#capabilities/catalogue/contract.ts'
import type { CaseClosed } from '../contract.ts'
import type { CaseDossier } from '../model/dossier.ts'
import { end } from '../model/limits.ts'
import { decisionPaper } from '../model/papers.ts'
import { caseAction, type CaseAct } from './case-action.ts'

const FROM = ['issued', 'not-accepted']

/** Handed over at a window; the receiver's name and how they were identified go into the delivery receipt. */
export const deliverAtWindow = caseAction({
  name: 'deliver-at-window',
  from: FROM,
  to: ['closed', 'under-check'],
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
  facts: (act) => delivered('window', act.world.seal(act.input), act),
})

/** Delivered into the applicant's inbox, as the applicant chose when filing. */
export const deliverElectronically = caseAction({
  name: 'deliver-electronically',
  from: FROM,
  to: ['closed', 'under-check'],
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  refuse: (act) =>
    act.dossier.delivery === 'electronic'
      ? paperMissing(act)
      : refusal('delivery-mode-other', { facts: { mode: act.dossier.delivery } }),
  facts: (act) => delivered('electronic', undefined, act),
})

function paperMissing({ dossier }: CaseAct<unknown>) {
  return decisionPaper(dossier) === undefined ? refusal('decision-paper-not-ready') : undefined
}

/**
 * Delivery and closing are one act: nothing is left to do once the paper is in the applicant's hands, except the check
 * that a promise brings with it.
 */
export function delivered(
  mode: DeliveryMode,
  receiver: string | undefined,
  { dossier, now, world }: CaseAct<unknown>,
  more: Readonly<Record<string, unknown>> = {},
) {
  const day = legalDay(now)
  const toCheck = dossier.clocks['check'] !== undefined && dossier.clocks['check'].ended === undefined
  return [
    {
      kind: 'delivered',
      body: {
        mode,
        paper: world.newId(),
        toCheck,
        ...(receiver === undefined ? {} : { receiver }),
        ...more,
      },
      clock: [end('delivery', { day, at: now })],
    },
    ...(toCheck ? [] : [closedFact(dossier)]),
  ]
}

/** What other capabilities hear when a case is over. */
export function closedFact({ no, item, decidingBody, acceptPlace }: CaseDossier) {
  const closed: Omit<CaseClosed, 'kind'> = { no, item: item.id, decidingBody, acceptPlace }
  return { kind: 'closed', body: { ...closed } }
}
