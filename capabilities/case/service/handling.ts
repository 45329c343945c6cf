import { isRefusal } from '#engine/refusal.ts'
import { handlerOf } from '#capabilities/organisation/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import { NEEDING_POWER } from '../chapters/power/reassign.ts'
import { caseReader } from '../store.ts'
import { systemAct } from './act.ts'
import type { Attachments } from './attachments.ts'
import type { CaseMeans } from './means.ts'
import type { Worlds } from './worlds.ts'

/** The subscriber that hands running cases to the unit that took over their item. */
export const HANDED_OVER = 'case.handed-over'
/** The act on the register of transfers that names them. */
export const HAND_OVER_FACT = 'transfer-hand-over'

interface Parts {
  means: CaseMeans
  worlds: Worlds
  attachments: Attachments
}

export function handlingJobs(worker: Worker, parts: Parts): void {
  const { means } = parts
  worker.onFact(HANDED_OVER, async (fact, { requestId, now }) => {
    const { areaCode: area, stream } = fact
    const [, , id] = stream.split(':')
    const handler = await handlerOf(means.db, means.organisation, area, id!)
    if (handler === undefined) return
    for (const no of handler.handedOver) {
      const row = await caseReader(means.db).find(area, no, { everythingInArea: area })
      if (row === undefined) continue
      const { handedOver: _all, ...to } = handler
      const done = await systemAct(parts, row, {
        ...{ act: 'change-handler', input: to, now, requestId: `${requestId}:${no}` },
      })
      // Decided and delivered meanwhile, or handed over already: nothing is left to do.
      if (isRefusal(done) && !GONE.has(done.code)) throw new Error(`${no} was not handed over: ${done.code}`)
    }
  })
}

const GONE = new Set(['not-in-this-state', 'not-for-this-dossier'])

/** Open cases of an item that a body decides and that another unit than this one deals with. */
export async function runningCases(
  db: Queryable,
  area: string,
  { item, body, except }: { item: string; body: string; except: string },
): Promise<string[]> {
  const rows = await db.query<{ no: string }>(RUNNING, [area, item, body, except, NEEDING_POWER])
  return rows.map(({ no }) => no)
}

const RUNNING = {
  name: 'cases.running-of-item',
  text: `SELECT no FROM cases.case_view WHERE area_code = $1 AND open AND item_id = $2 AND deciding_body = $3
    AND coalesce(dossier->'handler'->>'body', '') <> $4 AND state = ANY($5) ORDER BY no LIMIT 200`,
}
