import type { Instant } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { decide, type Decision } from '#engine/procedure/decide.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { ChecklistLine, Filing, HandedIn, ProcedureName } from '../contract.ts'
import { CHAPTERS } from '../chapters/index.ts'
import { procedureOf } from '../model/procedures.ts'
import { NO_CASE, type CaseDossier } from '../model/dossier.ts'
import { effectiveItem } from '../model/effective-item.ts'
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
  const filed = dossier.version === 0 ? (input?.['procedure'] as ProcedureName | undefined) : undefined
  const under = filed === undefined ? dossier : { ...dossier, procedure: filed }
  const seen: CaseWorld = { ...world, item: effectiveItem(world.published, under.procedure, under) }
  const given = completed(action, input ?? defaultInput(action, seen.item), dossier)
  return decide(procedureOf(under), under, action, given, PEOPLE[who], now, seen)
}

/** What the service would look up; these worlds seal by writing in the clear. */
function completed(action: string, input: Input, { supplement, form, applicant }: CaseDossier): Input {
  if (action === 'correct-form' && !('before' in input))
    return {
      ...input,
      before: { form: JSON.parse(form) as object, applicant: JSON.parse(applicant) as object },
    }
  if (action !== 'notify-supplement' || supplement === undefined || 'before' in input) return input
  return { ...input, before: JSON.parse(supplement.lines) as object[] }
}

/** What an act is given when a table says nothing else, as the item of the case asks for it. */
export function defaultInput(action: string, item: ItemVersion): Input {
  if (action === 'accept') return { checklist: checklist({}, item) }
  if (action !== 'notify-supplement' && action !== 'supply' && action !== 'supply-at-window')
    return INPUTS[action] ?? {}
  const wanting = item.materials.findLast((each) => each.necessity === 'required')!.id
  return action === 'notify-supplement'
    ? { lines: lines(wanting), checklist: checklist({ [wanting]: 'missing' }, item) }
    : { materials: [paper(wanting)], files: {} }
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

export const checklist = (
  more: Partial<Record<string, ChecklistLine['verdict']>> = {},
  item: ItemVersion = FELLING,
): ChecklistLine[] =>
  item.materials.map(({ id, necessity }) => ({
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

export const filing = (
  more: Partial<Filing> = {},
  { item = FELLING, procedure }: { item?: ItemVersion; procedure?: ProcedureName } = {},
): Input => ({
  filing: {
    item: item.id,
    itemVersion: item.version,
    acceptPlace: 'hall-place',
    form: { 'party.name': '张示例' },
    materials: [paper('title', { files: ['file-1'], paperOriginals: 0 })],
    delivery: 'window',
    ...more,
  },
  ...(procedure === undefined ? {} : { procedure }),
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

/** Acts that a chapter adds; the tables of the skeleton leave them to the chapter's own tests. */
export const CHAPTER_ACTS: ReadonlySet<string> = new Set(
  CHAPTERS.flatMap(({ actions }) => actions.map(({ name }) => name)),
)

const RECEIVER = { receiver: '张示例', relation: 'self', identified: '居民身份证' }

/** What each act is given when a table says nothing else. */
export const INPUTS: Readonly<Record<string, Input>> = {
  'file-online': filing(),
  'file-at-window': filing(),
  'pre-review': { passed: true, remark: '材料基本齐全' },
  accept: { checklist: checklist() },
  'notify-supplement': { lines: lines('plan'), checklist: checklist({ plan: 'missing' }) },
  supply: { materials: [paper('plan')], files: {} },
  'supply-at-window': { materials: [paper('plan')], files: {} },
  'record-survey': {
    surveyors: ['测试甲', '测试乙'],
    day: '2026-09-22',
    result: 'met',
    text: '场所与图纸一致',
  },
  'leave-open': { code: 'needs-checking', text: '需要核实摊位归属' },
  'withdraw-commitment': { reason: '想请人上门看看', signed: true },
  'hand-to-post': { freight: 'collect' },
  'record-waybill': { carrier: '邮政', waybill: 'EM000000001CN' },
  'record-tracking': {
    events: [{ status: 'on-the-way', text: '张示例的邮件由测试丙派送', at: '2026-09-30T02:00:00.000Z' }],
  },
  'deliver-by-post': { receiver: '张示例', signedOn: '2026-09-24' },
  'return-from-post': { reason: '无人签收' },
  'record-check': { checkers: ['测试甲', '测试乙'], result: 'met', text: '与承诺一致' },
  revoke: { reason: '核查发现没有承诺的冷藏设备，逾期没有改正', basis: '行政许可法第六十九条第二款' },
  'serve-revocation': { receiver: '张示例', relation: 'self', identified: '居民身份证' },
  'add-paper': { materials: [paper('title')], files: {} },
  'add-paper-at-window': { materials: [paper('title')], files: {} },
  'correct-form': { field: 'trees', value: '30', confirmed: true },
  'propose-refusal': { reason: '不属于采伐许可范围', basis: '《测试林业条例》第三条' },
  'return-to-window': { reason: '属于许可范围，请受理' },
  'refuse-acceptance': { reason: '申请事项不需要许可', basis: '行政许可法第三十二条' },
  review: { opinion: 'grant', text: '符合条件' },
  'return-to-review': { reason: '请补充现场情况' },
  grant: { conclusion: '准予采伐' },
  deny: { reason: '采伐地点在禁伐区之内', basis: '森林法第五十五条' },
  'deliver-at-window': { receiver: '张示例', relation: 'self', identified: '居民身份证' },
  withdraw: { reason: '不再采伐', signed: true },
  'record-paper': rendered('receipt', 1),
  'ask-opinions': { bodies: ['west-town', 'parks-bureau'], question: '是否影响古树保护' },
  'give-opinion': { verdict: 'conditions', text: '保留三棵古树' },
  'answer-objection': { body: 'west-town', text: '不采纳，已经避让' },
  'withdraw-question': { body: 'west-town', reason: '不涉及这个部门' },
  'decide-without': { body: 'west-town', reason: '已经催办，现有材料足以作出决定' },
  'opinion-overdue': {},
  'call-meeting': {
    ...{ kind: 'coordination', time: '14:30', where: '二楼会议室', bodies: ['west-town', 'parks-bureau'] },
    question: '采伐道路从哪里走',
  },
  'record-resolution': {
    ...{ kind: 'task', body: 'west-town', text: '现场标出道路', workingDays: 2, blocking: true },
  },
  'hold-meeting': { came: ['west-town'], minutes: '现场看了两条路线' },
  'cancel-meeting': { reason: '部门人员外出' },
  'complete-task': { task: 'id-1', text: '已经标出' },
  'drop-task': { task: 'id-1', reason: '已经另行处理' },
  'task-overdue': {},
  'take-over-result': {
    ...{ material: 'plan', from: 'f-00000000-0000-7000-8000-000000000001' },
    source: { kind: 'file', no: '370304-2026-000002', material: 'plan', name: '作业设计' },
    file: { id: 'file-9', size: 1200, mediaType: 'application/pdf' },
  },
  'open-fast-lane': {
    ...{ project: '2026-370304-48-03-012345', name: '示例产业园', post: 'post-reviewer-1' },
    ...{ phone: '0533-0000003', contactName: '审查岗' },
  },
  'change-contact': { post: 'post-approver-1', phone: '0533-0000003', contactName: '审批岗' },
  'record-service': { service: 'consult', text: '讲清了要办的三件事' },
  'close-fast-lane': { reason: '项目已经终止' },
  'start-special': {
    ...{ kind: 'expert-review', why: '作业设计需要专家评审', doneBy: '林业技术专家组' },
    ...{ amount: 10, unit: 'working-day', basis: '《测试林业条例》第九条' },
  },
  'serve-special': { kind: 'expert-review', ...RECEIVER },
  'serve-special-electronically': {},
  'assign-inspectors': { kind: 'testing', people: ['测试甲', '测试乙'] },
  'extend-special': { kind: 'expert-review', amount: 5, why: '专家要求补充踏勘' },
  'ask-special-again': { kind: 'expert-review', fact: '申请人提交了新的作业设计，与评审时不同' },
  'answer-special-again': { approved: true, reason: '作业设计有实质变化' },
  'end-special': { kind: 'expert-review', result: 'met', text: '专家一致同意' },
  'flag-over-told': {},
  'notify-hearing-right': { ground: 'interests', why: '采伐影响相邻林地的水源', others: ['李示例'] },
  'serve-hearing-notice': RECEIVER,
  'serve-hearing-electronically': {},
  'request-hearing': { who: 'applicant', reason: '希望当面说明' },
  'waive-hearing': { everybody: true },
  'lapse-hearing-right': {},
  'convene-hearing': {
    ...{ day: '2026-10-20', time: '09:30', place: '林业局会议室', presider: 'post-issuer-1' },
  },
  'object-to-presider': { reason: '主持人与相邻林地有利害关系' },
  'keep-presider': { reason: '没有直接利害关系' },
  'record-hearing': {
    ...{ people: ['张示例', '李示例'], evidence: '勘验笔录和图纸' },
    ...{ record: '各方陈述意见并质证。', signed: true },
  },
  'weigh-hearing': { text: '采纳申请人关于分批采伐的意见。' },
  'propose-extension': { code: 'complex', text: '涉及三个村的林地权属' },
  extend: {},
  'refuse-extension': { reason: '剩余时间足够' },
  'spare-publicity': { when: '1', text: '申请人突发重病正在抢救，急需费用' },
  'open-publicity': { text: '拟准予采伐林木三十株' },
  'record-objection': { text: '有一片林地权属没有定' },
  'answer-publicity-objection': { id: 'id-1', upheld: false, text: '权属已经核实清楚' },
  'close-publicity': {},
  'promise-gap': { gaps: ['photos'], days: 5, how: 'upload', confirmed: true },
  'accept-with-gaps': { gaps: ['photos'], days: 5, how: 'at-window', signed: 'on-paper', inOrder: true },
  'supply-gap': { materials: [paper('photos')], files: {} },
  'supply-gap-at-window': { materials: [paper('photos')], files: {} },
  'verify-gap': { ok: ['photos'] },
  'remind-gap': {},
  'gap-lapse': {},
  'return-application': { how: 'by-phone', reason: '申请人来电说不再采伐' },
  terminate: {
    ...{ ground: 'subject-gone', reason: '申请采伐的林木已经全部烧毁，没有可以采伐的对象' },
    basis: '参照行政许可法第七十条第六项',
  },
  forward: { opinion: '初步审查认为符合采伐条件，建议准予。' },
  'tell-revocation': {
    ...{ reason: '核查发现没有承诺的冷藏设备，逾期没有改正', basis: '行政许可法第六十九条第二款' },
  },
  'tell-ending': {
    ...{ ground: 'subject-gone', reason: '申请采伐的林木已经全部烧毁，没有可以采伐的对象' },
    basis: '参照行政许可法第七十条第五项',
  },
  'drop-intent': { reason: '核对以后还有林木可以采伐' },
  'serve-notice': { mode: 'window', ...RECEIVER },
  'serve-notice-electronically': {},
  'end-notice-announcement': {},
  'lapse-statement': {},
  'hear-party': {
    ...{ result: 'stated', form: 'signed', text: '当事人说设备已经订购，没有按期到货' },
    ...{ record: 'written', signer: '张示例', signedOn: workday(10).slice(0, 10), kept: '案卷第12页' },
  },
  'return-to-check': { reason: '核查事实要再核实' },
  urge: { to: 'step', text: '请今天办完' },
  'answer-urge': { text: '今天下午办完' },
  'restore-credit': { reason: '已经纠正，没有再犯' },
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
