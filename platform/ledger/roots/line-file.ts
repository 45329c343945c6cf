import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'

/** A new file written line by line under a passing name; the caller gives it its name for good, or drops it. */
export interface LineFile {
  readonly path: string
  add(line: string): Promise<void>
  /** Everything added is on the disk when this returns. */
  finish(): Promise<void>
  drop(): Promise<void>
}

/** What marks a passing name; whatever still has it after a crash is rubbish. */
export const PASSING = '.part'

export async function openLineFile(target: string, mode = 0o600): Promise<LineFile> {
  const passing = `${target}.${randomBytes(6).toString('hex')}${PASSING}`
  const file = await fs.open(passing, 'wx', mode)
  let waiting: string[] = []
  const flush = async (): Promise<void> => {
    const text = waiting.map((line) => `${line}\n`).join('')
    waiting = []
    await file.appendFile(text)
  }
  return {
    path: passing,
    async add(line) {
      waiting.push(line)
      if (waiting.length >= LINES_WAITING_MAX) await flush()
    },
    async finish() {
      await flush()
      await file.sync()
      await file.close()
    },
    async drop() {
      await file.close().catch(() => {})
      await fs.rm(passing, { force: true })
    },
  }
}

const LINES_WAITING_MAX = 2000
