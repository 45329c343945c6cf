import { isRefusal } from '#engine/refusal.ts'
import { systemAct } from '#capabilities/case/service/act.ts'
import { worlds } from '#capabilities/case/service/worlds.ts'
import { NEEDING_POWER } from '#capabilities/case/chapters/power/reassign.ts'
import type { CaseDossier } from '#capabilities/case/model.ts'
import { checkCase } from './checks/index.ts'
import { Broken, seen, type Known } from './journal.ts'
import type { Input } from './inputs.ts'
import type { Run } from './run.ts'

interface Job {
  act: string
  when(dossier: CaseDossier): boolean
  input?(dossier: CaseDossier, run: Run): Input
}

/** Due acts of the system that come once more than they should, before their day, or to a case they are not meant for. */
const JOBS: readonly Job[] = [
  { act: 'deem-accept', when: ({ state }) => state === 'received' },
  { act: 'lapse', when: ({ state }) => state === 'supplementing' },
  {
    act: 'deliver-electronically',
    when: ({ state, delivery }) => state === 'issued' && delivery !== 'electronic',
  },
  {
    act: 'record-paper',
    when: ({ papers }) => papers.length > 0,
    input: ({ papers: [paper] }) => {
      const { id, kind, seq, file = '', hash = '', number } = paper!
      return { id, kind, seq, file, hash, ...(number === undefined ? {} : { number }) }
    },
  },
  {
    act: 'reassign-deciding-body',
    when: ({ state }) => NEEDING_POWER.some((needing) => needing === state),
    input: ({ decidingBody }, { items }) => ({
      body: items
        .map(({ item }) => item.decidingBody)
        .find(({ kind, body }) => kind === 'body' && body !== decidingBody)!.body!,
    }),
  },
]

/** A queue hands a job out again, or too early: whatever it asks for, nothing may be done that is not due. */
export async function jobComesTwice(run: Run): Promise<boolean> {
  const { random, journal } = run
  const job = random.oneOf([...JOBS])
  const fitting = journal.cases.filter(({ open, dossier }) => open && dossier && job.when(dossier))
  if (fitting.length === 0) return false
  await deliver(run, random.oneOf(fitting), job)
  return true
}

async function deliver(run: Run, known: Known, { act, input, when }: Job): Promise<void> {
  const { town, journal } = run
  const { means, cases } = town.house
  const row = await cases.find({ kind: 'system', job: 'queue' }, known.no)
  if (row === undefined || !when(row.dossier)) return
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
