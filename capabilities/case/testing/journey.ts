import type { Instant } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { decide, type Decision } from '#engine/procedure/decide.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import type { ChecklistLine, Filing, HandedIn } from '../contract.ts'
import { approval } from '../model/approval.ts'
import { NO_CASE, type CaseDossier } from '../model/dossier.ts'
import type { CaseWorld } from '../model/world.ts'
import { FELLING } from './item.ts'
import { PEOPLE, caseWorld, workday, type Who } from './world.ts'

type Input = Readonly<Record<string, unknown>>

/** One line of a journey: who does what on which working day after receipt (or at which moment). */
export type Step = [day: number | Instant, who: Who, action: string, input?: Input]

export interface Journey {
  dossier: CaseDossier
  facts: readonly Fact[]
  last: Decision<CaseDossier>
}

export function act(
  dossier: CaseDossier,
  [day, who, action, input]: Step,
  world: CaseWorld = caseWorld(),
): Decision<CaseDossier> | Refusal {
  const now = typeof day === 'number' ? workday(day) : day
  return decide(approval, dossier, action, input ?? INPUTS[action] ?? {}, PEOPLE[who], now, world)
}

/** Takes the steps one by one; a step that is refused is a mistake in the test. */
export function journey(steps: readonly Step[], world: CaseWorld = caseWorld()): Journey {
  let dossier = NO_CASE
  let facts: readonly Fact[] = []
  let last: Decision<CaseDossier> | undefined
  for (const step of steps) {
    const verdict = act(dossier, step, world)
    if (isRefusal(verdict))
      throw new Error(`${step.slice(0, 3).join(' ')}: refused: ${JSON.stringify(verdict)}`)
    dossier = verdict.dossier
    facts = [...facts, ...verdict.facts]
    last = verdict
  }
  return { dossier, facts, last: last! }
}

/** `accepted`, or `refused: not-your-step`, as the tables write it. */
export function outcome(verdict: Decision<CaseDossier> | Refusal): string {
  return isRefusal(verdict) ? `refused: ${verdict.code}` : verdict.dossier.state
}

export const checklist = (more: Partial<Record<string, ChecklistLine['verdict']>> = {}): ChecklistLine[] =>
  FELLING.materials.map(({ id, necessity }) => ({
    material: id,
    verdict: more[id] ?? (necessity === 'required' ? 'ok' : 'not-applicable'),
  }))

export const paper = (material: string, more: Partial<HandedIn> = {}): HandedIn => ({
  material,
  files: [],
  paperOriginals: 1,
  paperCopies: 0,
  ...more,
})

export const lines = (...materials: string[]) =>
  materials.map((material) => ({ material, problem: '没有提供', remedy: '请提供原件' }))

export const filing = (more: Partial<Filing> = {}): Input => ({
  filing: {
    item: FELLING.id,
    itemVersion: FELLING.version,
    acceptPlace: 'hall-place',
    form: { 'party.name': '张示例' },
    materials: [paper('title', { files: ['file-1'], paperOriginals: 0 })],
    delivery: 'window',
    ...more,
  },
  no: '370304-2026-000001',
  party: 'zhang',
  decidingBody: 'forestry-bureau',
  region: '370304100000',
  applicant: { name: '张示例', idKind: '111', idNumber: '370304190001010000', phone: '19900000001' },
  files: { 'file-1': { id: 'file-1', size: 1200, mediaType: 'application/pdf' } },
})

export const rendered = (kind: string, seq: number): Input => ({
  id: `paper-${seq}`,
  kind,
  seq,
  file: `files/${seq}`,
  hash: 'ab'.repeat(32),
})

/** What each act is given when a table says nothing else. */
export const INPUTS: Readonly<Record<string, Input>> = {
  'file-online': filing(),
  'file-at-window': filing(),
  'pre-review': { passed: true, remark: '材料基本齐全' },
  accept: { checklist: checklist() },
  'notify-supplement': { lines: lines('plan'), checklist: checklist({ plan: 'missing' }) },
  supply: { materials: [paper('plan')], files: {} },
  'supply-at-window': { materials: [paper('plan')], files: {} },
  'propose-refusal': { reason: '不属于采伐许可范围' },
  'return-to-window': { reason: '属于许可范围，请受理' },
  'refuse-acceptance': { reason: '申请事项不需要许可', basis: '行政许可法第三十二条' },
  review: { opinion: 'grant', text: '符合条件' },
  'return-to-review': { reason: '请补充现场情况' },
  grant: { conclusion: '准予采伐' },
  deny: { reason: '采伐地点在禁伐区之内', basis: '森林法第五十五条' },
  'deliver-at-window': { receiver: '张示例', relation: 'self', identified: '居民身份证' },
  withdraw: { reason: '不再采伐' },
  'record-paper': rendered('receipt', 1),
}

const FILED: Step[] = [[0, 'applicant', 'file-online']]
const ACCEPTED: Step[] = [...FILED, [2, 'clerk', 'accept']]
const REVIEWED: Step[] = [...ACCEPTED, [5, 'reviewer', 'review']]
const DECIDED: Step[] = [...REVIEWED, [6, 'approver', 'grant']]
const ISSUED: Step[] = [...DECIDED, [7, 'issuer', 'seal']]
const REFUSED: Step[] = [...FILED, [1, 'clerk', 'propose-refusal'], [2, 'approver', 'refuse-acceptance']]
const WITH_PAPER: Step[] = [...ISSUED, [7, 'system', 'record-paper', rendered('grant', 4)]]

/** The shortest lawful way into each state. */
export const INTO = {
  none: [],
  received: FILED,
  supplementing: [...FILED, [1, 'clerk', 'notify-supplement']],
  'refusal-proposed': [...FILED, [1, 'clerk', 'propose-refusal']],
  accepted: ACCEPTED,
  reviewed: REVIEWED,
  decided: DECIDED,
  issued: ISSUED,
  'issued, paper made': WITH_PAPER,
  'not-accepted': REFUSED,
  closed: [...WITH_PAPER, [8, 'clerk', 'deliver-at-window']],
  withdrawn: [...FILED, [1, 'applicant', 'withdraw']],
  lapsed: [...FILED, [1, 'clerk', 'notify-supplement'], [17, 'system', 'lapse']],
} satisfies Record<string, Step[]>
export type Stage = keyof typeof INTO

export function into(stage: Stage): CaseDossier {
  const steps: readonly Step[] = INTO[stage]
  return steps.length === 0 ? NO_CASE : journey(steps).dossier
}
