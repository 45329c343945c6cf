import type { ProcedureName } from '#capabilities/case/contract.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { forPeople, onlineApplication, type Application } from '../applications.ts'
import type { Run } from '../run.ts'

/** What is applied for, and how the result is to come. */
export interface Wanted {
  procedure: ProcedureName
  like?(item: ItemVersion, run: Run): boolean
  delivery?: 'electronic' | 'window' | 'post'
  /** Where it is brought, left out where the item is taken in. */
  place?: string
  region?: string
  citizen?: number
}

/** An application from the sofa with everything it needs, for some item that the errand is possible with. */
export async function applicationFor(run: Run, wanted: Wanted): Promise<Application | undefined> {
  const { random, items, citizens, places, errands } = run
  const { procedure, delivery, like, place: there, citizen } = wanted
  const fitting = items
    .map(({ item }) => item)
    .filter(({ process }) =>
      procedure === 'commitment' ? process.commitment !== undefined : process.procedure === procedure,
    )
    .filter((item) => !errands.unfit.has(item.id) && forPeople(item) && like?.(item, run) !== false)
    .filter((item) => delivery === undefined || item.delivery.includes(delivery))
    .map((item) => ({
      item,
      at: placesFor(item).filter((one) => there === undefined || one.place === there),
    }))
    .filter(({ at }) => at.length > 0)
  if (fitting.length === 0) return undefined
  const { item, at } = random.oneOf(fitting)
  const { place, region } = random.oneOf(at)
  return onlineApplication(run, {
    ...{ item, place, region: wanted.region ?? region, promise: procedure === 'commitment' },
    applicant: citizen === undefined ? random.oneOf(citizens) : citizens[citizen]!,
    delivery: delivery ?? item.delivery.find((mode) => mode !== 'post') ?? 'window',
  })

  function placesFor({ entryModes, delegation }: ItemVersion) {
    return places.filter(
      ({ tier }) =>
        tier !== 'station' && tier in entryModes && (tier === 'hall' || delegation?.remote !== false),
    )
  }
}
