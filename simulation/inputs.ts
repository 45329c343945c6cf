import { addDays, legalDay } from '#engine/day.ts'
import type { Seeded } from '#engine/testing/seeded.ts'
import { LEFT_OPEN_CODES, type CaseDetail, type ChecklistLine } from '#capabilities/case/contract.ts'
import { ACTIONS, type CaseDossier } from '#capabilities/case/model.ts'
import { filledIn } from './asked-form.ts'
import type { Input } from './input.ts'
import { sampleOf } from './sample.ts'
import { servedBy } from './serving.ts'

export type { Input }

export interface Asked {
  act: string
  detail: CaseDetail
  dossier: CaseDossier
  random: Seeded
  now: string
}

/** What a person who knows the work puts into the form of an act. */
export function lawful(asked: Asked): Input {
  const made = LAWFUL[asked.act]
  if (made !== undefined) return made(asked)
  const allowed = asked.detail.allowed.find(({ act }) => act === asked.act)
  if (allowed?.fields !== undefined)
    return filledIn(allowed, { random: asked.random, today: legalDay(asked.now) })
  return sampleOf(allowed?.input ?? ACTIONS.get(asked.act)?.input) as Input
}

const reason = '按照服务指南和申请人的说明提出。'
const basis = '《中华人民共和国行政许可法》第三十八条第二款'
const receiver = { receiver: '测试领取人', relation: 'self', identified: '核对居民身份证原件' }

const LAWFUL: Readonly<Record<string, (asked: Asked) => Input>> = {
  // The number to call is the answer that every form asks for.
  'correct-form': () => ({ field: 'phone', value: '19900008888', confirmed: true }),
  'pre-review': ({ random }) => ({
    passed: random.chance(0.7),
    ...(random.chance(0.5) ? { remark: '已看过' } : {}),
  }),
  accept: ({ detail }) => ({ checklist: checklist(detail, () => 'ok') }),
  'notify-supplement': (asked) => raisedNotice(asked) ?? notice(asked, wanting(asked)),
  supply: (asked) => supplied(asked),
  'supply-at-window': (asked) => supplied(asked),
  'promise-gap': (asked) => ({ ...gapTerms(asked), confirmed: true }),
  'accept-with-gaps': (asked) => ({
    ...(asked.dossier.gapPromise ? {} : { ...gapTerms(asked), signed: 'on-paper' }),
    inOrder: true,
  }),
  'supply-gap': ({ dossier }) => ({ materials: gapsOf(dossier, ['open', 'defective']).map(paper) }),
  'supply-gap-at-window': ({ dossier }) => ({ materials: gapsOf(dossier, ['open', 'defective']).map(paper) }),
  'verify-gap': ({ dossier, random }) => {
    const here = gapsOf(dossier, ['handed-in'])
    return random.chance(0.8) ? { ok: here } : { defective: here, note: '看不清楚，请重新提供' }
  },
  'return-application': ({ random }) => ({
    how: random.oneOf(['in-writing', 'in-person', 'by-phone']),
    reason: '申请人说明不再办理。',
  }),
  'tell-ending': ({ random }) => ({
    ground: random.oneOf(['subject-gone', 'other-procedure', 'force-majeure']),
    reason: '经查没有可以继续办理的内容，拟终止办理。',
    basis: '《中华人民共和国行政许可法》第七十条',
  }),
  'tell-revocation': () => ({
    reason: '核查发现实际情况与承诺不符，拟撤销决定。',
    basis: '《中华人民共和国行政许可法》第六十九条第二款',
  }),
  'serve-notice': ({ now }) => servedBy('window', legalDay(now)),
  terminate: ({ dossier, random }) => ({
    ground:
      dossier.intent?.ground ??
      random.oneOf(['applicant-ended', 'applicant-ended', 'subject-gone', 'force-majeure']),
    reason: '经查没有可以继续办理的内容，终止办理。',
    basis: '《中华人民共和国行政许可法》第七十条',
    document: '证明文件，示例单位',
  }),
  forward: () => ({ opinion: '初步审查认为符合条件，建议准予。' }),
  'hear-party': ({ random, now }) => ({
    ...{ result: random.oneOf(['stated', 'waived']), form: 'signed', record: 'read-back' },
    ...{ signer: '测试甲', signedOn: legalDay(now), kept: '案卷' },
    text: '已告知事实、理由和依据，听取了意见。',
  }),
  'return-to-check': () => ({ reason: '有关事实要再核实。' }),
  'restore-credit': () => ({ reason: '已经核实纠正。' }),
  'propose-refusal': ({ random }) => ({
    reason,
    ...random.oneOf([
      { ground: 'not-needed' },
      { ground: 'not-competent', competentBody: '邻区政务服务中心' },
      { ground: 'false-materials' },
      { ground: 'other', basis },
    ]),
  }),
  'start-special': (asked) => ({
    ...{ kind: option(asked, 'kind'), why: '有关情况需要进一步弄清。', doneBy: '示例技术机构' },
    basis: '《中华人民共和国行政许可法》第五十五条第一款',
    ...{ amount: asked.random.whole(1, 4), unit: 'working-day' },
  }),
  'extend-special': (asked) => ({ kind: option(asked, 'kind'), amount: 1, why: '样品要重新送检。' }),
  'ask-special-again': (asked) => ({
    ...{ kind: option(asked, 'kind'), fact: '申请人换了设备，与上次检验时不是同一台。' },
  }),
  'serve-special': (asked) => ({ kind: option(asked, 'kind'), ...receiver }),
  'assign-inspectors': (asked) => ({ kind: option(asked, 'kind'), people: ['测试甲', '测试乙'] }),
  'end-special': (asked) => ({
    kind: option(asked, 'kind'),
    result: asked.random.oneOf(['met', 'met', 'met', 'called-off', 'not-met']),
    ...{ text: '已经完成。', standard: '示例技术规范' },
  }),
  'notify-hearing-right': ({ random }) => ({
    ground: random.oneOf(['interests', 'interests', 'prescribed']),
    why: '许可事项影响相邻各方。',
    others: random.chance(0.5) ? ['测试丁'] : [],
  }),
  'serve-hearing-notice': () => receiver,
  'request-hearing': () => ({ reason: '希望当面说明情况。' }),
  'waive-hearing': ({ random, now }) => ({
    everybody: random.chance(0.7),
    ...{ record: 'written', signer: '测试领取人', signedOn: legalDay(now), kept: '案卷' },
  }),
  'convene-hearing': (asked) => ({
    day: addDays(start(asked, 'day') || legalDay(asked.now), asked.random.whole(3, 12)),
    ...{ time: '09:30', place: '示例会议室', presider: option(asked, 'presider') },
  }),
  'object-to-presider': () => ({ reason: '认为主持人有利害关系。' }),
  'keep-presider': () => ({ reason: '经查没有利害关系。' }),
  'record-hearing': ({ random }) => ({
    ...{ people: ['测试甲', '测试乙'], evidence: '审查记录和图纸。', record: '各方陈述意见并且质证。' },
    ...(random.chance(0.8) ? { signed: true } : { signed: false, refused: ['测试乙：认为记录不全'] }),
  }),
  'weigh-hearing': () => ({ text: '采纳各方达成一致的意见。' }),
  'propose-extension': () => ({ code: 'complex', text: '情况复杂，需要再核实。' }),
  'refuse-extension': () => ({ reason: '剩余时间足够。' }),
  'open-publicity': () => ({ text: '拟确认申请人符合条件。' }),
  'record-objection': () => ({ text: '情况与实际不符。' }),
  'answer-publicity-objection': (asked) => ({
    ...{ id: option(asked, 'id'), upheld: false, text: '已经核实，情况属实。' },
  }),
  'return-to-window': () => ({ reason }),
  'refuse-acceptance': () => ({ reason, basis }),
  withdraw: () => ({ reason: '不再办理。', signed: true }),
  'withdraw-commitment': () => ({ reason: '改按一般程序办理。', signed: true }),
  'record-survey': ({ random, now }) => ({
    ...{ surveyors: ['测试甲', '测试乙'], day: legalDay(now), text: '现场与申请一致。' },
    result: random.chance(0.85) ? 'met' : 'not-met',
  }),
  review: ({ random }) => ({ opinion: random.chance(0.85) ? 'grant' : 'deny', text: '材料齐全。' }),
  'return-to-review': () => ({ reason: '请补充审查意见。' }),
  grant: ({ dossier, detail, random, now }) => ({
    conclusion: '符合规定条件，准予办理。',
    ...termOf({ dossier, detail }, legalDay(now), random),
  }),
  deny: () => ({ reason: '经审查不符合规定的办理条件，不予办理。', basis }),
  seal: () => ({}),
  'deliver-at-window': () => receiver,
  'serve-revocation': () => receiver,
  'hand-to-post': ({ random }) => ({ freight: random.oneOf(['collect', 'prepaid']) }),
  'record-waybill': () => ({ carrier: '邮政特快专递', waybill: 'HAND0001' }),
  'deliver-by-post': ({ now }) => ({ receiver: '测试领取人', signedOn: legalDay(now) }),
  'return-from-post': () => ({ reason: '地址无人签收。' }),
  'leave-open': ({ random }) => ({ code: random.oneOf(LEFT_OPEN_CODES), text: '有情况需要核实。' }),
  'record-check': ({ random, dossier }) => ({
    ...{ checkers: ['测试甲', '测试乙'], text: '对照承诺逐项核查。' },
    result: random.oneOf(
      dossier.state === 'rectifying' ? ['met', 'broken'] : ['met', 'rectify', 'rectify', 'broken'],
    ),
  }),
  revoke: () => ({ reason: '核查发现实际情况与承诺不符，予以撤销。', basis }),
}

export function checklist(
  { materials }: CaseDetail,
  verdictOf: (id: string) => ChecklistLine['verdict'],
): ChecklistLine[] {
  return materials.map(({ id, necessity }) => {
    const verdict = verdictOf(id)
    return {
      material: id,
      verdict: verdict === 'ok' && necessity !== 'required' ? 'not-applicable' : verdict,
    }
  })
}

/** Required papers that the office does not hold. */
export function missing({ materials }: CaseDetail): string[] {
  return materials
    .filter(({ necessity, fromForm }) => necessity === 'required' && !fromForm)
    .filter(({ files, paperOriginals, paperCopies }) => files.length + paperOriginals + paperCopies === 0)
    .map(({ id }) => id)
}

/** What a notice may name: what is missing, or one paper that is not in order; a later one only repeats the last. */
function wanting({ detail, dossier, random }: Asked): string[] {
  const before = dossier.supplement?.asked
  const known = detail.materials.filter(({ id }) => before === undefined || before.includes(id))
  const absent = missing(detail).filter((id) => known.some((line) => line.id === id))
  return absent.length > 0 || known.length === 0 ? absent : [random.oneOf(known).id]
}

/** Now and then a paper the applicant handed in since the last notice has a fault of its own, which the next may name. */
function raisedNotice(asked: Asked): Input | undefined {
  const { detail, act, random } = asked
  const { by = [], ground = [] } = detail.allowed.find((one) => one.act === act)?.choices ?? {}
  if (by.length === 0 || !random.chance(0.4)) return undefined
  const material = random.oneOf(by).value
  const raised = { by: material, ground: random.oneOf(ground).value, why: '新交的这份与原来的不同' }
  return {
    ...notice(asked, [material]),
    lines: [{ material, problem: '新交的看不清楚', remedy: '请重新提供清楚的原件', raised }],
  }
}

export function notice({ detail }: Asked, named: readonly string[]): Input {
  return {
    checklist: checklist(detail, (id) => (named.includes(id) ? 'missing' : 'ok')),
    lines: named.map((material) => ({ material, problem: '没有提供', remedy: '请提供原件' })),
  }
}

function supplied({ dossier }: Asked): Input {
  return { materials: (dossier.supplement?.asked ?? []).map(paper) }
}

/** One of what the act's own form offers. */
function option({ detail, act, random }: Asked, field: string): string {
  const options = fieldOf(detail, act, field)?.options ?? []
  return options.length > 0 ? random.oneOf(options).value : ''
}

/** What the act's own form begins with. */
function start({ detail, act }: Asked, field: string): string {
  return String(fieldOf(detail, act, field)?.start ?? '')
}

function fieldOf({ allowed }: CaseDetail, act: string, field: string) {
  return allowed.find((one) => one.act === act)?.fields?.find(({ name }) => name === field)
}

/** What the form of the act lets follow, within the days it offers. */
function gapTerms({ detail, act }: Asked): Input {
  const { fields = [] } = detail.allowed.find((allowed) => allowed.act === act) ?? {}
  const gaps = fields.find(({ name }) => name === 'gaps')?.options?.map(({ value }) => value) ?? []
  return { gaps, days: fields.find(({ name }) => name === 'days')?.maximum ?? 1, how: 'at-window' }
}

function gapsOf({ gaps }: CaseDossier, standings: readonly string[]): string[] {
  return Object.entries(gaps?.materials ?? {}).flatMap(([id, { standing }]) =>
    standings.includes(standing) ? [id] : [],
  )
}

export const paper = (material: string) => ({ material, files: [], paperOriginals: 1, paperCopies: 0 })

/** Terms so short that licences are renewed, run out and are renewed by law within the days of a simulation. */
function termOf(
  { dossier: { about }, detail }: Pick<Asked, 'dossier' | 'detail'>,
  today: string,
  random: Seeded,
): { validUntil?: string } {
  const asked = detail.allowed.find(({ act }) => act === 'grant')?.fields?.map(({ name }) => name) ?? []
  // Some rules leave no last day to write.
  if (!asked.includes('validUntil') || about?.kind === 'change') return {}
  const from = about?.kind === 'renew' ? about.validUntil : today
  return from !== undefined && random.chance(0.85)
    ? { validUntil: addDays(from, random.chance(0.8) ? random.whole(8, 30) : random.whole(48, 56)) }
    : {}
}
