import type { ACTS } from '../acts.ts'
import type { Matter, Scene } from './scene.ts'

type Step = keyof typeof ACTS

/** A matter goes on each working day by one step, or by those that belong together. */
export async function* aStepADay(
  scene: Scene,
  matter: Matter,
  steps: readonly (Step | readonly Step[])[],
): AsyncGenerator<number, void, void> {
  for (const names of steps) {
    yield 1
    await scene.usual(matter, ...[names].flat())
  }
}
