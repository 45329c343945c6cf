import { isRefusal } from '#engine/refusal.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import { itemChange } from '../model/item-change.ts'
import { changeReader, type ChangeRow } from '../store.ts'
import { CHANGE_JOB, systemAct, type Parts } from './act.ts'
import { areasBelow, followItem, listsAbove } from '../above/follow.ts'
import { goLive } from './go-live.ts'

/** What a change does on its own day: a version goes live, a draft lapses, a late step is noted. */
export function changeJobs(worker: Worker, parts: Parts): void {
  worker.onJob(CHANGE_JOB, async (job, { requestId, now }) => {
    const row = await changeReader(parts.means.db).byStream(job.areaCode, job.stream)
    if (row === undefined) throw new Error(`${job.stream} has a due act and no view`)
    const { action } = job.body as { action: string }
    if (action === 'go-live') {
      // Called off, or done by a task that crashed after it: nothing is written for it any more.
      if (row.dossier.state !== 'scheduled') return
      const failed = await goLive(parts.means, row, now)
      const done = await systemAct(parts, row, {
        ...(failed === undefined
          ? { act: 'go-live', input: {} }
          : { act: 'fail-to-go-live', input: { code: failed } }),
        ...{ now, requestId },
      })
      if (isRefusal(done)) throw new Error(`${job.stream} could not go live: ${done.code}`)
      if (failed === undefined) await followAfter(parts, row, now)
      return
    }
    const done = await systemAct(parts, row, { act: action, input: {}, now, requestId })
    // Any other refusal means that somebody was faster.
    if (!isRefusal(done) || done.code !== 'change-not-due') return
    const calendar = await parts.worlds.calendar(row.area)
    const timer = itemChange.timers(row.dossier, { calendar }).find((each) => each.action === action)
    return timer && timer.at > now ? { againAt: timer.at } : undefined
  })
}

/** What stands below the published version follows it, and the item itself what came from above while the change was open. */
async function followAfter(parts: Parts, { area, dossier: { item } }: ChangeRow, now: string): Promise<void> {
  for (const below of [area, ...(await areasBelow(parts.means.db, area))])
    await followItem(parts, { area: below, item, now, lists: await listsAbove(parts, below) })
}
