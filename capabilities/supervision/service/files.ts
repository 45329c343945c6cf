import { legalDay } from '#engine/day.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import type { Cell } from '#ui/format/csv.ts'
import { askedOf, columnsOf, sheetFile, type SheetFile } from '#ui/format/sheet.ts'
import type { SupervisedCase } from '../contract.ts'
import { ATTEMPT_KIND_TITLES, CHANNEL_TITLES, FILE_COLUMNS, FILE_TITLES, LEVEL_TITLES } from '../words.ts'
import { PART_TITLES, STANDING_TITLES, WHOLE_AREA } from '../words.ts'
import { FINDING_RULE_TITLES, SOURCE_TITLES } from '../words/findings.ts'
import { attempts, type AttemptsQuery } from './attempts.ts'
import { findings, type FindingsQuery } from './findings.ts'
import { indicators, type IndicatorsQuery } from './indicators.ts'
import { alerts, indicatorCases, type AlertsQuery, type CasesQuery, type Page } from './lines.ts'
import type { Asking, PeriodQuery, ScopeQuery, SupervisionMeans } from './means.ts'

/** More lines than anybody reads; a longer list wants a shorter period. */
const ROWS_MAX = 20_000
const PAGE = 500

/** The numbers of the area and of each place, one line each. */
export async function indicatorsFile(
  means: SupervisionMeans,
  asking: Asking,
  query: IndicatorsQuery,
): Promise<SheetFile | Refusal> {
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
  return sheetFile({
    title: FILE_TITLES.indicators,
    columns: columnsOf(...FILE_COLUMNS.indicators),
    rows,
    asked: askedOf(await narrowed(means, asking, { ...query, from, to })),
    more: false,
  })
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
): Promise<SheetFile | Refusal> {
  const rows = await every((page) => indicatorCases(means, asking, id, { ...query, ...page }))
  if (isRefusal(rows)) return rows
  const { part, ...rest } = query
  return sheetFile({
    title: FILE_TITLES.cases,
    columns: columnsOf(...FILE_COLUMNS.cases),
    rows: rows.items.map(caseCells),
    asked: askedOf({
      指标: id,
      部分: part && PART_TITLES[part],
      ...(await narrowed(means, asking, rest)),
    }),
    more: rows.more,
  })
}

export async function alertsFile(
  means: SupervisionMeans,
  asking: Asking,
  query: AlertsQuery,
): Promise<SheetFile | Refusal> {
  const rows = await every((page) => alerts(means, asking, { ...query, ...page }))
  if (isRefusal(rows)) return rows
  const { level, ...rest } = query
  return sheetFile({
    title: FILE_TITLES.alerts,
    columns: columnsOf(...FILE_COLUMNS.alerts, ...FILE_COLUMNS.cases),
    rows: rows.items.map((row) => [
      LEVEL_TITLES[row.level],
      row.reasons.map(({ title, dueDay }) => `${title} ${dueDay}`).join('；'),
      ...caseCells(row),
    ]),
    asked: askedOf({ 级别: level && LEVEL_TITLES[level], ...(await narrowed(means, asking, rest)) }),
    more: rows.more,
  })
}

export async function attemptsFile(
  means: SupervisionMeans,
  asking: Asking,
  query: AttemptsQuery,
): Promise<SheetFile | Refusal> {
  const rows = await every((page) => attempts(means, asking, { ...query, ...page }))
  if (isRefusal(rows)) return rows
  const { kind, ...rest } = query
  return sheetFile({
    title: FILE_TITLES.attempts,
    columns: columnsOf(...FILE_COLUMNS.attempts),
    rows: rows.items.map((row) => [
      ...[row.at, row.kindText, row.who, row.body, row.no, row.itemName, row.actionText, row.codeText],
    ]),
    asked: askedOf({ 类别: kind && ATTEMPT_KIND_TITLES[kind], ...(await narrowed(means, asking, rest)) }),
    more: rows.more,
  })
}

export async function findingsFile(
  means: SupervisionMeans,
  asking: Asking,
  query: FindingsQuery,
): Promise<SheetFile | Refusal> {
  const rows = await every((page) => findings(means, asking, { ...query, ...page }))
  if (isRefusal(rows)) return rows
  const { rule, source, ...rest } = query
  return sheetFile({
    title: FILE_TITLES.findings,
    columns: columnsOf(...FILE_COLUMNS.findings),
    rows: rows.items.map((row) => [
      ...[row.ruleText, row.day, row.caseNo, row.itemName, row.body, row.sourceText, row.sentence, row.basis],
      row.evidence
        .map(
          ({ title, fields }) =>
            `${title}（${fields.map(({ label, value }) => `${label} ${value}`).join('，')}）`,
        )
        .join('；'),
    ]),
    asked: askedOf({
      类别: rule && FINDING_RULE_TITLES[rule],
      来源: source && SOURCE_TITLES[source],
      ...(await narrowed(means, asking, rest)),
    }),
    more: rows.more,
  })
}

/** Page after page, so that no file is read in one piece. */
async function every<Row>(
  read: (page: { limit: number; cursor?: string }) => Promise<Page<Row> | Refusal>,
): Promise<{ items: Row[]; more: boolean } | Refusal> {
  const rows: Row[] = []
  let cursor: string | undefined
  do {
    const page = await read({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) })
    if (isRefusal(page)) return page
    rows.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== undefined && rows.length < ROWS_MAX)
  return { items: rows, more: cursor !== undefined }
}

/** A director's numbers are those of the own place, whether asked for or not. */
async function narrowed(
  { organisation, catalogue }: SupervisionMeans,
  { actor, now }: Asking,
  { from, to, place, item, body }: PeriodQuery & ScopeQuery & { body?: string },
): Promise<Record<string, string | undefined>> {
  const at = actor.roles.includes('supervisor') ? place : actor.place
  const [found] = at === undefined ? [] : await organisation.placesByIds(actor.area, [at])
  const [organ] = body === undefined ? [] : await organisation.bodiesByIds(actor.area, [body])
  const matter = item === undefined ? undefined : await catalogue.itemInForce(actor.area, item, legalDay(now))
  return {
    起始日: from,
    截止日: to,
    场所: found?.name ?? at ?? WHOLE_AREA,
    事项: matter?.item.name ?? item,
    机构: organ?.shortName ?? body,
  }
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
