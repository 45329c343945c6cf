import { canonical, sm3 } from '#platform/ledger/canonical.ts'
import { viewRow } from './checks/truth.ts'
import type { Deed, Outcome } from './deed.ts'
import { asCitizen, type Citizen } from './people.ts'
import { settle } from './pressing.ts'
import type { Run } from './run.ts'

/**
 * What hangs in public is read by others, and now and then somebody says something against it online (公示异议): mostly once, some
 * again and again, and now and then the applicant, who is not asked.
 */
export async function objectOnline(run: Run): Promise<boolean> {
  const { random, town, journal, citizens } = run
  const hung = journal.cases.filter(({ open, reserved, dossier }) => open && !reserved && hangs(dossier))
  if (hung.length === 0) return false
  const known = random.oneOf(hung)
  const row = await viewRow(town.truth, town.area, known.no)
  if (row === undefined || !hangs(row.dossier)) return false
  const { dossier } = row
  const spoke = dossier.publicity!.objections.findLast(({ party }) => party !== undefined)?.party
  const again = citizens.find(({ party }) => party === spoke)
  const own = known.citizen === undefined ? undefined : citizens[known.citizen]
  const citizen =
    again !== undefined && random.chance(journal.refused.has('objections-enough') ? 0.2 : 0.8)
      ? again
      : own !== undefined && random.chance(journal.refused.has('objection-own') ? 0.05 : 0.4)
        ? own
        : random.oneOf(citizens)
  const deed = objecting(run, citizen, dossier.publicity!.id)
  await settle(run, { known, dossier, who: deed.who }, deed)
  return true
}

const hangs = (dossier: { publicity?: { closedOn?: string } } | undefined): boolean =>
  dossier?.publicity !== undefined && dossier.publicity.closedOn === undefined

function objecting({ town, serial }: Run, citizen: Citizen, notice: string): Deed {
  const who = asCitizen(citizen)
  const requestId = `object-${serial()}`
  const press = (text: string): Promise<Outcome> => {
    const input = { text }
    return town.house.cases.object({
      ...{ area: town.area, notice, input, requestId, now: town.clock.now() },
      actor: { kind: 'citizen', person: citizen.party, party: citizen.party },
      requestHash: sm3(canonical({ notice, input })),
    })
  }
  return {
    ...{ who, act: 'record-objection', requestId },
    press: () => press('公示的内容和实际情况不一样。'),
    pressOther: () => press('公示的人口数不对。'),
  }
}
