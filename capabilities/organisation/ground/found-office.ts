import type { RegisterRequest } from '#capabilities/acts/on-register.ts'
import type { NewOffice } from '../contract/ground-routes.ts'
import { refuse } from '../contract/refusal.ts'
import { demoCreditCode } from '../model/credit-code.ts'
import { organisationReader } from '../store/reader.ts'
import { organisationWriter } from '../store/writer.ts'
import { notOurs, record, type GroundMeans } from './change.ts'

/**
 * 审批服务所 (BS-2.4-08): an institution under the government of a pilot town. It has no powers of its own by law (行政许可法第二十三条): it
 * deals with the town's matters in the town's name, and takes over people, functions, equipment and items by transfers with dates.
 */
export function foundOffice(means: GroundMeans, request: RegisterRequest, wish: NewOffice) {
  const { town, name, shortName, from } = wish
  const { area } = request.actor
  return record(means, request, { act: 'found-office', subject: 'body', of: town, wish }, async (tx) => {
    const read = organisationReader(tx)
    const [government] = await read.bodiesByIds(area, [town])
    if (government?.tier !== 5) return refuse('quota-not-a-town', { body: town })
    const refused = await notOurs(tx, request, town, 'reform')
    if (refused) return refused
    const pilots = (await read.pack(area))?.body.parameters.pilotTowns
    if (pilots?.value.includes(government.region) !== true)
      return refuse('office-not-pilot', { town }, pilots?.clauses.join('、'))
    const id = `office-${government.region.slice(0, 9)}`
    if ((await read.bodiesByIds(area, [id])).length > 0) return refuse('office-founded', { id })
    return {
      changes: [{ field: 'name', before: null, after: name }],
      write: () =>
        organisationWriter(tx).addBody(area, {
          ...{ id, name, shortName, kind: 'institution', tier: 5, region: government.region, parent: town },
          ...{ creditCode: demoCreditCode(area, id, 'institution'), syntheticCode: true },
          ...{ certainty: 'stated', validFrom: from },
        }),
    }
  })
}
