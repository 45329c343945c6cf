import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { due, openStops, type Clock } from '#engine/clock/clock.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import { findPower, type Grant, type Power } from '#engine/power/grant.ts'
import { isRefusal } from '#engine/refusal.ts'
import { GAP_CODES, type GapCode } from '../contract/gaps.ts'

export { GAP_CODES, type GapCode }

export interface Gap {
  code: GapCode
  facts: Readonly<Record<string, unknown>>
}

/** A colleague on duty, as the roster has them today. */
export interface OnDuty {
  post: string
  person?: string
  roles: readonly string[]
  place: string
  body: string
  away: boolean
  /** Who stands in, if anybody was named. */
  cover?: string
}

export interface LookedAt {
  state: { waitsFor: readonly string[] } | undefined
  stateName: string
  item: string
  acceptPlace: string
  decidingBody: string
  clocks: readonly Clock[]
  timers: readonly { action: string; at: Instant; taken: boolean }[]
  powers: Readonly<Record<string, readonly Power[]>>
  sealsReady?: number
  changedAt: Instant
  /** The post whose work it is (认领、指派). */
  holder?: string
  /** People who took an earlier step and may not decide as well (岗位分设). */
  barred?: readonly string[]
  /** Departments past their day to answer, by what they owe. */
  overdue?: { opinions: readonly string[]; tasks: readonly string[] }
  /** When a paper fell due that nobody has made. */
  paperSince?: Instant
}

export interface Surroundings {
  now: Instant
  calendar: WorkingCalendar
  /** Posts on duty today. */
  posts: readonly OnDuty[]
  grants: readonly Grant[]
  /** After so many days without news a parcel is asked after. */
  parcelSilentDays?: number
}

/** A due act is taken by the next round of jobs; an hour later something is wrong with the job, not with the round. */
const SYSTEM_ACT_LATE_MS = 60 * 60_000
export const PAPER_LATE_MS = 10 * 60_000
/** [K] A parcel inside the country travels days, not weeks; a pack may say otherwise (`parcelSilentCalendarDays`). */
export const PARCEL_SILENT_DAYS = 15
const DAY_MS = 86_400_000

/**
 * Every open case has exactly one party who must act, with all that takes, and a running or lawfully stopped clock. What is
 * missing is named; a case that is merely slow has limits that say so and is no concern here.
 */
export function gapsOf(looked: LookedAt, around: Surroundings): Gap[] {
  const { state } = looked
  if (state === undefined) return [{ code: 'state-unknown', facts: { state: looked.stateName } }]
  const found = [
    whoActs(looked, state.waitsFor, around),
    looked.sealsReady === 0 ? { code: 'no-seal', facts: { body: looked.decidingBody } } : undefined,
    ...clockGaps(looked, around),
    systemActLate(looked, around),
    looked.paperSince === undefined
      ? undefined
      : { code: 'paper-not-made', facts: { since: looked.paperSince } },
    parcelSilent(looked, around),
    holderAway(looked, around),
    ...departmentsSilent(looked),
  ]
  return (found as (Gap | undefined)[]).filter((gap) => gap !== undefined)
}

/** Whom the case waits for is there, not away without cover, and may do what is asked. */
function whoActs(looked: LookedAt, waitsFor: readonly string[], around: Surroundings): Gap | undefined {
  const [role] = waitsFor
  if (role === undefined) return { code: 'waits-for-nobody', facts: { state: looked.stateName } }
  // An applicant is always there, and what the system owes is a timer.
  if (role === 'applicant' || role === 'system') return undefined
  const atCounter = role === 'window-clerk'
  const where = atCounter ? { place: looked.acceptPlace } : { body: looked.decidingBody }
  const facts = { role, ...where }
  const holders = around.posts.filter(
    (post) =>
      post.roles.includes(role) &&
      (atCounter ? post.place === looked.acceptPlace : post.body === looked.decidingBody),
  )
  if (holders.length === 0) return { code: 'nobody-holds-the-role', facts }
  const isThere = (id: string) => around.posts.some(({ post, away }) => post === id && !away)
  const present = holders.filter(({ away, cover }) => !away || (cover !== undefined && isThere(cover)))
  if (present.length === 0) return { code: 'everybody-away', facts }
  const barred = looked.barred ?? []
  // Who is there has accepted or reviewed the same case, and two steps want two people.
  if (role === 'approver' && present.every(({ person }) => person !== undefined && barred.includes(person)))
    return { code: 'nobody-else-may', facts }
  return withoutPower(looked, role, present, around, facts)
}

/** A及B角 both away: colleagues are there, and none of them may take a case that somebody holds (STA-02). */
function holderAway({ holder, state }: LookedAt, { posts }: Surroundings): Gap | undefined {
  const held = posts.find(({ post }) => post === holder)
  const [role = ''] = state?.waitsFor ?? []
  if (held === undefined || !held.away || !held.roles.includes(role)) return undefined
  const cover = posts.find(({ post }) => post === held.cover)
  return cover === undefined || cover.away
    ? { code: 'holder-and-cover-away', facts: { post: held.post, ...(cover ? { cover: cover.post } : {}) } }
    : undefined
}

/** A department that is asked, or was given a task, and lets its day go by holds up a decision that others answer for. */
function departmentsSilent({ overdue }: LookedAt): Gap[] {
  const { opinions = [], tasks = [] } = overdue ?? {}
  return [
    ...(opinions.length > 0 ? [{ code: 'opinion-overdue' as const, facts: { bodies: opinions } }] : []),
    ...(tasks.length > 0 ? [{ code: 'task-overdue' as const, facts: { bodies: tasks } }] : []),
  ]
}

/** The step itself, as against ways around it: a role's own power over the item. */
const OWN_POWER: Readonly<Record<string, Power>> = {
  'window-clerk': 'accept',
  approver: 'decide',
  issuer: 'seal',
}

function withoutPower(
  { item, powers }: LookedAt,
  role: string,
  present: readonly OnDuty[],
  { now, grants }: Surroundings,
  facts: Gap['facts'],
): Gap | undefined {
  const power = OWN_POWER[role]
  if (power === undefined || !powers[role]?.includes(power)) return undefined
  const day = legalDay(now)
  const answers = present.map(({ body, place }) => findPower({ power, item, body, place, day }, grants))
  const [first] = answers
  if (!answers.every(isRefusal) || !isRefusal(first)) return undefined
  return { code: 'power-not-in-force', facts: { ...facts, power, why: first.code, ...first.facts } }
}

function clockGaps({ clocks, stateName }: LookedAt, { calendar, now }: Surroundings): Gap[] {
  const open = clocks.filter(({ ended }) => ended === undefined)
  const stands = open.map((clock) => ({ clock, due: due(clock, calendar) }))
  const runs = stands.some(
    ({ due: { day, at, state } }) => day !== undefined || at !== undefined || state === 'stopped',
  )
  const gaps: Gap[] = runs ? [] : [{ code: 'no-clock', facts: { state: stateName } }]
  // 行政许可法第四十五条: time is not counted only once the applicant was told in writing.
  const silent = open.flatMap((clock) => openStops(clock).filter(({ notice }) => notice === ''))
  if (silent[0] !== undefined)
    gaps.push({ code: 'stopped-without-notice', facts: { ground: silent[0].ground, from: silent[0].from } })
  const long = stands.find(
    ({ clock, due: { day } }) => clock.kind === 'special' && day !== undefined && day < legalDay(now),
  )
  if (long?.due.day !== undefined)
    gaps.push({ code: 'procedure-too-long', facts: { event: long.clock.start.event, toldDay: long.due.day } })
  return gaps
}

function systemActLate({ timers }: LookedAt, { now }: Surroundings): Gap | undefined {
  const idle = timers.find(({ taken }) => !taken)
  if (idle) return { code: 'no-executor', facts: { action: idle.action, at: idle.at } }
  const late = timers.find(({ at }) => Date.parse(at) < Date.parse(now) - SYSTEM_ACT_LATE_MS)
  return late && { code: 'system-act-late', facts: { action: late.action, at: late.at } }
}

function parcelSilent(
  { stateName, changedAt }: LookedAt,
  { now, parcelSilentDays = PARCEL_SILENT_DAYS }: Surroundings,
): Gap | undefined {
  const days = Math.floor((Date.parse(now) - Date.parse(changedAt)) / DAY_MS)
  if (stateName !== 'in-post' || days < parcelSilentDays) return undefined
  return { code: 'parcel-silent', facts: { days } }
}
