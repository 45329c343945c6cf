import { legalDay, startOfDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { easing, isEasier } from '#capabilities/catalogue/model.ts'
import type { Instant } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { ensureJob } from '#platform/jobs/schedule.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import { BEFORE_DECISION } from '../chapters/newer-version/rules.ts'
import { caseReader } from '../store.ts'
import { casesBelow } from '../store/by-version.ts'
import { systemAct } from './act.ts'
import type { Attachments } from './attachments.ts'
import type { CaseMeans } from './means.ts'
import type { Worlds } from './worlds.ts'

/** The subscriber that asks applicants whether they want an easier version of the item they applied for. */
export const NEWER_VERSIONS = 'case.newer-versions'
const FIRST_DAY = 'case.version-first-day'

interface Parts {
  means: CaseMeans
  worlds: Worlds
  attachments: Attachments
}

/** Nobody is asked before the first day of a version: until then it may be called off, and it eases nothing yet. */
export function versionJobs(worker: Worker, parts: Parts): void {
  worker.onFact(NEWER_VERSIONS, async (fact, { now }) => {
    const { id, version, effectiveFrom } = fact.body as ItemVersion
    if (version === 1) return
    if (effectiveFrom <= legalDay(now)) return offer(parts, fact.areaCode, id, now)
    await ensureJob(parts.means.db, {
      ...{ areaCode: fact.areaCode, stream: fact.stream, kind: FIRST_DAY, key: String(version) },
      ...{ dueAt: startOfDay(effectiveFrom), body: { item: id } },
    })
  })
  worker.onJob(FIRST_DAY, async (job, { now }) => {
    const { item } = job.body as { item: string }
    await offer(parts, job.areaCode, item, now)
  })
}

/** Every case that gains by the version in force is asked, by a recorded act of its own; asked again it says no. */
async function offer(parts: Parts, area: string, id: string, now: Instant): Promise<void> {
  const { means } = parts
  const next = (await means.catalogue.itemInForce(area, id, legalDay(now)))?.item
  if (next === undefined) return
  const { version } = next
  for (let after = ''; ;) {
    const page = await casesBelow(means.db, area, { item: id, version, states: BEFORE_DECISION, after })
    for (const { stream } of page) {
      const row = (await caseReader(means.db).byStream(area, stream))!
      const requestId = `version:${stream}:${version}`
      const done = await systemAct(parts, row, { act: 'offer-version', input: { next }, now, requestId })
      if (isRefusal(done) && !EXPECTED.has(done.code))
        throw new Error(`${row.dossier.no}: version ${version} could not be offered: ${done.code}`)
    }
    const last = page.at(-1)
    if (last === undefined) return
    after = last.stream
  }
}

/** It gains nothing, or somebody has decided it meanwhile. */
const EXPECTED: ReadonlySet<string> = new Set([
  ...['version-not-easier', 'not-in-this-state', 'action-unknown', 'not-for-this-dossier'],
])

/** Running cases whose version this one only eases, with what becomes easier: what is known of them before anybody looks into each. */
export async function mayMoveTo(
  { db, catalogue }: { db: Queryable; catalogue: Pick<CaseMeans['catalogue'], 'pinned'> },
  area: string,
  next: ItemVersion,
): Promise<{ nos: string[]; gains: string[] }> {
  const nos: string[] = []
  const gains = new Set<string>()
  const easier = new Map<number, boolean>()
  for (let after = ''; ;) {
    const below = { item: next.id, version: next.version, states: BEFORE_DECISION, after }
    const page = await casesBelow(db, area, below)
    for (const { no, version } of page) {
      if (!easier.has(version)) {
        const held = easing((await catalogue.pinned(area, next.id, version)).item, next)
        easier.set(version, isEasier(held))
        if (isEasier(held)) held.eases.forEach(({ text }) => gains.add(text))
      }
      if (easier.get(version)) nos.push(no)
    }
    const last = page.at(-1)
    if (last === undefined) return { nos, gains: [...gains] }
    after = last.stream
  }
}
