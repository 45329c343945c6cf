import { addDays, legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { issueSeal, moveSeal } from '#capabilities/licence-seal/index.ts'
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
    const done = await moveSeal(town.house, registrarAsks(run), id, 'suspend', {
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
    const done = await moveSeal(town.house, registrarAsks(run), seal, 'resume', {
      reason: '印章恢复使用',
    })
    if (isRefusal(done)) throw new Error(`a seal did not come back: ${done.code}`)
    journal.mishap('seal-resumed')
  }
  run.suspended = run.suspended.filter(({ until }) => !all && until > today)
}

/** A centre's seal is worn out: it is destroyed for good (作废), and the next one is taken into use the same morning. */
export async function sealRetired(run: Run): Promise<void> {
  const { town, random, journal } = run
  const today = legalDay(town.clock.now())
  const out = new Set(run.suspended.map(({ seal }) => seal))
  const seals = (await town.house.means.seals.inForce(town.area, today, true))
    .filter(({ kind, state, id }) => kind === 'centre' && state === 'in-use' && !out.has(id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (seals.length === 0) return
  const { id, body } = random.oneOf(seals)
  const gone = await moveSeal(town.house, registrarAsks(run), id, 'retire', { reason: '印章磨损作废' })
  if (isRefusal(gone)) throw new Error(`a seal was not retired: ${gone.code}`)
  journal.mishap('seal-retired')
  const again = await moveSeal(town.house, registrarAsks(run), id, 'resume', { reason: '恢复使用' })
  if (!isRefusal(again)) throw new Error(`the retired seal ${id} was taken into use again`)
  const next = await issueSeal(town.house, registrarAsks(run), { kind: 'centre', body, from: today })
  if (isRefusal(next)) throw new Error(`no seal came after ${id}: ${next.code}`)
  journal.mishap('seal-issued')
  journal.write(town.clock.now(), 'seal retired', id)
}
