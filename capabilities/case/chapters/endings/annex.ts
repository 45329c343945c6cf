import { FELLING } from '../../testing/item.ts'
import { filing, INTO as ORDINARY, paper, type Step } from '../../testing/journey.ts'
import type { Who } from '../../testing/world.ts'

/** A felling permit that the county forestry bureau examines and the city decides. */
export const FORWARDED = {
  ...FELLING,
  process: { ...FELLING.process, forwardsTo: { body: '市林业局' } },
}
/** One whose falsehoods have consequences for public safety. */
export const DANGEROUS = { ...FELLING, publicSafety: { basis: '测试：直接关系人身健康的事项' } }

export const WHOLE = filing({ materials: [paper('title'), paper('plan')] })
/** Nobody is left to be told and heard. */
export const GONE = {
  ground: 'applicant-ended',
  reason: '申请采伐的合作社已经依法注销，没有申请人了',
  basis: '参照行政许可法第七十条第三项',
  document: '准予注销登记通知书，县市场监督管理局',
}
/** The applicant is there, and may say that it is not so. */
export const BURNT = {
  ground: 'subject-gone',
  reason: '申请采伐的林木已经全部烧毁，没有可以采伐的对象',
  basis: '参照行政许可法第七十条第五项',
}
export const NOT_OURS = {
  reason: '采伐地点在邻县，应向邻县申请',
  ground: 'not-competent',
  competentBody: '邻县林业局',
}
const GIVEN_UP = { how: 'by-phone', reason: '申请人来电说不再采伐' }
const OPINION = { opinion: '初步审查认为符合采伐条件，建议准予。' }

const REVIEWED: Step[] = [
  [0, 'applicant', 'file-online', WHOLE],
  [1, 'clerk', 'accept'],
  [3, 'reviewer', 'review'],
]

export const INTO = {
  ...ORDINARY,
  reviewed: REVIEWED,
  'reviewed, plan never came': [[0, 'applicant', 'file-online', filing()], ...REVIEWED.slice(1)],
  'proposed: not needed': [
    ...ORDINARY.received,
    [1, 'clerk', 'propose-refusal', { reason: '零星树木不需要许可', ground: 'not-needed' }],
  ],
  'proposed: not ours': [...ORDINARY.received, [1, 'clerk', 'propose-refusal', NOT_OURS]],
  returned: [...ORDINARY.received, [1, 'clerk', 'return-application', GIVEN_UP]],
  terminated: [...ORDINARY.accepted, [3, 'approver', 'terminate', GONE]],
} satisfies Record<string, readonly Step[]>

export type EndLine = [
  from: keyof typeof INTO,
  who: Who,
  action: string,
  day: number,
  gives: string,
  input?: Step[3],
]

/** Under the general procedure; what follows a promise has a table of its own. */
export const ENDINGS_ANNEX: readonly EndLine[] = [
  // 不受理与不予受理（第三十二条第一款第一项、第二项，第七十八条）
  [
    'received',
    'clerk',
    'propose-refusal',
    1,
    'refusal-proposed',
    { reason: '零星树木不需要许可', ground: 'not-needed' },
  ],
  ['received', 'clerk', 'propose-refusal', 1, 'refusal-proposed', NOT_OURS],
  [
    ...(['received', 'clerk', 'propose-refusal', 1, 'refused: competent-body-missing'] as const),
    { reason: '采伐地点在邻县', ground: 'not-competent' },
  ],
  [
    ...(['received', 'clerk', 'propose-refusal', 1, 'refused: refusal-law-missing'] as const),
    { reason: '不符合本局的要求', ground: 'other' },
  ],
  [
    ...(['received', 'clerk', 'propose-refusal', 1, 'refused: refusal-law-missing'] as const),
    { reason: '不符合本局的要求', ground: 'other', basis: '内部规定第三条' },
  ],
  [
    ...(['received', 'clerk', 'propose-refusal', 1, 'refused: refusal-is-supplement'] as const),
    { reason: '缺少林权证明', ground: 'other', basis: '《森林法》第五十八条' },
  ],
  [
    ...(['received', 'clerk', 'propose-refusal', 1, 'refused: refusal-is-supplement'] as const),
    { reason: '申请材料不齐全', ground: 'not-needed' },
  ],
  [
    ...([
      'proposed: not needed',
      'approver',
      'refuse-acceptance',
      1,
      'refused: refusal-law-missing',
    ] as const),
    { reason: '零星树木不需要许可', basis: '局务会会议纪要第二条' },
  ],
  [
    ...([
      'proposed: not needed',
      'approver',
      'refuse-acceptance',
      1,
      'refused: refusal-is-supplement',
    ] as const),
    { reason: '没有提供林权证明', basis: '行政许可法第三十二条', ground: 'other' },
  ],
  [
    ...([
      'proposed: not needed',
      'approver',
      'refuse-acceptance',
      1,
      'refused: refusal-is-supplement',
    ] as const),
    { reason: '零星树木不需要许可', basis: '行政许可法第三十二条第一款第四项' },
  ],
  ['proposed: not ours', 'approver', 'refuse-acceptance', 1, 'not-accepted'],
  ['proposed: not needed', 'approver', 'refuse-acceptance', 1, 'not-accepted'],
  [
    ...([
      'proposed: not needed',
      'approver',
      'refuse-acceptance',
      1,
      'refused: competent-body-missing',
    ] as const),
    { reason: '应向邻县申请', basis: '行政许可法第三十二条', ground: 'not-competent' },
  ],
  ['proposed: not needed', 'approver', 'return-to-window', 1, 'received'],
  ['proposed: not needed', 'system', 'deem-accept', 6, 'accepted'],
  ['proposed: not needed', 'applicant', 'withdraw', 1, 'withdrawn'],

  // 退件：申请人自己放弃
  ['received', 'clerk', 'return-application', 1, 'returned', GIVEN_UP],
  ['supplementing', 'town clerk', 'return-application', 2, 'returned', GIVEN_UP],
  ['accepted', 'clerk', 'return-application', 3, 'refused: not-in-this-state', GIVEN_UP],
  ['reviewed', 'clerk', 'return-application', 4, 'refused: not-in-this-state', GIVEN_UP],
  // 受理以后，窗口只凭书面申请登记撤回
  ['received', 'clerk', 'withdraw', 1, 'withdrawn', { reason: '申请人来电说不办了' }],
  ['accepted', 'clerk', 'withdraw', 3, 'refused: withdrawal-unsigned', { reason: '申请人来电说不办了' }],
  ['reviewed', 'clerk', 'withdraw', 4, 'refused: withdrawal-unsigned', { reason: '不办了', signed: false }],
  ['reviewed', 'clerk', 'withdraw', 4, 'withdrawn', { reason: '书面申请撤回', signed: true }],
  ['reviewed', 'applicant', 'withdraw', 4, 'withdrawn', { reason: '不办了' }],
  ['received', 'applicant', 'return-application', 1, 'refused: not-your-step', GIVEN_UP],
  ['received', 'approver', 'return-application', 1, 'refused: not-your-step', GIVEN_UP],
  ['refusal-proposed', 'clerk', 'return-application', 1, 'refused: not-in-this-state', GIVEN_UP],
  ['decided', 'clerk', 'return-application', 7, 'refused: not-in-this-state', GIVEN_UP],
  ['returned', 'clerk', 'accept', 2, 'refused: not-in-this-state'],

  // 终止：没有可以决定的内容了
  ['received', 'approver', 'terminate', 1, 'terminated', GONE],
  ['supplementing', 'approver', 'terminate', 2, 'terminated', GONE],
  ['refusal-proposed', 'approver', 'terminate', 2, 'terminated', GONE],
  ['accepted', 'approver', 'terminate', 3, 'terminated', GONE],
  ['reviewed', 'approver', 'terminate', 4, 'terminated', GONE],
  // 依据要有法律、法规、规章的条款
  ...['没有依据', '内部规定第三条', '局长办公会会议纪要第二条', '行政许可法'].map((basis): EndLine => [
    'accepted',
    'approver',
    'terminate',
    3,
    'refused: basis-not-law',
    { ...GONE, basis },
  ]),
  // 没有人可以听取意见的情形，要有证明文件
  ...[undefined, '', '听说'].map((document): EndLine => [
    ...(['accepted', 'approver', 'terminate', 3, 'refused: ending-unproved'] as const),
    {
      ground: GONE.ground,
      reason: GONE.reason,
      basis: GONE.basis,
      ...(document === undefined ? {} : { document }),
    },
  ]),
  // 申请人还在的，先告知并听取陈述申辩（第七条）
  ...(['subject-gone', 'other-procedure', 'force-majeure'] as const).map((ground): EndLine => [
    ...(['accepted', 'approver', 'terminate', 3, 'refused: party-not-heard'] as const),
    { ...BURNT, ground },
  ]),
  ['accepted', 'clerk', 'terminate', 3, 'refused: not-your-step', GONE],
  ['accepted', 'reviewer', 'terminate', 3, 'refused: not-your-step', GONE],
  ['accepted', 'approver of another body', 'terminate', 3, 'refused: power-none', GONE],
  ['accepted', 'window with an approver’s post', 'terminate', 3, 'refused: window-never-refuses', GONE],
  ['decided', 'approver', 'terminate', 7, 'refused: not-in-this-state', GONE],
  ['terminated', 'approver', 'grant', 4, 'refused: not-in-this-state'],

  // 转报：只有依法先经初步审查的事项才有
  ['reviewed', 'approver', 'forward', 4, 'refused: not-for-this-dossier', OPINION],
  ['returned', 'approver', 'restore-credit', 4, 'refused: not-in-this-state', { reason: '已经核实' }],
  ['lapsed', 'approver', 'restore-credit', 30, 'refused: not-for-this-dossier', { reason: '已经核实' }],
]

/** Of an item that somebody above decides. */
export const FORWARD_ANNEX: readonly EndLine[] = [
  ['reviewed', 'approver', 'forward', 4, 'forwarded', OPINION],
  ['reviewed', 'approver', 'forward', 30, 'forwarded', OPINION],
  ['reviewed', 'reviewer', 'forward', 4, 'refused: not-your-step', OPINION],
  ['reviewed', 'clerk', 'forward', 4, 'refused: not-your-step', OPINION],
  ['reviewed', 'approver of another body', 'forward', 4, 'refused: not-your-step', OPINION],
  ['reviewed', 'window with an approver’s post', 'forward', 4, 'refused: window-accepts-only', OPINION],
  ['reviewed, plan never came', 'approver', 'forward', 4, 'refused: materials-missing', OPINION],
  ['accepted', 'approver', 'forward', 4, 'refused: not-in-this-state', OPINION],
  ['reviewed', 'approver', 'grant', 4, 'refused: forward-only'],
  ['reviewed', 'approver', 'deny', 4, 'refused: forward-only'],
]
