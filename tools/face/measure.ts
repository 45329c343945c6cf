import type { Browser } from 'playwright-core'
import { launchBrowser } from '#platform/testing/browser.ts'
import { examplesWithout } from './barriers.ts'
import { smallCounty, type County } from './county.ts'
import { citizen, SHARED } from './people.ts'
import { firstContents, liveBarriers, weights } from './portal.ts'
import { portalPages } from './portal-pages.ts'
import { SLOW_PHONE } from './speed.ts'
import { statements } from './statements.ts'
import { show, verdict, type Line, type Measure } from './table.ts'
import { staffBarriers, workbench } from './workbench.ts'

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }

export interface FaceOptions {
  /** Of a server that runs already; its statements cannot be counted. */
  url?: string
  /** A folder of data to go on with, instead of a new small county. */
  data?: string
  cases?: string
  /** One measure by its name. */
  only?: string
}

/** Measures every screen and prints the tables; 1 when something is out of bounds. */
export async function run({ url, data, cases = '60', only }: FaceOptions): Promise<number> {
  const say = (words: string) => process.stderr.write(`  ${words}\n`)
  const county: County =
    url === undefined
      ? await smallCounty({ cases: Number(cases), say, ...(data === undefined ? {} : { folder: data }) })
      : { url, stop: async () => {} }
  const browser = await launchBrowser()
  try {
    const measures: Measure[] = []
    for (const { name, title, how, work } of await planned(browser, county)) {
      if (only !== undefined && only !== name) continue
      say(title)
      const measure = { title, how, lines: await work() }
      measures.push(measure)
      show(measure)
    }
    return verdict(measures)
  } finally {
    await browser.close()
    await county.stop()
  }
}

interface Planned {
  name: string
  title: string
  how: string
  work(): Promise<Line[]>
}

async function planned(browser: Browser, county: County): Promise<Planned[]> {
  const memory = await citizen(browser, county.url)
  const { mine, strangers, unmet } = await portalPages(browser, county.url, memory)
  if (unmet.length > 0)
    console.log(`Not met in this county, and looked at as examples only: ${unmet.join(' ')}`)
  const visited = [
    ...mine.map((page) => ({ page, options: { ...SHARED, ...PHONE, storageState: memory } })),
    ...strangers.map((page) => ({ page, options: { ...SHARED, ...PHONE } })),
  ]
  const { cpu, roundTripMs } = SLOW_PHONE
  const all: Planned[] = [
    {
      name: 'weight',
      title: 'Portal and halls, weight',
      how: 'first visit, nothing cached, without photos; scripts ≤ 10 KB, all ≤ 50 KB',
      work: () => weights(browser, county, visited),
    },
    {
      name: 'speed',
      title: 'Portal and halls, first content',
      how: `${cpu} × slower CPU, 400 kbit/s, ${roundTripMs} ms round trip, median of 3; ≤ 1 s`,
      work: () => firstContents(browser, county, visited),
    },
    {
      name: 'barriers',
      title: 'Portal and halls, barriers',
      how: 'axe WCAG 2.2 A + AA and no sideways scrolling, live pages at 320 px',
      work: () => liveBarriers(browser, county, visited),
    },
    {
      name: 'states',
      title: 'Portal, barriers in every state',
      how: 'the examples of every page, empty, filled and wrong, in every mode',
      work: () => examplesWithout(browser),
    },
    {
      name: 'workbench',
      title: 'Workbench, weight and speed',
      how: 'first visit ≤ 300 KB; the first row answers a key within 2 s at 2 × slower CPU, 10 Mbit/s',
      work: () => workbench(browser, county),
    },
    {
      name: 'workbench-barriers',
      title: 'Workbench, barriers',
      how: 'axe WCAG 2.2 A + AA and no sideways scrolling, at 1280 and 360 px and in large characters',
      work: () => staffBarriers(browser, county),
    },
  ]
  if (county.statements === undefined) return all
  const counting: Planned = {
    name: 'statements',
    title: 'Statements a screen',
    how: 'all requests of one screen, the county warm; ≤ 5, dearer ones as the table of queries says',
    work: () => statements(browser, county, memory, mine),
  }
  return [...all, counting]
}
