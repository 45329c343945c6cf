import type { StaffActor } from '#engine/actor.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import type { Cases } from '#capabilities/case/index.ts'
import type { Staff } from '#capabilities/staff/index.ts'
import type { Clock } from '#platform/clock.ts'
import { newId } from '#platform/id.ts'
import type { SettledPack } from './settle.ts'

interface Means {
  staff: Staff
  cases: Cases
  clock: Clock
  work(): Promise<number>
}

export interface Looking {
  actor: StaffActor
  now: string
  reliesOn: { stream: string; version: number }[]
}

/** The people behind the counters. */
export function actors({ staff, cases, clock, work }: Means, { area, postOf }: SettledPack) {
  async function caseOf(who: string, no: string) {
    const detail = await cases.detail(no, await looking(who))
    if (isRefusal(detail)) throw new Error(`${who} does not see ${no}`)
    return detail
  }
  async function looking(who: string): Promise<Looking> {
    const id = postOf.get(who) ?? who
    const [post] = await staff.postsByIds(area, [id])
    if (post === undefined) throw new Error(`nobody signs in as ${who}`)
    const { person, roles, place, body } = post
    const actor: StaffActor = { kind: 'staff', person, post: id, roles, place, body, area }
    return { actor, now: clock.now(), reliesOn: [{ stream: post.stream, version: post.version }] }
  }
  async function act(
    who: string,
    no: string,
    name: string,
    input: Readonly<Record<string, unknown>> = {},
    requestId: string = newId(),
  ): Promise<Done | Refusal> {
    return cases.act({
      ...(await looking(who)),
      no,
      act: name,
      input,
      requestId,
      requestHash: `${no}/${name}/${requestId}`,
    })
  }
  async function must(
    who: string,
    no: string,
    name: string,
    input: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const done = await act(who, no, name, input)
    if (isRefusal(done))
      throw new Error(`${who} cannot ${name} ${no}: ${done.code} ${JSON.stringify(done.facts ?? {})}`)
  }
  return {
    looking,
    as: async (who: string): Promise<StaffActor> => (await looking(who)).actor,
    /** One act on a case by a demo login or a post; the request id is fresh unless one is given. */
    act,
    /** A good case from receipt to its end in the hands of a town's posts; delivered electronically or at the window. */
    async carryThrough(no: string, town: string): Promise<void> {
      const clerk = `clerk.${town}`
      const { materials, deliveryMode, applicant } = await caseOf(clerk, no)
      const checklist = materials.map(({ id, necessity }) => ({
        material: id,
        verdict: necessity === 'required' ? 'ok' : 'not-applicable',
      }))
      await must(clerk, no, 'accept', { checklist })
      await must(`reviewer.${town}`, no, 'review', { opinion: 'grant', text: '材料齐全，符合条件。' })
      await must(`approver.${town}`, no, 'grant', { conclusion: '准予。' })
      await must(`issuer.${town}`, no, 'seal', {})
      await work()
      if (deliveryMode === 'window') {
        await must(clerk, no, 'deliver-at-window', {
          receiver: applicant.name,
          relation: 'self',
          identified: '居民身份证',
        })
        await work()
      }
    },
  }
}
