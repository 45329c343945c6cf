import { legalDay } from '#engine/day.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Filing, ProcedureName } from '../contract.ts'
import type { CaseDossier } from '../model/dossier.ts'
import type { CaseWorld } from '../model/world.ts'
import { CAFE, FELLING, STALL } from './item.ts'
import { filing, journey, rendered, type Step } from './journey.ts'
import { caseWorld, workday } from './world.ts'

const POSTAL = { receiver: '张示例', phone: '19900000001', address: '山东省淄博市博山区示例路1号' }

/** How a case is filed under a procedure; a result by post needs an address. */
export const filedAs = (item: ItemVersion, procedure: ProcedureName, more: Partial<Filing> = {}) =>
  filing({ ...(more.delivery === 'post' ? { postal: POSTAL } : {}), ...more }, { item, procedure })

export interface Way {
  name: string
  item: ItemVersion
  procedure: ProcedureName
  world(more?: Partial<CaseWorld>): CaseWorld
  /** Taken in at the window, with this choice of delivery. */
  filed(delivery?: Filing['delivery']): Step[]
  stages: Readonly<Record<string, readonly Step[]>>
}

function way(
  name: string,
  item: ItemVersion,
  procedure: ProcedureName,
  stages: (filed: (delivery?: Filing['delivery']) => Step[]) => Way['stages'],
): Way {
  const filed = (delivery: Filing['delivery'] = 'window'): Step[] => [
    [0, 'clerk', 'file-at-window', filedAs(item, procedure, { delivery })],
  ]
  return {
    name,
    item,
    procedure,
    world: (more) => caseWorld({ item, ...more }),
    filed,
    stages: stages(filed),
  }
}

/** The post of a sealed result, from `issued` on; `seq` is the fact that sealed it. */
const posted = (seq: number): Step[] => [
  [3, 'system', 'record-paper', rendered('grant', seq)],
  [3, 'clerk', 'hand-to-post'],
]

/** 承诺件, with the result by post. */
export const FELLED = way('approval', FELLING, 'approval', () => ({}))

/** 即办件. */
export const ON_THE_SPOT = way('on the spot', STALL, 'on-the-spot', (filed) => {
  const accepted: Step[] = [...filed(), [0, 'clerk', 'accept']]
  const decided: Step[] = [...accepted, [0, 'approver', 'grant']]
  const issued: Step[] = [...decided, [0, 'issuer', 'seal']]
  const issuedByPost: Step[] = [...filed('post'), ...issued.slice(1)]
  const byPost: Step[] = [...issuedByPost, ...posted(4)]
  const refusedByPost: Step[] = [
    ...filed('post'),
    ...([
      [0, 'clerk', 'propose-refusal'],
      [0, 'approver', 'refuse-acceptance'],
      [0, 'system', 'record-paper', rendered('not-accepted', 3)],
    ] satisfies Step[]),
  ]
  return {
    received: filed(),
    'received online': [[0, 'applicant', 'file-online', filedAs(STALL, 'on-the-spot')]],
    supplementing: [...filed(), [0, 'clerk', 'notify-supplement']],
    'supplied at the window': [
      ...filed(),
      ...([
        [0, 'clerk', 'notify-supplement'],
        [1, 'system', 'end-visit'],
        [2, 'clerk', 'supply-at-window'],
      ] satisfies Step[]),
    ],
    'refusal-proposed': [...filed(), [0, 'clerk', 'propose-refusal']],
    accepted,
    'accepted, left open': [...accepted, [0, 'clerk', 'leave-open']],
    'accepted, visit over': [...accepted, [1, 'system', 'end-visit']],
    'accepted, left open, visit over': [
      ...accepted,
      ...([
        [0, 'clerk', 'leave-open'],
        [1, 'system', 'end-visit'],
      ] satisfies Step[]),
    ],
    'received, visit over': [...filed(), [1, 'system', 'end-visit']],
    'refusal-proposed, visit over': [
      ...filed(),
      ...([
        [0, 'clerk', 'propose-refusal'],
        [1, 'system', 'end-visit'],
      ] satisfies Step[]),
    ],
    decided,
    issued,
    'issued, by post': issuedByPost,
    'issued, by post, paper made': [...issuedByPost, [0, 'system', 'record-paper', rendered('grant', 4)]],
    'not-accepted, by post, paper made': refusedByPost,
    'refused, in the post': [...refusedByPost, [2, 'clerk', 'hand-to-post']],
    'in-post': byPost,
    'on its way': [
      ...byPost,
      ...([
        [3, 'clerk', 'record-waybill'],
        [4, 'system', 'record-tracking'],
        [5, 'system', 'deliver-by-post'],
      ] satisfies Step[]),
    ],
    'back from the post': [
      ...byPost,
      ...([
        [3, 'clerk', 'record-waybill'],
        [4, 'clerk', 'return-from-post'],
      ] satisfies Step[]),
    ],
    'in-post, waybill': [...byPost, [3, 'clerk', 'record-waybill']],
    closed: [
      ...issued,
      ...([
        [0, 'system', 'record-paper', rendered('grant', 4)],
        [0, 'clerk', 'deliver-at-window'],
      ] satisfies Step[]),
    ],
  }
})

/** 告知承诺. */
export const ON_A_PROMISE = way('on a promise', CAFE, 'commitment', (filed) => {
  const accepted: Step[] = [...filed(), [0, 'clerk', 'accept']]
  const issued = (delivery: Filing['delivery'] = 'window'): Step[] => [
    ...filed(delivery),
    ...([
      [0, 'clerk', 'accept'],
      [0, 'approver', 'grant'],
      [0, 'issuer', 'seal'],
      [0, 'system', 'record-paper', rendered('grant', 5)],
    ] satisfies Step[]),
  ]
  const underCheck: Step[] = [...issued(), [0, 'clerk', 'deliver-at-window']]
  const rectifying: Step[] = [...underCheck, [9, 'reviewer', 'record-check', checked('rectify')]]
  const toServe: Step[] = [...rectifying, noticeMade(9, 'rectification', rectifying)]
  const failed: Step[] = [...underCheck, [9, 'reviewer', 'record-check', checked('broken')]]
  const told: Step[] = [...failed, [9, 'reviewer', 'tell-revocation']]
  const noticed: Step[] = [...told, noticeMade(9, 'intent-notice', told)]
  const answering: Step[] = [...noticed, [10, 'clerk', 'serve-notice']]
  const heard: Step[] = [...answering, [10, 'reviewer', 'hear-party']]
  const revoking: Step[] = [...heard, [11, 'approver', 'revoke']]
  const withPaper: Step[] = [...revoking, [11, 'system', 'record-paper', rendered('revocation', 13)]]
  const online: Step[] = [
    ...issued('electronic'),
    [0, 'system', 'deliver-electronically'],
    [9, 'reviewer', 'record-check', checked('broken')],
    [9, 'reviewer', 'tell-revocation'],
  ]
  const noticedOnline: Step[] = [...online, noticeMade(9, 'intent-notice', online)]
  const electronic: Step[] = [
    ...noticedOnline,
    ...([
      [9, 'system', 'serve-notice-electronically'],
      [10, 'applicant', 'hear-party'],
      [11, 'approver', 'revoke'],
    ] satisfies Step[]),
  ]
  return {
    received: filed(),
    supplementing: [...filed(), [0, 'clerk', 'notify-supplement']],
    'refusal-proposed': [...filed(), [0, 'clerk', 'propose-refusal']],
    accepted,
    'accepted, visit over': [...accepted, [1, 'system', 'end-visit']],
    decided: [...accepted, [0, 'approver', 'grant']],
    issued: issued(),
    'in-post': [
      ...issued('post'),
      ...([
        [1, 'clerk', 'hand-to-post'],
        [1, 'clerk', 'record-waybill'],
      ] satisfies Step[]),
    ],
    'under-check': underCheck,
    rectifying,
    'rectifying, notice made': toServe,
    'rectifying, announced': [...toServe, [10, 'clerk', 'serve-notice', announcedOn(10)]],
    'rectifying, served': [...toServe, [10, 'clerk', 'serve-notice']],
    'check-failed': failed,
    'check-failed, told': told,
    'check-failed, told online': online,
    'check-failed, notice made': noticed,
    'check-failed, notice made online': noticedOnline,
    'check-failed, announced': [...noticed, [10, 'clerk', 'serve-notice', announcedOn(10)]],
    'check-failed, served': answering,
    'check-failed, silent': [...answering, [16, 'system', 'lapse-statement']],
    'check-failed, heard': heard,
    revoking,
    'revoking, paper made': withPaper,
    'revoking, announced': [...withPaper, [12, 'clerk', 'serve-revocation', announcedOn(12)]],
    'revoking, by e-mail': electronic,
    'revoking, by e-mail, paper made': [
      ...electronic,
      [11, 'system', 'record-paper', rendered('revocation', 13)],
    ],
    revoked: [...withPaper, [12, 'clerk', 'serve-revocation']],
    closed: [...underCheck, [9, 'reviewer', 'record-check']],
    'denied, closed': [
      ...accepted,
      ...([
        [0, 'approver', 'deny'],
        [0, 'issuer', 'seal'],
        [0, 'system', 'record-paper', rendered('denial', 5)],
        [0, 'clerk', 'deliver-at-window'],
      ] satisfies Step[]),
    ],
  }
})

/** The paper of the notice that the last of the steps brought about. */
function noticeMade(day: number, kind: 'intent-notice' | 'rectification', steps: readonly Step[]): Step {
  const { intent, check, version } = journey(steps, caseWorld({ item: CAFE })).dossier
  const id = kind === 'intent-notice' ? intent!.id : check!.notice!
  return [day, 'system', 'record-paper', { ...rendered(kind, version), id }]
}

const surveyInput = { surveyors: ['测试甲', '测试乙'], day: '2026-09-22', result: 'met', text: '缺冷藏设备' }

/** The same licence in the general way, with a look at the place (现场勘验). */
export const SURVEYED = way('with a survey', CAFE, 'approval', (filed) => {
  const accepted: Step[] = [...filed(), [1, 'clerk', 'accept']]
  const surveyed: Step[] = [...accepted, [2, 'reviewer', 'record-survey']]
  return {
    accepted,
    'accepted, surveyed': surveyed,
    'accepted, found wanting': [
      ...accepted,
      [2, 'reviewer', 'record-survey', { ...surveyInput, result: 'not-met' }] satisfies Step,
    ],
    'reviewed, found wanting': [
      ...accepted,
      [2, 'reviewer', 'record-survey', { ...surveyInput, result: 'not-met' }],
      [4, 'reviewer', 'review'],
    ] satisfies Step[],
    reviewed: [...surveyed, [4, 'reviewer', 'review']],
    'reviewed by another': [...surveyed, [4, 'second reviewer', 'review']],
    'sent back': [
      ...surveyed,
      ...([
        [4, 'reviewer', 'review'],
        [5, 'approver', 'return-to-review'],
      ] satisfies Step[]),
    ],
  }
})

export const WAYS: readonly Way[] = [FELLED, ON_THE_SPOT, ON_A_PROMISE, SURVEYED]

/** A paper nobody could be handed, announced on a working day. */
export function announcedOn(day: number) {
  return {
    ...{ mode: 'announcement', announcedAt: '区政府网站', reason: '住所查无此人，邮件退回' },
    announcedOn: legalDay(workday(day)),
  }
}

export function checked(result: 'met' | 'rectify' | 'broken') {
  return { checkers: ['测试甲', '测试乙'], result, text: '冷藏设备和承诺的不一样' }
}

export function standing(way: Way, stage: string, world: CaseWorld = way.world()): CaseDossier {
  const steps = way.stages[stage]
  if (steps === undefined) throw new Error(`${way.name} has no stage ${stage}`)
  return journey(steps, world).dossier
}
