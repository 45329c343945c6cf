import type { Assembly } from '../../assemble.ts'
import type { Cast } from '../cast.ts'
import { PATHS } from './index.ts'
import type { Path } from './path.ts'
import { NotHere, sceneOf } from './scene.ts'

/** Minutes after the last of the planned visits: the clock of a history never goes back. */
const LAST_VISITS = 22

/** A path under way, and the day of the history on which it goes on. */
interface Walk {
  path: Path
  going: AsyncGenerator<number, void, void>
  day: number
}

export interface Walks {
  /** Lives what is due on a day of the history, in the last half hour. */
  on(day: number, at: (minute: number) => void): Promise<void>
}

/**
 * Walks every path through the days of the history. A path that a pack cannot live is left out; one that is refused half-way is told,
 * because a county with one path missing is more use than none.
 */
export async function walksOf(
  house: Assembly,
  cast: Cast,
  days: number,
  onStep: (words: string) => void,
): Promise<Walks> {
  const scene = sceneOf(house, cast, await house.staff.postsOfArea(cast.area))
  let walks: Walk[] = PATHS.map((path) => ({
    path,
    going: path.live(scene),
    day: Math.max(days - path.begins, 0),
  }))
  return {
    async on(day, at) {
      for (const [index, walk] of walks.entries()) {
        while (walk.day === day) {
          at(LAST_VISITS + Math.round((index * 25) / walks.length))
          walk.day = await next(walk, days, onStep)
        }
      }
      walks = walks.filter((walk) => walk.day < days)
    },
  }
}

/** The day of the next step; after the last day where there is none. */
async function next({ path, going, day }: Walk, days: number, onStep: (words: string) => void) {
  try {
    const { done, value } = await going.next()
    return done ? days : day + value
  } catch (error) {
    if (!(error instanceof NotHere)) onStep(`演示路径“${path.name}”没有走完：${(error as Error).message}`)
    return days
  }
}
