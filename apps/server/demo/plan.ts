import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { mayPromise } from '#capabilities/case/model.ts'
import type { Town } from './cast.ts'
import { demoForm, type DemoValues } from './form-values.ts'
import { demoPerson, type DemoPerson } from './people.ts'
import { random, type Random } from './random.ts'
import { addedDays, storiesOf, type Story } from './stories.ts'

/** One case of the demo before it is lived. */
export interface PlannedCase {
  index: number
  item: ItemVersion
  story: Story
  town: Town
  person: DemoPerson
  online: boolean
  form: DemoValues
  /** Index of the working day it is filed on, and minutes into that day's opening hours. */
  day: number
  minute: number
}

/** What the newest steps may lie ahead of today: none; a story ends at the latest yesterday or is left where it is. */
const FRESH_DAYS = 6
const OPEN_MINUTES = 450

/**
 * Who files what, where and when over the last weeks: every item, every story it can live, at all towns, more of what
 * happens often. The same county every time.
 */
export function planOf(
  items: readonly ItemVersion[],
  towns: readonly Town[],
  days: number,
  count: number,
  { seed, firstPerson }: { seed: number; firstPerson: number } = { seed: 2020, firstPerson: 0 },
): PlannedCase[] {
  const chance = random(seed)
  const lives = items.map((item) => ({ item, stories: storiesOf(item) }))
  const rare = everyStoryOnce(lives)
  return Array.from({ length: count }, (_, index): PlannedCase | undefined => {
    const { item, stories } = lives[index % lives.length]!
    const [who, story] = rare[index] ?? [item, chance.oneOf(stories)]
    return planned(who, story, index, { towns, days, chance, firstPerson })
  }).filter((one) => one !== undefined)
}

type Lives = readonly { item: ItemVersion; stories: readonly Story[] }[]

/** Each story once, by an item that can live it, so that no state is missing however few cases there are. */
function everyStoryOnce(lives: Lives): [ItemVersion, Story][] {
  const names = [...new Set(lives.flatMap(({ stories }) => stories.map(({ name }) => name)))]
  return names.map((name, index) => {
    const able = lives.filter(({ stories }) => stories.some((story) => story.name === name))
    const { item, stories } = able[(index * 7) % able.length]!
    return [item, stories.find((story) => story.name === name)!]
  })
}

const isOver = ({ steps }: Story): boolean =>
  ['deliver', 'signed', 'serve', 'withdraw', 'checkMet'].includes(steps.at(-1)?.[0] ?? '')

interface Setting {
  towns: readonly Town[]
  days: number
  chance: Random
  firstPerson: number
}

function planned(
  item: ItemVersion,
  story: Story,
  index: number,
  { towns, days, chance, firstPerson }: Setting,
): PlannedCase | undefined {
  const town = chance.oneOf(towns)
  const person = demoPerson(firstPerson + index)
  const form = demoForm(item.form, person, index, town.region, wishOf(item, story))
  if (story.promise && !mayPromise(item, form)) return undefined
  const length = story.steps.reduce((sum, [, later]) => sum + later, 0) + addedDays(story, item)
  // What is over may lie anywhere in the past; what is open has mostly just begun, and now and then was forgotten.
  const earlier = story.longAgo
    ? 24
    : isOver(story)
      ? chance.whole(days)
      : chance.chance(0.07)
        ? chance.whole(20)
        : 0
  return {
    ...{ index, item, story, town, person, form },
    online: item.process.procedure === 'approval' && !story.promise && chance.chance(0.4),
    day: Math.max(0, days - 1 - length - chance.whole(FRESH_DAYS) - earlier),
    minute: chance.whole(OPEN_MINUTES),
  }
}

/** Answers a story needs: whoever promises is somebody who may. */
function wishOf({ process }: ItemVersion, { promise }: Story): DemoValues {
  const when = process.commitment?.when
  if (!promise || when === undefined) return {}
  return { [when.field]: [when.equals].flat()[0]! }
}
