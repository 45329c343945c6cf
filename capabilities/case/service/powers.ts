import { addDays, legalDay, startOfDay } from '#engine/day.ts'
import { isInForce } from '#engine/power/grant.ts'
import { inNameOf } from '#engine/power/holder.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { GrantRow } from '#capabilities/catalogue/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { ensureJob } from '#platform/jobs/schedule.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import { NEEDING_POWER } from '../chapters/power/reassign.ts'
import { caseReader, type CaseRow } from '../store.ts'
import { openPairs, openStreamsOf, type OpenPair } from '../store/powers.ts'
import { systemAct } from './act.ts'
import type { Attachments } from './attachments.ts'
import { deciderOf } from './decider.ts'
import type { CaseMeans } from './means.ts'
import type { Worlds } from './worlds.ts'

/** The subscriber that looks after open cases when the register of powers changes. */
export const POWER_HOLDERS = 'case.power-holders'
export const POWER_FACTS: ReadonlySet<string> = new Set([
  'power-granted',
  'power-amended',
  'power-taken-back',
])
const POWERS_JOB = 'case.powers'

interface Parts {
  means: CaseMeans
  worlds: Worlds
  attachments: Attachments
}

/**
 * No case stays with a body whose power has ended or was taken back: each goes to whoever holds the power now, by an act of
 * its own. Looked at when the register changes, and just after midnight, when powers end by themselves.
 */
export function powerJobs(worker: Worker, parts: Parts): void {
  worker.onFact(POWER_HOLDERS, async (fact, { now }) => {
    // A power published with its item moves no case: it was there before any. A new version may end one.
    const { kind, job } = fact.actor as { kind?: string; job?: string }
    if (kind === 'staff' || job === 'item-change') await followPowers(parts, fact.areaCode, now)
  })
  worker.onJob(POWERS_JOB, async (_, { now }) => {
    for (const { area } of await parts.means.organisation.areas(legalDay(now)))
      await followPowers(parts, area, now)
    return { againAt: startOfDay(addDays(legalDay(now), 1)) }
  })
}

/** One for the whole installation; it looks into every area. */
export async function keepPowers(db: Queryable, clock: Clock): Promise<void> {
  const stream = `schedule:${POWERS_JOB}`
  await ensureJob(db, { areaCode: '000000', stream, kind: POWERS_JOB, dueAt: clock.now(), body: {} })
}

async function followPowers(parts: Parts, area: string, now: string): Promise<void> {
  const { means } = parts
  const day = legalDay(now)
  const grants = await means.catalogue.grantsInMemory(area, true)
  for (const pair of await openPairs(means.db, area)) {
    const name = nameUnder(pair, grants, day)
    for (let after = ''; ;) {
      const asked = { ...pair, states: NEEDING_POWER, after, ...(name === undefined ? {} : { name }) }
      const streams = await openStreamsOf(means.db, area, asked)
      for (const stream of streams)
        await moveOn(parts, (await caseReader(means.db).byStream(area, stream))!, now)
      const last = streams.at(-1)
      if (last === undefined) break
      after = last
    }
  }
}

/** In whose name a body decides an item today; nothing when it may not decide it at all. */
function nameUnder({ item, body }: OpenPair, grants: readonly GrantRow[], day: string): string | undefined {
  const grant = grants.find(
    (one) => one.item === item && one.body === body && one.powers.includes('decide') && isInForce(one, day),
  )
  return grant && (inNameOf(grant, '').inNameOf ?? '')
}

async function moveOn(parts: Parts, row: CaseRow, now: string): Promise<void> {
  const { means } = parts
  const { dossier, area } = row
  const { item } = await means.catalogue.pinned(area, dossier.item.id, dossier.item.version)
  const decider = await deciderOf(means, area, item, { region: dossier.region, day: legalDay(now) })
  if (decider === undefined) return
  const name = decider.inNameOf
  const input = { body: decider.body, ...(name === undefined ? {} : { inNameOf: name }) }
  const requestId = `power:${row.stream}:${dossier.version}:${decider.body}`
  const done = await systemAct(parts, row, { act: 'reassign-deciding-body', input, now, requestId })
  // A decision made in another name has to be made anew, which is an act of its own.
  if (isRefusal(done) && done.code === 'not-for-this-dossier')
    await systemAct(parts, row, { act: 'take-over-decision', input, now, requestId: `${requestId}:anew` })
}
