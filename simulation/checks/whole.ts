import { addDays, legalDay } from '#engine/day.ts'
import { ANSWERS_KEPT_DAYS } from '#platform/jobs/schedule.ts'
import type { Run } from '../run.ts'
import type { CaseTruth } from './truth.ts'

/** Every answer that was given is kept under the request that asked for it, for as long as answers are. */
export async function wrongRequests({ town, journal }: Run): Promise<string[]> {
  const rows = await town.truth.query<{ actor: string; id: string }>(
    'SELECT actor, request_id AS id FROM ledger.request WHERE area_code = $1',
    [town.area],
  )
  const since = addDays(legalDay(town.clock.now()), -ANSWERS_KEPT_DAYS)
  const kept = new Set(rows.map(({ actor, id }) => `${actor} ${id}`))
  return journal.cases.flatMap(({ no, acknowledged }) =>
    acknowledged
      .filter(({ at, actorKey, requestId }) => legalDay(at) > since && !kept.has(`${actorKey} ${requestId}`))
      .map(({ act }) => `${no}: the answer to ${act} is not kept`),
  )
}

/** Facts that only name a number that was taken before. */
const REPEATED = ['paper-printed', 'about-licence', 'renewal-deemed']

const NUMBERED_LICENCES = `SELECT kind, body FROM ledger.fact WHERE area_code = $1 AND stream LIKE 'licence:%'
  AND kind IN ('licence-intent-told', 'licence-ending-decided', 'licence-amendment-decided')`

/** Document numbers of a body, kind and year run from one without a gap, whatever was refused, lost or repeated. */
export async function wrongNumbers({ town }: Run, all: ReadonlyMap<string, CaseTruth>): Promise<string[]> {
  // Decisions about a licence take their numbers from the same rows as those of cases.
  const ofLicences = await town.truth.query<{ kind: string; body: string }>(NUMBERED_LICENCES, [town.area])
  const series = new Map<string, number[]>()
  for (const { kind, body } of [...[...all.values()].flatMap(({ facts }) => facts), ...ofLicences]) {
    if (REPEATED.includes(kind)) continue
    const { number } = JSON.parse(body) as { number?: unknown }
    const found = typeof number === 'string' ? /^(.*?)(\d+)号$/.exec(number) : null
    if (found === null) continue
    series.set(found[1]!, [...(series.get(found[1]!) ?? []), Number(found[2])])
  }
  return [...series].flatMap(([name, numbers]) => {
    const sorted = numbers.toSorted((a, b) => a - b)
    return sorted.every((number, index) => number === index + 1) ? [] : [`${name} runs ${sorted.join(', ')}`]
  })
}

/** Nothing is handed to the carrier twice, and nothing it carries is unknown here. */
export function wrongParcels({ town }: Run, all: ReadonlyMap<string, CaseTruth>): string[] {
  const posted = new Set(
    [...all.values()].flatMap(({ facts }) =>
      facts
        .filter(({ kind }) => kind === 'posted')
        .map(({ body }) => (JSON.parse(body) as { order: string }).order),
    ),
  )
  return town.post
    .parcels()
    .filter(({ order }) => !posted.has(order.order))
    .map(({ waybill }) => `the parcel ${waybill} was ordered by nobody`)
}
