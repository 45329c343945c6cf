import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { Amendment } from '../../contract.ts'
import { deliveryClock, endRunning } from '../limits.ts'
import { Compensation, decisionBody, sameHand } from './end.ts'
import { amendmentUnserved, notHeard } from './intend.ts'
import { byWindow, licenceAction, sealMissing, sealOf, type LicenceAct } from './licence-action.ts'

const line = T.String({ minLength: 2, maxLength: 300 })

/**
 * 依职权变更 (第八条第二款): the law or the circumstances under the licence have changed, and the public interest needs it to be different. Nobody's
 * fault; told beforehand, heard, and made good like withdrawing.
 */
export const alter = licenceAction({
  name: 'alter',
  from: ['valid'],
  to: 'same',
  by: ['approver'],
  power: 'decide',
  input: T.Object(
    {
      /** What was and what is now, a line each. */
      what: T.Array(line, { minItems: 1, maxItems: 20 }),
      /** Only earlier: who is to have it longer has it renewed. */
      validUntil: T.Optional(T.String({ format: 'date' })),
      /** The need of the public interest that the law asks for. */
      conclusion: T.String({ minLength: 10, maxLength: 2000 }),
      compensation: T.Optional(Compensation),
    },
    { additionalProperties: false },
  ),
  offered: ({ intent }) => intent?.how === 'changed',
  bars: (act) => byWindow(act) ?? sameHand(act),
  refuse: (act) => {
    const { compensation, validUntil } = act.input
    const basis = '行政许可法第八条第二款'
    return (
      notHeard(act) ??
      sealMissing(act) ??
      termRefused(act, validUntil) ??
      (compensation === undefined ? refusal('compensation-unsaid', { basis }) : undefined)
    )
  },
  facts: ({ input: { what, validUntil, ...said }, ...act }) =>
    amended('changed', act.dossier.intent!.ground, { what, validUntil, said }, act),
  reliesOn: (act) => [sealOf(act)!],
})

/**
 * 更正: a slip of the pen is written right again. It gives and takes nothing, so nobody has to be heard; whatever does is a change, which its
 * holder applies for (第四十九条) or is told of first (第八条). [K] No article of the licensing law says how; the decision and the file show what is right.
 */
export const correct = licenceAction({
  name: 'correct',
  from: ['valid'],
  to: 'same',
  by: ['approver'],
  power: 'decide',
  input: T.Object(
    {
      /** Who found it: the holder or the office. */
      found: T.Enum(['holder', 'office']),
      wrong: line,
      right: line,
      /** The paper of the file that has it right: application, identity, decision. */
      shownBy: T.String({ minLength: 4, maxLength: 300 }),
    },
    { additionalProperties: false },
  ),
  bars: (act) => byWindow(act) ?? amendmentUnserved(act.dossier) ?? otherwiseMeant(act),
  refuse: (act) => {
    const { wrong, right } = act.input
    return wrong.trim() === right.trim() ? refusal('correction-same') : sealMissing(act)
  },
  facts: ({ input: { wrong, right, ...said }, ...act }) =>
    amended('corrected', 'slip', { what: [`${wrong} → ${right}`], said }, act),
  reliesOn: (act) => [sealOf(act)!],
})

/** What is about to be taken or changed is not printed anew meanwhile. */
function otherwiseMeant({ dossier: { intent } }: Omit<LicenceAct<unknown>, 'input'>): Refusal | undefined {
  return intent === undefined ? undefined : refusal('intent-running', { basis: '行政许可法第七条' })
}

function termRefused({ dossier, now }: LicenceAct<unknown>, validUntil?: string): Refusal | undefined {
  if (validUntil === undefined) return undefined
  const { validUntil: until } = dossier
  return validUntil <= legalDay(now) || (until !== undefined && validUntil >= until)
    ? refusal('amended-term-other', {
        facts: until === undefined ? {} : { day: until },
        basis: '行政许可法第八条',
      })
    : undefined
}

interface Amending {
  what: string[]
  validUntil?: string | undefined
  said: object
}

function amended(
  how: Amendment,
  ground: string,
  { what, validUntil, said }: Amending,
  rest: Omit<LicenceAct<unknown>, 'input'>,
) {
  const { dossier, now, world } = rest
  const until = validUntil === undefined ? {} : { validUntil }
  const act = { ...rest, input: undefined }
  return [
    {
      kind: 'licence-amendment-decided',
      body: {
        ...decisionBody(how, ground, { ...said, what, ...until }, act),
        what: world.seal(what),
        ...until,
      },
      clock: [
        ...endRunning(dossier.clocks, ['statement', 'announcement', 'delivery'], now),
        deliveryClock(how === 'changed' ? '作出变更决定' : '作出更正决定', { at: now, world }),
      ],
    },
  ]
}
