import { Type as T } from 'typebox'
import { due } from '#engine/clock/clock.ts'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { REVOKE_GROUNDS, WITHDRAW_GROUNDS } from '../../contract.ts'
import type { LicenceDossier } from '../dossier.ts'
import { endRunning, statementClock } from '../limits.ts'
import { byWindow, licenceAction, NOTHING, paperOf, Serving, type LicenceAct } from './licence-action.ts'

const isWithdrawal = (ground: string): boolean => WITHDRAW_GROUNDS.some((each) => each === ground)

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
      /** The ground says what is meant: 撤销 or 撤回. */
      ground: T.Enum([...REVOKE_GROUNDS, ...WITHDRAW_GROUNDS]),
      reason: T.String({ minLength: 10, maxLength: 2000 }),
      basis: T.String({ minLength: 4, maxLength: 500 }),
    },
    { additionalProperties: false },
  ),
  bars: byWindow,
  refuse: ({ dossier }) =>
    dossier.intent === undefined ? undefined : refusal('intent-running', { basis: '行政许可法第七条' }),
  facts: ({ input: { ground, reason, basis }, world }) => [
    {
      kind: 'licence-intent-told',
      body: {
        ...{ how: isWithdrawal(ground) ? 'withdrawn' : 'revoked', ground },
        ...{ text: world.seal({ reason, basis }), ...paperOf(world) },
      },
    },
  ],
})

/** The notice reaches the holder, and the days to answer begin: whoever was told nothing has not been silent (第七条). */
export const serveIntent = licenceAction({
  name: 'serve-intent',
  from: ['valid', 'expired'],
  to: 'same',
  by: ['window-clerk', 'reviewer', 'approver'],
  input: Serving,
  offered: isUnserved,
  refuse: noticeMissing,
  facts: (act) => [intentServed(act, act.input.mode, act.world.seal(act.input.text))],
})

export const serveIntentElectronically = licenceAction({
  name: 'serve-intent-electronically',
  from: ['valid', 'expired'],
  to: 'same',
  by: ['system'],
  input: NOTHING,
  offered: (dossier) => dossier.electronic && isUnserved(dossier),
  refuse: noticeMissing,
  facts: (act) => [intentServed(act, 'electronic')],
})

function isUnserved({ intent }: LicenceDossier): boolean {
  return intent !== undefined && intent.servedOn === undefined
}

/** The notice of what is meant, once it is made. */
export function intentPaper({ papers, intent }: Pick<LicenceDossier, 'papers' | 'intent'>) {
  return papers.find(({ kind, seq }) => kind === 'intent' && seq === intent?.seq)
}

function noticeMissing({ dossier }: LicenceAct<unknown>) {
  return intentPaper(dossier) === undefined ? refusal('licence-paper-not-ready') : undefined
}

function intentServed({ now, world }: LicenceAct<unknown>, mode: string, text?: string) {
  return {
    kind: 'licence-intent-served',
    body: { mode, ...(text === undefined ? {} : { text }) },
    clock: [statementClock({ at: now, world })],
  }
}

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
  refuse: ({ dossier }) => notTold(dossier),
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
      clock: endRunning(dossier.clocks, ['statement'], now),
    },
  ],
})

/** Whether the holder has been heard, or has let the days go by. */
export function notHeard({ dossier, now, world }: LicenceAct<unknown>) {
  const { intent, clocks } = dossier
  const untold = notTold(dossier)
  if (untold !== undefined) return untold
  if (intent?.statement !== undefined) return undefined
  const { day } = due(clocks['statement']!, world.calendar)
  return day !== undefined && legalDay(now) <= day
    ? refusal('statement-days-running', { facts: { day }, basis: '行政许可法第七条' })
    : undefined
}

function notTold(dossier: LicenceDossier) {
  return isUnserved(dossier) ? refusal('intent-not-served', { basis: '行政许可法第七条' }) : undefined
}
