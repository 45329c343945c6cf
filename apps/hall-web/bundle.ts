import { createHash } from 'node:crypto'
import path from 'node:path'
import { rolldown } from 'rolldown'

export interface Bundle {
  /** Names this build of everything the screen is made of. */
  build: string
  script: { path: string; text: string }
  /** The service worker; its address stays, because a new one would leave the old one behind. */
  worker: string
}

const WORKER_PATH = path.join(import.meta.dirname, 'client/worker.ts')
const SCRIPT_PATH = path.join(import.meta.dirname, 'client/main.tsx')

/** Televisions keep the browser they were sold with. */
const OLDEST_BROWSERS = 'es2017'

let made: Promise<Bundle> | undefined

/**
 * The two scripts of the screen from their sources, once per process and in 80 ms: the same components draw the first
 * HTML and every picture after it, and there is no build folder that could be of another day. `style` belongs to the build too.
 */
export function bundle(style: string): Promise<Bundle> {
  return (made ??= make(style))
}

async function make(style: string): Promise<Bundle> {
  const [script, worker] = await Promise.all([built(SCRIPT_PATH), built(WORKER_PATH)])
  const build = hash(script + worker + style)
  return { build, script: { path: `/assets/screen-${hash(script)}.js`, text: script }, worker }
}

async function built(input: string): Promise<string> {
  const made = await rolldown({
    input,
    cwd: path.resolve(import.meta.dirname, '../..'),
    platform: 'browser',
    transform: { target: OLDEST_BROWSERS, jsx: { runtime: 'automatic', importSource: 'preact' } },
    logLevel: 'silent',
  })
  try {
    const { output } = await made.generate({ format: 'iife', minify: true })
    return output[0].code
  } finally {
    await made.close()
  }
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
