import { isRefusal } from '#engine/refusal.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import { LICENCE_JOB } from '#capabilities/licence-seal/index.ts'
import { licence } from '#capabilities/licence-seal/model.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import { streamKind } from '#platform/ledger/stream.ts'
import { caseReader } from '../../../store.ts'
import { licenceCalendarJobs } from './calendars.ts'
import { follow, FOLLOWED } from './follow.ts'
import { LICENCE_PAPER_FACTS, makeLicencePaper, markGrants } from './papers.ts'
import type { LicenceParts } from './parts.ts'

/** The subscriber that keeps the register in step with the cases. */
const LICENCES = 'case.licences'
/** The subscriber that makes the papers of a licence. */
const LICENCE_PAPERS = 'licence.papers'
/** The subscriber that lets /verify know what has become of a licence. */
const LICENCE_VERIFY = 'licence.verify'

const MARKING = ['licence-ended', 'licence-expired', 'licence-forfeited', 'licence-given-up'].concat([
  'licence-renewed',
  'licence-amended',
])

export function licenceSubscribers(kind: string): readonly string[] {
  return [
    ...(FOLLOWED.includes(kind) ? [LICENCES] : []),
    ...(kind in LICENCE_PAPER_FACTS ? [LICENCE_PAPERS] : []),
    ...(MARKING.includes(kind) ? [LICENCE_VERIFY] : []),
  ]
}

export function licenceJobs(worker: Worker, parts: LicenceParts): void {
  const { means, licences } = parts
  licenceCalendarJobs(worker, parts)
  worker.onFact(LICENCES, async (fact, { requestId, now }) => {
    if (streamKind(fact.stream) !== 'case') return
    const row = await caseReader(means.db).byStream(fact.areaCode, fact.stream)
    if (row) await follow(parts, { fact, row, requestId, now })
  })
  worker.onFact(LICENCE_PAPERS, async (fact, { requestId, now }) => {
    const row = await licences.read.byStream(fact.areaCode, fact.stream)
    // What ended by a case has its papers there.
    const { paper } = readFact(fact).body
    if (row === undefined || paper === undefined) return
    if (row.dossier.papers.some(({ seq }) => seq === fact.seq)) return
    const made = await makeLicencePaper(parts, row, fact.seq)
    const done = await licences.systemAct(row, { act: 'record-paper', input: { ...made }, now, requestId })
    if (isRefusal(done) && done.code !== 'already-rendered')
      throw new Error(`${row.dossier.number}: the ${made.kind} could not be recorded: ${done.code}`)
  })
  worker.onFact(LICENCE_VERIFY, async (fact) => {
    const row = await licences.read.byStream(fact.areaCode, fact.stream)
    if (row) await markGrants(means.db, row)
  })
  worker.onJob(LICENCE_JOB, async (job, { requestId, now }) => {
    const row = await licences.read.byStream(job.areaCode, job.stream)
    if (row === undefined) throw new Error(`${job.stream} has a due act and no view`)
    const { action } = job.body as { action: string }
    const done = await licences.systemAct(row, { act: action, input: {}, now, requestId })
    // Its term was renewed meanwhile, or a renewal is pending: the act is due again, or somebody else sets it anew.
    if (!isRefusal(done) || done.code !== 'licence-term-running') return
    const calendar = await parts.worlds.calendar(row.area)
    const timer = licence.timers(row.dossier, { calendar }).find((each) => each.action === action)
    return timer && timer.at > now ? { againAt: timer.at } : undefined
  })
}
