import { legalDay, type Instant } from '#engine/day.ts'
import { CATALOGUE_LINES_MAX } from '../contract/exchange-file-routes.ts'
import { planImport, type ImportPlan } from '../exchange-files/plan.ts'
import { besideSentences } from '../exchange-files/report.ts'
import type { Aside } from '../exchange-files/header.ts'
import { tableOfPieces } from '../exchange-files/table-stream.ts'
import { breath } from '../search/breath.ts'
import { judgedOf } from './judge.ts'
import type { ImportMeans } from './means.ts'
import { pieceStore } from './pieces.ts'
import { rowStore, type FreshRow } from './rows.ts'
import { runStore } from './runs.ts'
import { standingOf } from './standing.ts'

/** Rows that are kept together, and counted as progress. */
const PAGE = 500
/** Of every kind: the lines of a catalogue, with twenty papers and questions in sheets beside it. */
const ROWS_MAX = 400_000

/** Reads a file into rows. Begun again after a crash it begins anew, for nobody works on rows before all of them stand. */
export async function readRun(means: ImportMeans, area: string, id: string, now: Instant): Promise<void> {
  const { db, organisation } = means
  const runs = runStore(db, area)
  if ((await runs.find(id))?.state !== 'reading') return
  const pieces = pieceStore(db, area)
  const fail = async (failure: string) => {
    if (await runs.move(id, 'reading', 'failed', { failure, at: now })) await pieces.drop(id)
  }
  const table = await tableOfPieces(() => pieces.read(id))
  if (typeof table === 'string') return fail(table)
  if (table.sheets.reduce((sum, { rows }) => sum + rows.length, 0) > ROWS_MAX)
    return fail('list-file-too-long')
  const day = legalDay(now)
  const bodies = await organisation.bodies(area, day)
  const plan = await planImport(table, { area, bodies }, await standingOf(db, area, day, bodies))
  if (plan === undefined) return fail('list-file-headings-missing')
  if (plan.rows.length > CATALOGUE_LINES_MAX) return fail('list-file-too-long')
  await keep(means, area, id, plan)
  const done = { encoding: plan.encoding, beside: besideSentences(plan).slice(0, BESIDE_NAMED), at: now }
  if (await runs.move(id, 'reading', 'open', done)) await pieces.drop(id)
}

/** Named on the screen; every one of them is a row of the run as well. */
const BESIDE_NAMED = 200

async function keep({ db }: ImportMeans, area: string, id: string, plan: ImportPlan): Promise<void> {
  const [store, runs] = [rowStore(db, area, id), runStore(db, area)]
  await store.clear()
  const rest = breath()
  const total = plan.rows.length + plan.asides.length + plan.apart.length
  let page: FreshRow[] = []
  let n = 0
  for (const row of inOrder(plan)) {
    page.push({ ...row, n: ++n })
    if (page.length < PAGE && n < total) continue
    await store.add(page)
    await runs.progress(id, n, total)
    page = []
    await rest()
  }
}

/** Every row of the file, as it stands there. */
function inOrder(plan: ImportPlan): Omit<FreshRow, 'n'>[] {
  const lines = plan.rows.map((row): Omit<FreshRow, 'n'> => {
    const { n: _none, ...judged } = judgedOf(0, row)
    return { ...judged, sheet: row.sheet, row: row.row, written: row.written }
  })
  const all = [...lines, ...[...plan.asides, ...plan.apart].map(asideRow)]
  const sheets = [...new Set(all.map(({ sheet }) => sheet))]
  const place = new Map(sheets.map((sheet, at) => [sheet, at]))
  return all.toSorted((a, b) => place.get(a.sheet)! - place.get(b.sheet)! || a.row - b.row)
}

function asideRow(aside: Aside): Omit<FreshRow, 'n'> {
  return {
    ...{ sheet: aside.sheet, row: aside.row, outcome: 'not-a-row', lineKey: null, item: null },
    ...{ name: aside.text.slice(0, 300), code: '', written: aside },
    plan: { line: {}, doubts: [], mends: [], changes: [], kept: [] },
  }
}
