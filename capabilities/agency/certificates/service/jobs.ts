import type { Worker } from '#platform/jobs/worker.ts'
import { certificateByStream } from '../store.ts'
import { actBySystem, CERTIFICATE_JOB } from './act.ts'
import type { CertificateMeans } from './means.ts'

/** What nobody answered by its day is noted, once. */
export function certificateJobs(worker: Worker, means: CertificateMeans): void {
  worker.onJob(CERTIFICATE_JOB, async ({ areaCode, stream, body }, { requestId, now }) => {
    const row = await certificateByStream(means.db, areaCode, stream)
    if (row === undefined) throw new Error(`${stream} has a due act and no row`)
    const { action: act } = body as { action: string }
    // A refusal means that somebody has answered meanwhile.
    await actBySystem(means, row, { act, input: {}, now, requestId })
  })
}
