import { legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { licencesOf } from '#capabilities/case/chapters/licences/register/parts.ts'
import { systemAct } from '#capabilities/case/service/act.ts'
import { caseReader } from '#capabilities/case/store.ts'
import { worlds } from '#capabilities/case/service/worlds.ts'
import { NEEDING_POWER } from '#capabilities/case/chapters/power/reassign.ts'
import type { CaseDossier } from '#capabilities/case/model.ts'
import { checkCase } from './checks/index.ts'
import { Broken, seen, type Known } from './journal.ts'
import type { Input } from './inputs.ts'
import type { Run } from './run.ts'

interface Job {
  act: string
  /** What it hears. */
  code: string
  when(dossier: CaseDossier, run: Run): boolean
  input?(dossier: CaseDossier, run: Run): Input
}

/** Due acts of the system that come once more than they should, before their day, or to a case they are not meant for. */
const JOBS: readonly Job[] = [
  { code: 'not-overdue', act: 'deem-accept', when: ({ state }) => state === 'received' },
  { code: 'not-overdue', act: 'lapse', when: ({ state }) => state === 'supplementing' },
  {
    ...{ code: 'not-for-this-dossier', act: 'deliver-electronically' },
    when: ({ state, delivery }) => state === 'issued' && delivery !== 'electronic',
  },
  {
    ...{ code: 'already-rendered', act: 'record-paper' },
    when: ({ papers }) => papers.length > 0,
    input: ({ papers: [paper] }) => {
      const { id, kind, seq, file = '', hash = '', number } = paper!
      return { id, kind, seq, file, hash, ...(number === undefined ? {} : { number }) }
    },
  },
  {
    ...{ code: 'power-still-held', act: 'reassign-deciding-body' },
    when: ({ state }) => NEEDING_POWER.some((needing) => needing === state),
    input: ({ decidingBody }, { items }) => ({
      body: items
        .map(({ item }) => item.decidingBody)
        .find(({ kind, body }) => kind === 'body' && body !== decidingBody)!.body!,
    }),
  },
  {
    ...{ code: 'power-none', act: 'reassign-deciding-body' },
    when: ({ state, item, decidingBody }, { endedGrants }) =>
      NEEDING_POWER.some((needing) => needing === state) &&
      endedGrants.some((ended) => ended.item === item.id && ended.body === decidingBody),
    input: () => ({ body: 'egovernment-centre' }),
  },
]

/** A queue hands a job out again, or too early: whatever it asks for, nothing may be done that is not due. */
export async function jobComesTwice(run: Run): Promise<boolean> {
  const { random, journal } = run
  if (!journal.refused.has('licence-term-running') && (await licenceExpiresTooSoon(run))) return true
  const unheard = JOBS.filter(({ code }) => !journal.refused.has(code))
  const job = random.oneOf(unheard.length > 0 ? unheard : [...JOBS])
  const fitting = journal.cases.filter(({ open, dossier }) => open && dossier && job.when(dossier, run))
  if (fitting.length === 0) return false
  await deliver(run, random.oneOf(fitting), job)
  return true
}

async function deliver(run: Run, known: Known, { act, input, when }: Job): Promise<void> {
  const { town, journal } = run
  const { means, cases } = town.house
  const row = await caseReader(means.db).find(town.area, known.no, { everythingInArea: town.area })
  if (row === undefined || !when(row.dossier, run)) return
  journal.mishap('job-came-twice')
  const parts = { means, worlds: worlds(means), attachments: cases.attachments }
  const asked = { act, input: input?.(row.dossier, run) ?? {}, now: town.clock.now() }
  const outcome = await systemAct(parts, row, { ...asked, requestId: `twice-${run.serial()}` })
  journal.write(town.clock.now(), 'again', act, known.no, isRefusal(outcome) ? outcome.code : 'done')
  if (isRefusal(outcome)) journal.refuse(outcome.code)
  else if (act === 'record-paper' || act === 'reassign-deciding-body')
    throw new Broken([`${act} came once more to ${known.no} and was done`])
  seen(known, await checkCase(run, known))
}

const RUNNING = `SELECT number FROM licence_seal.licence
  WHERE area_code = $1 AND state = 'valid' AND valid_until > $2::date ORDER BY number LIMIT 1`

/** The same of a licence: it is to run out before its last day. */
async function licenceExpiresTooSoon(run: Run): Promise<boolean> {
  const { town, journal } = run
  const now = town.clock.now()
  const [held] = await town.truth.query<{ number: string }>(RUNNING, [town.area, legalDay(now)])
  if (held === undefined) return false
  const { means } = town.house
  const register = licencesOf(means, worlds(means))
  const row = await register.read.byNumber(town.area, held.number, { everythingInArea: town.area })
  if (row === undefined) return false
  journal.mishap('job-came-twice')
  const outcome = await register.systemAct(row, {
    ...{ act: 'expire', input: {}, now, requestId: `twice-${run.serial()}` },
  })
  journal.write(now, 'again', 'expire', held.number, isRefusal(outcome) ? outcome.code : 'done')
  if (!isRefusal(outcome)) throw new Broken([`${held.number} ran out before its last day`])
  journal.refuse(outcome.code)
  return true
}
