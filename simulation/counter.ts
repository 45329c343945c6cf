import { isRefusal, type Refusal } from '#engine/refusal.ts'
import type { ProcedureName } from '#capabilities/case/contract.ts'
import { application, handIn, type Application } from './applications.ts'
import { checkCase } from './checks/index.ts'
import { viewRow } from './checks/truth.ts'
import { acknowledged, carryOut, type Deed } from './deed.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import { Broken, type Known } from './journal.ts'
import type { Citizen } from './people.ts'
import type { Run } from './run.ts'

/** Somebody files something, at a window or from the sofa. */
export async function fileSomething(run: Run): Promise<void> {
  const asked = await application(run)
  if (asked !== undefined) await takeToCounter(run, asked)
}

/** What comes of an application: a case, or a no. */
export async function takeToCounter(run: Run, asked: Application): Promise<Known | Refusal> {
  const { who, applicant, filing, flaw } = asked
  const atStation = who.actor.kind === 'staff' && who.actor.roles.includes('village-agent')
  const act = who.citizen ? 'file-online' : atStation ? 'file-at-station' : 'file-at-window'
  const requestId = `file-${run.serial()}`
  const deed: Deed = {
    ...{ who, act, requestId },
    press: () => handIn(run, asked, requestId),
    pressOther: () => handIn(run, asked, requestId, 'other'),
  }
  const outcome = await carryOut(run, deed)
  const words = isRefusal(outcome) ? outcome.code : (outcome.answer as { no: string }).no
  run.journal.write(run.town.clock.now(), who.name, act, filing.item, flaw ?? 'as it should be', words)
  if (isRefusal(outcome)) {
    run.journal.refuse(outcome.code)
    return outcome
  }
  const procedure = filing.commitment ? 'commitment' : asked.item.process.procedure
  return takenIn(run, deed, outcome, procedure, applicant)
}

/** A case is born: from now on it must be there. */
export async function takenIn(
  run: Run,
  deed: Deed,
  done: Done,
  procedure: ProcedureName,
  applicant: Citizen,
): Promise<Known> {
  const { no } = done.answer as { no: string }
  const row = await viewRow(run.town.truth, run.town.area, no)
  if (row === undefined) throw new Broken([`${no} was acknowledged and is lost`])
  if (run.journal.cases.some((known) => known.no === no))
    throw new Broken([`the number ${no} was given twice`])
  const own = row.dossier.party === applicant.party
  const known: Known = {
    ...{ no, item: row.dossier.item.id, open: true, state: row.state, procedure: row.dossier.procedure },
    ...(own ? { citizen: applicant.index } : {}),
    acknowledged: [acknowledged(run, deed, done)],
  }
  run.journal.cases.push(known)
  run.journal.count(procedure, deed.act)
  await checkCase(run, known)
  return known
}
