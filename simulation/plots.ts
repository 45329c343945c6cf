import { legalDay } from '#engine/day.ts'
import type { ProcedureName } from '#capabilities/case/contract.ts'
import { procedureOf, type CaseDossier } from '#capabilities/case/model.ts'
import type { Known } from './journal.ts'
import type { Run } from './run.ts'

/** Acts that follow one another in one case, each of which makes the next possible. */
interface Plot {
  procedures: readonly ProcedureName[]
  acts: readonly string[]
}

const ALL = ['approval', 'on-the-spot', 'commitment'] as const
const HEARD = ['approval', 'on-the-spot'] as const

const told = ['notify-hearing-right', 'serve-hearing-notice'] as const
const called = [...told, 'request-hearing', 'convene-hearing'] as const

/** What somebody means to go through with in a case; chance alone rarely does so many things in this order. */
const PLOTS: readonly Plot[] = [
  { procedures: HEARD, acts: [...called, 'serve-hearing-notice', 'record-hearing', 'weigh-hearing'] },
  { procedures: HEARD, acts: [...called, 'object-to-presider', 'keep-presider'] },
  { procedures: HEARD, acts: [...told, 'waive-hearing'] },
  { procedures: HEARD, acts: ['start-special', 'serve-special', 'assign-inspectors', 'end-special'] },
  { procedures: HEARD, acts: ['name-interested', 'serve-interested', 'hear-interested', 'weigh-interested'] },
  { procedures: HEARD, acts: ['name-interested', 'drop-interested'] },
  { procedures: HEARD, acts: ['propose-extension', 'extend'] },
  { procedures: HEARD, acts: ['propose-extension', 'refuse-extension'] },
  { procedures: ALL, acts: ['ask-countersign', 'countersign', 'settle-disagreement'] },
  { procedures: ALL, acts: ['ask-countersign', 'add-signer', 'countersign'] },
  { procedures: ALL, acts: ['ask-countersign', 'excuse-signer'] },
  { procedures: ALL, acts: ['ask-opinions', 'give-opinion', 'answer-objection'] },
  { procedures: ALL, acts: ['ask-opinions', 'withdraw-question'] },
  { procedures: ALL, acts: ['call-meeting', 'record-resolution', 'hold-meeting', 'complete-task'] },
  { procedures: ALL, acts: ['call-meeting', 'record-resolution', 'hold-meeting', 'drop-task'] },
  { procedures: ALL, acts: ['call-meeting', 'cancel-meeting'] },
  { procedures: ALL, acts: ['open-fast-lane', 'change-contact', 'record-service', 'close-fast-lane'] },
  { procedures: ALL, acts: ['claim', 'hand-over'] },
  { procedures: ALL, acts: ['claim', 'release'] },
  { procedures: ALL, acts: ['assign', 'refer'] },
  { procedures: ALL, acts: ['propose-refusal', 'return-to-window'] },
  { procedures: ALL, acts: ['propose-refusal', 'refuse-acceptance'] },
  { procedures: ['approval'], acts: ['accept-with-gaps', 'supply-gap-at-window', 'verify-gap'] },
  { procedures: ['approval'], acts: ['promise-gap', 'accept-with-gaps', 'supply-gap', 'verify-gap'] },
  { procedures: ['approval'], acts: ['open-publicity', 'record-objection', 'answer-publicity-objection'] },
  { procedures: ['approval'], acts: ['review', 'return-to-review'] },
  { procedures: ['approval'], acts: ['review', 'forward'] },
  { procedures: ['commitment'], acts: ['record-check', 'return-to-check'] },
  {
    procedures: ['commitment'],
    acts: ['record-check', 'hear-party', 'revoke', 'serve-revocation', 'restore-credit'],
  },
]

/** After so many days on which the next act was not to be had, somebody gives it up. */
const DAYS = 20
/** So many times somebody is told no before they give it up. */
const REFUSALS = 2

/** Plots that go on at a time, as a share of the open cases and at least so many, and cases in which the same one does. */
const AT_ONCE = { share: 0.3, least: 14, same: 2 } as const

/** How often somebody means something in a case that is no longer new to anybody. */
const AGAIN = 0.1

export const isMeant = ({ open, plot }: Known): boolean => open && plot !== undefined && plot.left.length > 0

/** Cases in which somebody means something that the state allows and that nobody has looked for today. */
export function isNext({ town }: Run, known: Known): boolean {
  const { plot, dossier } = known
  if (!isMeant(known) || dossier === undefined || plot!.looked === legalDay(town.clock.now())) return false
  const action = procedureOf(dossier).actions.find(({ name }) => name === plot!.left[0])
  return action?.from.includes(dossier.state) === true
}

/** The next act that somebody means to do in this case, and who may do it. */
export function meantNext(
  run: Run,
  known: Known,
  dossier: CaseDossier,
): { act: string; by: readonly string[] } | undefined {
  if (known.plot === undefined) begin(run, known, dossier)
  const { actions } = procedureOf(dossier)
  const { plot } = known
  const action = actions.find(({ name }) => name === plot?.left[0])
  if (plot === undefined || action === undefined) return undefined
  const today = legalDay(run.town.clock.now())
  if (plot.looked !== today) known.plot = { ...plot, looked: today, days: plot.days + 1 }
  if (plot.days > DAYS || (known.tried?.get(action.name) ?? 0) > REFUSALS) known.plot = { ...plot, left: [] }
  return action.from.includes(dossier.state)
    ? { act: action.name, by: action.by.filter((role) => role !== 'system') }
    : undefined
}

/** One of the ways in which something has never been done; later on any of them, now and then. */
function begin({ random, journal }: Run, known: Known, { procedure, state }: CaseDossier): void {
  const going = journal.cases.filter(isMeant)
  const open = journal.cases.filter((other) => other.open).length
  if (going.length >= Math.max(AT_ONCE.least, open * AT_ONCE.share)) return
  const { actions } = procedureOf({ procedure })
  const possible = PLOTS.map((plot, of) => ({ ...plot, of })).filter(({ procedures, acts: [first], of }) => {
    const same = going.filter((other) => other.plot?.of === of && other.procedure === procedure)
    const action = actions.find(({ name }) => name === first)
    return same.length < AT_ONCE.same && procedures.includes(procedure) && action?.from.includes(state)
  })
  const fresh = possible.filter(({ acts }) => acts.some((act) => journal.times(procedure, act) === 0))
  const choice = fresh.length > 0 ? fresh : possible
  if (choice.length === 0 || !random.chance(fresh.length > 0 ? 0.85 : AGAIN)) return
  const { acts, of } = random.oneOf(choice)
  known.plot = { of, left: acts, days: 0, looked: '' }
  journal.mishap('plot-begun')
}

/** What was meant has been done, by whomever. */
export function metAct(known: Known, act: string): void {
  const { plot } = known
  if (plot === undefined || plot.left[0] !== act) return
  known.plot = { ...plot, left: plot.left.slice(1), days: 0, looked: '' }
}
