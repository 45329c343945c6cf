import type { Actor } from '#engine/actor.ts'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import type { LegalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { answerEnds, LICENCE_DAYS } from '#capabilities/licence-seal/model.ts'
import type { CaseDossier, Paper } from '../../model/dossier.ts'
import { lastDayOf } from '../../model/served.ts'
import type { ApprovalParameters } from '../../model/world.ts'
import { TERMINATION_GROUNDS, type TerminationGround } from '../endings/dossier.ts'
import { UNDECIDED } from '../endings/give-up.ts'
import type { Intent, Meant } from './dossier.ts'

/** Where somebody may be told that something is meant against them. */
export const TOLD_IN = [...UNDECIDED, 'check-failed']
/** Where a notice that starts days against the party may have to be served: these, and what has to be put right. */
export const SERVED_IN = [...TOLD_IN, 'rectifying']

export const STATEMENT_CLOCK = 'statement'

const HEARD = '行政许可法第七条'

/** A notice (告知书、责令限期整改通知书) that has not reached the party: nothing runs against them before it does. */
export interface Unserved {
  what: 'intent' | 'rectification'
  id: string
}

export function unserved({
  state,
  intent,
  check,
}: Pick<CaseDossier, 'state' | 'intent' | 'check'>): Unserved | undefined {
  if (state === 'rectifying')
    return check?.notice === undefined || check.served !== undefined
      ? undefined
      : { what: 'rectification', id: check.notice }
  return intent !== undefined && intent.served === undefined && TOLD_IN.includes(state)
    ? { what: 'intent', id: intent.id }
    : undefined
}

export function paperOfNotice({ papers }: CaseDossier, { id }: Unserved): Paper | undefined {
  return papers.find((paper) => paper.id === id)
}

/** A notice that waits for a window to serve it; an electronic one goes by itself, an announced one by its days. */
export function toServe(
  dossier: Pick<CaseDossier, 'state' | 'intent' | 'check' | 'delivery' | 'noticeAnnounced'>,
): Unserved | undefined {
  const byItself = dossier.delivery === 'electronic' || dossier.noticeAnnounced !== undefined
  return byItself ? undefined : unserved(dossier)
}

/** Told and served, and the days of the party still run. */
export function unanswered({ state, intent }: Pick<CaseDossier, 'state' | 'intent'>): Intent | undefined {
  const open = intent !== undefined && intent.served !== undefined && !isOver(intent)
  return open && TOLD_IN.includes(state) ? intent : undefined
}

/** Answered with a signature, or the days have gone by: it may be decided. */
export function isOver(intent: Intent): boolean {
  return intent.lapsedOn !== undefined || hasAnswered(intent)
}

/** Whether the party has said what they had to say, with their name under it. */
export function hasAnswered({ answer }: Intent): boolean {
  return answer !== undefined && answerEnds(answer)
}

/** What came of it, for papers: stated, waived, or silence. */
export function answerOf({ answer }: Intent): 'stated' | 'waived' | 'silent' {
  return answer?.result ?? 'silent'
}

/** [K] 第七条 names no days: those the pack gives the holder of a licence. */
export function answerDays({ licences = LICENCE_DAYS }: ApprovalParameters): Intent['within'] {
  return { amount: licences.statementWorkingDays, unit: 'working-day' }
}

/** The applicant died or the firm is no more (参照第七十条第二项、第三项): nobody is left to hear. */
export const leavesNobody = (ground: unknown): boolean => ground === 'applicant-ended'

/** Every other ground of an ending is told to the applicant first. */
export const TOLD_GROUNDS = TERMINATION_GROUNDS.filter((ground) => !leavesNobody(ground))

/**
 * Whoever told what is meant does not decide it as well, where the plan parts looking into a case from deciding it; the same as on the
 * register of licences. [K] The licensing law parts no hands before a revocation.
 */
export function toldIt(dossier: Told, actor: Actor, parameters: Parting): Refusal | undefined {
  return actor.kind === 'staff' && tellerOf(dossier, parameters) === actor.person
    ? refusal('role-separation')
    : undefined
}

/** Who is kept from going on because they told the intended revocation; nothing but it is open in this state. */
export function barredByTelling(dossier: Told & Pick<CaseDossier, 'state'>, parameters: Parting): string[] {
  const teller = dossier.state === 'check-failed' ? tellerOf(dossier, parameters) : undefined
  return teller === undefined ? [] : [teller]
}

type Told = Pick<CaseDossier, 'intent'>
type Parting = Pick<ApprovalParameters, 'reviewAndDecideDiffer'>

const tellerOf = ({ intent }: Told, { reviewAndDecideDiffer }: Parting): string | undefined =>
  reviewAndDecideDiffer ? intent?.by.person : undefined

interface Standing {
  dossier: CaseDossier
  today: LegalDay
  calendar: WorkingCalendar
}

/** Whether the party was told of this very thing, and has been heard or let the days go by. */
export function notHeard(
  how: Meant,
  ground: TerminationGround | undefined,
  { dossier, today, calendar }: Standing,
): Refusal | undefined {
  const { intent } = dossier
  if (intent === undefined || intent.how !== how || intent.ground !== ground)
    return refusal('party-not-heard', { basis: HEARD })
  if (intent.served === undefined) return refusal('intent-not-served', { basis: HEARD })
  if (isOver(intent)) return undefined
  const day = lastAnswerDay(dossier, calendar)
  return day !== undefined && today <= day
    ? refusal('statement-days-running', { facts: { day }, basis: HEARD })
    : undefined
}

export function lastAnswerDay(dossier: CaseDossier, calendar: WorkingCalendar): LegalDay | undefined {
  return lastDayOf(dossier, STATEMENT_CLOCK, calendar)
}

/** What was meant is given up, with the announcement of its notice. */
export function withoutIntent({
  intent: _given,
  noticeAnnounced: _up,
  heard: _before,
  ...dossier
}: CaseDossier): CaseDossier {
  return dossier
}
