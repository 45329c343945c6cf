import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { dayTold, surelyBefore, type Told } from '../imported/times.ts'
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
  const found: (Finding | undefined)[] = [
    ...(accepted ? decisions.map((decision) => wrong('decided-before-accepted', decision, accepted)) : []),
    accepted && applied && wrong('accepted-before-applied', accepted, applied),
    ...(decided ? looks(steps).map((look) => wrong('reviewed-after-decided', decided, look, look.at)) : []),
    ...(result ? stepsOf(steps, 'decide').map((step) => wrong('closed-before-decided', result, step)) : []),
  ]
  return found.filter((finding) => finding !== undefined)
}

/** The earlier of the two should have come later. */
function wrong(code: FindingCode, early: Done, late: Done, on: Told = early.at): Finding | undefined {
  if (!surelyBefore(early.at, late.at)) return undefined
  const rule = 'out-of-order'
  const facts = { early: early.at, late: late.at }
  return { rule, code, facts, day: dayTold(on), evidence: [early.evidence, late.evidence] }
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
      facts: { missing: names },
      evidence: [result.evidence, { from: 'register', text }],
    },
  ]
}

function samePerson({ accepted, steps, result }: HandledCase, rules: OrderRules): Finding[] {
  const deciders: Done[] = [...stepsOf(steps, 'decide')]
  if (deciders.length === 0 && result?.decides) deciders.push(result)
  const others: (readonly [string, Done])[] = [
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
              facts: { person: decider.by, steps: [step, 'decide'] },
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
