import * as fontkit from 'fontkit'
import type { Font } from 'fontkit'
import { boxFontFile, bodyFontFile } from './fonts.ts'

/**
 * Signs that may not be on any font we have: not Han, whose rare ones wait for a font because they are somebody's name, and
 * not the plain signs of Latin and Chinese text, which every font here has.
 */
const DOUBTFUL = /[^\p{Script=Han}\p{Cc}\p{Cf}\u0020-\u00ff\u2010-\u2027\u3000-\u3011\uff01-\uff5e]/gu

let faces: readonly Font[] | undefined

/**
 * Signs of a text that could never stand on a paper (emoji, scripts without a font here). Asked before a text is accepted:
 * a decision whose paper can never be made could never be delivered.
 */
export function unprintable(text: string): string[] {
  const doubtful = new Set(text.toWellFormed().match(DOUBTFUL))
  if (doubtful.size === 0) return []
  faces ??= [bodyFontFile(), boxFontFile()].map((file) => fontkit.openSync(file))
  return [...doubtful].filter(
    (sign) => !faces!.some((face) => face.hasGlyphForCodePoint(sign.codePointAt(0)!)),
  )
}
