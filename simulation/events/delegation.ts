import { addDays, legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { grantPower, takeBack } from '#capabilities/catalogue/index.ts'
import type { Run } from '../run.ts'
import { registrarAsks } from './registrar.ts'

const TOWNS = [
  { body: 'town-370304004', centre: 'centre-370304004' },
  { body: 'town-370304106', centre: 'centre-370304106' },
]

const documentOn = (on: string) => ({
  ...{ title: '关于调整行使权限的决定', number: '演示〔2026〕1号', on },
  announced: { on, where: '区政府网站' },
})

/** A body of the county gives a town the decision on some items (下放), or has it decide in its name (委托). */
export async function powerGiven(run: Run): Promise<void> {
  const { town, random, journal } = run
  const today = legalDay(town.clock.now())
  const given = new Set(run.delegated.map(({ item }) => item))
  const items = run.items
    .map(({ item }) => item)
    .filter(({ id, decidingBody, delegation, entryModes }) => {
      const free = delegation === undefined || delegation.entrust
      return decidingBody.kind === 'body' && free && 'centre' in entryModes && !given.has(id)
    })
  const item = random.oneOf(items)
  const { body, centre } = random.oneOf([...TOWNS])
  // Some begin on a later day, and some hold only at the centre of the town.
  const from = addDays(today, random.chance(0.25) ? random.whole(1, 3) : 0)
  const places = random.chance(0.25) ? [centre] : []
  const wish = {
    ...{ items: [item.id], body, places, by: item.decidingBody.body!, from },
    ...{
      kind: random.oneOf(['delegated', 'entrusted'] as const),
      powers: ['decide' as const, 'seal' as const],
    },
    document: documentOn(today),
  }
  const done = await grantPower(town.house, registrarAsks(run), wish)
  journal.write(town.clock.now(), wish.kind, item.id, body, isRefusal(done) ? done.code : 'given')
  if (isRefusal(done)) return journal.refuse(done.code)
  run.powersChangedAt = town.clock.now()
  run.delegated.push({ item: item.id, body, id: done.ids[0]!, until: addDays(from, random.whole(4, 9)) })
  journal.mishap('power-given')
}

/** What was given is taken back (收回) while cases are open: they go to whoever holds the power then. */
export async function powersTakenBack(run: Run, all = false): Promise<void> {
  const { town, journal } = run
  const today = legalDay(town.clock.now())
  for (const { id, item } of run.delegated.filter(({ until }) => all || until <= today)) {
    const wish = { on: today, document: documentOn(today), reason: '不再由镇街道行使' }
    const done = await takeBack(town.house, registrarAsks(run), id, wish)
    if (isRefusal(done)) throw new Error(`a power was not taken back: ${done.code}`)
    run.powersChangedAt = town.clock.now()
    journal.mishap('power-taken-back')
    journal.write(town.clock.now(), 'taken back', item)
  }
  run.delegated = run.delegated.filter(({ until }) => !all && until > today)
}
