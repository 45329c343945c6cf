import jsqr from 'jsqr'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** For tests: what somebody else's reader finds on the pages of a PDF, white space taken out. */
export async function readPages(pdf: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  try {
    const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1)
    return await Promise.all(
      numbers.map(async (number) => {
        const { items } = await (await document.getPage(number)).getTextContent()
        return items
          .map((item) => ('str' in item ? item.str : ''))
          .join('')
          .replace(/\s/gu, '')
      }),
    )
  } finally {
    await task.destroy()
  }
}

export async function readText(pdf: Uint8Array): Promise<string> {
  return (await readPages(pdf)).join('')
}

/** The XMP packet of a PDF stands uncompressed, so that archives can read it without a PDF library. */
export function isPdfA2b(pdf: Uint8Array): boolean {
  const source = Buffer.from(pdf).toString('latin1')
  return (
    /<pdfaid:part>2<\/pdfaid:part>/.test(source) && /<pdfaid:conformance>B<\/pdfaid:conformance>/.test(source)
  )
}

/** For tests: paints the runs of a QR picture into a bitmap and has an independent reader decode it. */
export function readQr(svg: string, pixelsPerModule = 4): string | undefined {
  const [left = 0, top = 0, side = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number)
  const width = side * pixelsPerModule
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    const from = (Number(x) - left) * pixelsPerModule
    const to = from + Number(length) * pixelsPerModule
    const first = (Number(y) - top) * pixelsPerModule
    for (let row = first; row < first + pixelsPerModule; row++)
      for (let column = from; column < to; column++)
        pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3)
  }
  return jsqr.default(pixels, width, width)?.data
}
