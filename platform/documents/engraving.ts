import * as fontkit from 'fontkit'
import type { Font } from 'fontkit'
import { MissingGlyph } from './faults.ts'
import { sealFontFile } from './fonts.ts'

/** Where a character stands on a circle: `angle` in radians clockwise from the top, its feet on `radius`. */
interface OnCircle {
  angle: number
  radius: number
  width: number
  height: number
}

/** A character as an outline, so that the picture of a seal needs no font where it is shown. */
export function engrave(character: string, { angle, radius, width, height }: OnCircle): string {
  const { outline, advance, em } = glyphOf(character)
  const scaleX = width / Math.max(advance, em * 0.55)
  const scaleY = height / em
  const left = -(advance * scaleX) / 2
  // Hanzi reach about an eighth of the em below the baseline.
  const foot = -radius - height * DESCENT
  const degrees = (angle * 180) / Math.PI
  return `<path d="${outline}" transform="rotate(${short(degrees)}) translate(${short(left)} ${short(foot)}) scale(${short(scaleX)} ${short(-scaleY)})"/>`
}

/**
 * A level line of characters centred on x = 0, its middle at `y`; narrowed when it would be wider than
 * `maxWidth`.
 */
export function engraveUpright(text: string, at: { y: number; height: number; maxWidth: number }): string {
  const characters = [...text]
  const pitch = Math.min(at.height * 1.02, at.maxWidth / characters.length)
  return characters
    .map((character, i) => {
      const { outline, advance, em } = glyphOf(character)
      const scaleX = (pitch * 0.96) / em
      const x = pitch * (i - (characters.length - 1) / 2) - (advance * scaleX) / 2
      const y = at.y + at.height * (0.5 - DESCENT)
      return `<path d="${outline}" transform="translate(${short(x)} ${short(y)}) scale(${short(scaleX)} ${short(-at.height / em)})"/>`
    })
    .join('')
}

const DESCENT = 0.12

let opened: Font | undefined

function glyphOf(character: string): { outline: string; advance: number; em: number } {
  opened ??= fontkit.openSync(sealFontFile())
  const codePoint = character.codePointAt(0) ?? 0
  if (!opened.hasGlyphForCodePoint(codePoint)) throw new MissingGlyph([character])
  const glyph = opened.glyphForCodePoint(codePoint)
  return { outline: glyph.path.toSVG(), advance: glyph.advanceWidth, em: opened.unitsPerEm }
}

function short(value: number): string {
  return String(Math.round(value * 100_000) / 100_000)
}
