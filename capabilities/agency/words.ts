import type { Sentences } from '#platform/http/problem.ts'
import { day as dayText } from '#ui/format/day.ts'

/** Sentences of refusals about what stations do beside taking in: certificates and payments. */
export const agencySentences: Sentences = {
  'utility-not-connected': '这里还没有接通缴费系统，不能代收。请群众到供应单位营业厅或者网上缴费。',
  'utility-gateway-down': '缴费系统暂时没有回应，没有收费。请稍后再试，不要先收现金。',
  'utility-bill-unknown': '没有这张账单，或者与费用种类不符。请凭户号重新查询欠费。',
  'utility-nothing-owed': '这个户号目前没有欠费，或者户号不对。请核对缴费单上的户号。',
  'utility-not-paid': '这笔费用还没有入账，不能打印收据。请稍后刷新。',
}

export const paymentWords = {
  receiptTitle: '代收费收据',
  receiptFile: (no: string) => `代收费收据-${no}.pdf`,
  counted: (count: number, amount: string) => `${count}笔，${amount}`,
  difference: {
    ours: (order: string, ours: string) => `我方有、供应单位没有：${order}，${ours}`,
    theirs: (order: string, theirs: string) => `供应单位有、我方没有：${order}，${theirs}`,
    amount: (order: string, ours: string, theirs: string) =>
      `金额不同：${order}，我方${ours}，供应单位${theirs}`,
  },
} as const

export const certificateSentences: Sentences = {
  'certificate-not-listed':
    '这种证明不在本县（区）现行的出具证明事项清单里，不能开具。请告诉群众向要求出具证明的单位核实，或者由县（区）先修订清单。',
  'certificate-not-here': '证明由村（社区）便民服务站开具，大厅不开。请到户籍或者居住地的便民服务站办理。',
  'certificate-not-found': '没有这份证明，或者不是在您的场所办的。请在列表里重新找。',
  'certificate-asked-already': '这个人申请的同一种证明还没有答复，不用再申请。请打开原来那一份接着办。',
  'certificate-not-issued': '这份证明还没有开具，不能打印。请先核实、开具。',
  'certificate-void': '这份证明已经作废，不能再打印。需要的请重新申请。',
  'certificate-moved-on': '这份证明刚才有人办过，已经不在这一步。请看清现在的情况再办。',
  'certificate-not-your-step': '这一步由受理场所的人员办理。请联系办理这份证明的便民服务站。',
  'certificate-not-online': '这种证明不能网上申请。请带身份证到村（社区）便民服务站办理。',
  'certificate-place-unknown': '没有这个便民服务站，请从列表里重新选择。',
  'certificate-for-persons': '网上申请证明要用个人账号。请用本人的账号登录，或者到便民服务站办理。',
  'own-certificate-not-found': '没有找到这份证明。请到“我的证明”里看看。',
  'certificate-erased': '当事人的信息过了保存期，已经删除，不能再打印。',
}

export const certificateWords = {
  register: '开具证明登记簿',
  columns: [
    ...[
      '编号',
      '状态',
      '申请日期:day',
      '开具日期:day',
      '证明名称',
      '依据',
      '申请人',
      '用途',
      '场所',
      '经办人',
    ],
  ],
  officer: '工作人员',
  applicant: '申请人',
  system: '系统',
  erased: '（已删除）',
  valid: '有效',
  lost: '这一张已经挂失，不能再使用。以补发的那一张为准',
  voided: (day: string) => `${dayText(day)}作废，不能再使用`,
  known: (name: string, state: string, day: string) => `${name}，${dayText(day)}申请，${state}`,
} as const
