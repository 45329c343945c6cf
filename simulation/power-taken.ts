import { addDays, legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { procedureOf } from '#capabilities/case/model.ts'
import type { Deed } from './deed.ts'
import { changeGrant } from './events/grants.ts'
import { Broken } from './journal.ts'
import { record, settle, type Open } from './pressing.ts'
import { whileAtTheDoor } from './door.ts'
import type { Run } from './run.ts'

/**
 * Somebody has decided under a power, and before it is written down the power is gone: the act must not go through,
 * though what the house remembers still says that it may. Afterwards the power is given back.
 */
export async function powerTaken(run: Run, open: Open, deed: Deed): Promise<void> {
  const { town, journal } = run
  const { actor } = open.who
  const power = procedureOf(open.dossier).actions.find(({ name }) => name === deed.act)?.power
  const ended = new Set(run.endedGrants.map(({ stream }) => stream))
  const grants = (await town.house.catalogue.grants(town.area)).filter(
    ({ item, body, stream }) =>
      item === open.dossier.item.id && actor.kind === 'staff' && body === actor.body && !ended.has(stream),
  )
  if (power === undefined || grants.length === 0) return settle(run, open, deed)
  journal.mishap('power-taken')
  const streams = grants.map(({ stream }) => stream).toSorted()
  const yesterday = addDays(legalDay(town.clock.now()), -1)
  const [outcome] = await whileAtTheDoor(run, deed, async () => {
    for (const stream of streams) await changeGrant(run, stream, 'power-ended', yesterday)
  })
  if (!isRefusal(outcome)) {
    throw new Broken([`${deed.act} on ${open.known.no} went through under a power that had been taken`])
  }
  for (const stream of streams) await changeGrant(run, stream, 'power-granted', null)
  await record(run, open, deed, outcome)
}
