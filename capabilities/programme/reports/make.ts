import type { StaffActor } from '#engine/actor.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { columnsOf, sheetFile, askedOf, type SheetFile } from '#ui/format/sheet.ts'
import { REPORTS, type ReportHead, type ReportId, type ReportRow } from '../contract/reports.ts'
import { HEADS, STANDING_WORDS } from '../words.ts'
import { areaNow, type AreaNow, type Period, type ReportMeans } from './facts.ts'
import { concentrations, inPlace, moves, offices } from './licensing.ts'
import { rules, standards, unities, wall } from './standards.ts'
import {
  costRows,
  handling,
  inTheCentre,
  promotionRows,
  measured,
  quotaRows,
  reforms,
  stability,
} from './towns.ts'

const MADE: Readonly<Record<ReportId, (means: ReportMeans, at: AreaNow) => Promise<ReportRow[]>>> = {
  'three-concentrations': concentrations,
  'three-in-place': inPlace,
  standards,
  rules,
  wall,
  'five-unities': unities,
  moves,
  offices,
  costs: costRows,
  'four-reforms': reforms,
  quotas: quotaRows,
  'centre-share': inTheCentre,
  'able-and-done': handling,
  promotion: promotionRows,
  'post-stability': stability,
  'service-index': measured,
}

export const reportHeads = (): ReportHead[] => REPORTS.map((id) => ({ id, ...HEADS[id] }))

export interface ReportAsking {
  actor: StaffActor
  now: Instant
  from?: string
  to?: string
}

export interface Report {
  head: ReportHead
  from: string
  to: string
  rows: ReportRow[]
  failing: number
}

/** One report, counted now. A director reads the rows of the own place and body. */
export async function report(
  means: ReportMeans,
  wanted: string,
  asking: ReportAsking,
): Promise<Report | Refusal> {
  const id = REPORTS.find((each) => each === wanted)
  if (id === undefined) return refusal('not-found')
  const today = legalDay(asking.now)
  const period = periodOf(asking, today)
  if (period === undefined) return refusal('period-invalid')
  const { actor } = asking
  const at = await areaNow(means, actor.area, today, period)
  const all = await MADE[id](means, at)
  const wide = actor.roles.some((role) => role === 'supervisor' || role === 'organiser')
  const rows =
    wide || id === 'rules' ? all : all.filter((row) => row.id === actor.place || row.id === actor.body)
  const failing = rows.filter(({ lines }) => lines.some(({ standing }) => standing === 'bad')).length
  return { head: { id, ...HEADS[id] }, ...period, rows, failing }
}

/** The year so far, unless somebody asks for other days. */
function periodOf({ from, to }: ReportAsking, today: string): Period | undefined {
  const last = to ?? today
  const first = from ?? `${last.slice(0, 4)}-01-01`
  return first > last ? undefined : { from: first, to: last }
}

export async function reportFile(
  means: ReportMeans,
  id: string,
  asking: ReportAsking,
): Promise<SheetFile | Refusal> {
  const made = await report(means, id, asking)
  if ('refused' in made) return made
  const { head, from, to, rows } = made
  return sheetFile({
    ...{ title: head.title, name: head.title, more: false },
    columns: columnsOf(head.subject, '条件', '结论', '情况', '具体是'),
    rows: rows.flatMap(({ name, lines }) =>
      lines.map((line) => [
        name,
        line.title,
        STANDING_WORDS[line.standing],
        line.text,
        line.names.join('；'),
      ]),
    ),
    asked: askedOf(head.ofPeriod ? { 期间: `${from}至${to}` } : { 日期: to }),
  })
}
