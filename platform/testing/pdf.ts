import { createRequire } from 'node:module'
import path from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const home = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/**
 * The text of each page as a reader sees it, lines separated by a line break. Fonts that draw 大 and the Kangxi
 * radical ⼤ with one glyph give the radical back; it is turned into the character people type.
 */
export async function pdfText(bytes: Uint8Array): Promise<string[]> {
  const loading = getDocument({
    // pdf.js takes the bytes over and empties them; the caller keeps its own.
    data: Uint8Array.from(bytes),
    cMapUrl: path.join(home, 'cmaps/'),
    standardFontDataUrl: path.join(home, 'standard_fonts/'),
    useSystemFonts: false,
    verbosity: 0,
  })
  const document = await loading.promise
  try {
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent()
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
      pages.push(text.replaceAll(/[\u2e80-\u2fdf]/g, (radical) => radical.normalize('NFKC')))
    }
    return pages
  } finally {
    await loading.destroy()
  }
}
