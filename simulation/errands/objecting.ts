import { isRefusal } from '#engine/refusal.ts'
import { OBJECTIONS_MAX } from '#capabilities/case/chapters/publicity/rules.ts'
import { canonical, sm3 } from '#platform/ledger/canonical.ts'
import { citizenActor } from '#capabilities/portal/index.ts'
import { acknowledged } from '../deed.ts'
import { checkCase } from '../checks/index.ts'
import { asCitizen, type Citizen } from '../people.ts'
import type { Run } from '../run.ts'
import type { Going, Step } from './errand.ts'
import { happens } from './steps.ts'

/** Somebody reads what hangs in public and objects online; what came of it. */
async function object(run: Run, { known }: Going, notice: string, who: Citizen): Promise<string | undefined> {
  const { town, journal } = run
  const now = town.clock.now()
  const input = { text: '情况与实际不符，请核实。' }
  const requestId = `object-${run.serial()}`
  const actor = citizenActor(who.party)
  const press = () =>
    town.house.cases.object({
      ...{ area: town.area, notice, input, actor, now, requestId },
      requestHash: sm3(canonical({ notice, input })),
    })
  const outcome = await press()
  const code = isRefusal(outcome) ? outcome.code : undefined
  journal.write(now, `citizen-${who.index}`, 'objects to', known!.no, code ?? 'done')
  if (isRefusal(outcome)) journal.refuse(outcome.code)
  else {
    const deed = { who: asCitizen(who), act: 'record-objection', requestId, press, pressOther: press }
    known!.acknowledged.push(acknowledged(run, deed, outcome))
    journal.count(known!.procedure, 'record-objection')
    await checkCase(run, known!)
  }
  return code
}

/** The applicant objects to the own matter, and a neighbour more often than anybody answers. */
export const onlineObjections: Step = happens(async (run, going, { publicity }) => {
  const notice = publicity?.id
  const neighbour = run.citizens.find(({ index }) => index !== going.citizen)
  if (notice === undefined || neighbour === undefined) return false
  await object(run, going, notice, run.citizens[going.citizen]!)
  for (let times = 0; times <= OBJECTIONS_MAX; times++)
    if ((await object(run, going, notice, neighbour)) !== undefined) break
  return true
})
