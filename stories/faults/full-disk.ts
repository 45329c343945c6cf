import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll } from 'vitest'

/** A disk of its own size at this folder, where the machine lets us mount one (Linux, root); undefined elsewhere. */
export function smallDisk(folder: string, megabytes: number): SmallDisk | undefined {
  fs.mkdirSync(folder, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'tmpfs', folder], {
      stdio: 'ignore',
    })
  } catch {
    return undefined
  }
  afterAll(() => execFileSync('umount', ['-l', folder]))
  const filler = path.join(folder, 'filler')
  return {
    folder,
    fill() {
      const file = fs.openSync(filler, 'w')
      const block = Buffer.alloc(65_536)
      try {
        for (;;) fs.writeSync(file, block)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      } finally {
        fs.closeSync(file)
      }
    },
    free: () => fs.rmSync(filler),
  }
}

export interface SmallDisk {
  folder: string
  /** Until not one byte is left. */
  fill(): void
  free(): void
}
