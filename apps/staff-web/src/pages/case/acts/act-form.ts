import type { ActField } from './act-field.ts'

const reason = (least: number, maxLength: number, label = '理由', hint?: string): ActField => ({
  name: 'reason',
  label,
  type: 'long-text',
  required: true,
  least,
  maxLength,
  ...(hint === undefined ? {} : { hint }),
})
const basis: ActField = {
  name: 'basis',
  label: '依据的法律条款',
  type: 'text',
  required: true,
  least: 4,
  maxLength: 500,
  hint: '写到条、款、项，例如：行政许可法第三十八条第二款',
}

const receiver = (who: string): ActField[] => [
  { name: 'receiver', label: `${who}姓名`, type: 'text', required: true, maxLength: 60 },
  {
    name: 'relation',
    label: `${who}是`,
    type: 'choice',
    required: true,
    options: [
      { value: 'self', label: '申请人本人' },
      { value: 'agent', label: '代领人' },
    ],
  },
  {
    name: 'identified',
    label: '怎么核实的身份',
    type: 'text',
    required: true,
    maxLength: 60,
    hint: '例如：看过身份证原件，不要写证件号码',
  },
]

/** What each act asks, in the words of the person who does it; limits follow the acts of the procedure. */
export const ACT_FIELDS: Readonly<Record<string, readonly ActField[]>> = {
  'pre-review': [
    { name: 'passed', label: '网上材料初看是否齐全', type: 'yes-no', required: true, sent: 'boolean' },
    { name: 'remark', label: '备注', type: 'long-text', required: false, maxLength: 300 },
  ],
  'return-to-window': [reason(4, 1000, '为什么退回窗口')],
  review: [
    {
      name: 'opinion',
      label: '审查结论',
      type: 'choice',
      required: true,
      options: [
        { value: 'grant', label: '建议准予' },
        { value: 'deny', label: '建议不予' },
      ],
    },
    { name: 'text', label: '审查意见', type: 'long-text', required: true, least: 2, maxLength: 2000 },
  ],
  'return-to-review': [reason(4, 1000, '为什么退回重审', '期限不因退回而重新计算')],
  seal: [],
  'deliver-at-window': receiver('领取人'),
  'leave-open': [
    { name: 'code', label: '为什么当场没有办结', type: 'choice', required: true },
    {
      ...{ name: 'text', label: '具体情况', type: 'long-text', required: true, least: 4, maxLength: 500 },
      hint: '写清楚缺什么、等什么、约好什么时候再办',
    },
  ],
  'withdraw-commitment': [
    reason(2, 500, '申请人为什么撤回承诺', '凭申请人的书面说明办理'),
    {
      ...{ name: 'signed', label: '已收到书面说明，或者申请人已在窗口签字', type: 'yes-no' },
      ...{ required: false, sent: 'boolean', hint: '没有的不能登记' },
    },
  ],
  'hand-to-post': [
    {
      name: 'freight',
      label: '邮费由谁付',
      type: 'choice',
      required: true,
      options: [
        { value: 'prepaid', label: '政府承担，申请人不付' },
        { value: 'collect', label: '到付，申请人收件时付' },
      ],
    },
  ],
  'record-waybill': [
    { name: 'carrier', label: '寄递公司', type: 'text', required: true, least: 2, maxLength: 40 },
    {
      ...{ name: 'waybill', label: '运单号', type: 'text', required: true, maxLength: 40 },
      hint: '照面单抄写，只有字母和数字',
      pattern: { matches: '^[A-Za-z0-9]{6,40}$', otherwise: '运单号是6到40位字母或数字，请照面单核对' },
    },
  ],
  'deliver-by-post': [
    {
      ...{ name: 'receiver', label: '签收人姓名', type: 'text', required: true, maxLength: 60 },
      hint: '照回执或寄递公司的签收信息填写',
    },
    { name: 'signedOn', label: '签收日期', type: 'date', required: true },
  ],
  'return-from-post': [reason(2, 200, '为什么退回', '例如：无人签收，逾期退回')],
  revoke: [
    reason(10, 2000, '撤销的理由', '会写进给申请人的撤销决定书，至少10个字'),
    { ...basis, type: 'long-text' },
    {
      ...{ name: 'deceit', label: '以欺骗、贿赂等不正当手段取得', type: 'yes-no', required: false },
      ...{ sent: 'boolean', hint: '是的，涉及公共安全、人身健康的事项三年内不得再次申请' },
    },
  ],
  withdraw: [
    reason(2, 500, '撤回的原因', '凭申请人的书面撤回申请办理'),
    {
      ...{ name: 'signed', label: '已收到书面撤回申请，或者申请人已在窗口签字', type: 'yes-no' },
      ...{ required: false, sent: 'boolean', hint: '已经受理的申请必须有' },
    },
  ],
}
