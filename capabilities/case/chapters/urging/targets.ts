import type { Actor } from '#engine/actor.ts'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { due, totalAmount, type Clock } from '#engine/clock/clock.ts'
import type { ClockKind } from '#engine/clock/entry.ts'
import { nearDay, USUAL_THRESHOLDS, type Thresholds } from '#engine/clock/near.ts'
import { legalDay, type LegalDay } from '#engine/day.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import type { CaseWorld, PostHere } from '../../model/world.ts'
import { GOVERNMENT_QUEUE, headQueue } from '../extension/queue.ts'
import { windowQueue } from '../gaps/dossier.ts'
import { unanswered } from '../intent/rules.ts'
import { debtsOf, type Debt } from '../owed.ts'
import { openSigners } from '../queue/dossier.ts'
import { holderOf } from '../queue/holding.ts'
import { STEP, type Addressee } from './dossier.ts'

/** Somebody who has to act, with the limit they have to keep. */
export interface Target {
  /** `step`, or the name under which it is owed. */
  to: string
  who: Addressee
  /** Whose desk it is: a head urges the own one. */
  desk: { body?: string; place?: string }
  /** What is owed beside the step. */
  what?: string
  clock: string
  limit: { standing: 'stopped' } | { standing: 'early' | 'near' | 'late'; day: LegalDay; nearFrom: LegalDay }
}

interface Moment {
  today: LegalDay
  calendar: WorkingCalendar
  near?: Thresholds
}

/** Limits the office has to keep by a step of its own. */
const OF_THE_OFFICE: readonly ClockKind[] = ['notice', 'promised', 'statutory', 'step', 'delivery', 'check']
/** Of these kinds, and yet days of the party or of the public. */
const OF_OTHERS = new Set(['rectify', 'announcement'])

/** Everybody who has to act on the case now; nobody while it waits for the party. */
export function targetsOf(
  dossier: CaseDossier,
  waitsFor: string | undefined,
  world: Pick<CaseWorld, 'calendar' | 'posts' | 'parameters'>,
  today: LegalDay,
): Target[] {
  const { near } = world.parameters
  const moment: Moment = { today, calendar: world.calendar, ...(near ? { near } : {}) }
  const step = ofStep(dossier, waitsFor, world, moment)
  return [...(step ? [step] : []), ...debtsOf(dossier).flatMap((debt) => owing(dossier, debt, moment))]
}

function ofStep(
  dossier: CaseDossier,
  waitsFor: string | undefined,
  world: Pick<CaseWorld, 'posts'>,
  moment: Moment,
): Target | undefined {
  // While the party may still state and defend itself nobody of the office may decide: it waits for the party.
  if (waitsFor === undefined || unanswered(dossier) !== undefined) return undefined
  const running = Object.values(dossier.clocks)
    .filter(
      ({ name, kind, ended }) => ended === undefined && OF_THE_OFFICE.includes(kind) && !OF_OTHERS.has(name),
    )
    .map((clock) => ({ clock, now: due(clock, moment.calendar) }))
  const { place, body } =
    waitsFor === 'window-clerk'
      ? { place: dossier.acceptPlace, body: undefined }
      : { place: undefined, body: dossier.decidingBody }
  const desk = { ...(place === undefined ? {} : { place }), ...(body === undefined ? {} : { body }) }
  const held = holderOf(dossier, world)
  const who = held === undefined ? { roles: [waitsFor], ...desk } : { posts: holding(held) }
  const about = { to: STEP, who, desk }
  // A limit that lawfully stands still (第四十五条) stops everything that is counted inside it.
  const stopped = running.find(({ now }) => now.state === 'stopped')
  if (stopped !== undefined) return { ...about, clock: stopped.clock.name, limit: { standing: 'stopped' } }
  const [first] = running
    .flatMap(({ clock }) => {
      const limit = limitOf(clock, moment)
      return limit.standing === 'stopped' ? [] : [{ clock: clock.name, limit }]
    })
    .toSorted((a, b) => a.limit.day.localeCompare(b.limit.day))
  return first && { ...about, ...first }
}

/** The holder, and whoever stands in while they are away. */
function holding({ post, away, cover }: PostHere): string[] {
  return away !== undefined && cover !== undefined ? [post, cover] : [post]
}

function owing(dossier: CaseDossier, { debtor, what, clock: name }: Debt, moment: Moment): Target[] {
  const clock = dossier.clocks[name]
  if (clock === undefined || clock.ended !== undefined) return []
  return [{ to: debtor, what, clock: name, limit: limitOf(clock, moment), ...debtorAs(dossier, debtor) }]
}

/** Who stands behind a name of `owed.ts`. */
function debtorAs(dossier: CaseDossier, debtor: string): Pick<Target, 'who' | 'desk'> {
  const { acceptPlace: place, decidingBody } = dossier
  if (debtor === GOVERNMENT_QUEUE) return { who: { roles: ['government-head'] }, desk: {} }
  if (debtor === headQueue(decidingBody))
    return { who: { roles: ['head'], body: decidingBody }, desk: { body: decidingBody } }
  if (debtor === windowQueue(place)) return { who: { roles: ['window-clerk'], place }, desk: { place } }
  if (openSigners(dossier).includes(debtor)) return { who: { posts: [debtor] }, desk: { body: decidingBody } }
  return { who: { roles: ['reviewer', 'approver'], body: debtor }, desk: { body: debtor } }
}

function limitOf(clock: Clock, { today, calendar, near = USUAL_THRESHOLDS }: Moment): Target['limit'] {
  const now = due(clock, calendar)
  const day = now.day ?? (now.at && legalDay(now.at))
  if (now.state !== 'running' || day === undefined) return { standing: 'stopped' }
  const amount = clock.unit === 'working-day' ? totalAmount(clock) : undefined
  const nearFrom = nearDay({ from: clock.start.day, day, amount }, calendar, near)
  return { standing: today > day ? 'late' : today >= nearFrom ? 'near' : 'early', day, nearFrom }
}

/** Whether this actor may urge there: supervision everywhere, a head or a director at the own desk. */
export function mayUrge(actor: Actor, { desk, who }: Pick<Target, 'desk' | 'who'>): boolean {
  if (actor.kind !== 'staff' || who.posts?.includes(actor.post)) return false
  if (actor.roles.includes('supervisor')) return true
  const heads = actor.roles.includes('head') || actor.roles.includes('director')
  return (
    heads && (desk.body === actor.body || (actor.roles.includes('director') && desk.place === actor.place))
  )
}

/** Whether somebody is among those who were urged. */
export function isUrged(actor: Actor, { posts = [], roles = [], body, place }: Addressee): boolean {
  if (actor.kind !== 'staff') return false
  if (posts.length > 0) return posts.includes(actor.post)
  const here = (body === undefined || body === actor.body) && (place === undefined || place === actor.place)
  return here && roles.some((role) => actor.roles.includes(role))
}
