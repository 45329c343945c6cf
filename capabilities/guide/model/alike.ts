/** Two questions count as equal when this share of their pairs of signs is the same. */
const ALIKE = 0.6

/** Whether two questions ask the same; both in plain words, without what people say around what they mean. */
export function alike(one: string, other: string): boolean {
  if (one === other) return one !== ''
  const [mine, theirs] = [pairs(one), pairs(other)]
  if (mine.length === 0 || theirs.length === 0) return false
  const left = [...theirs]
  const shared = mine.filter((pair) => {
    const at = left.indexOf(pair)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
  return (2 * shared) / (mine.length + theirs.length) >= ALIKE
}

const pairs = (text: string): string[] => {
  const signs = [...text]
  return signs.length === 1 ? signs : signs.slice(1).map((sign, at) => signs[at]! + sign)
}

/** Numbers of people (证件号、手机号) have no place in a question that others may read. */
export const withoutNumbers = (text: string): string =>
  text.replaceAll(/[\d０-９][\d０-９ -]{5,}[\d０-９XxＸｘ]/gu, '〔号码已隐去〕')
