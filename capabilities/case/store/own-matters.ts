import { listStatement, type ListQuery, type Written } from './list.ts'
import type { CaseDossier } from '../model/dossier.ts'
import { isByDay } from './order.ts'
import { LISTED_AS, type ListedCase } from './rows.ts'

export interface OwnQuery {
  open?: ListQuery
  over?: ListQuery
  /** Whoever may have said something against what hung in public in an area. */
  objector?: { area: string; party: string; limit: number }
}

export type OwnPart = 'open' | 'over' | 'objected'

/** A row with the part of the page it belongs to; of what was objected to the dossier is whole. */
export type OwnRow = ListedCase & { part: OwnPart; papers: PapersOfOwn | null }

/** What tells which papers are awaited from the applicant. */
export type PapersOfOwn = Pick<CaseDossier, 'form' | 'materials' | 'party'> & {
  asked: readonly string[] | null
}

/**
 * Everything of one person that stands in `cases`, for the page that shows it side by side: each part is the statement of its own
 * list, walks the index of that list and ends after a page of it. In no order: a union keeps none.
 */
export function ownStatement({ open, over, objector }: OwnQuery): Written | undefined {
  const values: unknown[] = []
  const parts = [part('open', open, values), part('over', over, values)].filter((each) => each !== undefined)
  if (objector !== undefined) parts.push(objected(objector, values))
  return parts.length === 0 ? undefined : { text: parts.join('\n    UNION ALL '), values }
}

const COLUMNS = LISTED_AS.map((name) => `o."${name}"`).join(', ')

function part(name: OwnPart, query: ListQuery | undefined, values: unknown[]): string | undefined {
  const written = query && listStatement(query, values)
  if (query === undefined || written === undefined) return undefined
  const day = isByDay(query.order) ? 'o."listDay"' : 'NULL::date AS "listDay"'
  return `SELECT '${name}' AS part, ${COLUMNS}, ${day}, ${PAPERS} AS papers FROM (${written.text}) o`
}

/** Lists leave the bulk of a dossier out; of the few that wait for papers, or may, the owner is told which. */
const PAPERS = `(SELECT jsonb_build_object('asked', w.dossier -> 'supplement' -> 'asked', 'materials', w.dossier -> 'materials',
      'form', w.dossier -> 'form', 'party', w.dossier -> 'party')
    FROM cases.case_view w WHERE w.area_code = o.area AND w.id = o.id AND (o.dossier ->> 'state' = 'supplementing'
      OR o.dossier ->> 'state' = 'received' AND w.dossier -> 'supplement' IS NULL))`

function objected({ area, party, limit }: NonNullable<OwnQuery['objector']>, values: unknown[]): string {
  const param = (value: unknown): string => `$${values.push(value)}`
  const found = byObjector(
    `${param(area)}::text`,
    `${param(JSON.stringify([{ party }]))}::jsonb`,
    `${param(limit)}::int`,
  )
  return `SELECT 'objected', v.area_code, v.id, v.due_day, v.applicant_masked, v.received_at, v.dossier, NULL::jsonb, NULL::date, NULL::jsonb
    FROM (${found}) v`
}

/** Cases somebody objected to in public, those that moved last first; walks the index of objections (schema/0015). */
export const byObjector = (
  area: string,
  said: string,
  limit: string,
): string => `SELECT * FROM cases.case_view
    WHERE area_code = ${area} AND dossier -> 'publicity' -> 'objections' -> 0 IS NOT NULL
      AND dossier -> 'publicity' -> 'objections' @> ${said}
    ORDER BY changed_at DESC LIMIT ${limit}`
