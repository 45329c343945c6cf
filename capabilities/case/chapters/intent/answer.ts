import { Type as T } from 'typebox'
import type { ClockEntry } from '#engine/clock/entry.ts'
import { addDays, legalDay, startOfDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { answerEnds, Answering, answerRefused } from '#capabilities/licence-seal/model.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import { endRunning, revocationClock } from '../../model/limits.ts'
import { hasAnswered, lastAnswerDay, STATEMENT_CLOCK, TOLD_IN, unanswered } from './rules.ts'

const HEARD = '行政许可法第七条'

/**
 * What the party said to what is meant (陈述申辩): by themselves online, or put on record by whoever heard it. What is signed ends the
 * waiting; what was only said is on record and leaves room to say more. Nobody waives by word of mouth, nor before the notice
 * has told them what they waive. The days only say from when the office may decide: what comes later, such as a letter that was posted in
 * time, is heard as long as nothing is decided.
 */
export const hearParty = caseAction({
  name: 'hear-party',
  from: TOLD_IN,
  to: 'same',
  by: ['applicant', 'window-clerk', 'reviewer', 'approver'],
  input: T.Object(
    { ...Answering.properties, form: T.Optional(Answering.properties.form) },
    { additionalProperties: false },
  ),
  offered: ({ intent }) => intent !== undefined && !hasAnswered(intent),
  bars: ({ dossier }) =>
    dossier.intent?.served === undefined ? refusal('intent-not-served', { basis: HEARD }) : undefined,
  // Online the applicant answers under their own account; otherwise somebody else writes it down.
  refuse: ({ dossier, actor, input, now }) =>
    actor.kind === 'staff'
      ? answerRefused(recorded(input), { servedOn: dossier.intent!.served!.on, today: legalDay(now) })
      : undefined,
  facts: (act) => {
    const { actor, input, now, world } = act
    const { result, text } = input
    const { result: _same, form, ...kept } = recorded(input)
    const own = actor.kind === 'citizen'
    const said = own ? { text } : { form, ...kept }
    const as = own ? ('signed' as const) : form
    return [
      {
        kind: 'party-heard',
        body: { result, form: as, text: world.seal(said) },
        // Where the days are over already they have ended their clock and begun the office's.
        clock:
          answerEnds({ form: as }) && unanswered(act.dossier) !== undefined
            ? heard(act, '听取陈述申辩', { day: legalDay(now), at: now })
            : [],
      },
    ]
  },
})

type Answer = Omit<Answering, 'form'> & Pick<Partial<Answering>, 'form'>

/** Whoever does not say that it is signed has only heard it. */
const recorded = ({ form = 'oral', ...said }: Answer): Answering => ({ ...said, form })

/** The days went by, in silence or after what was only said. */
export const lapseStatement = caseAction({
  name: 'lapse-statement',
  from: TOLD_IN,
  to: 'same',
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  offered: (dossier) => unanswered(dossier) !== undefined,
  refuse: ({ dossier, now, world }) => {
    const last = lastAnswerDay(dossier, world.calendar)
    return last !== undefined && legalDay(now) > last ? undefined : refusal('not-overdue', { basis: HEARD })
  },
  facts: (act) => {
    const on = lastAnswerDay(act.dossier, act.world.calendar)!
    const over = { day: on, at: startOfDay(addDays(on, 1)) }
    return [{ kind: 'party-silent', body: { on }, clock: heard(act, '陈述申辩期满', over) }]
  },
})

/** The days of the party are not the office's: after them its own to decide on a broken promise begin. */
function heard(
  { dossier, world }: CaseAct<unknown>,
  event: string,
  moment: { day: string; at: string },
): ClockEntry[] {
  return [
    ...endRunning(dossier.clocks, [STATEMENT_CLOCK], moment),
    ...(dossier.state === 'check-failed' ? [revocationClock({ ...moment, world }, event)] : []),
  ]
}
