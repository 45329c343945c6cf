import { isRefusal } from '#engine/refusal.ts'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import type { CaseDossier } from '#capabilities/case/model.ts'
import { canonical, sm3 } from '#platform/ledger/canonical.ts'
import { checkCase } from './checks/index.ts'
import { acknowledged, carryOut, type Deed, type Outcome } from './deed.ts'
import type { Input } from './inputs.ts'
import { forgetAfter } from './forgetting.ts'
import { Broken, seen, type Known } from './journal.ts'
import { wantDeputy } from './parted.ts'
import type { Somebody } from './people.ts'
import { metAct } from './plots.ts'
import type { Run } from './run.ts'

/** A case as somebody has it before them. */
export interface Open {
  known: Known
  dossier: CaseDossier
  who: Somebody
  detail: CaseDetail
}

export async function settle(run: Run, open: Omit<Open, 'detail'>, deed: Deed): Promise<void> {
  await record(run, open, deed, await carryOut(run, deed))
}

/** Whoever tells what is meant leaves the decision to another person. */
const TELLING = new Set(['tell-revocation', 'tell-ending'])

export async function record(
  run: Run,
  { known, dossier }: Omit<Open, 'detail'>,
  deed: Deed,
  outcome: Outcome,
): Promise<void> {
  tell(run, known, deed, outcome)
  known.tried ??= new Map()
  if (isRefusal(outcome)) known.tried.set(deed.act, (known.tried.get(deed.act) ?? 0) + 1)
  else known.tried.clear()
  const parted = isRefusal(outcome) ? outcome.code === 'role-separation' : TELLING.has(deed.act)
  if (!isRefusal(outcome)) {
    if (run.journal.times(dossier.procedure, deed.act) === 0) known.pioneer = run.journal.step
    run.journal.count(dossier.procedure, deed.act)
    known.acknowledged.push(acknowledged(run, deed, outcome))
    metAct(run, known, deed.act)
    forgetAfter(run, known, deed.act, dossier.about?.kind === 'renew')
  }
  const truth = await checkCase(run, known)
  if (parted) await wantDeputy(run, truth.row, deed.who)
  if (isRefusal(outcome) && truth.row.version !== dossier.version) {
    throw new Broken([`${known.no}: ${deed.act} was refused (${outcome.code}) and something was written`])
  }
  seen(known, truth)
}

export function tell({ journal, town }: Run, { no }: Known, { who, act }: Deed, outcome: Outcome): void {
  const words = isRefusal(outcome) ? outcome.code : (outcome.answer as { state: string }).state
  journal.write(town.clock.now(), who.name, act, no, words)
  if (isRefusal(outcome)) journal.refuse(outcome.code)
}

export function deedOn(
  run: Run,
  { known, who }: Omit<Open, 'detail'>,
  act: string,
  input: Input,
  seenVersion?: number,
): Deed {
  const { town } = run
  const requestId = `act-${run.serial()}`
  const press = (more = ''): Promise<Outcome> =>
    town.house.cases.act({
      ...{
        no: known.no,
        act,
        input,
        actor: who.actor,
        reliesOn: who.reliesOn,
        now: town.clock.now(),
        requestId,
      },
      requestHash: sm3(canonical({ act, input, more })),
      ...(seenVersion === undefined ? {} : { seenVersion }),
    })
  return { who, act, requestId, press: () => press(), pressOther: () => press('other') }
}
