import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { legalDay } from '#platform/clock.ts'
import { demoForm } from '../demo/form-values.ts'
import type { DemoPerson } from '../demo/people.ts'
import type { TestHouse } from './house.ts'
import type { Signed } from './signed.ts'

export interface WalkIn {
  item: string
  person: DemoPerson
  place: string
  region: string
  /** Where the house has several. */
  area?: string
}

/** Somebody hands in a complete application at a window; gives the case number. */
export async function handIn(
  { house, clock, onboarded }: TestHouse,
  clerk: Signed,
  wish: WalkIn,
): Promise<string> {
  const { item } = (await house.catalogue.itemInForce(
    wish.area ?? onboarded.area,
    wish.item,
    legalDay(clock.now()),
  ))!
  const papers = item.materials.filter(({ fromForm, necessity }) => !fromForm && necessity === 'required')
  const reply = await clerk.call('POST', '/cases', {
    item: item.id,
    itemVersion: item.version,
    region: wish.region,
    acceptPlace: wish.place,
    form: demoForm(item.form, wish.person, 1, wish.region),
    materials: papers.map(({ id, originals, copies }) => ({
      material: id,
      files: [],
      paperOriginals: Math.max(1, originals),
      paperCopies: copies,
    })),
    delivery: 'window',
  })
  if (reply.status !== 200) throw new Error(`not taken in: ${JSON.stringify(reply.body)}`)
  return (reply.body as { no: string }).no
}

/** Every required line in order, every other not needed. */
export function allInOrder({ materials }: Pick<ItemVersion, 'materials'>) {
  return materials.map(({ id, necessity }) => ({
    material: id,
    verdict: necessity === 'required' ? 'ok' : 'not-applicable',
  }))
}

/** One act; says what became of the case, or why nothing did. */
export async function does(who: Signed, no: string, act: string, input: unknown): Promise<string> {
  const reply = await who.call('POST', `/cases/${no}/acts/${act}`, { input })
  const { state, code } = reply.body as { state?: string; code?: string }
  return state ?? `${reply.status} ${code}`
}
