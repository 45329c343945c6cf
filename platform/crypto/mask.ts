// How personal values look in lists (standards: 脱敏惯例). Everything works on code points, because rare hanzi in
// names take two UTF-16 units and must not be cut in half.

/** 张三 → 张*, 李小敏 → 李*敏, 买买提·艾力 → 买****力. */
export function maskName(name: string): string {
  // What stands in brackets behind a firm's name is no part of it.
  const signs = [...name.trim().replace(/(?<=.)（[^（）]*）$/u, '')]
  if (signs.length === 0) return ''
  if (signs.length === 1) return '*'
  if (signs.length === 2) return `${signs[0]}*`
  // The length of a firm's name tells which firm it is, and fills a column with stars.
  return `${signs[0]}${stars(Math.min(signs.length - 2, STARS_MAX))}${signs.at(-1)}`
}

const STARS_MAX = 3

/** For public notices (公示): only the surname is shown, 张某, 欧阳某. */
export function maskNamePublic(name: string): string {
  const signs = [...name.trim()]
  if (signs.length === 0) return ''
  const pair = signs.slice(0, 2).join('')
  return `${signs.length > 2 && COMPOUND_SURNAMES.has(pair) ? pair : signs[0]}某`
}

const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 上官 司马 司徒 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 夏侯 轩辕 端木 申屠 太史 钟离 闻人 澹台 公冶 ' +
    '宗政 濮阳 淳于 单于 呼延 南宫 西门 独孤'
  ).split(' '),
)

/** 13812343210 → 138****3210, 0533-4180000 → 0533-***0000; anything else keeps its last two digits. */
export function maskPhone(phone: string): string {
  const text = phone.trim()
  const mobile = /^((?:\+86)?1\d{2})\d{4}(\d{4})$/.exec(text)
  if (mobile) return `${mobile[1]}****${mobile[2]}`
  const landline = /^((?:010|02\d|0[3-9]\d{2})-?)(\d{3,4})(\d{4})(?:-\d{1,6})?$/.exec(text)
  if (landline) return `${landline[1]}${stars(landline[2]!.length)}${landline[3]}`
  return keepEnds(text, 0, 2)
}

/** First six and last four of a citizen id (in lists inside the office). */
export function maskCitizenId(id: string): string {
  return keepEnds(id.trim(), 6, 4)
}

/** First and last sign only, for public notices and for documents other than the citizen id. */
export function maskDocument(number: string): string {
  return keepEnds(number.trim(), 1, 1)
}

export function maskBankCard(card: string): string {
  return keepEnds(card.replace(/\s/g, ''), 0, 4)
}

/** Down to the village or the residential quarter, never the house. */
export function maskAddress(address: string): string {
  const text = address.trim()
  if (text === '') return ''
  for (const level of [
    /^.*?[^农渔山乡](?:村|社区|居委会|嘎查|小区|花园|家园)/u,
    /^.*?[^乡](?:镇|乡|街道|苏木)/u,
    /^.*?[县区市旗]/u,
  ]) {
    const kept = level.exec(text)?.[0]
    if (kept !== undefined) return kept.length < text.length ? `${kept}***` : kept
  }
  return keepEnds(text, Math.min(6, Math.floor([...text].length / 3)), 0)
}

function keepEnds(text: string, first: number, last: number): string {
  const signs = [...text]
  // A value too short to hide something between its ends is hidden whole.
  if (signs.length <= first + last) return stars(signs.length)
  return (
    signs.slice(0, first).join('') +
    stars(signs.length - first - last) +
    (last > 0 ? signs.slice(-last).join('') : '')
  )
}

const stars = (count: number) => '*'.repeat(count)
