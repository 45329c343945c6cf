import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm'

/**
 * A folder for what nobody needs after a power cut, in memory where there is such a place: the house syncs every file it
 * takes in and every paper it makes, which is most of what a simulated year would wait for.
 */
export function scratchFolder(): string {
  return fs.mkdtempSync(path.join(isWritable(MEMORY) ? MEMORY : os.tmpdir(), 'yichuang-simulation-'))
}

function isWritable(folder: string): boolean {
  try {
    fs.accessSync(folder, fs.constants.W_OK)
    return true
  } catch {
    return false
  }
}
