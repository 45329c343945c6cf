/** The few parts of fontkit that engraving a seal needs; the package brings no types. */
declare module 'fontkit' {
  export interface Glyph {
    id: number
    advanceWidth: number
    path: { toSVG(): string }
  }
  export interface Font {
    unitsPerEm: number
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
  }
  export function openSync(file: string): Font
}
