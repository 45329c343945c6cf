import { setTimeout as pause } from 'node:timers/promises'
import { legalDay } from '#engine/day.ts'
import type { Assembly } from '../assemble.ts'
import { castOf } from './cast.ts'
import { planOf, type PlannedCase } from './plan.ts'
import { file, take, type Stage } from './play.ts'
import { random, type Random } from './random.ts'
import { stepsOf } from './stories.ts'

/** How often something happens while somebody looks. */
const BETWEEN_MS = { least: 8_000, spread: 17_000 }
/** Cases this life has going at once; what it began it also brings to an end. */
const UNDER_WAY_MAX = 25
/** People of the running life are others than those of its past. */
const FIRST_PERSON = 3000

interface UnderWay {
  planned: PlannedCase
  no: string
  taken: number
}

/**
 * A demo goes on living while it runs: every few seconds somebody files something or an officer takes the next step.
 * It only ever touches cases it filed itself, so that a visitor's own case waits for the visitor.
 */
export function startLife(
  house: Assembly,
  area: string,
  onFault: (error: unknown) => void,
): { stop(): Promise<void> } {
  const ending = new AbortController()
  const living = live(house, area, ending.signal).catch((error: unknown) => {
    if (!ending.signal.aborted) onFault(error)
  })
  return {
    async stop() {
      ending.abort()
      await living
    },
  }
}

async function live(house: Assembly, area: string, signal: AbortSignal): Promise<void> {
  const stage = { house, cast: await castOf(house, area) }
  const seed = Date.parse(house.clock.now()) % 1_000_000
  const chance = random(seed)
  const items = (await house.catalogue.itemsInForce(area, legalDay(house.clock.now()))).map(
    ({ item }) => item,
  )
  const coming = planOf(items, stage.cast.towns, 1, 600, { seed, firstPerson: FIRST_PERSON })
  const underWay: UnderWay[] = []
  for (;;) {
    await pause(BETWEEN_MS.least + chance.whole(BETWEEN_MS.spread), undefined, { signal })
    await happen(stage, coming, underWay, chance)
  }
}

async function happen(
  stage: Stage,
  coming: PlannedCase[],
  underWay: UnderWay[],
  chance: Random,
): Promise<void> {
  if (underWay.length < UNDER_WAY_MAX && (underWay.length < 5 || chance.chance(0.4))) {
    const planned = coming.shift()
    if (planned === undefined) return
    coming.push({ ...planned, index: planned.index + 600 })
    const no = await file(stage, planned)
    if (no !== undefined) underWay.push({ planned, no, taken: 0 })
    return
  }
  const index = chance.whole(underWay.length)
  const { planned, no, taken } = underWay[index]!
  const step = stepsOf(planned.story, planned.item)[taken]
  const done = step !== undefined && (await take(stage, planned, no, step))
  if (done) underWay[index] = { planned, no, taken: taken + 1 }
  else underWay.splice(index, 1)
}
