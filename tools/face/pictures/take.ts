import { fileURLToPath } from 'node:url'
import type { Clock } from '#platform/clock.ts'
import { launchBrowser } from '#platform/testing/browser.ts'
import { smallCounty } from '../county.ts'
import type { FaceOptions } from '../measure.ts'
import { pictures } from './list.ts'
import { BYTES_MAX, taken } from './camera.ts'

const FOLDER = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))
/** A Monday morning in an office that is open; the same county each time, so that only what changed looks different. */
const MONDAY: Clock = { now: () => '2026-11-23T02:10:00.000Z' }
/** Takes every picture of `docs/screens` anew; 1 when one is too large or could not be taken. */
export async function run({ data, cases = '160', only }: FaceOptions): Promise<number> {
  const say = (words: string) => process.stderr.write(`  ${words}\n`)
  const county = await smallCounty({
    ...{ cases: Number(cases), clock: MONDAY, say },
    ...(data === undefined ? {} : { folder: data }),
  })
  const browser = await launchBrowser()
  let failed = 0
  try {
    for (const picture of pictures) {
      if (only !== undefined && !picture.file.includes(only)) continue
      try {
        const bytes = await taken(browser, county.url, picture, { folder: FOLDER, now: MONDAY.now() })
        const large = bytes > BYTES_MAX
        if (large) failed += 1
        console.log(`${large ? '✖' : '✔'} ${picture.file} ${Math.round(bytes / 1024)} KB`)
      } catch (error) {
        failed += 1
        console.log(`✖ ${picture.file} ${(error as Error).message.split('\n')[0]}`)
      }
    }
  } finally {
    await browser.close()
    await county.stop()
  }
  return failed === 0 ? 0 : 1
}
