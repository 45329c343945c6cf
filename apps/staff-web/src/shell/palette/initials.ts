/** The first hanzi of each initial in the order of pinyin; none begins with i, u or v. */
const FIRST = '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀'
const LETTERS = 'abcdefghjklmnopqrstwxyz'

const inPinyin = new Intl.Collator('zh-CN-u-co-pinyin')

/** 待我批 → dwp: what people type who do not want to switch their keyboard. Letters and figures stay. */
export function initials(text: string): string {
  return [...text].map(initial).join('')
}

function initial(sign: string): string {
  if (/[a-z0-9]/i.test(sign)) return sign.toLowerCase()
  if (!/\p{Script=Han}/u.test(sign)) return ''
  let at = LETTERS.length - 1
  while (at > 0 && inPinyin.compare(sign, FIRST[at]!) < 0) at -= 1
  return LETTERS[at]!
}

/** How well a title answers what was typed; undefined where it does not. */
export function matches(title: string, typed: string): number | undefined {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return 0
  const at = title.toLowerCase().indexOf(wanted)
  if (at >= 0) return at
  const letters = initials(title)
  const found = /^[a-z]+$/.test(wanted) ? letters.indexOf(wanted) : -1
  return found < 0 ? undefined : 100 + found
}
