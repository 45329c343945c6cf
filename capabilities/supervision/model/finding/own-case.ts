import type { Actor } from '#engine/actor.ts'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { explain } from '#engine/clock/explain.ts'
import type { Fact } from '#engine/fact.ts'
import { clockRuns, type CalendarOf, type CaseLine, type ClockRun } from '../case-line.ts'
import { deedOf, type Deed } from './deed.ts'
import type { Evidence, Finding } from './finding.ts'
import type { Done, HandledCase, Step, StepDone } from './handled-case.ts'
import { outOfOrder, type OrderRules } from './order.ts'
import { beyondPower, type PowerRegister } from './power.ts'

/** Facts that are a step of the process, whichever procedure they were recorded under. */
const STEP_OF: Readonly<Record<string, Step>> = {
  surveyed: 'survey',
  reviewed: 'review',
  granted: 'decide',
  denied: 'decide',
}

/** A case of our own in the shape in which reported ones are judged. */
export function ownCase(line: Pick<CaseLine, 'no' | 'decidingBody'>, facts: readonly Fact[]): HandledCase {
  const accepted = facts.find(({ kind }) => kind === 'accepted')
  const decided = facts.findLast(({ kind }) => STEP_OF[kind] === 'decide')
  return {
    no: line.no,
    // Deemed acceptance is nobody's act; by law it is the deciding body that has accepted.
    ...(accepted ? { accepted: { body: line.decidingBody, ...doneOf(accepted) } } : {}),
    steps: facts.flatMap((fact): StepDone[] => {
      const step = STEP_OF[fact.kind]
      return step === undefined ? [] : [{ ...doneOf(fact), step, name: step, began: fact.at }]
    }),
    specials: [],
    ...(decided ? { result: { ...doneOf(decided), decides: true } } : {}),
  }
}

function doneOf(fact: Fact): Done {
  const { actor, at } = fact
  return {
    at,
    ...(actor.kind === 'staff' ? { by: actor.person, body: actor.body } : {}),
    evidence: factEvidence(fact),
  }
}

export function factEvidence({ seq, kind, at, actor }: Fact): Evidence {
  return { from: 'fact', seq, kind, at, by: postOf(actor) }
}

export const postOf = (actor: Actor): string => (actor.kind === 'staff' ? actor.post : actor.kind)

/** The three rules over a case of our own. Its limits were kept on its own clocks, which know every stop. */
export function judgeOwn(
  line: CaseLine,
  facts: readonly Fact[],
  by: Omit<PowerRegister, 'item'> & Omit<OrderRules, 'item'> & { item: { id: string } & OrderRules['item'] },
  calendarOf: CalendarOf,
): Finding[] {
  const handled = ownCase(line, facts)
  return [
    ...beyondPower(handled, by).findings,
    ...lateRuns(line, facts, calendarOf),
    ...outOfOrder(handled, by).findings,
  ]
}

const LATE_CODES = { statutory: 'statutory-limit', promised: 'promised-limit', step: 'step-limit' } as const

function lateRuns({ clocks }: CaseLine, facts: readonly Fact[], calendarOf: CalendarOf): Finding[] {
  const runs = clockRuns(facts)
  return Object.entries(LATE_CODES).flatMap(([kind, code]): Finding[] => {
    const at = clocks.findIndex((run) => run.kind === kind && run.late)
    const run = clocks[at]
    if (run?.due === undefined || run.end === undefined) return []
    const calendar = calendarOf(runs[at]!.calendar)
    const late = calendar.workingDaysAfter(run.due, run.end)
    const ender = enderOf(run, facts)
    const steps =
      kind === 'step' ? clocks.filter((each) => each.kind === 'step' && each.late) : slowest(clocks, calendar)
    return [
      {
        ...{ rule: 'over-limit', code, day: run.end },
        facts: {
          ...{ dueDay: run.due, endedDay: run.end, late, clock: run.clock },
          ...(steps[0] === undefined ? {} : { step: stepOf(steps[0]) }),
          deeds: steps.flatMap((step) => deedsOf(step, facts)),
        },
        evidence: [
          ...(ender ? [factEvidence(ender)] : []),
          { from: 'clock', text: explain(runs[at]!, calendar) },
        ],
      },
    ]
  })
}

const stepOf = ({ clock }: ClockRun): Deed['step'] => clock.replace('step-', '') as Deed['step']

/** The step that took the most working days, which is where a late case lost its time. */
function slowest(clocks: readonly ClockRun[], calendar: WorkingCalendar): ClockRun[] {
  const length = ({ start, end }: ClockRun) => calendar.workingDaysAfter(start, end ?? start)
  return clocks
    .filter(({ kind, end }) => kind === 'step' && end !== undefined)
    .toSorted((a, b) => length(b) - length(a))
    .slice(0, 1)
}

function deedsOf(run: ClockRun, facts: readonly Fact[]): Deed[] {
  const ender = enderOf(run, facts)
  return ender === undefined ? [] : [deedOf(stepOf(run), doneOf(ender))]
}

/** What ended a run: a step that was taken twice has two, and each its own last day. */
function enderOf({ clock: name, end }: ClockRun, facts: readonly Fact[]): Fact | undefined {
  return facts.find(({ clock = [] }) =>
    clock.some((entry) => entry.entry === 'end' && entry.clock === name && entry.day === end),
  )
}
