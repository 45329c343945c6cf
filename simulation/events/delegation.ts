import { addDays, legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { grantPower, takeBack } from '#capabilities/catalogue/index.ts'
import { itemOf } from '../item-of.ts'
import type { Delegated, Run } from '../run.ts'
import { mayDecide } from '../unheard/attempt.ts'
import { registrarAsks } from './registrar.ts'

const TOWNS = [
  { body: 'town-370304004', centre: 'centre-370304004' },
  { body: 'town-370304106', centre: 'centre-370304106' },
]

const EXAMINED = ['accepted', 'reviewed']

const documentOn = (on: string) => ({
  ...{ title: '关于调整行使权限的决定', number: '演示〔2026〕1号', on },
  announced: { on, where: '区政府网站' },
})

/** A matter that a department decides and whose law lets a town be given the decision. */
export const offersDelegation = ({ decidingBody, delegation, entryModes }: ItemVersion): boolean =>
  decidingBody.kind === 'body' && (delegation === undefined || delegation.entrust) && 'centre' in entryModes

/** A body of the county gives a town the decision on some items (下放), or has it decide in its name (委托). */
export async function powerGiven(run: Run): Promise<void> {
  const { town, random, journal } = run
  const today = legalDay(town.clock.now())
  const given = new Set(run.delegated.map(({ item }) => item))
  const items = run.items
    .map(({ item }) => item)
    .filter((item) => offersDelegation(item) && !given.has(item.id))
  // What people have applied for comes first: its open cases may be referred to the town.
  const open = new Set(journal.cases.flatMap(({ state, item: id }) => (EXAMINED.includes(state) ? [id] : [])))
  const wanted = items.filter(({ id }) => open.has(id))
  const item = random.oneOf(wanted.length > 0 && random.chance(0.6) ? wanted : items)
  const { body, centre } = random.oneOf([...TOWNS])
  // Some begin on a later day, and some hold only at the centre of the town.
  const from = addDays(today, random.chance(0.25) ? random.whole(1, 3) : 0)
  const places = random.chance(0.25) ? [centre] : []
  const kind = random.oneOf(['delegated', 'entrusted'] as const)
  await givePower(run, { item: item.id, body, places, kind, from, until: addDays(from, random.whole(4, 9)) })
}

interface Given extends Omit<Delegated, 'id' | 'entrusted'> {
  places: readonly string[]
  kind: 'delegated' | 'entrusted'
}

/** As the registrar gives it; the id of the power, unless it may not be given. */
export async function givePower(run: Run, { places, kind, ...given }: Given): Promise<string | undefined> {
  const { town, journal } = run
  const { item: id, body, from } = given
  const { decidingBody } = itemOf(run, id)!
  const wish = {
    ...{ items: [id], body, places: [...places], by: decidingBody.body!, from, kind },
    powers: ['decide' as const, 'seal' as const],
    document: documentOn(legalDay(town.clock.now())),
  }
  const done = await grantPower(town.house, registrarAsks(run), wish)
  journal.write(town.clock.now(), kind, id, body, isRefusal(done) ? done.code : 'given')
  if (isRefusal(done)) {
    journal.refuse(done.code)
    return undefined
  }
  run.powersChangedAt = town.clock.now()
  run.delegated.push({ ...given, id: done.ids[0]!, entrusted: kind === 'entrusted' })
  journal.mishap('power-given')
  return done.ids[0]!
}

/** What was given is taken back (收回) while cases are open: they go to whoever holds the power then. */
export async function powersTakenBack(run: Run, all = false): Promise<void> {
  const today = legalDay(run.town.clock.now())
  const over = run.delegated.filter(({ until, errand }) => until <= today || (all && !errand))
  // A decision in the name of whoever gave the power, neither sealed nor served, is the hardest moment to take it back.
  const decided = run.delegated.find(
    (given) => !given.errand && !over.includes(given) && isDecided(run, given) && run.random.chance(0.7),
  )
  await takePowerBack(run, [...over, ...(decided ? [decided] : [])])
}

export async function takePowerBack(run: Run, given: readonly Delegated[]): Promise<void> {
  const { town, journal } = run
  const today = legalDay(town.clock.now())
  for (const { id, item } of given) {
    const wish = { on: today, document: documentOn(today), reason: '不再由镇街道行使' }
    const done = await takeBack(town.house, registrarAsks(run), id, wish)
    journal.write(town.clock.now(), 'taken back', item, isRefusal(done) ? done.code : 'done')
    if (isRefusal(done)) {
      // A later document that gave the town the same has ended this one already.
      if (done.code !== 'power-ended') throw new Error(`a power was not taken back: ${done.code}`)
      journal.refuse(done.code)
      continue
    }
    run.powersChangedAt = town.clock.now()
    journal.mishap('power-taken-back')
  }
  run.delegated = run.delegated.filter((one) => !given.includes(one))
}

/** A case of theirs stands decided, or somebody is about to decide it and nobody has been told yet that they may no more. */
const isDecided = ({ journal }: Run, { item, body }: Run['delegated'][number]): boolean =>
  journal.cases.some(
    ({ state, dossier }) =>
      dossier?.item.id === item &&
      dossier.decidingBody === body &&
      (state === 'decided' || (!journal.refused.has('power-taken-back') && mayDecide(dossier))),
  )
