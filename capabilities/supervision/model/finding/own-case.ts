import type { Actor } from '#engine/actor.ts'
import { explain } from '#engine/clock/explain.ts'
import type { Fact } from '#engine/fact.ts'
import { clockRuns, type CalendarOf, type CaseLine } from '../case-line.ts'
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

const postOf = (actor: Actor): string => (actor.kind === 'staff' ? actor.post : actor.kind)

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
    const ender = facts.find(({ clock = [] }) =>
      clock.some((entry) => entry.entry === 'end' && entry.clock === run.clock),
    )
    return [
      {
        ...{ rule: 'over-limit', code, day: run.end },
        facts: { dueDay: run.due, endedDay: run.end, late, clock: run.clock },
        evidence: [
          ...(ender ? [factEvidence(ender)] : []),
          { from: 'clock', text: explain(runs[at]!, calendar) },
        ],
      },
    ]
  })
}
