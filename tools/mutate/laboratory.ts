import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createVitest } from 'vitest/node'
import { instrument } from './instrument.ts'
import type { Mutant } from './mutants.ts'

export interface Laboratory {
  /** Which test files reach each mutant: those beside it first, then the quickest. */
  reach: ReadonlyMap<number, readonly string[]>
  /** Whether some test turns red when this mutant is at work. */
  kills(mutant: Mutant): Promise<boolean>
  close(): Promise<void>
}

/** Runs the tests of some folders on sources that hold their mutants; throws when a test is red without any. */
export async function laboratory(
  root: string,
  folders: readonly string[],
  mutants: readonly Mutant[],
): Promise<Laboratory> {
  const byFile = Map.groupBy(mutants, ({ file }) => path.join(root, file))
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-mutants-'))
  const vitest = await createVitest(
    'test',
    {
      root,
      config: false,
      watch: false,
      reporters: [{}],
      // A cached module knows nothing of the mutants of this run.
      fsModuleCache: false,
      pool: 'forks',
      maxWorkers: 1,
      bail: 1,
      include: folders.map((name) => `${name}/**/*.test.ts`),
      exclude: [
        '**/*.db.test.ts',
        '**/*.browser.test.ts',
        '**/*.story.test.ts',
        '**/store.test.ts',
        '**/routes.test.ts',
      ],
      setupFiles: [path.join(import.meta.dirname, 'in-worker.ts')],
      env: { TZ: 'UTC' },
    },
    {
      plugins: [
        {
          name: 'mutants',
          enforce: 'pre',
          transform: (code: string, id: string) => {
            const here = byFile.get(id.split('?')[0]!)
            return here === undefined ? undefined : { code: instrument(code, here), map: null }
          },
        },
      ],
    },
  )
  const files = await vitest.globTestSpecifications()

  /** Runs test files; true when one of them failed. */
  async function red(asked: typeof files, env: Readonly<Record<string, string>>): Promise<boolean> {
    Object.assign(process.env, env)
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(asked, false)
    for (const name of Object.keys(env)) delete process.env[name]
    // What comes back holds every file ever run, also those that an earlier mutant turned red.
    const ran = testModules.filter(({ moduleId }) => asked.some((one) => one.moduleId === moduleId))
    return unhandledErrors.length > 0 || ran.some((module) => !module.ok())
  }

  if (await red(files, { MUTANT_REACHED: folder })) throw new Error('a test is red without any mutant')
  const said = fs
    .readdirSync(folder)
    .map((name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as Reached)
  fs.rmSync(folder, { recursive: true })
  const turns = new Map(said.map((one) => [one.file, one.turns]))
  const reach = reachOf(root, mutants, said)
  return {
    reach,
    // One file after the other, so that what a small table kills never waits for the long random tests.
    async kills({ id }) {
      for (const name of reach.get(id)!) {
        const asked = files.filter(({ moduleId }) => moduleId === name)
        const env = { MUTANT: String(id), MUTANT_TURNS: String(20 * turns.get(name)! + 1_000_000) }
        if (await red(asked, env)) return true
      }
      return false
    },
    close: () => vitest.close(),
  }
}

function reachOf(
  root: string,
  mutants: readonly Mutant[],
  said: readonly Reached[],
): Map<number, readonly string[]> {
  const tests = said.map(({ file, turns, reached }) => ({ file, turns, reached: new Set(reached) }))
  return new Map(
    mutants.map(({ id, file }) => {
      const here = path.dirname(path.join(root, file))
      const away = (test: { file: string }) => (path.dirname(test.file) === here ? 0 : 1)
      const reaching = tests
        .filter(({ reached }) => reached.has(id))
        .toSorted((one, other) => away(one) - away(other) || one.turns - other.turns)
      return [id, reaching.map((test) => test.file)]
    }),
  )
}

interface Reached {
  file: string
  turns: number
  reached: number[]
}
