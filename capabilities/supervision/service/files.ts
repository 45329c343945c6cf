import { isRefusal, type Refusal } from '#engine/refusal.ts'
import { csv, type Cell } from '../csv.ts'
import type { SupervisedCase } from '../contract.ts'
import { CHANNEL_TITLES, CSV_HEADS, LEVEL_TITLES, STANDING_TITLES, WHOLE_AREA } from '../words.ts'
import { attempts, type AttemptsQuery } from './attempts.ts'
import { findings, type FindingsQuery } from './findings.ts'
import { indicators, type IndicatorsQuery } from './indicators.ts'
import { alerts, indicatorCases, type AlertsQuery, type CasesQuery, type Page } from './lines.ts'
import type { Asking, SupervisionMeans } from './means.ts'

/** More lines than anybody reads; a longer list wants a shorter period. */
const ROWS_MAX = 20_000
const PAGE = 500

/** The numbers of the area and of each place, one line each. */
export async function indicatorsFile(
  means: SupervisionMeans,
  asking: Asking,
  query: IndicatorsQuery,
): Promise<string | Refusal> {
  const found = await indicators(means, asking, { ...query, by: 'place' })
  if (isRefusal(found)) return found
  const { from, to, place } = found
  const rows = found.indicators.flatMap((indicator) => {
    const { name, formula, version, clauses, groups = [] } = indicator
    const line = (where: string, { numerator, denominator }: Number): Cell[] => [
      ...[name, where, numerator, denominator, percent(numerator, denominator)],
      ...[from, to, formula, version, clauses.join(' ')],
    ]
    return [line(place?.name ?? WHOLE_AREA, indicator), ...groups.map((group) => line(group.name, group))]
  })
  return csv(CSV_HEADS.indicators, rows)
}

interface Number {
  numerator: number
  denominator?: number
}

function percent(numerator: number, denominator: number | undefined): Cell {
  if (denominator === undefined || denominator === 0) return undefined
  return Math.round((numerator * 10_000) / denominator) / 100
}

export async function casesFile(
  means: SupervisionMeans,
  asking: Asking,
  id: string,
  query: CasesQuery,
): Promise<string | Refusal> {
  const rows = await every((page) => indicatorCases(means, asking, id, { ...query, ...page }))
  return isRefusal(rows) ? rows : csv(CSV_HEADS.cases, rows.map(caseCells))
}

export async function alertsFile(
  means: SupervisionMeans,
  asking: Asking,
  query: AlertsQuery,
): Promise<string | Refusal> {
  const rows = await every((page) => alerts(means, asking, { ...query, ...page }))
  if (isRefusal(rows)) return rows
  return csv(
    [...CSV_HEADS.alerts, ...CSV_HEADS.cases],
    rows.map((row) => [
      LEVEL_TITLES[row.level],
      row.reasons.map(({ title, dueDay }) => `${title} ${dueDay}`).join('；'),
      ...caseCells(row),
    ]),
  )
}

export async function attemptsFile(
  means: SupervisionMeans,
  asking: Asking,
  query: AttemptsQuery,
): Promise<string | Refusal> {
  const rows = await every((page) => attempts(means, asking, { ...query, ...page }))
  if (isRefusal(rows)) return rows
  return csv(
    CSV_HEADS.attempts,
    rows.map((row) => [
      ...[row.at, row.kindText, row.who, row.body, row.no, row.itemName, row.actionText, row.codeText],
    ]),
  )
}

export async function findingsFile(
  means: SupervisionMeans,
  asking: Asking,
  query: FindingsQuery,
): Promise<string | Refusal> {
  const rows = await every((page) => findings(means, asking, { ...query, ...page }))
  if (isRefusal(rows)) return rows
  return csv(
    CSV_HEADS.findings,
    rows.map((row) => [
      ...[row.ruleText, row.day, row.caseNo, row.itemName, row.body, row.sourceText, row.sentence, row.basis],
      row.evidence
        .map(
          ({ title, fields }) =>
            `${title}（${fields.map(({ label, value }) => `${label} ${value}`).join('，')}）`,
        )
        .join('；'),
    ]),
  )
}

/** Page after page, so that no file is read in one piece. */
async function every<Row>(
  read: (page: { limit: number; cursor?: string }) => Promise<Page<Row> | Refusal>,
): Promise<Row[] | Refusal> {
  const rows: Row[] = []
  let cursor: string | undefined
  do {
    const page = await read({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) })
    if (isRefusal(page)) return page
    rows.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== undefined && rows.length < ROWS_MAX)
  return rows
}

function caseCells(row: SupervisedCase): Cell[] {
  return [
    ...[row.no, row.itemName, row.place, row.body, CHANNEL_TITLES[row.channel], row.receivedDay],
    ...[
      row.promisedDue,
      row.statutoryDue,
      row.decidedDay,
      STANDING_TITLES[row.standing],
      row.lateWorkingDays,
    ],
    row.lateSteps.map(({ step, dueDay, endDay }) => `${step} ${dueDay}→${endDay ?? ''}`).join('；'),
    row.leftOpen,
  ]
}
