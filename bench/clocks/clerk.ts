import { setTimeout as pause } from 'node:timers/promises'
import type { StaffActor } from '#engine/actor.ts'
import { isRefusal } from '#engine/refusal.ts'
import { counter } from '#capabilities/testing/counter.ts'
import type { Db } from '#platform/db/db.ts'
import { newId } from '#platform/id.ts'
import type { Town } from '../../simulation/town.ts'
import { percentile } from '../load/percentile.ts'

/** People at the windows who go on accepting cases, whatever the house does beside it. */
export interface Clerks {
  /** Accepts one case after the other, at so many a second, until told to stop; says how long an act took. */
  work(until: Promise<unknown>): Promise<string>
}

const ACTS_PER_SECOND = 20

interface Waiting {
  no: string
  item: string
}

/** The cases they take are spread over all that wait, so that counting meets them where it is at work. */
export async function openClerks(town: Town, db: Db, cases: number): Promise<Clerks> {
  const { house, area } = town
  const actor = clerkOf(town)
  const looking = async () => ({ actor, now: town.clock.now(), reliesOn: [] })
  const desk = counter({ ...house, looking }, area)
  const waiting = await db.query<Waiting>(
    `SELECT no, item FROM (SELECT v.no, v.item_id AS item, row_number() OVER (ORDER BY md5(v.no)) AS nth
       FROM cases.case_view v WHERE v.area_code = $1 AND v.state = 'received') w ORDER BY nth LIMIT $2`,
    [area, cases],
  )
  const checklists = new Map<string, object>()
  for (const { no, item } of waiting)
    if (!checklists.has(item)) checklists.set(item, await desk.goodChecklist('', no))

  async function accept({ no, item }: Waiting): Promise<number> {
    const requestId = newId()
    const asked = { no, act: 'accept', input: { ...checklists.get(item) }, requestId, requestHash: requestId }
    const began = performance.now()
    const done = await house.cases.act({ ...(await looking()), ...asked })
    if (isRefusal(done)) throw new Error(`${no}: ${done.code}`)
    return performance.now() - began
  }

  return {
    async work(until) {
      const acts: Promise<number>[] = []
      const ended = until.then(() => true)
      for (;;) {
        const next = waiting.pop()
        if (next === undefined) throw new Error('no case is left to accept')
        const act = accept(next)
        // Heard below, with all the others; until then nobody waits for it.
        act.catch(() => {})
        acts.push(act)
        if ((await Promise.race([ended, pause(1000 / ACTS_PER_SECOND)])) === true) break
      }
      const times = await Promise.all(acts)
      const { p50, p99 } = percentile(times)
      return `${times.length} acts of clerks, p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(0)}, longest ${Math.max(...times).toFixed(0)} ms`
    },
  }
}

export function clerkOf({ posts, area }: Town): StaffActor {
  const { id, person, roles, place, body } = posts.find(
    (post) => post.roles.includes('window-clerk') && post.place.startsWith('hall'),
  )!
  return { kind: 'staff', person, post: id, roles, place, body, area }
}
