import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import type { CaseClosed } from '../contract.ts'
import { end } from '../model/limits.ts'
import { decisionPaper } from '../model/papers.ts'
import { caseAction, type CaseAct } from './case-action.ts'

const FROM = ['issued', 'not-accepted']

/** Handed over at a window; the receiver's name and how they were identified go into the delivery receipt. */
export const deliverAtWindow = caseAction({
  name: 'deliver-at-window',
  from: FROM,
  to: ['closed'],
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
  to: ['closed'],
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  refuse: (act) =>
    act.dossier.delivery === 'electronic'
      ? paperMissing(act)
      : refusal('delivery-mode-other', { facts: { mode: 'window' } }),
  facts: (act) => delivered('electronic', undefined, act),
})

function paperMissing({ dossier }: CaseAct<unknown>) {
  return decisionPaper(dossier) === undefined ? refusal('decision-paper-not-ready') : undefined
}

/** Delivery and closing are one act: nothing is left to do once the paper is in the applicant's hands. */
function delivered(
  mode: 'window' | 'electronic',
  receiver: string | undefined,
  { dossier, now, world }: CaseAct<unknown>,
) {
  const day = legalDay(now)
  const { no, item, decidingBody, acceptPlace } = dossier
  const closed: Omit<CaseClosed, 'kind'> = { no, item: item.id, decidingBody, acceptPlace }
  return [
    {
      kind: 'delivered',
      body: { mode, paper: world.newId(), ...(receiver === undefined ? {} : { receiver }) },
      clock: [end('delivery', { day, at: now })],
    },
    { kind: 'closed', body: { ...closed } },
  ]
}
