import { compileCalendar, type WorkingCalendar } from '#engine/calendar/calendar.ts'
import type { Actor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { PublishedItem } from '#capabilities/catalogue/index.ts'
import { newId } from '#platform/id.ts'
import type { ProcedureName } from '../contract.ts'
import { effectiveItem } from '../model.ts'
import type { ApprovalParameters, CaseWorld } from '../model/world.ts'
import type { CaseMeans } from './means.ts'

export interface Worlds {
  calendar(area: string): Promise<WorkingCalendar>
  /** The world of one act on a case of `party` under a pinned item. */
  of(
    area: string,
    item: PublishedItem,
    of: { party: string; procedure: ProcedureName },
    who: { actor: Actor; reliesOn: readonly ReliedOn[] },
    fresh: boolean,
  ): Promise<CaseWorld>
}

/** Policy that is not compared by version at commit is read again after this long. */
const POLICY_FOR_MS = 10_000

interface Policy {
  until: number
  calendar: WorkingCalendar
  parameters: ApprovalParameters
}

export function worlds(means: CaseMeans): Worlds {
  const kept = new Map<string, Policy>()
  const compiled = new Map<string, WorkingCalendar>()

  async function policy(area: string): Promise<Policy> {
    const held = kept.get(area)
    const now = Date.parse(means.clock.now())
    if (held && now < held.until && now > held.until - 2 * POLICY_FOR_MS) return held
    const source = await means.organisation.calendarOf(area)
    const calendar = compiled.get(`${area}/${source.version}`) ?? compileCalendar(source)
    compiled.set(`${area}/${source.version}`, calendar)
    const pack = await means.organisation.pack(area)
    if (pack === undefined) throw new Error(`area ${area} has no pack`)
    const { supplementWorkingDays, deliveryWorkingDays, roleSeparation } = pack.body.parameters
    const parameters: ApprovalParameters = {
      pack: `${pack.body.id}@${pack.version}`,
      supplementWorkingDays: supplementWorkingDays.value,
      deliveryWorkingDays: deliveryWorkingDays.value,
      reviewAndDecideDiffer: roleSeparation?.value.reviewAndApprove === 'must-differ',
      acceptAndDecideDiffer: roleSeparation?.value.acceptAndApprove === 'must-differ',
      windowsDecide: pack.body.parameters.integratedHandling?.value === 'accept-and-decide',
    }
    const fresh = { until: now + POLICY_FOR_MS, calendar, parameters }
    kept.set(area, fresh)
    return fresh
  }

  return {
    calendar: async (area) => (await policy(area)).calendar,
    async of(area, published, { party, procedure }, { reliesOn }, fresh) {
      const day = legalDay(means.clock.now())
      const [{ calendar, parameters }, grants, seals, sealer] = await Promise.all([
        policy(area),
        means.catalogue.grantsInMemory(area, fresh),
        means.seals.inForce(area, day, fresh),
        means.sealing.sealFor(NO_AREA, subjectOf(party)),
      ])
      return {
        area,
        calendar,
        parameters,
        grants: grants.filter((grant) => grant.item === published.item.id),
        seals,
        item: effectiveItem(published.item, procedure),
        published: published.item,
        itemStream: published.stream,
        reliesOn,
        seal: (value) => sealer.seal(JSON.stringify(value)),
        newId,
      }
    },
  }
}
