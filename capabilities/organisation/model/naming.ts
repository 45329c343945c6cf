import type { PackParameters } from '../contract/pack.ts'

type ShortNames = PackParameters['naming']['value']['villageShortNames']

/** 荆山社区居委会 → 荆山社区, 安上村委会 → 安上村: the first ending that fits wins, so longer endings stand first in a pack. */
export function villageShortName(name: string, endings: ShortNames): string {
  const rule = endings.find(({ ends }) => name.endsWith(ends) && name.length > ends.length)
  return rule ? name.slice(0, -rule.ends.length) + rule.becomes : name
}

/** Fills `{county}`, `{town}`, `{village}`, `{townNo}`; a word the pattern asks for and nobody gives is a fault of the pack. */
export function fillPattern(pattern: string, words: Record<string, string>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, word: string) => {
    const value = words[word]
    if (value === undefined) throw new Error(`name pattern ${pattern}: no word ${word}`)
    return value
  })
}
