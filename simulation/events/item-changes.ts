import { addDays, legalDay } from '#engine/day.ts'
import type { StaffActor } from '#engine/actor.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import { Broken } from '../journal.ts'
import { asOfficer } from '../people.ts'
import type { Run } from '../run.ts'

/** Of civil affairs, and seldom applied for: who drafts it has a post in the pack. */
const ITEM = 'private-nonenterprise-registration'
const DECLARED = { lawful: true, true: true, accurate: true, complete: true }
const MARKS = { reasonable: true, necessary: true, timely: true, complete: true }

/**
 * An item is changed by those whose task it is (事项变更): drafted, sent in, perhaps sent back, approved by another body, and published
 * today or in some days. Every act is pressed twice, and some are asked for by whoever may not.
 */
export async function itemChanged(run: Run): Promise<void> {
  const { town, random, journal } = run
  const today = legalDay(town.clock.now())
  const open = await town.house.authoring.list(askedBy(run, 'item-author').actor, town.clock.now(), {
    queue: 'open',
    item: ITEM,
  })
  const id = open.items[0]?.id ?? (await begun(run))
  const state = open.items[0]?.state ?? 'draft'
  if (state === 'scheduled') return callOff(run, id)
  if (state === 'draft' || state === 'returned') {
    const value = `0533-${random.whole(1_000_000, 9_999_999)}`
    await twice(run, 'item-author', id, 'edit', { edits: [{ at: '/enquiryPhone', value }] })
    await refusedTo(run, 'item-approver', id, 'submit', DECLARED)
    await twice(run, 'item-author', id, 'submit', DECLARED)
  }
  // Some days nobody gets round to it: the clock of the review runs.
  if (random.chance(0.2)) return
  if (random.chance(0.3)) return twice(run, 'item-approver', id, 'return', { text: '请再核对一遍电话' })
  await refusedTo(run, 'item-author', id, 'approve', MARKS)
  if (state !== 'approved') await twice(run, 'item-approver', id, 'approve', MARKS)
  const effectiveFrom = addDays(today, random.whole(0, 2))
  await twice(run, 'item-approver', id, 'publish', { effectiveFrom })
  journal.mishap('item-changed')
  journal.write(town.clock.now(), 'item change scheduled', ITEM, effectiveFrom)
}

type Role = 'item-author' | 'item-approver'

async function begun(run: Run): Promise<string> {
  const { town } = run
  const requestId = `change-${run.serial()}`
  const wish = { item: ITEM, reason: '更换咨询电话' }
  const press = () =>
    town.house.authoring.open({ ...askedBy(run, 'item-author'), wish, requestId, requestHash: 'open' })
  return idOf(sameTwice(await Promise.all([press(), press()]), 'open'))
}

async function callOff(run: Run, id: string): Promise<void> {
  if (run.random.chance(0.5)) await twice(run, 'item-approver', id, 'call-off', { text: '等上级文件下来' })
}

async function twice(run: Run, role: Role, id: string, act: string, input: object): Promise<void> {
  const requestId = `change-${run.serial()}`
  const request = { ...askedBy(run, role), id, act, input: { ...input }, requestId, requestHash: act }
  const press = () => run.town.house.authoring.act(request)
  sameTwice(await Promise.all([press(), press()]), act)
  run.journal.mishap('double-click')
}

async function refusedTo(run: Run, role: Role, id: string, act: string, input: object): Promise<void> {
  const requestId = `change-${run.serial()}`
  const answer = await run.town.house.authoring.act({
    ...askedBy(run, role),
    ...{ id, act, input: { ...input }, requestId, requestHash: act },
  })
  if (!isRefusal(answer)) throw new Broken([`${role} could ${act} a change of an item`])
}

function sameTwice([one, two]: readonly (Done | Refusal)[], act: string): Done {
  if (one === undefined || two === undefined || isRefusal(one) || isRefusal(two))
    throw new Broken([`a change of an item was not ${act}: ${JSON.stringify([one, two])}`])
  if (JSON.stringify(one.answer) !== JSON.stringify(two.answer))
    throw new Broken([`two presses of ${act} heard two answers: ${JSON.stringify([one, two])}`])
  return one
}

const idOf = (done: Done): string => (done.answer as { id: string }).id

function askedBy({ town }: Run, role: Role): { actor: StaffActor; now: string; reliesOn: never[] } {
  const post = town.posts.find(
    ({ roles, body }) => roles.includes(role) && (role === 'item-approver' || body === 'civil-affairs'),
  )!
  return { actor: asOfficer(post).actor as StaffActor, now: town.clock.now(), reliesOn: [] }
}
