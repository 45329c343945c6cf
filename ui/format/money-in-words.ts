const FIGURES = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const FOURS = ['', '万', '亿']

/**
 * `1200.50` → `壹仟贰佰元伍角整`, as amounts are written where nobody may alter them (支付结算办法附件一). Nothing for what is
 * no amount below a trillion.
 */
export function moneyInWords(amount: string): string | undefined {
  const parts = /^(0|[1-9]\d{0,11})(?:\.(\d{1,2}))?$/.exec(amount)
  if (!parts) return undefined
  const [jiao, fen] = (parts[2] ?? '').padEnd(2, '0').split('').map(Number) as [number, number]
  const yuan = parts[1] === '0' ? '' : `${whole(parts[1]!)}元`
  if (jiao === 0 && fen === 0) return yuan === '' ? '零元整' : `${yuan}整`
  const tenths = jiao > 0 ? `${FIGURES[jiao]}角` : yuan === '' ? '' : '零'
  return `${yuan}${tenths}${fen > 0 ? `${FIGURES[fen]}分` : '整'}`
}

/** In groups of four digits; a run of noughts inside is one 零. */
function whole(digits: string): string {
  let words = ''
  for (const [at, digit] of [...digits].entries()) {
    const place = digits.length - 1 - at
    if (digit !== '0') {
      const gap = at > 0 && digits[at - 1] === '0'
      words += `${gap ? '零' : ''}${FIGURES[Number(digit)]}${PLACES[place % 4]}`
    }
    const four = digits.slice(Math.max(0, at - 3), at + 1)
    if (place > 0 && place % 4 === 0 && (four.length < 4 || /[1-9]/.test(four))) words += FOURS[place / 4]
  }
  return words
}
