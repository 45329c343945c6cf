import { verifyLedger } from '#platform/ledger/verify.ts'
import { parkedTasks } from '#platform/jobs/backlog.ts'
import { Broken, type Known } from '../journal.ts'
import type { Run } from '../run.ts'
import { wrongWithCase } from './case.ts'
import { wrongWithMemory } from './memory.ts'
import { wrongRegisters } from './registers.ts'
import { caseTruth, headsOf, truthOf, type CaseTruth } from './truth.ts'

/** After a step: the case it touched. */
export async function checkCase(run: Run, known: Known): Promise<CaseTruth> {
  const { town } = run
  const truth = await caseTruth(town.truth, town.area, known.no)
  stopOn([...wrongWithMemory(known, truth), ...(truth ? wrongWithCase(truth, around(run)) : [])])
  return truth!
}

/**
 * In the evening: every open case in which something happened since it was looked at last, those that were left in peace in
 * turn, and the queues. Whether a case is there, in which state and version, is asked of all of them.
 */
export async function checkOpen(run: Run, shares: number): Promise<ReadonlyMap<string, CaseTruth>> {
  const { town, journal } = run
  const open = journal.cases.filter((known) => known.open)
  const heads = await headsOf(
    town.truth,
    town.area,
    open.map(({ no }) => no),
  )
  run.evenings += 1
  const looked = open.filter((known, index) => {
    const head = heads.get(known.no)
    return head === undefined || head !== known.dossier?.version || index % shares === run.evenings % shares
  })
  const truths = await truthOf(
    town.truth,
    town.area,
    looked.map(({ no }) => no),
  )
  stopOn([...wrongWith(run, looked, truths), ...(await wrongRegisters(run)), ...(await givenUp(run))])
  return truths
}

/** Now and then and at the end: every case there ever was, and every chain. */
export async function checkAll(run: Run): Promise<ReadonlyMap<string, CaseTruth>> {
  const { town, journal } = run
  const all = await truthOf(town.truth, town.area)
  const known = new Set(journal.cases.map(({ no }) => no))
  const verified = await verifyLedger(town.truth, { streamKind: 'case' })
  stopOn([
    ...wrongWith(run, journal.cases, all),
    ...[...all.keys()].filter((no) => !known.has(no)).map((no) => `${no} was never acknowledged to anybody`),
    ...(await wrongRegisters(run, true)),
    ...(await givenUp(run)),
    ...(verified.firstBroken ? [`a chain is broken: ${JSON.stringify(verified.firstBroken)}`] : []),
  ])
  return all
}

function wrongWith(run: Run, known: readonly Known[], truths: ReadonlyMap<string, CaseTruth>): string[] {
  return [
    ...known.flatMap((each) => wrongWithMemory(each, truths.get(each.no))),
    ...[...truths.values()].flatMap((truth) => wrongWithCase(truth, around(run))),
  ]
}

async function givenUp({ town }: Run): Promise<string[]> {
  const parked = await parkedTasks(town.truth, town.area)
  return parked.map(({ stream, lastError }) => `a task of ${stream} was given up: ${lastError}`)
}

const around = ({ town, calendars, vacated }: Run) => ({ posts: [...town.posts, ...vacated], calendars })

export function stopOn(problems: readonly string[]): void {
  if (problems.length > 0) throw new Broken(problems)
}
