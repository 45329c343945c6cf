import type { Sentences } from '#platform/http/problem.ts'

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
  'certificate-not-found': '没有这份证明，或者不是在您的场所开具的。',
  'certificate-erased': '当事人的信息过了保存期，已经删除，不能再打印。',
}

export const certificateWords = {
  register: '开具证明登记簿',
  columns: ['编号', '开具日期:day', '证明名称', '依据', '申请人', '用途', '开具单位', '经办人'],
} as const
