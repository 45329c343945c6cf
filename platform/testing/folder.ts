import { mkdtemp } from 'node:fs/promises'
import path from 'node:path'
import { inject } from 'vitest'

/**
 * A folder for this test file within that of the run. Whoever makes one takes it away when it is done; what is left
 * behind by a start that failed goes with the run, and what a killed run left goes when the next one begins.
 */
export function testFolder(name: string): Promise<string> {
  return mkdtemp(path.join(inject('testServer').folder, `${name}-`))
}
