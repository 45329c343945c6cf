import path from 'node:path'
import { rolldown } from 'rolldown'
import { script, type Script } from './script.ts'

/** What a phone of ten years still runs. */
const OLDEST_BROWSERS = 'es2018'

/** A script from its TypeScript source and the rules it shares with the server: once per process, and no build folder of another day. */
export async function browserScript(name: string, input: string): Promise<Script> {
  const made = await rolldown({
    input,
    cwd: path.resolve(import.meta.dirname, '..'),
    platform: 'browser',
    transform: { target: OLDEST_BROWSERS },
    logLevel: 'silent',
  })
  try {
    const { output } = await made.generate({ format: 'iife', minify: true })
    return script(name, output[0].code)
  } finally {
    await made.close()
  }
}
