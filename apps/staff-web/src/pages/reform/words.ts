export const reformWords = {
  title: '改革报告',
  text: '三集中、三到位、五统一和各项改革做到哪一步。每一条都由数据得出，不符合的写明是哪里。',
  report: '报告',
  period: '期间：',
  basis: '依据条款',
  onlyFailing: (count: number) => `只看不符合的（${count}）`,
  rows: (count: number, subject: string) => `${count}个${subject}`,
  standing: { good: '符合', bad: '不符合', none: '不评' },
  none: '没有可以列出的。',
  allGood: '都符合，没有要列出的。',
  more: (count: number) => `具体是（${count}）`,
}
