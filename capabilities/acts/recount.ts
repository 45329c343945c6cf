import { legalDay, type Instant } from '#engine/day.ts'
import type { DossierBase, WorldBase } from '#engine/procedure/procedure.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import type { Clock } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { ensureJob } from '#platform/jobs/schedule.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { performMany, type ManyCollection } from './perform-many.ts'
import type { Done, Stored } from './perform.ts'

/** The act by which a dossier records that its clocks are counted under another calendar. */
export const RECOUNT = 'recompute-clocks'
/** How often somebody looks whether a holiday list has come. */
const LOOK_AGAIN_MS = 10 * 60_000

/** What a capability says about its dossiers so that their clocks can be counted under a newer calendar. */
export interface Recounting<D extends DossierBase, W extends WorldBase, S extends Stored<D> = Stored<D>> {
  /** Kind of the recurring job that looks, e.g. `case.calendar`. */
  job: string
  ledger: Ledger
  areas(day: string): Promise<readonly { area: string }[]>
  /** The version of the calendar in force in an area. */
  version(area: string): Promise<string>
  /** Open dossiers with a clock that was last counted under another version, page by page, each once. */
  pages(area: string, version: string): AsyncIterable<readonly S[]>
  many: ManyCollection<D, W, S>
  /** The act on one dossier alone, for a page in which somebody was faster. */
  one(stored: S, act: string, now: Instant, requestId: string): Promise<Done | Refusal>
}

/**
 * When a holiday list has been published, every open dossier counts its clocks under it, each by a fact of its own. An
 * area is left alone once a look found nothing to do: an act decided on the older list a moment later is found by the
 * next. What is done needs no mark of its own to be resumed: a dossier that was counted is not found again.
 */
export function recountJobs<D extends DossierBase, W extends WorldBase, S extends Stored<D>>(
  worker: Worker,
  recounting: Recounting<D, W, S>,
): void {
  const settled = new Map<string, string>()
  worker.onJob(recounting.job, async (_, { now }) => {
    for (const { area } of await recounting.areas(legalDay(now))) {
      const version = await recounting.version(area)
      if (settled.get(area) === version) continue
      if ((await recount(recounting, area, version, now)) === 0) settled.set(area, version)
    }
    return { againAt: new Date(Date.parse(now) + LOOK_AGAIN_MS).toISOString() }
  })
}

/** How many dossiers were counted anew. */
export async function recount<D extends DossierBase, W extends WorldBase, S extends Stored<D>>(
  recounting: Recounting<D, W, S>,
  area: string,
  version: string,
  now: Instant,
): Promise<number> {
  let count = 0
  for await (const page of readAhead(recounting.pages(area, version)))
    count += await recountPage(recounting, page, version, now)
  return count
}

/** The next page is read while this one is counted. Whoever acts in between is noticed when the page is written. */
async function* readAhead<T>(pages: AsyncIterable<T>): AsyncGenerator<T> {
  const reading = pages[Symbol.asyncIterator]()
  let next = reading.next()
  try {
    for (;;) {
      const { done, value } = await next
      if (done) return
      next = reading.next()
      // A fault is heard when the page is asked for, which it is not when counting has failed before.
      next.catch(() => {})
      yield value
    }
  } finally {
    await reading.return?.()
  }
}

async function recountPage<D extends DossierBase, W extends WorldBase, S extends Stored<D>>(
  { ledger, many, one }: Recounting<D, W, S>,
  page: readonly S[],
  version: string,
  now: Instant,
): Promise<number> {
  // A page never begins twice with the same version of the same dossier once it was written.
  const nameOf = ({ stream, dossier }: S): string => `recompute:${stream}:${version}:${dossier.version}`
  let [left, alone, count]: [readonly S[], S[], number] = [page, [], 0]
  while (left[0] !== undefined) {
    const together = await performMany(ledger, many, left, {
      ...{ action: RECOUNT, job: RECOUNT, now },
      requestId: `${nameOf(left[0])}:page`,
    })
    if (typeof together === 'number') {
      count = together
      break
    }
    // Whoever was acted upon meanwhile is read again and counted by itself, the others once more together.
    const overtaken = left.filter(({ stream }) => stream === together.overtaken)
    alone = [...alone, ...(overtaken.length > 0 ? overtaken : left)]
    left = overtaken.length > 0 ? left.filter((stored) => !overtaken.includes(stored)) : []
  }
  for (const stored of alone) {
    if (!isRefusal(await one(stored, RECOUNT, now, nameOf(stored)))) count += 1
  }
  return count
}

/** One for the whole installation; it looks into every area. */
export async function keepRecounting(db: Queryable, clock: Clock, job: string): Promise<void> {
  await ensureJob(db, {
    ...{ areaCode: '000000', stream: `schedule:${job}`, kind: job },
    ...{ dueAt: clock.now(), body: {} },
  })
}
