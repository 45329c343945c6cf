import { Type as T } from 'typebox'
import { due } from '#engine/clock/clock.ts'
import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { INTENT_GROUNDS, WITHDRAW_GROUNDS, type IntentGround } from '../../contract.ts'
import type { Intent, LicenceDossier } from '../dossier.ts'
import { endRunning } from '../limits.ts'
import { byWindow, licenceAction, paperOf, type LicenceAct } from './licence-action.ts'
import { isUnserved } from './serve.ts'

/** What a ground leads to: 撤销, 撤回 or 注销. */
export function meantBy(ground: IntentGround): Pick<Intent, 'how' | 'ground'> {
  if (ground === 'cancel-force-majeure') return { how: 'cancelled', ground: 'force-majeure' }
  if (ground === 'cancel-other-law') return { how: 'cancelled', ground: 'other-law' }
  const withdrawal = WITHDRAW_GROUNDS.some((each) => each === ground)
  return { how: withdrawal ? 'withdrawn' : 'revoked', ground }
}

/**
 * Before a licence is taken away its holder is told what is meant to happen and why, and may state and defend the own case
 * (陈述权、申辩权, 行政许可法第七条). Nothing of the licence changes by it.
 */
export const intend = licenceAction({
  name: 'intend',
  from: ['valid', 'expired'],
  to: 'same',
  by: ['reviewer', 'approver'],
  power: 'decide',
  input: T.Object(
    {
      /** The ground says what is meant. */
      ground: T.Enum([...INTENT_GROUNDS]),
      reason: T.String({ minLength: 10, maxLength: 2000 }),
      basis: T.String({ minLength: 4, maxLength: 500 }),
    },
    { additionalProperties: false },
  ),
  bars: (act) =>
    byWindow(act) ??
    (act.dossier.intent === undefined ? undefined : refusal('intent-running', { basis: '行政许可法第七条' })),
  // What has run out is withdrawn no more (第八条第二款: 已经生效的行政许可), and to mean it would only hold up closing the register.
  refuse: ({ dossier: { state }, input: { ground } }) =>
    meantBy(ground).how === 'withdrawn' && state !== 'valid'
      ? refusal('intent-ground-other', { facts: { ground, state }, basis: '行政许可法第八条第二款' })
      : undefined,
  facts: ({ input: { ground, reason, basis }, world }) => [
    {
      kind: 'licence-intent-told',
      body: { ...meantBy(ground), text: world.seal({ reason, basis }), ...paperOf(world) },
    },
  ],
})

/** What the holder said, or that they waived it; the days end with it. */
export const hear = licenceAction({
  name: 'hear',
  from: ['valid', 'expired'],
  to: 'same',
  by: ['reviewer', 'approver'],
  input: T.Object(
    {
      result: T.Enum(['stated', 'waived']),
      text: T.String({ minLength: 4, maxLength: 2000 }),
    },
    { additionalProperties: false },
  ),
  offered: ({ intent }) => intent !== undefined && intent.statement === undefined,
  bars: ({ dossier }) => notTold(dossier),
  facts: ({ dossier, input: { result, text }, now, world }) => [
    {
      kind: 'licence-statement-heard',
      body: { result, text: world.seal(text) },
      clock: endRunning(dossier.clocks, ['statement'], now),
    },
  ],
})

/** The licence stays: the defence was right, or revoking would gravely harm the public interest (第六十九条第三款). */
export const dropIntent = licenceAction({
  name: 'drop-intent',
  from: ['valid', 'expired'],
  to: 'same',
  by: ['approver'],
  input: T.Object({ reason: T.String({ minLength: 4, maxLength: 1000 }) }, { additionalProperties: false }),
  offered: ({ intent }) => intent !== undefined,
  facts: ({ dossier, input, now, world }) => [
    {
      kind: 'licence-intent-dropped',
      body: { reason: world.seal(input.reason) },
      clock: endRunning(dossier.clocks, ['statement', 'announcement'], now),
    },
  ],
})

/** Whether the holder has been heard, or has let the days go by. */
export function notHeard({ dossier, now, world }: LicenceAct<unknown>): Refusal | undefined {
  const { intent, clocks } = dossier
  const untold = notTold(dossier)
  if (untold !== undefined) return untold
  if (intent?.statement !== undefined) return undefined
  const { day } = due(clocks['statement']!, world.calendar)
  return day !== undefined && legalDay(now) <= day
    ? refusal('statement-days-running', { facts: { day }, basis: '行政许可法第七条' })
    : undefined
}

function notTold(dossier: LicenceDossier): Refusal | undefined {
  return isUnserved(dossier) ? refusal('intent-not-served', { basis: '行政许可法第七条' }) : undefined
}
