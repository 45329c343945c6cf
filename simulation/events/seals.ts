import { addDays, legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { moveSeal } from '#capabilities/licence-seal/index.ts'
import { viewRow } from '../checks/truth.ts'
import type { Run } from '../run.ts'
import { registrarAsks } from './registrar.ts'

/** The seal a case waits for is out of use for some days (停用). */
export async function sealSuspended(run: Run): Promise<void> {
  const { town, random, journal } = run
  const today = legalDay(town.clock.now())
  const open = journal.cases.filter((known) => known.open && known.state !== 'received')
  if (open.length === 0) return
  const row = await viewRow(town.truth, town.area, random.oneOf(open).no)
  const out = new Set(run.suspended.map(({ seal }) => seal))
  const seals = (await town.house.means.seals.inForce(town.area, today, true))
    .filter(({ holder, purpose, state, id }) => {
      return (
        holder === row?.dossier.decidingBody && purpose === 'decision' && state === 'in-use' && !out.has(id)
      )
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  for (const { id } of seals) {
    const done = await moveSeal(town.house.means, registrarAsks(run), id, 'suspend', {
      reason: '印章磨损停用',
    })
    if (isRefusal(done)) throw new Error(`a seal was not suspended: ${done.code}`)
    run.suspended.push({ seal: id, until: addDays(today, random.whole(1, 3)) })
    journal.mishap('seal-suspended')
    journal.write(town.clock.now(), 'seal out of use', id)
  }
}

export async function sealsBack(run: Run, all = false): Promise<void> {
  const { town, journal } = run
  const today = legalDay(town.clock.now())
  for (const { seal } of run.suspended.filter(({ until }) => all || until <= today)) {
    const done = await moveSeal(town.house.means, registrarAsks(run), seal, 'resume', {
      reason: '印章恢复使用',
    })
    if (isRefusal(done)) throw new Error(`a seal did not come back: ${done.code}`)
    journal.mishap('seal-resumed')
  }
  run.suspended = run.suspended.filter(({ until }) => !all && until > today)
}
