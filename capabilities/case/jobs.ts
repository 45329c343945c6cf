import { isRefusal } from '#engine/refusal.ts'
import type { Licences } from '#capabilities/licence-seal/index.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import { procedureOf } from './model.ts'
import { licenceJobs, licenceSubscribers } from './chapters/licences/register/jobs.ts'
import { noticeJobs, noticeSubscribers } from './notices/hear.ts'
import { makePaper } from './papers/make.ts'
import { PAPER_FACTS } from './papers/kinds.ts'
import { revokePapers } from './papers/register.ts'
import { systemAct } from './service/act.ts'
import type { Attachments } from './service/attachments.ts'
import { calendarJobs } from './service/calendars.ts'
import { CASE_JOB } from './service/collection.ts'
import { NEWER_VERSIONS, versionJobs } from './service/newer-versions.ts'
import { HANDED_OVER, HAND_OVER_FACT, handlingJobs } from './service/handling.ts'
import { POWER_FACTS, POWER_HOLDERS, powerJobs } from './service/powers.ts'
import type { CaseMeans } from './service/means.ts'
import { CARRIER, postingJobs } from './service/posting.ts'
import type { Worlds } from './service/worlds.ts'
import { caseReader } from './store.ts'

/** The subscriber that makes papers (文书) out of facts. */
export const PAPERS = 'case.papers'

/** The subscriber that marks papers of a revoked decision, for whoever verifies one. */
const REVOCATIONS = 'case.revocations'

export function caseSubscribers(kind: string): readonly string[] {
  return [...licenceSubscribers(kind), ...noticeSubscribers(kind), ...ownSubscribers(kind)]
}

function ownSubscribers(kind: string): readonly string[] {
  if (kind === 'posted') return [CARRIER]
  if (kind === HAND_OVER_FACT) return [HANDED_OVER]
  if (POWER_FACTS.has(kind)) return [POWER_HOLDERS]
  if (kind === 'item-published') return [NEWER_VERSIONS]
  const papers = (PAPER_FACTS as readonly string[]).includes(kind) ? [PAPERS] : []
  return kind === 'revoked' ? [...papers, REVOCATIONS] : papers
}

interface Parts {
  means: CaseMeans
  licences: Licences
  worlds: Worlds
  attachments: Attachments
}

/** Due system acts go through the same procedure as people's; papers are made after the act that caused them. */
export function caseJobs(worker: Worker, parts: Parts): void {
  const { means, worlds } = parts
  postingJobs(worker, parts)
  calendarJobs(worker, parts)
  licenceJobs(worker, parts)
  powerJobs(worker, parts)
  handlingJobs(worker, parts)
  versionJobs(worker, parts)
  noticeJobs(worker, means)
  worker.onJob(CASE_JOB, async (job, { requestId, now }) => {
    const row = await caseReader(means.db).byStream(job.areaCode, job.stream)
    if (row === undefined) throw new Error(`${job.stream} has a due act and no view`)
    const { action } = job.body as { action: string }
    const done = await systemAct(parts, row, { act: action, input: {}, now, requestId })
    // A holiday list that came since has moved the day: the act is due again then. Any other refusal means that somebody
    // was faster and the job has nothing left to do.
    if (!isRefusal(done) || done.code !== 'not-overdue') return
    const timer = procedureOf(row.dossier)
      .timers(row.dossier, { calendar: await worlds.calendar(row.area) })
      .find((candidate) => candidate.action === action)
    return timer && timer.at > now ? { againAt: timer.at } : undefined
  })
  worker.onFact(REVOCATIONS, async (fact) => {
    const row = await caseReader(means.db).byStream(fact.areaCode, fact.stream)
    if (row) await revokePapers(means, row)
  })
  worker.onFact(PAPERS, async (fact, { requestId, now }) => {
    const row = await caseReader(means.db).byStream(fact.areaCode, fact.stream)
    if (row === undefined || row.dossier.papers.some((paper) => paper.seq === fact.seq)) return
    const made = await makePaper(means, worlds, row, fact.seq)
    if (made === undefined) return
    const recorded = await systemAct(parts, row, { act: 'record-paper', input: { ...made }, now, requestId })
    if (isRefusal(recorded) && recorded.code !== 'already-rendered') {
      throw new Error(`${row.dossier.no}: the ${made.kind} could not be recorded: ${recorded.code}`)
    }
  })
}
