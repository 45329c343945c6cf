import type { AllowedAct, CaseDetail } from '#capabilities/case/contract.ts'
import { hearingOwed } from '#capabilities/case/chapters/interested/rules.ts'
import { procedureOf, type CaseDossier } from '#capabilities/case/model.ts'
import { missing } from './inputs.ts'
import type { Known } from './journal.ts'
import type { Run } from './run.ts'

/** How likely people take an act when they may; the rest of what they may is in between. */
const WEIGHTS: Readonly<Record<string, number>> = {
  ...{
    accept: 8,
    review: 8,
    grant: 8,
    seal: 8,
    'record-survey': 8,
    'deliver-at-window': 4,
    'hand-to-post': 8,
  },
  ...{
    supply: 8,
    'supply-at-window': 3,
    revoke: 8,
    'serve-revocation': 8,
    'record-check': 8,
    'refuse-acceptance': 3,
  },
  ...{
    'return-application': 0.08,
    terminate: 0.06,
    ...{ 'hear-party': 8, 'tell-revocation': 8, 'serve-notice': 8, 'tell-ending': 0.1 },
    'return-to-check': 0.3,
    'verify-gap': 8,
    'supply-gap': 6,
  },
  ...{ 'start-special': 0.3, 'notify-hearing-right': 0.3, 'propose-extension': 0.3, 'record-objection': 0.3 },
  ...{ 'object-to-presider': 0.3, 'keep-presider': 8 },
  ...{ 'serve-special': 8, 'assign-inspectors': 8, 'serve-hearing-notice': 8, 'convene-hearing': 8 },
  ...{ 'open-publicity': 8, 'weigh-hearing': 8, 'answer-publicity-objection': 8, 'record-hearing': 8 },
  ...{
    countersign: 8,
    'settle-disagreement': 8,
    'give-opinion': 8,
    'answer-objection': 8,
    'hold-meeting': 6,
  },
  ...{ 'complete-task': 8, 'excuse-signer': 0.5, 'decide-without': 4, extend: 6, 'refuse-extension': 3 },
  ...{ claim: 0.6, release: 1, assign: 0.4, 'hand-over': 0.6, refer: 0.2, 'ask-countersign': 0.5 },
  ...{ 'ask-opinions': 0.5, 'call-meeting': 0.4, 'cancel-meeting': 0.5, 'open-fast-lane': 0.2 },
  ...{ 'record-service': 1, 'change-contact': 0.2, 'close-fast-lane': 0.5, forward: 8, 'print-at-place': 4 },
  ...{ 'convene-hearing': 6, 'end-special': 6, 'weigh-hearing': 8, 'record-resolution': 3 },
  ...{ withdraw: 0.1, 'withdraw-commitment': 0.4, 'propose-refusal': 1, 'pre-review': 0.7, deny: 1.2 },
  ...{
    'name-interested': 0.3,
    'serve-interested': 8,
    'hear-interested': 6,
    'weigh-interested': 8,
    'drop-interested': 0.6,
  },
  ...{ 'add-paper': 0.4, 'add-paper-at-window': 0.3, urge: 0.3, 'answer-urge': 3 },
  ...{ 'return-from-post': 0.5, 'return-to-review': 0.8, 'leave-open': 1.5, 'notify-supplement': 0.8 },
}

/** Ways around that nobody takes any more once the office only works off what is open. */
const DETOURS = new Set([
  ...['start-special', 'notify-hearing-right', 'propose-extension', 'ask-opinions', 'call-meeting', 'refer'],
  ...['open-fast-lane', 'change-contact', 'record-service', 'ask-countersign', 'add-signer', 'pre-review'],
  ...['claim', 'release', 'assign', 'hand-over', 'record-objection', 'object-to-presider'],
  ...['return-to-review', 'return-to-window', 'return-to-check', 'record-resolution', 'take-over-result'],
  ...['tell-ending', 'extend-special', 'ask-special-again', 'correct-form'],
  ...['add-paper', 'add-paper-at-window', 'urge', 'answer-urge', 'close-fast-lane'],
  ...['restore-credit', 'excuse-signer', 'drop-task', 'name-interested'],
])

/** Whoever only works off what is open leaves it with whom it lies; nothing else would ever be done to some cases. */
const PASSES_ON: ReadonlySet<string> = new Set(['claim', 'assign', 'hand-over'])

/**
 * A choice among what is offered: what the case needs first, what nobody has done yet a little sooner, and what was refused a
 * moment ago later.
 */
export function choose(
  { random, journal }: Run,
  { detail, dossier, known }: { detail: CaseDetail; dossier: CaseDossier; known: Known },
  careful = false,
): string | undefined {
  const lacking = missing(detail).length > 0
  const owes = dossier.visit?.ended?.explained === false
  const hearing = hearingOwed(dossier)
  const offered = detail.allowed.filter(({ act }) => !careful || !PASSES_ON.has(act))
  const weighted = offered.map((allowed) => {
    const { act } = allowed
    if (!fillable(allowed)) return [act, 0.01] as const
    const rare = careful ? 1 : journal.times(dossier.procedure, act) === 0 ? 30 : 1
    const papers = lacking && act === 'notify-supplement' ? 10 : lacking && act === 'accept' ? 0.1 : 1
    const must = (owes && act === 'leave-open') || (hearing && act === 'notify-hearing-right')
    const needed = must ? 200 : papers
    const tried = 1 + 4 * (known.tried?.get(act) ?? 0)
    // Called anew, a hearing begins again with its notice; that is for those who have a reason: its day came too near.
    const convened = dossier.hearing?.convened
    const tooNear = convened?.served === undefined && (known.tried?.get('serve-hearing-notice') ?? 0) > 0
    const again = act === 'convene-hearing' && convened !== undefined && !tooNear ? 0.02 : 1
    const around = again * (careful && DETOURS.has(act) ? 0.02 : 1)
    return [act, ((WEIGHTS[act] ?? 2) * rare * needed * around) / tried] as const
  })
  let left = (random.whole(0, 999_999) / 1_000_000) * weighted.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [act, weight] of weighted) {
    left -= weight
    if (left < 0) return act
  }
  return weighted.at(-1)?.[0]
}

/** Whether nothing has to come first, and each choice the form insists on has something to choose from. */
const fillable = ({ fields = [], waits }: AllowedAct): boolean =>
  waits === undefined &&
  fields.every(
    ({ type, required, options = [], showWhen }) =>
      !required || showWhen !== undefined || !type.startsWith('choice') || options.length > 0,
  )

/** Whether an act brings a case nearer to its end, as far as one can tell from outside. */
export const leadsOn = (allowed: AllowedAct): boolean =>
  fillable(allowed) && !DETOURS.has(allowed.act) && !PASSES_ON.has(allowed.act)

/** Something that could be done to a case in this state and that nobody has done yet, with the roles that may. */
export function undone(
  { random, journal }: Run,
  dossier: CaseDossier,
): { act: string; by: readonly string[] } | undefined {
  if (random.chance(0.4)) return undefined
  const { actions } = procedureOf(dossier)
  const left = actions.filter(
    ({ name, from, by }) =>
      from.includes(dossier.state) &&
      !by.every((role) => role === 'system') &&
      journal.times(dossier.procedure, name) === 0,
  )
  const act = left.length > 0 ? random.oneOf(left) : undefined
  return act && { act: act.name, by: act.by.filter((role) => role !== 'system') }
}
