import { filing, lines, paper, rendered, type Step } from './journey.ts'
import { CAFE, STALL } from './item.ts'
import { announcedOn, checked, filedAs } from './ways.ts'
import type { Who } from './world.ts'

/** As in `annex.ts`, from a stage of a way; `stage` names what stands afterwards when it is more than the state. */
export type WayLine = [from: string, who: Who, action: string, day: number, gives: string, input?: Step[3]]

const signedFor = (signedOn: string) => ({ receiver: '张示例', signedOn })

/**
 * 即办件: received and to be decided on day 0; the visit ends with that day. What all procedures share stands in
 * `annex.ts` once and is not repeated.
 */
export const ON_THE_SPOT_ANNEX: readonly WayLine[] = [
  ['none', 'clerk', 'file-at-window', 0, 'received', filedAs(STALL, 'on-the-spot')],
  ['none', 'applicant', 'file-online', 0, 'received', filedAs(STALL, 'on-the-spot')],
  ['none', 'clerk', 'file-at-window', 0, 'received', filedAs(STALL, 'on-the-spot', { delivery: 'post' })],
  [
    'none',
    'clerk',
    'file-at-window',
    0,
    'refused: postal-address-missing',
    filing({ delivery: 'post' }, { item: STALL, procedure: 'on-the-spot' }),
  ],

  // 当场决定（第三十四条第二款）：没有审查这一环
  ['received', 'clerk', 'accept', 0, 'accepted'],
  ['received', 'approver', 'grant', 0, 'refused: not-in-this-state'],
  ['accepted', 'approver', 'grant', 0, 'decided'],
  ['accepted', 'approver', 'deny', 0, 'decided'],
  ['accepted', 'reviewer', 'review', 0, 'refused: action-unknown'],
  ['accepted', 'reviewer', 'record-survey', 0, 'refused: action-unknown'],
  ['accepted', 'approver', 'return-to-review', 0, 'refused: action-unknown'],
  ['accepted', 'approver', 'withdraw-commitment', 0, 'refused: action-unknown'],
  ['accepted', 'reviewer', 'grant', 0, 'refused: not-your-step'],
  ['accepted', 'clerk', 'grant', 0, 'refused: not-your-step'],
  ['accepted', 'approver of another body', 'grant', 0, 'refused: power-none'],
  ['accepted', 'window with an approver’s post', 'grant', 0, 'refused: window-accepts-only'],
  ['accepted', 'window with an approver’s post', 'deny', 0, 'refused: window-never-refuses'],
  [
    'refusal-proposed',
    'window with an approver’s post',
    'refuse-acceptance',
    0,
    'refused: window-never-refuses',
  ],
  [
    'refusal-proposed',
    'window with an approver’s post',
    'return-to-window',
    0,
    'refused: window-accepts-only',
  ],

  // 当次到场没有办结（CAS-10）
  ['received', 'clerk', 'leave-open', 0, 'received'],
  ['supplementing', 'clerk', 'leave-open', 0, 'refused: not-for-this-dossier'],
  ['refusal-proposed', 'approver', 'leave-open', 0, 'refusal-proposed'],
  ['accepted', 'clerk', 'leave-open', 0, 'accepted'],
  ['accepted', 'approver', 'leave-open', 0, 'accepted'],
  ['accepted', 'applicant', 'leave-open', 0, 'refused: not-your-step'],
  ['accepted, left open', 'clerk', 'leave-open', 0, 'refused: not-for-this-dossier'],
  ['received online', 'clerk', 'leave-open', 0, 'refused: not-for-this-dossier'],
  ['decided', 'clerk', 'leave-open', 0, 'refused: not-in-this-state'],
  ['accepted', 'system', 'end-visit', 0, 'refused: not-overdue'],
  ['accepted', 'system', 'end-visit', 1, 'accepted'],
  ['supplementing', 'system', 'end-visit', 1, 'supplementing'],
  ['received online', 'system', 'end-visit', 1, 'refused: not-for-this-dossier'],
  ['accepted, visit over', 'system', 'end-visit', 2, 'refused: not-for-this-dossier'],
  ['decided', 'system', 'end-visit', 1, 'refused: not-in-this-state'],
  ['accepted', 'clerk', 'end-visit', 1, 'refused: not-your-step'],

  // 没有说明原因，机关不能往下办；申请人和法定后果不受影响
  // 当夜的定时任务还没有执行，也一样
  ['received', 'clerk', 'accept', 1, 'refused: open-reason-needed'],
  ['accepted', 'approver', 'grant', 1, 'refused: open-reason-needed'],
  ['accepted, left open', 'approver', 'grant', 1, 'decided'],
  ['received, visit over', 'clerk', 'notify-supplement', 1, 'refused: open-reason-needed'],
  ['received, visit over', 'clerk', 'propose-refusal', 1, 'refused: open-reason-needed'],
  ['refusal-proposed, visit over', 'approver', 'refuse-acceptance', 1, 'refused: open-reason-needed'],
  ['refusal-proposed, visit over', 'approver', 'return-to-window', 1, 'refused: open-reason-needed'],
  ['accepted, visit over', 'approver', 'grant', 1, 'refused: open-reason-needed'],
  ['accepted, visit over', 'approver', 'deny', 1, 'refused: open-reason-needed'],
  ['accepted, visit over', 'clerk', 'leave-open', 1, 'accepted'],
  ['accepted, visit over', 'applicant', 'withdraw', 1, 'withdrawn'],
  ['received, visit over', 'system', 'deem-accept', 6, 'accepted'],
  ['accepted, left open, visit over', 'approver', 'grant', 1, 'decided'],
  ['accepted, left open, visit over', 'clerk', 'leave-open', 1, 'refused: not-for-this-dossier'],

  // 带着补正材料再次到场，是新的一次到场
  ['supplied at the window', 'clerk', 'accept', 2, 'accepted'],
  ['supplied at the window', 'system', 'end-visit', 2, 'refused: not-overdue'],
  ['supplied at the window', 'system', 'end-visit', 3, 'received'],
  ['supplied at the window', 'clerk', 'leave-open', 2, 'received'],

  // 邮寄送达（LIC-09）
  ['issued', 'clerk', 'hand-to-post', 0, 'refused: not-for-this-dossier'],
  ['issued, by post', 'clerk', 'hand-to-post', 1, 'refused: decision-paper-not-ready'],
  ['issued, by post, paper made', 'clerk', 'hand-to-post', 1, 'in-post'],
  ['issued, by post, paper made', 'issuer', 'hand-to-post', 1, 'refused: not-your-step'],
  ['issued, by post, paper made', 'clerk', 'deliver-at-window', 1, 'closed'],
  ['not-accepted, by post, paper made', 'clerk', 'hand-to-post', 2, 'in-post'],
  ['refused, in the post', 'clerk', 'return-from-post', 4, 'not-accepted'],
  ['in-post', 'clerk', 'record-waybill', 3, 'in-post'],
  ['in-post', 'system', 'record-waybill', 3, 'in-post'],
  ['in-post', 'applicant', 'record-waybill', 3, 'refused: not-your-step'],
  ['in-post, waybill', 'clerk', 'record-waybill', 3, 'refused: not-for-this-dossier'],
  ['in-post', 'system', 'record-tracking', 3, 'in-post'],
  ['in-post', 'clerk', 'record-tracking', 3, 'refused: not-your-step'],
  ['in-post', 'clerk', 'deliver-by-post', 4, 'refused: waybill-needed'],
  ['in-post, waybill', 'clerk', 'deliver-by-post', 4, 'closed'],
  ['in-post, waybill', 'system', 'deliver-by-post', 4, 'closed'],
  ['in-post, waybill', 'clerk', 'deliver-by-post', 4, 'refused: input-invalid', signedFor('2026-09-30')],
  ['in-post, waybill', 'clerk', 'deliver-by-post', 4, 'refused: input-invalid', signedFor('2026-09-21')],
  ['in-post, waybill', 'clerk', 'deliver-at-window', 4, 'refused: not-in-this-state'],
  ['in-post', 'clerk', 'return-from-post', 4, 'issued'],
  ['in-post', 'applicant', 'return-from-post', 4, 'refused: not-your-step'],
  ['issued', 'clerk', 'return-from-post', 4, 'refused: not-in-this-state'],
  ['back from the post', 'clerk', 'deliver-at-window', 5, 'closed'],
  ['back from the post', 'clerk', 'hand-to-post', 5, 'in-post'],
]

/** 告知承诺（国办发〔2020〕42号）。 */
export const ON_A_PROMISE_ANNEX: readonly WayLine[] = [
  ['none', 'applicant', 'file-online', 0, 'received', filedAs(CAFE, 'commitment')],
  [
    'none',
    'applicant',
    'file-online',
    0,
    'received',
    filing({ materials: [paper('plan')] }, { item: CAFE, procedure: 'commitment' }),
  ],
  [
    'none',
    'applicant',
    'file-online',
    0,
    'refused: material-unknown',
    filing({ materials: [paper('bank-card')] }, { item: CAFE, procedure: 'commitment' }),
  ],

  // 承诺替代的材料不问、不看
  ['received', 'clerk', 'accept', 0, 'accepted'],
  [
    'received',
    'clerk',
    'notify-supplement',
    0,
    'refused: material-unknown',
    { lines: lines('plan'), checklist: [] },
  ],
  ['accepted', 'reviewer', 'record-survey', 0, 'refused: action-unknown'],
  ['accepted', 'reviewer', 'review', 0, 'refused: action-unknown'],
  ['accepted', 'approver', 'grant', 0, 'decided'],
  ['accepted', 'approver', 'deny', 0, 'decided'],
  ['accepted, visit over', 'approver', 'grant', 1, 'refused: open-reason-needed'],
  ['accepted, visit over', 'applicant', 'withdraw-commitment', 1, 'received'],

  // 决定之前可以撤回承诺
  ['received', 'applicant', 'withdraw-commitment', 1, 'received'],
  ['supplementing', 'applicant', 'withdraw-commitment', 1, 'supplementing'],
  // 窗口凭书面说明或者当场签字才登记
  ['refusal-proposed', 'clerk', 'withdraw-commitment', 1, 'refusal-proposed'],
  ['accepted', 'clerk', 'withdraw-commitment', 0, 'received', { reason: '书面撤回', signed: true }],
  ...(['received', 'accepted'] as const).flatMap((from): WayLine[] => [
    [from, 'clerk', 'withdraw-commitment', 0, 'refused: withdrawal-unsigned', { reason: '来电说的' }],
    [
      ...([from, 'clerk', 'withdraw-commitment', 0, 'refused: withdrawal-unsigned'] as const),
      { reason: '当面说的', signed: false },
    ],
  ]),
  ['accepted', 'applicant', 'withdraw-commitment', 0, 'received'],
  ['accepted', 'another citizen', 'withdraw-commitment', 0, 'refused: not-your-step'],
  ['accepted', 'approver', 'withdraw-commitment', 0, 'refused: not-your-step'],
  ['decided', 'applicant', 'withdraw-commitment', 0, 'refused: not-in-this-state'],
  ['under-check', 'applicant', 'withdraw-commitment', 2, 'refused: not-in-this-state'],

  // 送达之后核查
  ['issued', 'clerk', 'deliver-at-window', 0, 'under-check'],
  ['in-post', 'system', 'deliver-by-post', 3, 'under-check'],
  ['issued', 'reviewer', 'record-check', 1, 'refused: not-in-this-state'],
  ['under-check', 'reviewer', 'record-check', 9, 'closed'],
  ['under-check', 'reviewer', 'record-check', 9, 'rectifying', checked('rectify')],
  ['under-check', 'reviewer', 'record-check', 9, 'check-failed', checked('broken')],
  ['under-check', 'reviewer', 'record-check', 60, 'closed'],
  ['under-check', 'clerk', 'record-check', 9, 'refused: not-your-step'],
  ['under-check', 'approver', 'record-check', 9, 'refused: not-your-step'],
  ['under-check', 'reviewer of another body', 'record-check', 9, 'refused: not-your-step'],
  ['denied, closed', 'reviewer', 'record-check', 9, 'refused: not-in-this-state'],
  ['under-check', 'applicant', 'withdraw', 9, 'refused: not-in-this-state'],

  // 限期整改只有一次
  ['rectifying', 'reviewer', 'record-check', 12, 'closed'],
  ['rectifying', 'reviewer', 'record-check', 12, 'refused: rectification-not-served', checked('broken')],
  ['rectifying, served', 'reviewer', 'record-check', 12, 'closed'],
  ['rectifying, served', 'reviewer', 'record-check', 12, 'check-failed', checked('broken')],
  ['rectifying', 'reviewer', 'record-check', 12, 'refused: rectified-once', checked('rectify')],
  ['rectifying, served', 'reviewer', 'record-check', 12, 'refused: rectified-once', checked('rectify')],
  ['rectifying', 'system', 'record-paper', 9, 'rectifying', rendered('rectification', 9)],
  ['under-check', 'system', 'record-paper', 9, 'refused: not-in-this-state', rendered('rectification', 8)],
  // 期限从送达起算，没有送达的永远不会届满
  ['rectifying', 'system', 'rectification-over', 200, 'refused: not-overdue'],
  ['rectifying, announced', 'system', 'rectification-over', 200, 'refused: not-overdue'],
  ['rectifying, served', 'system', 'rectification-over', 20, 'refused: not-overdue'],
  ['rectifying, served', 'system', 'rectification-over', 21, 'check-failed'],
  ['rectifying, served', 'reviewer', 'rectification-over', 21, 'refused: not-your-step'],

  // 撤销（第六十九条）
  ['check-failed', 'approver', 'revoke', 11, 'refused: party-not-heard'],
  ['check-failed, served', 'approver', 'revoke', 11, 'refused: statement-days-running'],
  ['check-failed, silent', 'approver', 'revoke', 16, 'revoking'],
  [
    ...(['check-failed, heard', 'approver', 'revoke', 11, 'refused: basis-not-law'] as const),
    { reason: '核查发现没有承诺的冷藏设备，逾期没有改正', basis: '内部规定第三条' },
  ],
  ['check-failed, heard', 'approver', 'revoke', 11, 'revoking'],
  ['check-failed, heard', 'reviewer', 'revoke', 11, 'refused: not-your-step'],
  ['check-failed, heard', 'clerk', 'revoke', 11, 'refused: not-your-step'],
  ['check-failed, heard', 'approver of another body', 'revoke', 11, 'refused: power-none'],
  ['check-failed, heard', 'window with an approver’s post', 'revoke', 11, 'refused: window-never-refuses'],
  ['under-check', 'approver', 'revoke', 11, 'refused: not-in-this-state'],
  ['rectifying', 'approver', 'revoke', 11, 'refused: not-in-this-state'],
  ['revoking', 'clerk', 'serve-revocation', 12, 'refused: decision-paper-not-ready'],
  ['revoking, paper made', 'clerk', 'serve-revocation', 12, 'revoked'],
  ['revoking, paper made', 'clerk', 'serve-revocation', 12, 'refused: serving-incomplete', { mode: 'post' }],
  [
    ...(['revoking, paper made', 'clerk', 'serve-revocation', 12, 'refused: serving-day-other'] as const),
    announcedOn(13),
  ],
  // 公告送达：公告期满才生效（参照民事诉讼法第九十五条）
  ['revoking, paper made', 'clerk', 'serve-revocation', 12, 'revoking', announcedOn(12)],
  ['revoking, announced', 'clerk', 'serve-revocation', 13, 'refused: announcement-running', announcedOn(12)],
  ['revoking, announced', 'clerk', 'serve-revocation', 13, 'revoked'],
  ['revoking, announced', 'system', 'end-revocation-announcement', 13, 'refused: announcement-running'],
  ['revoking, announced', 'system', 'end-revocation-announcement', 40, 'revoked'],
  ['revoking, paper made', 'approver', 'serve-revocation', 12, 'refused: not-your-step'],
  ['revoking, paper made', 'system', 'serve-revocation-electronically', 12, 'refused: not-for-this-dossier'],
  [
    'revoking, by e-mail',
    'system',
    'serve-revocation-electronically',
    12,
    'refused: decision-paper-not-ready',
  ],
  ['revoking, by e-mail, paper made', 'system', 'serve-revocation-electronically', 12, 'revoked'],
  ['revoking, by e-mail, paper made', 'clerk', 'serve-revocation', 12, 'revoked'],
  ['revoked', 'approver', 'revoke', 13, 'refused: not-in-this-state'],
  ['revoked', 'system', 'record-paper', 13, 'revoked', rendered('delivery', 12)],
  ['check-failed', 'system', 'record-paper', 11, 'refused: not-in-this-state', rendered('revocation', 9)],
]

const survey = { surveyors: ['测试甲', '测试乙'], day: '2026-09-22', result: 'met', text: '场所与图纸一致' }

/** 同一事项的一般程序：先现场勘验，再审查。 */
export const SURVEYED_ANNEX: readonly WayLine[] = [
  ['accepted', 'reviewer', 'record-survey', 2, 'accepted'],
  ['accepted', 'reviewer', 'review', 2, 'refused: survey-missing'],
  ['accepted', 'approver', 'record-survey', 2, 'refused: not-your-step'],
  ['accepted', 'clerk', 'record-survey', 2, 'refused: not-your-step'],
  ['accepted', 'reviewer', 'record-survey', 2, 'refused: input-invalid', { ...survey, day: '2026-09-20' }],
  ['accepted', 'reviewer', 'record-survey', 2, 'refused: input-invalid', { ...survey, day: '2026-09-24' }],
  ['accepted', 'reviewer', 'record-survey', 2, 'accepted', { ...survey, result: 'not-met' }],
  [
    'accepted',
    'reviewer',
    'record-survey',
    2,
    'refused: input-invalid',
    { ...survey, surveyors: ['测试甲', '测试甲 '] },
  ],
  ['reviewed, found wanting', 'approver', 'grant', 5, 'refused: survey-not-met'],
  ['reviewed, found wanting', 'approver', 'deny', 5, 'decided'],
  ['reviewed, found wanting', 'approver', 'return-to-review', 5, 'accepted'],
  ['accepted, surveyed', 'reviewer', 'record-survey', 3, 'refused: not-for-this-dossier'],
  ['accepted, surveyed', 'reviewer', 'review', 3, 'reviewed'],
  ['accepted, found wanting', 'reviewer', 'record-survey', 4, 'accepted'],
  ['accepted, found wanting', 'reviewer', 'review', 4, 'reviewed', { opinion: 'deny', text: '场所不合要求' }],
  ['sent back', 'reviewer', 'record-survey', 6, 'accepted'],
  ['sent back', 'reviewer', 'review', 6, 'reviewed'],
  ['reviewed', 'reviewer', 'record-survey', 5, 'refused: not-in-this-state'],
  ['accepted', 'applicant', 'withdraw-commitment', 2, 'refused: action-unknown'],
]
