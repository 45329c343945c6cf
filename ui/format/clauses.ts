const PLANS: Readonly<Record<string, string>> = {
  YY: '沂源县2018年方案',
  LS: '兰山区2019年方案',
  LC: '聊城市2020年方案',
  DW: '大武口区2020年方案',
  BS: '博山区2020年方案',
}
const NUMERALS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const RUNS = /[A-Z]{2}-[\d.]+-\d{2,3}(?:、[A-Z]{2}-[\d.]+-\d{2,3})*/g
const CLAUSE = /\b([A-Z]{2})-(\d)((?:\.\d{1,2}){0,2})-(\d{2,3})\b/

/**
 * Clauses of the plans as people can look them up: plan and section in words, the numbers of our register behind them. What is no such
 * number (a law, a decree) stays as it is.
 */
export function clausesText(clauses: readonly string[]): string {
  const sections = Map.groupBy(clauses, (clause) => sectionOf(clause) ?? clause)
  return [...sections]
    .map(([section, those]) =>
      sectionOf(those[0]!) === undefined ? section : `${section}（${those.join('、')}）`,
    )
    .join('；')
}

/** A basis that may cite a law, clauses or both: the clauses in it are told as above. */
export const withClauses = (text: string): string => text.replace(RUNS, (run) => clausesText(run.split('、')))

/** 沂源县2018年方案一（二）2 for YY-1.2.2-04. */
function sectionOf(clause: string): string | undefined {
  const [whole, plan = '', first = '', rest = ''] = CLAUSE.exec(clause) ?? []
  const name = PLANS[plan]
  if (whole !== clause || name === undefined) return undefined
  const [, second, third = ''] = rest.split('.')
  if (second === undefined) return `${name}${first === '0' ? '文头' : `第${NUMERALS[Number(first)]}部分`}`
  return `${name}${NUMERALS[Number(first)]}（${NUMERALS[Number(second)]}）${third}`
}
