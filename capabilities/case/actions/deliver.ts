import { Type as T } from 'typebox'
import { legalDay, type Instant } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { end } from '../model/limits.ts'
import { decisionPaper } from '../model/papers.ts'
import type { CaseWorld } from '../model/world.ts'
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
  facts: ({ input, now, world }) => delivered('window', world.seal(input), now, world),
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
  facts: ({ now, world }) => delivered('electronic', undefined, now, world),
})

function paperMissing({ dossier }: CaseAct<unknown>) {
  return decisionPaper(dossier) === undefined ? refusal('decision-paper-not-ready') : undefined
}

/** Delivery and closing are one act: nothing is left to do once the paper is in the applicant's hands. */
function delivered(
  mode: 'window' | 'electronic',
  receiver: string | undefined,
  now: Instant,
  world: CaseWorld,
) {
  const day = legalDay(now)
  return [
    {
      kind: 'delivered',
      body: { mode, paper: world.newId(), ...(receiver === undefined ? {} : { receiver }) },
      clock: [end('delivery', { day, at: now })],
    },
    { kind: 'closed', body: {} },
  ]
}
