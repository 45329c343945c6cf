import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createVitest } from 'vitest/node'
import { instrument } from './instrument.ts'
import type { Mutant } from './mutants.ts'

export interface Laboratory {
  /** Which test files reach each mutant, quickest first. */
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
      pool: 'threads',
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

  /** Runs some test files; true when one of them failed. */
  async function red(
    names: readonly string[] | undefined,
    env: Readonly<Record<string, string>>,
  ): Promise<boolean> {
    Object.assign(process.env, env)
    const asked =
      names === undefined ? files : names.flatMap((name) => files.filter(({ moduleId }) => moduleId === name))
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(asked, false)
    for (const name of Object.keys(env)) delete process.env[name]
    return unhandledErrors.length > 0 || testModules.some((module) => !module.ok())
  }

  if (await red(undefined, { MUTANT_REACHED: folder })) throw new Error('a test is red without any mutant')
  const said = fs
    .readdirSync(folder)
    .map((name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as Reached)
  fs.rmSync(folder, { recursive: true })
  const quickestFirst = said.toSorted((one, other) => one.turns - other.turns)
  const reach = new Map(
    mutants.map(({ id }) => [
      id,
      quickestFirst.filter(({ reached }) => reached.includes(id)).map(({ file }) => file),
    ]),
  )
  const turns = String(20 * Math.max(1, ...said.map((one) => one.turns)) + 1_000_000)
  return {
    reach,
    kills: ({ id }) => red(reach.get(id)!, { MUTANT: String(id), MUTANT_TURNS: turns }),
    close: () => vitest.close(),
  }
}

interface Reached {
  file: string
  turns: number
  reached: number[]
}
