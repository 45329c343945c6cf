import { isRefusal, type Refusal } from '#engine/refusal.ts'
import { withOffset } from '#platform/clock.ts'
import { maskName } from '#platform/crypto/mask.ts'
import { all, readOnce } from '#platform/db/reading.ts'
import type { EvidenceView, FindingView } from '../contract/findings.ts'
import type { Deed, Evidence, FindingRule } from '../model/findings.ts'
import { SHAPES, type Dataset } from '../model/imported.ts'
import { findingCounts, readFindings, type FindingPlace, type FindingRow } from '../store/findings.ts'
import { importReader } from '../store/imports.ts'
import {
  EVIDENCE_LABELS,
  EVIDENCE_TITLES,
  FACT_TITLES,
  FINDING_BASES,
  FINDING_RULE_TITLES,
  FINDING_SENTENCES,
  rowTitle,
  SOURCE_TITLES,
  type ToldDeed,
} from '../words/findings.ts'
import { OUTSIDE_STAFF } from '../words.ts'
import type { Page, Paged } from './lines.ts'
import {
  isDay,
  periodOf,
  scopeOf,
  type Asking,
  type PeriodQuery,
  type ScopeQuery,
  type SupervisionMeans,
} from './means.ts'

export interface FindingsQuery extends PeriodQuery, ScopeQuery, Paged {
  rule?: FindingRule
  source?: FindingRow['source']
  body?: string
}

export type Findings = Page<FindingView> & { counts: Record<FindingRule, number> }

const PAGE = 30

/** What the rules found in a period, newest first, each with what shows it. */
export async function findings(
  means: SupervisionMeans,
  asking: Asking,
  { rule, source, body, limit = PAGE, cursor, ...query }: FindingsQuery,
): Promise<Findings | Refusal> {
  const period = periodOf(query, asking.now)
  if (isRefusal(period)) return period
  const scope = scopeOf(asking, query)
  if (isRefusal(scope)) return scope
  const question = {
    ...{ ...scope, from: period.from, to: period.to },
    ...(rule === undefined ? {} : { rule }),
    ...(source === undefined ? {} : { source }),
    ...(body === undefined ? {} : { body }),
  }
  const after = cursor === undefined ? undefined : readCursor(cursor)
  const [rows, counted] = await readOnce(
    means.db,
    all([readFindings(question, after, limit + 1), findingCounts(question)]),
  )
  const counts = { 'beyond-power': 0, upward: 0, 'over-limit': 0, 'out-of-order': 0, 'one-time-notice': 0 }
  return {
    items: await shaped(means, scope.area, rows.slice(0, limit)),
    ...(rows.length > limit ? { nextCursor: cursorOf(rows[limit - 1]!) } : {}),
    counts: { ...counts, ...counted },
  }
}

async function shaped(
  means: SupervisionMeans,
  area: string,
  rows: readonly FindingRow[],
): Promise<FindingView[]> {
  const names = await namesOf(means, area, rows)
  return rows.map((row) => {
    const { source, caseNo, rule, code, day, itemName, body, facts, evidence } = row
    return {
      ...{ id: `${source}/${caseNo}/${code}`, source, sourceText: SOURCE_TITLES[source], caseNo },
      ...{ rule, ruleText: FINDING_RULE_TITLES[rule], code, day, itemName },
      sentence: FINDING_SENTENCES[code]({ ...facts, deeds: told(row, names) }),
      basis: FINDING_BASES[rule],
      ...(body === null ? {} : { body: names.body(body) }),
      evidence: evidence.map((piece) => evidenceView(piece, names)),
    }
  })
}

/** What was done, with the name of whoever did it. */
function told({ facts }: FindingRow, names: Names): ToldDeed[] {
  return deedsOf(facts).map(({ step, day, post, person }) => {
    const who = post === undefined ? person : names.post(post)
    return { step, day, ...(who === undefined ? {} : { who }) }
  })
}

/** Findings from before the steps were named have none until they are judged again. */
function deedsOf(facts: FindingRow['facts']): readonly Deed[] {
  return (facts['deeds'] ?? []) as readonly Deed[]
}

interface Names {
  body(id: string): string
  file(id: string): string
  post(id: string): string
}

async function namesOf(means: SupervisionMeans, area: string, rows: readonly FindingRow[]): Promise<Names> {
  const pieces = rows.flatMap(({ evidence }) => evidence)
  const distinct = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))]
  const bodies = await means.organisation.bodiesByIds(area, distinct(rows.map(({ body }) => body)))
  const files = await importReader(means.db).filesByIds(
    area,
    distinct(pieces.flatMap((piece) => (piece.from === 'row' ? [piece.file] : []))),
  )
  const posts = await means.posts.postsByIds(
    area,
    distinct([
      ...pieces.flatMap((piece) => (piece.from === 'fact' ? [piece.by] : [])),
      ...rows.flatMap(({ facts }) => deedsOf(facts).flatMap(({ post }) => post ?? [])),
    ]),
  )
  const bodyNames = new Map(bodies.map(({ id, shortName }) => [id, shortName]))
  const fileNames = new Map(files.map(({ id, name }) => [id, name]))
  const postNames = new Map(
    (await means.posts.namedPosts(area, posts)).map(({ id, personName, title }) => [
      id,
      `${maskName(personName)}（${title}）`,
    ]),
  )
  return {
    body: (id) => bodyNames.get(id) ?? id,
    file: (id) => fileNames.get(id) ?? id,
    post: (id) => postNames.get(id) ?? OUTSIDE_STAFF[id as keyof typeof OUTSIDE_STAFF] ?? id,
  }
}

function evidenceView(piece: Evidence, names: Names): EvidenceView {
  const field = (label: string, value: string) => ({ label, value })
  switch (piece.from) {
    case 'row': {
      const { title, fields } = SHAPES[piece.dataset as Dataset]
      return {
        title: rowTitle(title, names.file(piece.file), piece.line),
        fields: fields.flatMap(({ name, title: label, time }) => {
          const value = piece.fields[name]
          return value === undefined ? [] : [field(label, time ? timeText(value) : value)]
        }),
      }
    }
    case 'fact':
      return {
        title: EVIDENCE_TITLES.fact,
        fields: [
          field(EVIDENCE_LABELS.what, FACT_TITLES[piece.kind] ?? piece.kind),
          field(EVIDENCE_LABELS.at, timeText(piece.at)),
          field(EVIDENCE_LABELS.by, names.post(piece.by)),
        ],
      }
    case 'grant':
      return {
        title: EVIDENCE_TITLES.grant,
        fields: [
          field(EVIDENCE_LABELS.body, piece.body),
          field(EVIDENCE_LABELS.valid, piece.valid),
          field(EVIDENCE_LABELS.basis, piece.basis),
        ],
      }
    case 'register':
      return { title: EVIDENCE_TITLES.register, fields: [field(EVIDENCE_LABELS.steps, piece.text)] }
    case 'clock':
      return { title: EVIDENCE_TITLES.clock, fields: [field(EVIDENCE_LABELS.due, piece.text)] }
  }
}

/** A day stays a day; a moment is told by the clock on the wall in China. */
function timeText(told: string): string {
  return told.length === 10 ? told : withOffset(told).slice(0, 19).replace('T', ' ')
}

const cursorOf = ({ day, caseNo, code }: FindingRow): string => [day, code, caseNo].join('~')

function readCursor(cursor: string): FindingPlace | undefined {
  const [day = '', code = '', ...rest] = cursor.split('~')
  return isDay(day) ? { day, code, caseNo: rest.join('~') } : undefined
}
