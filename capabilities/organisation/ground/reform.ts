import { addDays } from '#engine/day.ts'
import { afterCommit, type Queryable } from '#platform/db/db.ts'
import type { Reform } from '../contract/reform.ts'
import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'
import { ending, shapeProblem, successionLines, type ReformShape } from '../model/reform.ts'
import type { Change } from '../model/place-change.ts'
import { isRefusal } from '#engine/refusal.ts'
import { forgetGround } from '../store/reader.ts'
import { endRow, writeRows, type VersionedRow, type VersionedTable } from '../store/versions.ts'
import type { GroundAct, Judged } from './ground-act.ts'
import { reformBodies } from './reform-bodies.ts'
import { reformPlaces } from './reform-places.ts'
import { reformRegions } from './reform-regions.ts'

/** What a reform of one subject comes to: rows that begin or change, rows that end, and names for the lines people read. */
export interface ReformPlan {
  grounds: readonly string[]
  since?: string
  begin: readonly (readonly [VersionedTable, VersionedRow])[]
  end: readonly (readonly [VersionedTable, string])[]
  names: ReadonlyMap<string, string>
  /** Names from the day on, of those that stay and are called something else. */
  renamed?: ReadonlyMap<string, string>
}

export interface ReformAsked {
  area: string
  wish: Reform
  shape: ReformShape
  /** What ends, in the order of `of`. */
  ends: readonly string[]
}

const SUBJECTS = { region: reformRegions, place: reformPlaces, body: reformBodies }

/** 新设, 撤销, 合并, 拆分, 更名, 改码: what ends leads on to what follows by a line of succession. */
export const reform: GroundAct<Reform> = {
  ...{ name: 'reform', subject: 'place', duty: 'places', structural: true },
  touches: (_of, { subject, of, into }) =>
    [...of, ...into.flatMap(({ id }) => id ?? [])].map((id) => `${subject}:${id}`),
  async judge(tx, { area, wish }) {
    const { kind, of, into, from } = wish
    const keepsCode = wish.subject === 'region' && kind === 'rename'
    const shape = { kind, of, into: into.map(({ id }) => id ?? ''), keepsCode }
    const wrong = shapeProblem(shape)
    if (wrong) return wrong
    const plan = await SUBJECTS[wish.subject](tx, { area, wish, shape, ends: ending(shape) })
    if (isRefusal(plan)) return plan
    return {
      ...{ grounds: plan.grounds, changes: changesOf(shape, plan) },
      ...(plan.since === undefined ? {} : { since: plan.since }),
      write: () => writePlan(tx, { area, from, subject: wish.subject, shape }, plan),
    } satisfies Judged
  },
}

function changesOf(shape: ReformShape, { names, renamed }: ReformPlan): Change[] {
  const before = (id: string) => names.get(id) ?? id
  const said = (ids: readonly string[]) => ids.join('、') || null
  const after = shape.into.map((id) => renamed?.get(id) ?? before(id))
  return [{ field: shape.kind, before: said(shape.of.map(before)), after: said(after) }]
}

async function writePlan(
  tx: Queryable,
  {
    area,
    from,
    subject,
    shape,
  }: { area: string; from: string; subject: Reform['subject']; shape: ReformShape },
  { begin, end }: ReformPlan,
): Promise<OrganisationRefusal | undefined> {
  afterCommit(tx, forgetGround)
  const last = addDays(from, -1)
  for (const [table, id] of end)
    if (!(await endRow(tx, table, id, last, area))) return refuse('already-ended', { id })
  for (const [table, row] of begin)
    await writeRows(tx, table, [row], { areaCode: area, day: from, origin: 'office' })
  await writeSuccessions(tx, { area, subject, from, shape })
  return undefined
}

/** The lines a reform leads on by; how many of them did not stand yet. */
export async function writeSuccessions(
  on: Queryable,
  {
    area,
    subject,
    from,
    shape,
  }: { area: string; from: string; subject: Reform['subject']; shape: ReformShape },
): Promise<number> {
  const lines = successionLines(shape)
  if (lines.length === 0) return 0
  return (await on.query(SUCCEED, [area, subject, from, JSON.stringify(lines)])).length
}

const SUCCEED = `INSERT INTO organisation.succession (area_code, subject, id, successor, on_day, kind, origin)
  SELECT $1, $2, l.id, l.successor, $3, l.kind, 'office'
  FROM json_to_recordset($4::json) AS l (id text, successor text, kind text) ON CONFLICT DO NOTHING RETURNING id`
