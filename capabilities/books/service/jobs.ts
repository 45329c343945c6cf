import { isRefusal } from '#engine/refusal.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { Book } from '../model/book.ts'
import { entryReader } from '../store.ts'
import { actBySystem, jobOf } from './act.ts'
import type { BooksMeans } from './means.ts'

/** What the calendar does to an entry: it begins, it lapses, a late step is noted. */
export function bookJobs(worker: Worker, means: BooksMeans, book: Book): void {
  worker.onJob(jobOf(book), async (job, { requestId, now }) => {
    const row = await entryReader(means.db).byStream(job.areaCode, job.stream)
    if (row === undefined) throw new Error(`${job.stream} has a due act and no view`)
    const { action } = job.body as { action: string }
    const done = await actBySystem(means, book, row, { act: action, input: {}, now, requestId })
    // Any other refusal means that somebody was faster.
    if (!isRefusal(done) || done.code !== 'book-not-due') return
    const timer = book.dueOf(row.dossier).find((each) => each.action === action)
    return timer && timer.at > now ? { againAt: timer.at } : undefined
  })
}
