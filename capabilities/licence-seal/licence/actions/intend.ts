import { Type as T } from 'typebox'
import { due } from '#engine/clock/clock.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import type { NewFact } from '#engine/fact.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { answerEnds, Answering, answerRefused } from '../../model/answering.ts'
import { INTENT_GROUNDS, WITHDRAW_GROUNDS, type IntentGround } from '../../contract.ts'
import type { Intent, LicenceDossier } from '../dossier.ts'
import { endRunning } from '../limits.ts'
import { byWindow, licenceAction, paperOf, type LicenceAct } from './licence-action.ts'
import { isUnserved, MEANT } from './serve.ts'

/** What a ground leads to: 撤销, 撤回, 变更 or 注销. */
export function meantBy(ground: IntentGround): Pick<Intent, 'how' | 'ground'> {
  if (ground === 'cancel-force-majeure') return { how: 'cancelled', ground: 'force-majeure' }
  if (ground === 'cancel-other-law') return { how: 'cancelled', ground: 'other-law' }
  if (ground === 'change-law-changed') return { how: 'changed', ground: 'law-changed' }
  if (ground === 'change-circumstances-changed') return { how: 'changed', ground: 'circumstances-changed' }
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
      /** What is to be different from now on, where it is a change. */
      change: T.Optional(T.String({ maxLength: 1000 })),
    },
    { additionalProperties: false },
  ),
  bars: (act) =>
    byWindow(act) ??
    amendmentUnserved(act.dossier) ??
    (act.dossier.intent === undefined ? undefined : refusal('intent-running', { basis: '行政许可法第七条' })),
  refuse: ({ dossier: { state }, input: { ground, basis, change = '' }, world }) => {
    const { how } = meantBy(ground)
    const article = '行政许可法第八条第二款'
    // What has run out is withdrawn or changed no more (已经生效的行政许可), and to mean it would only hold up closing the register.
    if ((how === 'withdrawn' || how === 'changed') && state !== 'valid')
      return refusal('intent-ground-other', { facts: { ground, state }, basis: article })
    if ((how === 'changed') !== change.trim().length >= 4)
      return refusal('change-unsaid', { facts: { how }, basis: article })
    return world.citesLaw(basis) ? undefined : refusal('basis-not-law', { basis: '行政许可法第四条' })
  },
  facts: ({ input: { ground, ...said }, world }) => [
    {
      kind: 'licence-intent-told',
      body: { ...meantBy(ground), text: world.seal(said), ...paperOf(world) },
    },
  ],
})

/** One thing at a time: what was decided has to reach the holder first. */
export function amendmentUnserved({ amendment }: LicenceDossier): Refusal | undefined {
  return amendment === undefined ? undefined : refusal('amendment-unserved', { basis: '行政许可法第七条' })
}

/**
 * What the holder said, by themselves online or to whoever writes it down, or that they waived it; the days end with what is signed, and run
 * on after what was only said. Online the holder answers under their own account.
 */
export const hear = licenceAction({
  name: 'hear',
  from: MEANT,
  to: 'same',
  by: ['holder', 'reviewer', 'approver'],
  input: T.Object(
    { ...Answering.properties, form: T.Optional(Answering.properties.form) },
    { additionalProperties: false },
  ),
  offered: ({ intent }) => intent !== undefined && !hasAnswered(intent),
  bars: ({ dossier }) => notTold(dossier),
  refuse: ({ dossier: { intent }, actor, input, now }) =>
    actor.kind === 'staff'
      ? answerRefused(recorded(input), { servedOn: intent!.servedOn!, today: legalDay(now) })
      : undefined,
  facts: ({ dossier, actor, input, now, world }) => {
    const { result, form, text, ...record } = recorded(input)
    const said =
      actor.kind === 'staff'
        ? { form, text: world.seal(text), record: world.seal({ form, ...record }) }
        : { form: 'signed' as const, text: world.seal(text) }
    return [
      {
        kind: 'licence-statement-heard',
        body: { result, ...said },
        clock: answerEnds(said) ? endRunning(dossier.clocks, ['statement'], now) : [],
      },
    ]
  },
})

type Answer = Omit<Answering, 'form'> & Pick<Partial<Answering>, 'form'>

/** Whoever does not say that it is signed has only heard it. */
const recorded = ({ form = 'oral', ...said }: Answer): Answering => ({ ...said, form })

/** Whether the holder has said what they had to say, with their name under it. */
export function hasAnswered({ statement }: Pick<Intent, 'statement'>): boolean {
  return statement !== undefined && answerEnds(statement)
}

/** The licence stays: the defence was right, or revoking would gravely harm the public interest (第六十九条第三款). */
export const dropIntent = licenceAction({
  name: 'drop-intent',
  from: MEANT,
  to: [...MEANT, 'cancelled'],
  by: ['approver'],
  input: T.Object({ reason: T.String({ minLength: 4, maxLength: 1000 }) }, { additionalProperties: false }),
  offered: ({ intent }) => intent !== undefined,
  facts: ({ dossier, input, now, world }) => [
    {
      kind: 'licence-intent-dropped',
      body: { reason: world.seal(input.reason) },
      clock: endRunning(dossier.clocks, ['statement', 'announcement'], now),
    },
    ...closedAsAsked(dossier, now),
  ],
})

/** What its holder had given up was kept open for this alone. */
function closedAsAsked({ state, over, clocks }: LicenceDossier, now: Instant): NewFact[] {
  if (state !== 'given-up') return []
  const { on, byCase } = over!
  const body = { how: 'cancelled', on, ...(byCase === undefined ? {} : { byCase }) }
  return [{ kind: 'licence-ended', body, clock: endRunning(clocks, ['cancellation'], now) }]
}

/** Whether the holder has been heard, or has let the days go by. */
export function notHeard({ dossier, now, world }: LicenceAct<unknown>): Refusal | undefined {
  const { intent, clocks } = dossier
  const untold = notTold(dossier)
  if (untold !== undefined) return untold
  if (intent !== undefined && hasAnswered(intent)) return undefined
  const { day } = due(clocks['statement']!, world.calendar)
  return day !== undefined && legalDay(now) <= day
    ? refusal('statement-days-running', { facts: { day }, basis: '行政许可法第七条' })
    : undefined
}

function notTold(dossier: LicenceDossier): Refusal | undefined {
  return isUnserved(dossier) ? refusal('intent-not-served', { basis: '行政许可法第七条' }) : undefined
}
