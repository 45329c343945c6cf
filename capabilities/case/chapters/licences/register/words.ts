import { chineseDay } from '#engine/clock/explain.ts'
import { CANCEL_GROUNDS } from '#capabilities/licence-seal/contract.ts'
import type {
  Amendment,
  CancelGround,
  Ending,
  EndingGround,
  LicenceRefusalCode,
  LicenceState,
  Meant,
  RevokeGround,
  WithdrawGround,
} from '#capabilities/licence-seal/contract.ts'
import type { Sentences } from '#platform/http/problem.ts'
import type { ActField } from '../../../contract/act-field.ts'
import type { ActTitle } from '../../chapter-words.ts'
import { answeringFields, answeringRefusals, ownAnswerFields } from '../../../words/answering.ts'
import { SERVING_FIELDS, servingRefusals } from '../../../words/serving.ts'

export const LICENCE_STATE_TITLES: Readonly<Record<LicenceState, string>> = {
  valid: '有效',
  ending: '决定待送达',
  expired: '已过有效期',
  revoked: '已撤销',
  withdrawn: '已撤回',
  forfeited: '已吊销',
  'given-up': '已放弃，拟撤销',
  cancelled: '已注销',
}

export const ENDING_TITLES: Readonly<Record<Ending | Amendment, string>> = {
  revoked: '撤销',
  withdrawn: '撤回',
  cancelled: '注销',
  changed: '变更',
  corrected: '更正',
}

/** 行政许可法第七十条, in its own words as far as a list allows. */
export const CANCEL_TITLES: Readonly<Record<CancelGround, string>> = {
  'not-renewed': '有效期届满未延续',
  'person-gone': '赋予公民特定资格，该公民死亡或者丧失行为能力',
  'organisation-ended': '法人或者其他组织依法终止',
  'taken-away': '依法被撤销、撤回，或者证件依法被吊销',
  'force-majeure': '因不可抗力导致许可事项无法实施',
  'other-law': '法律、法规规定的应当注销的其他情形',
}

/** 行政许可法第六十九条第一款、第二款. */
export const REVOKE_TITLES: Readonly<Record<RevokeGround, string>> = {
  'abuse-of-office': '工作人员滥用职权、玩忽职守作出准予决定',
  'beyond-power': '超越法定职权作出准予决定',
  'against-procedure': '违反法定程序作出准予决定',
  'not-qualified': '对不具备申请资格或者不符合法定条件的申请人准予许可',
  'other-law': '依法可以撤销的其他情形',
  fraud: '以欺骗、贿赂等不正当手段取得许可',
}

/** 行政许可法第八条第二款. */
export const WITHDRAW_TITLES: Readonly<Record<WithdrawGround, string>> = {
  'law-changed': '所依据的法律、法规、规章修改或者废止',
  'circumstances-changed': '所依据的客观情况发生重大变化',
}

/** What a slip of the pen is called where a ground stands. */
const SLIP_TITLES: Readonly<Record<string, string>> = { slip: '文字有误，许可的内容不变' }

/** 拟变更 on the grounds of article 8. */
const CHANGE_TITLES: Readonly<Record<string, string>> = {
  'change-law-changed': WITHDRAW_TITLES['law-changed'],
  'change-circumstances-changed': WITHDRAW_TITLES['circumstances-changed'],
}

/** Grounds of 拟注销, each named once: “other law” means another article there. */
const INTENT_TITLES: Readonly<Record<string, string>> = {
  'cancel-force-majeure': CANCEL_TITLES['force-majeure'],
  'cancel-other-law': CANCEL_TITLES['other-law'],
}

export function groundTitle(how: Meant | Amendment, ground: EndingGround | 'slip'): string {
  const titles: Readonly<Record<Ending | Amendment, Readonly<Record<string, string>>>> = {
    ...{ revoked: REVOKE_TITLES, withdrawn: WITHDRAW_TITLES, cancelled: CANCEL_TITLES },
    ...{ changed: WITHDRAW_TITLES, corrected: SLIP_TITLES },
  }
  return titles[how][ground] ?? ground
}

export const LICENCE_CLOCK_TITLES: Readonly<Record<string, string>> = {
  statement: '陈述申辩期限',
  announcement: '公告期',
  delivery: '送达期限',
  cancellation: '注销手续期限',
}

export const LICENCE_ROLE_TITLES: Readonly<Record<string, string>> = {
  approver: '审批人员',
  'window-clerk': '窗口人员',
}

const text = (name: string, label: string, least: number, maxLength: number, hint?: string): ActField => ({
  ...{ name, label, type: 'long-text', required: true, least, maxLength },
  ...(hint === undefined ? {} : { hint }),
})

const COMPENSATION: ActField = {
  ...{
    name: 'compensation',
    label: '赔偿或者补偿的处理',
    type: 'long-text',
    required: false,
    maxLength: 1000,
  },
  hint: '持证人没有过错的必须写明怎样赔偿或者补偿，没有损失的写“没有造成损失”；以欺骗、贿赂取得的不填',
}

type LicenceActTitle = Omit<ActTitle, 'fields' | 'papers' | 'waits' | 'next'> & { fields: ActField[] }

const BEFELL: ActField = {
  ...{ name: 'befell', label: '该公民', type: 'choice', required: true },
  options: [
    { value: 'death', label: '死亡' },
    { value: 'incapacity', label: '丧失行为能力' },
  ],
  showWhen: { field: 'ground', equals: 'person-gone' },
}

/** What closing the register asks, with the grounds of article 70 that can be true of the licence. */
export function cancelFields(grounds: readonly CancelGround[]): ActField[] {
  return [
    {
      ...{ name: 'ground', label: '注销的情形', type: 'choice', required: true },
      options: grounds.map((value) => ({ value, label: CANCEL_TITLES[value] })),
    },
    ...(grounds.includes('person-gone') ? [BEFELL] : []),
    text('conclusion', '查明的事实', 10, 2000),
    {
      ...{
        name: 'document',
        label: '证明文件或者法律、法规',
        type: 'text',
        required: false,
        maxLength: 300,
      },
      hint: '死亡、丧失行为能力、终止的，写证明文件和出具的单位；其他情形写法律、法规的名称和条款',
    },
  ]
}

/** What each act on a licence asks. */
export const LICENCE_ACT_TITLES: Readonly<Record<string, LicenceActTitle>> = {
  intend: {
    title: '告知拟处理',
    tone: 'danger',
    help: '拟撤销、撤回、变更、注销的，先告知持证人拟怎样处理、为什么。听取陈述申辩以后才能决定。证照暂时照常有效。',
    lawful: '行政许可法第七条：享有陈述权、申辩权',
    fields: [
      {
        ...{ name: 'ground', label: '情形', type: 'choice', required: true },
        options: [
          ...Object.entries(REVOKE_TITLES).map(([value, label]) => ({ value, label: `撤销：${label}` })),
          ...Object.entries(WITHDRAW_TITLES).map(([value, label]) => ({ value, label: `撤回：${label}` })),
          ...Object.entries(CHANGE_TITLES).map(([value, label]) => ({ value, label: `变更：${label}` })),
          ...Object.entries(INTENT_TITLES).map(([value, label]) => ({ value, label: `注销：${label}` })),
        ],
      },
      text('reason', '事实和理由', 10, 2000),
      text('basis', '法律依据', 4, 500, '写明法律、法规、规章的名称和条款'),
      {
        ...{ name: 'change', label: '拟变更的内容', type: 'long-text', required: false, maxLength: 1000 },
        hint: '拟变更的写明原来是什么、改成什么；撤销、撤回、注销的不填',
      },
    ],
  },
  'serve-intent': {
    title: '登记告知书送达',
    tone: 'primary',
    help: '拟处理告知书送到持证人，陈述申辩的期限从送达开始计算。',
    lawful: '行政许可法第七条：享有陈述权、申辩权',
    fields: [...SERVING_FIELDS],
  },
  hear: {
    title: '登记陈述申辩',
    tone: 'primary',
    help: '写下持证人说了什么，或者明确放弃；有本人签名的，陈述申辩的期限才结束。',
    lawful: '行政许可法第七条：享有陈述权、申辩权',
    fields: answeringFields('持证人'),
  },
  'drop-intent': {
    title: '不再处理',
    tone: 'normal',
    help: '陈述申辩成立，或者撤销可能对公共利益造成重大损害的，证照继续有效。',
    lawful: '行政许可法第六十九条第三款',
    fields: [text('reason', '理由', 4, 1000)],
  },
  revoke: {
    title: '决定撤销',
    tone: 'danger',
    lawful: '行政许可法第六十九条',
    fields: [
      {
        ...{
          name: 'publicInterest',
          label: '撤销会不会对公共利益造成重大损害',
          type: 'choice',
          required: true,
        },
        options: [
          { value: 'no-grave-harm', label: '不会' },
          { value: 'grave-harm', label: '可能造成重大损害（依法不予撤销）' },
        ],
      },
      text('conclusion', '对陈述申辩的意见和结论', 10, 2000),
      COMPENSATION,
    ],
  },
  withdraw: {
    title: '决定撤回',
    tone: 'danger',
    lawful: '行政许可法第八条第二款',
    fields: [text('conclusion', '公共利益的需要和结论', 10, 2000), COMPENSATION],
  },
  alter: {
    title: '决定变更',
    tone: 'danger',
    help: '决定送达以后生效，送达以前证照照原来的内容有效。',
    lawful: '行政许可法第八条第二款',
    fields: [
      { ...text('what', '变更的内容', 2, 3000, '每行一项：原来是什么，改成什么'), sent: 'lines' },
      {
        ...{ name: 'validUntil', label: '有效期提前到', type: 'date', required: false },
        hint: '有效期不变的不填；只能比原来的早，要延长的由持证人申请延续',
      },
      text('conclusion', '公共利益的需要、对陈述申辩的意见和结论', 10, 2000),
      COMPENSATION,
    ],
  },
  correct: {
    title: '更正文字错误',
    tone: 'normal',
    help: '只改正写错、写漏的字，不改许可的内容。改内容的由持证人申请变更，或者先办“告知拟处理”。',
    lawful: '行政许可法第八条第一款：不得擅自改变已经生效的行政许可',
    fields: [
      {
        ...{ name: 'found', label: '谁发现的', type: 'choice', required: true },
        options: [
          { value: 'holder', label: '持证人提出' },
          { value: 'office', label: '本机关发现' },
        ],
      },
      { name: 'wrong', label: '证照上写的', type: 'text', required: true, least: 2, maxLength: 300 },
      { name: 'right', label: '应当是', type: 'text', required: true, least: 2, maxLength: 300 },
      {
        ...{
          name: 'shownBy',
          label: '从哪份材料看出',
          type: 'text',
          required: true,
          least: 4,
          maxLength: 300,
        },
        hint: '例如：申请表第2项和身份证；决定书原稿',
      },
    ],
  },
  'serve-amendment': {
    title: '登记变更、更正决定送达',
    tone: 'primary',
    help: '送达以后生效，同时收回原证照、换发新的证照，系统制作送达回证。',
    fields: [...SERVING_FIELDS],
  },
  cancel: {
    title: '办理注销',
    tone: 'danger',
    help: '持证人自己要求注销的，请按注销申请办理，不在这里办。因不可抗力或者依其他法律、法规注销有效证照的，先办“告知拟处理”。',
    lawful: '行政许可法第七十条',
    fields: cancelFields(CANCEL_GROUNDS),
  },
  'record-forfeiture': {
    title: '登记吊销',
    tone: 'danger',
    help: '处罚决定已经生效的才登记；吊销由有处罚权的机关依法决定，这里只如实记载，登记以后办理注销。',
    lawful: '行政许可法第七十条第四项：行政许可证件依法被吊销的',
    fields: [
      { name: 'organ', label: '作出决定的机关', type: 'text', required: true, least: 2, maxLength: 100 },
      { name: 'document', label: '决定书文号', type: 'text', required: true, least: 4, maxLength: 100 },
      { name: 'on', label: '决定生效（送达）的日期', type: 'date', required: true },
      { name: 'note', label: '备注', type: 'long-text', required: false, maxLength: 1000 },
    ],
  },
  serve: {
    title: '登记送达',
    tone: 'primary',
    help: '送达以后决定生效，系统制作送达回证。公告送达的，公告期满生效。',
    fields: [...SERVING_FIELDS],
  },
}

/** The same as its holder is asked it. */
export const HOLDER_ACTS: Readonly<Record<string, LicenceActTitle>> = {
  hear: {
    title: '陈述申辩',
    tone: 'primary',
    help: '对拟作出的处理，可以说明情况、提出理由和证据。提交以后由审批人员复核，再作决定；决定送达以前，证照的效力不变。',
    lawful: '您有陈述权、申辩权（行政许可法第七条）。',
    fields: ownAnswerFields(),
  },
}

/** Refusals of the register; the engine's own are worded as for cases. */
export const licenceRefusalWords: Readonly<Record<LicenceRefusalCode, Sentences[string]>> = {
  'licence-not-found': '没有找到这本证照。请核对证照编号；不是您持有的证照，不能在这里办理。',
  'licence-moved-on': '这本证照刚才有了新进展，请看过最新情况再办理，您填写的内容还在。',
  'licence-not-your-step': '这一步由发证机关的有关岗位办理。请切换到有职责的岗位，或转告负责的同事。',
  'cancel-ground-other': '这种情形不适合这本证照现在的状态或者持证人。请核对后另选注销的情形。',
  'cancel-not-personal': (facts) =>
    facts['befell'] === undefined
      ? '这本证照不是赋予公民特定资格的许可，持证人死亡或者丧失行为能力不是注销的法定情形。有效期届满的按“届满未延续”注销；法律、法规另有规定的，按“其他情形”写明条款，先告知再注销。'
      : '按这个事项的规定，只有本人死亡才注销，丧失行为能力不注销。请核对情形后再提交。',
  'cancel-document-missing': (facts) =>
    facts['ground'] === 'other-law'
      ? '这种情形要写明依据的法律、法规名称和条款。请补上后再提交。'
      : '这种情形要写明证明文件（死亡证明、注销登记等）和出具的单位。请补上后再提交。',
  'cancel-not-told':
    '证照还有效，这种情形要先告知持证人、听取陈述申辩。请先办“告知拟处理”，送达并听取意见以后再注销。',
  'forfeiture-not-in-force':
    '吊销决定要已经生效，日期在发证以后、不晚于今天。请核对决定书和送达回证后再登记。',
  'application-running': '持证人的延续申请还没有办结，不能按“届满未延续”注销。请先办结那个申请。',
  'intent-running':
    '已经告知过拟怎样处理，还没有结果。请先听取陈述申辩后按告知的情形决定，或者点“不再处理”。',
  'intent-ground-other':
    '证照的有效期已经届满，不能再撤回、变更。请按“有效期届满未延续”注销，或者另选适用的情形。',
  'basis-not-law':
    '法律依据要写明法律、法规、规章的名称和条款，例如“《中华人民共和国行政许可法》第六十九条第一款第四项”。请补上后再提交。',
  'intent-not-served': '拟处理告知书还没有送达持证人。请先登记送达，再听取陈述申辩、作出决定。',
  'statement-days-running': (facts) =>
    `陈述申辩的期限还没有到${facts['day'] === undefined ? '' : `（${chineseDay(String(facts['day']))}止）`}，持证人也没有答复。请登记陈述申辩，或者到期后再决定。`,
  'public-interest-bars':
    '撤销可能对公共利益造成重大损害的，依法不予撤销。请点“不再处理”，并依法采取其他措施。',
  'compensation-unsaid': '持证人没有过错的，要写明怎样赔偿或者补偿；没有造成损失的也要写明。请补上后再提交。',
  'fraud-not-compensated':
    '以欺骗、贿赂等不正当手段取得的，基于许可取得的利益不受保护。请清空赔偿一栏后再提交。',
  'change-unsaid': (facts) =>
    facts['how'] === 'changed'
      ? '拟变更的要写明原来是什么、改成什么。请在“拟变更的内容”里补上后再提交。'
      : '只有拟变更的才填“拟变更的内容”。请清空这一栏，或者改选变更的情形。',
  'amendment-unserved': '变更或者更正的决定还没有送达持证人。请先登记送达，再办别的。',
  'amended-term-other': (facts) =>
    `有效期只能提前，要晚于今天${facts['day'] === undefined ? '' : `、早于${chineseDay(String(facts['day']))}`}；要延长的由持证人申请延续。请改日期，或者不填。`,
  'correction-same': '改正前后的文字一样，没有要更正的。请核对后再填写。',
  'licence-term-running': '有效期还没有届满，或者按时提出的延续还没有决定，系统不能自动处理。',
  'licence-paper-not-ready': '文书正在生成，请过几秒刷新页面再登记送达。',
  ...answeringRefusals,
  ...servingRefusals,
}
