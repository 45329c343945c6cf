import type { CitizenActor } from '#engine/actor.ts'
import type { ObjectionView } from '../contract/public-notice.ts'
import type { CaseDossier } from '../model/dossier.ts'
import { caseReader } from '../store.ts'
import type { OwnPart, OwnRow } from '../store/own-matters.ts'
import { pageOf, queryOf, type ListParts, type Page } from './list.ts'
import { OBJECTED_MAX, objectionViews } from './objections.ts'
import { papersOwed } from './papers-owed.ts'

export interface OwnAsked {
  /** What is under way, by due day. */
  open?: Place
  /** What has ended, the newest first. */
  over?: Place
  /** The area of whose publicities one may have said something. */
  objectionsIn?: string
}

interface Place {
  cursor?: string
  limit?: number
}

/** The parts that were asked for; the others are empty. */
export interface OwnMatters {
  open: Page
  over: Page
  objections: ObjectionView[]
}

/** One's own cases and what one said of other people's, for a page that shows them side by side: one question to the database. */
export async function ownMatters(
  parts: ListParts,
  actor: CitizenActor,
  now: string,
  asked: OwnAsked,
): Promise<OwnMatters> {
  const { means } = parts
  const { party } = actor
  const [open, over] = await Promise.all([
    asked.open && queryOf(means, actor, now, { ...asked.open, queue: 'open' }),
    asked.over && queryOf(means, actor, now, { ...asked.over, queue: 'over' }),
  ])
  const area = asked.objectionsIn
  const rows = await caseReader(means.db).own({
    ...(open ? { open } : {}),
    ...(over ? { over } : {}),
    ...(area === undefined ? {} : { objector: { area, party, limit: OBJECTED_MAX } }),
  })
  const of = (part: OwnPart) => rows.filter((row) => row.part === part)
  const objected = of('objected').map(({ dossier }) => dossier as CaseDossier)
  const [underWay, ended, objections] = await Promise.all([
    open
      ? withPapers(parts, of('open'), pageOf(parts, { actor, now }, open, of('open').toSorted(byDay)))
      : NOTHING,
    over ? pageOf(parts, { actor, now }, over, of('over').toSorted(newestFirst)) : NOTHING,
    area === undefined ? [] : objectionViews(parts, area, party, objected),
  ])
  return { open: underWay, over: ended, objections }
}

/** Beside each case that waits for papers their names, so that nobody has to open it to see what lacks. */
async function withPapers(
  { means }: Pick<ListParts, 'means'>,
  rows: readonly OwnRow[],
  page: Promise<Page>,
): Promise<Page> {
  const owed = await papersOwed(means, rows)
  const { items, ...more } = await page
  return { ...more, items: items.map((one) => ({ ...one, ...owed.get(one.no) })) }
}

const NOTHING: Page = { items: [] }

const byDay = (one: OwnRow, other: OwnRow): number =>
  (one.listDay ?? '').localeCompare(other.listDay ?? '') || -newestFirst(one, other)

/** Ids are made in the order of time. */
const newestFirst = (one: OwnRow, other: OwnRow): number => (one.id < other.id ? 1 : -1)
