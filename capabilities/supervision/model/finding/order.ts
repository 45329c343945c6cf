import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { dayTold, surelyBefore, type Told } from '../imported/times.ts'
import { deedOf, type Deed } from './deed.ts'
import type { Finding, FindingCode, Judgement } from './finding.ts'
import type { Done, HandledCase, StepDone } from './handled-case.ts'

export interface OrderRules {
  /** The version in force when the case was accepted; without it no step can be called missing. */
  item?: Pick<ItemVersion, 'process'>
  /** Steps the plan does not let one person take both of (岗位分设). */
  reviewAndDecideDiffer: boolean
  acceptAndDecideDiffer: boolean
}

/** 逆程序: what happened in another order than the law and the published process have it. */
export function outOfOrder(handled: HandledCase, rules: OrderRules): Judgement {
  const findings = [
    ...reversed(handled),
    ...(handled.steps.length > 0 ? missingSteps(handled, rules) : []),
    ...samePerson(handled, rules),
  ]
  const judged = handled.accepted !== undefined || handled.steps.length > 0
  return {
    findings: merged(findings),
    unjudged: judged ? [] : [{ rule: 'out-of-order', code: 'not-accepted' }],
  }
}

function reversed({ applied, accepted, steps, result }: HandledCase): Finding[] {
  const decisions: Done[] = [...stepsOf(steps, 'decide'), ...(result?.decides ? [result] : [])]
  const decided = last(stepsOf(steps, 'decide')) ?? (result?.decides ? result : undefined)
  const decision = decided && { step: 'decide' as const, done: decided }
  const acceptance = accepted && { step: 'accept' as const, done: accepted }
  const found: (Finding | undefined)[] = [
    ...(acceptance
      ? decisions.map((done) => wrong('decided-before-accepted', { step: 'decide', done }, acceptance))
      : []),
    acceptance && applied && wrong('accepted-before-applied', acceptance, { step: 'apply', done: applied }),
    ...(decision
      ? looks(steps).map((done) =>
          wrong('reviewed-after-decided', decision, { step: done.step, done }, done.at),
        )
      : []),
    ...(result
      ? stepsOf(steps, 'decide').map((done) =>
          wrong('closed-before-decided', { step: 'close', done: result }, { step: 'decide', done }),
        )
      : []),
  ]
  return found.filter((finding) => finding !== undefined)
}

interface Taken {
  step: Deed['step']
  done: Done
}

/** The earlier of the two should have come later. */
function wrong(code: FindingCode, early: Taken, late: Taken, on: Told = early.done.at): Finding | undefined {
  if (!surelyBefore(early.done.at, late.done.at)) return undefined
  return {
    ...{ rule: 'out-of-order', code, day: dayTold(on) },
    facts: {
      ...{ early: early.done.at, late: late.done.at },
      deeds: [early, late].map(({ step, done }) => deedOf(step, done)),
    },
    evidence: [early.done.evidence, late.done.evidence],
  }
}

const looks = (steps: readonly StepDone[]) => [...stepsOf(steps, 'survey'), ...stepsOf(steps, 'review')]
const stepsOf = (steps: readonly StepDone[], step: StepDone['step']) =>
  steps.filter((each) => each.step === step)
const last = (steps: readonly StepDone[]) => steps.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1)

/** Only a case that came to its decision has left a step out; one that still runs may yet take it. */
function missingSteps({ accepted, steps, result }: HandledCase, { item }: OrderRules): Finding[] {
  if (result === undefined || !result.decides || item === undefined) return []
  const taken = new Set<string>([...steps.map(({ step }) => step), ...(accepted ? ['accept'] : [])])
  const missing = item.process.steps.filter(
    // Handing over the result follows the decision and is reported elsewhere, or not at all.
    ({ step }) => step !== 'issue' && !taken.has(step),
  )
  if (missing.length === 0) return []
  const names = missing.map(({ name }) => name)
  const text = item.process.steps.map(({ name }) => name).join('、')
  return [
    {
      ...{ rule: 'out-of-order', code: 'step-missing', day: dayTold(result.at) },
      facts: { missing: names, deeds: [deedOf('decide', result)] },
      evidence: [result.evidence, { from: 'register', text }],
    },
  ]
}

function samePerson({ accepted, steps, result }: HandledCase, rules: OrderRules): Finding[] {
  const deciders: Done[] = [...stepsOf(steps, 'decide')]
  if (deciders.length === 0 && result?.decides) deciders.push(result)
  const others: (readonly [StepDone['step'], Done])[] = [
    ...(rules.reviewAndDecideDiffer ? looks(steps).map((look) => [look.step, look] as const) : []),
    ...(rules.acceptAndDecideDiffer && accepted ? [['accept', accepted] as const] : []),
  ]
  return deciders.flatMap((decider) =>
    others.flatMap(([step, other]): Finding[] =>
      decider.by === undefined || decider.by !== other.by
        ? []
        : [
            {
              ...{ rule: 'out-of-order', code: 'same-person', day: dayTold(decider.at) },
              facts: {
                ...{ person: decider.by, steps: [step, 'decide'] },
                deeds: [deedOf(step, other), deedOf('decide', decider)],
              },
              evidence: [other.evidence, decider.evidence],
            },
          ],
    ),
  )
}

/** One finding a code: the first says when, all give evidence. */
function merged(findings: readonly Finding[]): Finding[] {
  return [...Map.groupBy(findings, ({ code }) => code).values()].map((same) => ({
    ...same[0]!,
    evidence: [...new Set(same.flatMap(({ evidence }) => evidence))],
  }))
}
