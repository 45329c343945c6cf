import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'

/**
 * A picture as a grid of greys: one of 64 levels for each square of 16 px, a row of the grid a word. Small enough to be read in a
 * change, and indifferent to how a browser smooths the edge of a letter.
 */
export type Signature = string

const CELL = 16
const LEVELS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
/** A sixteenth of the way from black to white. */
const TOLERATED_LEVELS = 4
const TOLERATED_CELLS = 2

export async function pictureOf(page: Page): Promise<{ png: Buffer; signature: Signature }> {
  const png = await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' })
  const greys = (await page.evaluate(`(${greysOf})(${JSON.stringify(png.toString('base64'))})`)) as number[][]
  const rows = greys.map((row) => row.map((grey) => LEVELS[grey >> 2]).join(''))
  // Below its content a page is empty down to the edge of the window.
  while (rows.length > 1 && rows.at(-1) === rows.at(-2)) rows.pop()
  return { png, signature: rows.join(' ') }
}

const greysOf = `async (base64) => {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const [columns, rows] = [Math.ceil(picture.width / ${CELL}), Math.ceil(picture.height / ${CELL})]
  const canvas = new OffscreenCanvas(picture.width, picture.height)
  const pen = canvas.getContext('2d')
  pen.drawImage(picture, 0, 0)
  const { data } = pen.getImageData(0, 0, picture.width, picture.height)
  const grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => [0, 0]))
  for (let y = 0, at = 0; y < picture.height; y++)
    for (let x = 0; x < picture.width; x++, at += 4) {
      const cell = grid[Math.floor(y / ${CELL})][Math.floor(x / ${CELL})]
      cell[0] += 0.2126 * data[at] + 0.7152 * data[at + 1] + 0.0722 * data[at + 2]
      cell[1] += 1
    }
  return grid.map((row) => row.map(([sum, count]) => Math.round(sum / count)))
}`

/** What differs, in words; nothing when the two look the same. */
export function difference(stored: Signature, seen: Signature): string | undefined {
  const [before, now] = [stored.split(' '), seen.split(' ')]
  if (before.length !== now.length || before[0]?.length !== now[0]?.length)
    return `was ${before[0]?.length} × ${before.length} squares, is ${now[0]?.length} × ${now.length}`
  const changed = before.flatMap((row, y) =>
    [...row].flatMap((sign, x) => {
      const by = Math.abs(LEVELS.indexOf(sign) - LEVELS.indexOf(now[y]![x]!))
      return by > TOLERATED_LEVELS ? [`(${x}, ${y})`] : []
    }),
  )
  return changed.length > TOLERATED_CELLS
    ? `${changed.length} squares of ${CELL} px look different, first at ${changed[0]}`
    : undefined
}

const STORE = path.join(import.meta.dirname, '../pictures.json')

type Pictures = Record<string, Signature>

/** The pictures somebody looked at and accepted, by `component/number`. */
export function acceptedPictures(): Pictures {
  return fs.existsSync(STORE) ? (JSON.parse(fs.readFileSync(STORE, 'utf8')) as Pictures) : {}
}

/** Adds these; what no example shows any more goes. */
export function accept(seen: Pictures, shown: ReadonlySet<string>): void {
  const entries = Object.entries({ ...acceptedPictures(), ...seen }).filter(([name]) => shown.has(name))
  const sorted = Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)))
  fs.writeFileSync(STORE, `${JSON.stringify(sorted, null, 2)}\n`)
}

/** Keeps the picture to be looked at, and says where. */
export function keepPicture(name: string, png: Buffer): string {
  const folder = path.join(os.tmpdir(), 'yichuang-pictures')
  fs.mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${name.replace('/', '-')}.png`)
  fs.writeFileSync(file, png)
  return file
}
