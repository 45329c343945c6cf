import { hash } from 'node:crypto'
import fc from 'fast-check'

/** `FUZZ_SEED` other requests, `FUZZ_RUNS` so many times as many, `FUZZ_ONLY` and `FUZZ_PATH` one failure again. */
const { FUZZ_SEED = '20260316', FUZZ_RUNS = '1', FUZZ_ONLY = '', FUZZ_PATH = '' } = process.env
const SEED = Number(FUZZ_SEED)
const TIMES = Number(FUZZ_RUNS)

/** Every request of the suite, as drawn for it. */
export const asUsual = FUZZ_RUNS === '1' && FUZZ_ONLY === '' && process.env['FUZZ_SEED'] === undefined
/**
 * Milliseconds for a test that is done in so many seconds by a machine of its own: ten times that where many share one, and
 * more when there is more to do. A request that hangs is found by `answered` long before.
 */
export const timeFor = (seconds: number) => seconds * 10_000 * Math.max(1, TIMES)

/** However busy the machine is, every request is answered within this; whoever waits longer waits for ever. */
const ANSWERED_WITHIN_MS = 60_000

/** An answer, or the request that nobody answers. */
export async function answered<T>(what: string, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_resolve, reject) => {
    const tell = () => reject(new Error(`no answer to ${what} within ${ANSWERED_WITHIN_MS / 1000} s`))
    timer = setTimeout(tell, ANSWERED_WITHIN_MS)
  })
  try {
    return await Promise.race([answer, silence])
  } finally {
    clearTimeout(timer)
  }
}

export const fuzzSettings = `FUZZ_SEED=${SEED} FUZZ_RUNS=${TIMES}`

/** Tries the `first` values and `runs` others; the first that is found wanting is made as small as it goes and told with the way to see it again. */
export async function tryOut<T>(
  label: string,
  runs: number,
  values: fc.Arbitrary<T>,
  flawsOf: (value: T) => Promise<readonly string[]>,
  first: readonly T[] = [],
): Promise<string[]> {
  if (FUZZ_ONLY !== '' && FUZZ_ONLY !== label) return []
  const property = fc.asyncProperty(values, async (value) => {
    const flaws = await flawsOf(value)
    if (flaws.length > 0) throw new Flaws(flaws)
  })
  const found = await fc.check(property, {
    ...{ seed: seedOf(label), numRuns: first.length + Math.max(1, Math.round(runs * TIMES)) },
    examples: first.map((value): [T] => [value]),
    ...(FUZZ_PATH === '' ? {} : { path: FUZZ_PATH }),
  })
  if (!found.failed) return []
  const error = found.errorInstance
  const what = error instanceof Flaws ? error.message : error instanceof Error ? error.stack : String(error)
  const again = `FUZZ_SEED=${SEED} FUZZ_ONLY='${label}' FUZZ_PATH='${found.counterexamplePath}' npx vitest run apps/server/fuzz`
  return [[`${label}: ${what}`, `sent: ${shown(found.counterexample?.[0])}`, `again: ${again}`].join('\n')]
}

class Flaws extends Error {
  constructor(flaws: readonly string[]) {
    super(flaws.join('\n'))
  }
}

/** Every label draws its own values, whichever others run beside it. */
function seedOf(label: string): number {
  return Number.parseInt(hash('sha256', `${SEED} ${label}`).slice(0, 8), 16) | 0
}

function shown(value: unknown): string {
  const text = JSON.stringify(value, (_name, part: unknown) =>
    Buffer.isBuffer(part) ? part.toString('latin1') : part,
  )
  return text.length > 4_000 ? `${text.slice(0, 4_000)}… (${text.length} characters)` : text
}
