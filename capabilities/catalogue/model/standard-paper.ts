/** Whoever applies is called by what they are to the item; other people's papers (代办人、监护人、配偶、孩子) are other papers. */
const APPLICANT =
  /^(申请人|申报人|申领人|本人|老人|参保人|残疾人|经营者|患者|办证人|持证人|失业人员|登记人)(本人)?的?(?=.{3,})/u

/** What a paper (标准材料) is called whoever applies: 老人的居民身份证 → 居民身份证; notes in brackets say how it is copied. */
export function standardPaper(name: string): string {
  const plain = name.replaceAll(/（[^（）]*）/gu, '').trim()
  return (plain === '' ? name : plain).replace(APPLICANT, '')
}
