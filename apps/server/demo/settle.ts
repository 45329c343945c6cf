import type { Assembly } from '../assemble.ts'

/**
 * Tasks at once while the past is lived: typesetter, database and this process each have a core to keep busy. One after the
 * other, two of three would always wait.
 */
const HANDS = 4

/** Does whatever is due at the moment the clock was led to. */
export async function settle({ worker }: Pick<Assembly, 'worker'>): Promise<void> {
  await worker.runUntilIdle(HANDS)
}
