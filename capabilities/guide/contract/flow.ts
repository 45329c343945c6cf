import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Flow, FlowExit, FlowStep } from '#ui/chart/index.ts'
import type { GuideWay } from '../contract.ts'
import { FLOW_BEGINS, FLOW_ENDS, STEP_EXITS, STEP_ROLES } from './step-words.ts'

type Step = ItemVersion['process']['steps'][number]

/** The process of an item as the chart draws it (办理流程图): nothing is drawn that the process does not say. */
export function flowOf(
  { process, specialProcedures, result }: Pick<ItemVersion, 'process' | 'specialProcedures' | 'result'>,
  ways: readonly Pick<GuideWay, 'title'>[] = [],
): Flow {
  const steps = process.steps.map(({ name }) => name)
  const told = ways.map(({ title }) => title).filter((title) => !steps.includes(title) && !LATER.has(title))
  const own = specialProcedures.map(({ name }) => name).filter((name) => !isTold(name, told))
  const beside = [...new Set([...told.filter((title) => !AT_ACCEPTANCE.has(title)), ...own])]
  const accepting = told.filter((title) => AT_ACCEPTANCE.has(title))
  const at = besideStep(process.steps)
  return {
    applicant: '申请人',
    begin: FLOW_BEGINS,
    end: result.type === '4' ? FLOW_ENDS : `领取${result.name}`,
    steps: process.steps.map((step, index) =>
      flowStep(step, [...(step.step === 'accept' ? accepting : []), ...(index === at ? beside : [])]),
    ),
  }
}

/** What is chosen or granted while the application is taken in. */
const AT_ACCEPTANCE: ReadonlySet<string> = new Set(['容缺受理', '告知承诺'])

/** What a holder asks for afterwards is no part of this way. */
const LATER: ReadonlySet<string> = new Set(['变更', '延续', '注销'])

/** A line of the item that the rules tell under a name of their own: 延长决定期限 is 延长期限. */
const isTold = (name: string, ways: readonly string[]): boolean =>
  ['听证', '延长', '公示'].some((word) => name.includes(word) && ways.some((way) => way.includes(word)))

/** What the law may put in comes before the decision, where somebody looks into the matter. */
function besideStep(steps: readonly Step[]): number {
  const looked = steps.findLastIndex(({ step }) => step === 'review' || step === 'survey')
  return looked >= 0 ? looked : steps.findIndex(({ step }) => step === 'decide')
}

function flowStep({ step, name, role, limitWorkingDays, standard }: Step, beside: string[]): FlowStep {
  return {
    ...{ name, standard, beside },
    role: STEP_ROLES[role],
    limit: limitWorkingDays === 0 ? '当场' : `${limitWorkingDays}个工作日`,
    exits: step === 'accept' || step === 'decide' ? STEP_EXITS[step].map(exit) : [],
  }
}

/** Whoever is told what is missing comes back with it; every other way out ends the matter. */
const exit = (text: string): FlowExit => ({ kind: text.includes('补正') ? 'return' : 'refuse', text })
