import type { Actor, StaffActor } from '#engine/actor.ts'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import type { Clock } from '#engine/clock/clock.ts'
import { addDays, legalDay, startOfDay, type LegalDay } from '#engine/day.ts'
import type { CaseSummary } from '../contract.ts'
import { daysOf } from '../contract/day-range.ts'
import { isCaseNumber } from '../model/case-number.ts'
import { signsOfPublicNumber } from '../chapters/publicity/rules.ts'
import { nearEnough } from '../chapters/queue/holding.ts'
import { procedureOf } from '../model.ts'
import { approvalsOf, queueOf, sightOfCases } from '../sight.ts'
import { caseReader, type CaseSight, type ListedCase, type ListedDossier, type ListQuery } from '../store.ts'
import { readCursor, writeCursor } from './list-cursor.ts'
import type { CaseMeans, Desk } from './means.ts'
import { numbersOfNotice } from './objections.ts'
import { owedView } from './owed.ts'
import { summary, type Names } from './views.ts'
import type { Worlds } from './worlds.ts'

export interface ListRequest {
  queue?: 'mine' | 'approvals' | 'open' | 'all'
  state?: string
  item?: string
  procedure?: string
  holder?: 'mine' | 'nobody' | 'other'
  projects?: '1'
  applicant?: string
  /** Legal days by name or from … to …: came in, falls due. */
  received?: string
  due?: string
  no?: string
  limit?: number
  cursor?: string
}

/** Of one's own cases also those that are over, apart from the rest. */
type Request = Omit<ListRequest, 'queue'> & { queue?: ListRequest['queue'] | 'over' }

export interface Page {
  items: CaseSummary[]
  nextCursor?: string
}

/** An applicant waits for other days than an officer. */
function told(actor: Actor, { openClocks }: ListedCase): readonly Clock[] | undefined {
  return actor.kind === 'citizen' ? (openClocks ?? undefined) : undefined
}

export interface ListParts {
  means: CaseMeans
  worlds: Worlds
  names(rows: readonly ListedCase[]): Promise<Names>
}

const PAGE = 30

/** A page of cases: one's own work by the day one has to keep, other open work by due day, everything newest first; four steps, ids by sight, names in batches. */
export async function list(parts: ListParts, actor: Actor, now: string, asked: ListRequest): Promise<Page> {
  const { means } = parts
  const request = await namedByNotice(means, actor, asked)
  const desk = await deskOf(means, actor, now)
  const query = await queryOf(means, actor, now, request, desk)
  return pageOf(parts, { actor, now, desk }, query, await caseReader(means.db).list(query))
}

/** What the database is asked for: one row more than the page shows, to know whether another page follows. */
export async function queryOf(
  means: CaseMeans,
  actor: Actor,
  now: string,
  request: Request,
  desk: Desk = NO_DESK,
): Promise<ListQuery> {
  const areas = await areasOf(means, actor, now)
  return {
    ...{ areas, ...wanted(actor, request, desk), ...onDays(request, legalDay(now)) },
    limit: (request.limit ?? PAGE) + 1,
  }
}

export async function pageOf(
  { means, worlds, names: namesOf }: ListParts,
  { actor, now, desk = NO_DESK }: { actor: Actor; now: string; desk?: Desk },
  query: ListQuery,
  rows: readonly ListedCase[],
): Promise<Page> {
  const shown = rows.slice(0, query.limit - 1)
  const areas = [...new Set(shown.map(({ area }) => area))]
  const [names, calendars, held] = await Promise.all([
    namesOf(shown),
    Promise.all(areas.map(async (area) => [area, await worlds.calendar(area)] as const)),
    holders(means, actor, now, shown, desk),
  ])
  const calendarOf = new Map(calendars)
  const owed = ({ dossier, openClocks }: ListedCase, calendar: WorkingCalendar) =>
    actor.kind === 'staff'
      ? owedView(dossier, openClocks ?? [], { actor, desk, calendar, today: legalDay(now) })
      : {}
  const last = shown.at(-1)
  return {
    items: shown.map((row) => ({
      ...summary(row, names, calendarOf.get(row.area)!, legalDay(now), told(actor, row)),
      ...owed(row, calendarOf.get(row.area)!),
      ...held(row),
    })),
    ...(rows.length > shown.length && last ? { nextCursor: writeCursor(last, query) } : {}),
  }
}

const ORDERS = { mine: 'owed', approvals: 'owed', open: 'due', over: 'newest', all: 'newest' } as const

/** What is over has no day left; masked names stand in no index: among open work they are found by reading it. */
const onlyOpen = ({ applicant, due }: Request): boolean => applicant !== undefined || due !== undefined

function orderOf(request: Request, queue: NonNullable<Request['queue']>): ListQuery['order'] {
  if (queue !== 'all' && queue !== 'over') return ORDERS[queue]
  if (onlyOpen(request)) return 'due'
  return request.received === undefined ? 'newest' : 'received'
}

/** Days as the law counts them, from midnight to midnight in China. */
function onDays({ received, due }: Request, today: LegalDay): Pick<ListQuery, 'received' | 'due'> {
  const { from, to } = received === undefined ? {} : daysOf(received, today)
  return {
    ...(received === undefined
      ? {}
      : {
          received: {
            ...(from === undefined ? {} : { from: startOfDay(from) }),
            ...(to === undefined ? {} : { before: startOfDay(addDays(to, 1)) }),
          },
        }),
    ...(due === undefined ? {} : { due: daysOf(due, today) }),
  }
}

function wanted(actor: Actor, request: Request, desk: Desk): Omit<ListQuery, 'areas' | 'limit'> {
  const { state, item, procedure, holder, no, cursor } = request
  const queue = request.queue ?? (actor.kind === 'staff' ? 'mine' : 'all')
  // Whoever types a whole number wants that case, in whatever state and queue it is.
  const exact = no !== undefined && isCaseNumber(no)
  const order = orderOf(request, queue)
  return {
    sight: { allOf: [sightOfCases(actor), ...heldBy(actor, desk, holder)] },
    ...(queue === 'mine' && !exact ? { queue: queueOf(actor, desk) } : {}),
    ...(queue === 'approvals' ? { queue: approvalsOf(actor, desk) } : {}),
    ...(state ? { state } : {}),
    ...(item ? { item } : {}),
    ...(procedure ? { procedure } : {}),
    ...(request.projects ? { projects: true } : {}),
    ...(request.applicant ? { applicant: request.applicant } : {}),
    ...(holder === 'other' && actor.kind === 'staff'
      ? { claimedByOther: [actor.post, ...desk.covering, ...desk.ended] }
      : {}),
    ...(no ? { no } : {}),
    openOnly: (queue !== 'all' && queue !== 'over' && !exact) || onlyOpen(request),
    ...(queue === 'over' ? { overOnly: true } : {}),
    order,
    ...(cursor ? { after: readCursor(cursor, order) } : {}),
  }
}

/** People who call about a publicity name its number (公示编号): what they mean is the case. */
async function namedByNotice(
  { db }: Pick<CaseMeans, 'db'>,
  actor: Actor,
  request: ListRequest,
): Promise<ListRequest> {
  const signs = request.no === undefined ? undefined : signsOfPublicNumber(request.no)
  if (signs === undefined || actor.kind !== 'staff') return request
  for (const no of await numbersOfNotice(db, actor.area, signs))
    if (await caseReader(db).find(actor.area, no, sightOfCases(actor))) return { ...request, no }
  return request
}

function heldBy(actor: Actor, desk: Desk, holder: ListRequest['holder']): CaseSight[] {
  if (actor.kind !== 'staff' || holder === undefined || holder === 'other') return []
  return holder === 'mine'
    ? [{ column: 'holder', in: [actor.post, ...desk.covering] }]
    : [{ column: 'holder', in: ['', ...desk.ended] }]
}

const NO_DESK: Desk = { covering: [], ended: [] }

async function deskOf(means: CaseMeans, actor: Actor, now: string): Promise<Desk> {
  return actor.kind === 'staff' ? means.posts.deskOf(actor.area, actor, legalDay(now)) : NO_DESK
}

function claimableBy(actor: StaffActor, dossier: ListedDossier): boolean {
  const [role = ''] = procedureOf(dossier).states[dossier.state]?.waitsFor ?? []
  return actor.roles.includes(role) && nearEnough(role, actor, dossier)
}

/** Who holds each case of a page, asked once; what somebody held whose post has ended is nobody's. */
async function holders(
  means: CaseMeans,
  actor: Actor,
  now: string,
  rows: readonly ListedCase[],
  desk: Desk,
): Promise<(row: ListedCase) => Pick<CaseSummary, 'holder' | 'claimable'>> {
  if (actor.kind !== 'staff') return () => ({})
  const ids = [...new Set(rows.flatMap(({ dossier }) => (dossier.holder ? [dossier.holder.post] : [])))]
  const posts = await means.posts.standingsSeen(actor.area, ids, legalDay(now))
  const mine = new Set([actor.post, ...desk.covering])
  return ({ dossier }) => {
    const held = posts.find(({ post, onDuty }) => onDuty && post === dossier.holder?.post)
    if (held === undefined) return claimableBy(actor, dossier) ? { claimable: true } : {}
    const away = held.away === undefined ? {} : { away: true }
    return { holder: { name: held.personName, mine: mine.has(held.post), ...away } }
  }
}

/** Staff work in one area; a citizen belongs to none and may have matters in each. */
async function areasOf(means: CaseMeans, actor: Actor, now: string): Promise<string[]> {
  if (actor.kind === 'staff') return [actor.area]
  return (await means.organisation.areas(legalDay(now))).map(({ area }) => area)
}
