import { Type as T, type Static } from 'typebox'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { addDays, legalDay, type LegalDay } from '#engine/day.ts'
import type { NewFact } from '#engine/fact.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import { CASE_STATES } from '../../contract.ts'
import type { Asking, Step } from '../chapter.ts'
import { urgesOpen } from '../owed.ts'
import { waitedRole } from '../queue/holding.ts'
import { urgedNames, type Addressee } from './dossier.ts'
import { isUrged, mayUrge, targetsOf, type Target } from './targets.ts'

const text = (maxLength: number) => T.String({ minLength: 4, maxLength })

const Urging = T.Object(
  { to: T.String({ minLength: 1, maxLength: 80 }), text: text(1000) },
  { additionalProperties: false },
)
type Urging = Static<typeof Urging>

const BASIS = '行政许可法第十条、第六十条'

/**
 * 催办: supervision (第十条、第六十条: 加强……监督检查，及时纠正), or the head of a desk, urges whoever has to act on a case that is near
 * or past its limit. It changes no limit and takes nobody's step. What it records (`urged`) depends on whom the state of the
 * case waits for, which its chapter knows and the act does not. [K] No statute names the form or how often.
 */
export const urge = caseAction({
  name: 'urge',
  from: CASE_STATES,
  to: 'same',
  by: ['urger'],
  input: Urging,
  facts: () => [],
})

/** What whoever was urged says: until when, or what it hangs on. Doing the work is an answer as well. */
export const answerUrge = caseAction({
  name: 'answer-urge',
  from: CASE_STATES,
  to: 'same',
  by: ['urged'],
  input: T.Object({ text: text(500) }, { additionalProperties: false }),
  facts: ({ dossier, actor, input, world }) => [
    {
      kind: 'urge-answered',
      body: {
        ids: urgesOpen(dossier)
          .filter(({ who }) => isUrged(actor, who))
          .map(({ id }) => id),
        text: world.seal(input.text),
      },
    },
  ],
})

/** The nearest reason why this actor can urge nobody here now: no button is drawn. */
export function nobodyToUrge(asking: Asking, step: Step): Refusal | undefined {
  const { dossier, actor, now, world } = asking
  const all = targetsOf(dossier, waitedRole(step), world, legalDay(now))
  if (all.some(({ who }) => actor.kind === 'staff' && who.posts?.includes(actor.post)) && all.length === 1)
    return refusal('urge-oneself')
  const mine = all.filter((target) => mayUrge(actor, target))
  if (mine.length === 0) return refusal('urge-nobody')
  const refused = mine.map((target) => notNow(target) ?? againToday(asking, target))
  return refused.includes(undefined) ? undefined : refused.find((one) => one !== undefined)
}

/** Why not the one who was chosen. */
export function notUrged(act: CaseAct<unknown>, step: Step): Refusal | undefined {
  const { dossier, actor, input, now, world } = act as CaseAct<Urging>
  const chosen = targetsOf(dossier, waitedRole(step), world, legalDay(now)).find(({ to }) => to === input.to)
  if (actor.kind === 'staff' && chosen?.who.posts?.includes(actor.post)) return refusal('urge-oneself')
  if (chosen === undefined || !mayUrge(actor, chosen)) return refusal('urge-nobody')
  return notNow(chosen) ?? againToday(act, chosen)
}

/** The fact of an urge that may be made. */
export function urgedFact(act: CaseAct<unknown>, step: Step): NewFact {
  const { dossier, input, now, world } = act as CaseAct<Urging>
  const on = legalDay(now)
  const { to, who, what, clock, limit } = targetsOf(dossier, waitedRole(step), world, on).find(
    (target) => target.to === input.to,
  )!
  if (limit.standing === 'stopped') throw new Error('a limit that stands still is never urged')
  return {
    kind: 'urged',
    body: {
      ...{
        id: world.newId(),
        to,
        who: { ...who },
        limit: clock,
        day: limit.day,
        late: limit.standing === 'late',
        on,
      },
      ...(what === undefined ? {} : { what }),
      text: world.seal(input.text),
    },
  }
}

function notNow({ limit }: Target): Refusal | undefined {
  // Time that the law does not count is nobody's delay (第四十五条).
  if (limit.standing === 'stopped') return refusal('urge-stopped', { basis: '行政许可法第四十五条' })
  return limit.standing === 'early'
    ? refusal('urge-early', { facts: { day: limit.day, from: limit.nearFrom }, basis: BASIS })
    : undefined
}

/** One a working day for each case and whoever has it in hand: more would only be noise. */
function againToday({ dossier, now, world }: Pick<Asking, 'dossier' | 'now' | 'world'>, target: Target) {
  const today = workingDayOf(legalDay(now), world.calendar)
  const before = (dossier.urges ?? []).some(
    ({ to, who, on }) =>
      to === target.to && sameAddressee(who, target.who) && workingDayOf(on, world.calendar) === today,
  )
  return before ? refusal('urge-once') : undefined
}

const sameAddressee = (one: Addressee, other: Addressee): boolean =>
  urgedNames(one).toSorted().join() === urgedNames(other).toSorted().join()

/** A rest day belongs to the working day after it. */
function workingDayOf(day: LegalDay, calendar: WorkingCalendar): LegalDay {
  let cursor = day
  for (let days = 0; days < 31 && !calendar.isWorkday(cursor); days += 1) cursor = addDays(cursor, 1)
  return cursor
}
