import { isDeepStrictEqual } from 'node:util'
import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { columnsOf, sheetFile, type SheetFile } from '#ui/format/sheet.ts'
import { SYSTEM_MODES, type OutsideTaken, type SystemMode } from '../contract/outside-item-routes.ts'
import { plainHeading } from '../exchange-files/plain-heading.ts'
import { readTable, type TableSheet } from '../exchange-files/table.ts'
import {
  outsideItemRefusalWords,
  outsideItemWords as words,
  SYSTEM_MODE_TITLES,
} from '../words/outside-items.ts'
import type { OutsideDetails } from './differences.ts'
import { tellChange } from './tell.ts'
import { namesOf, written, type Asking, type OutsideMeans } from './register.ts'
import { outsideStore, type OutsideStore } from './store.ts'

const { columns } = words
type Column = keyof typeof columns
const COLUMNS = Object.keys(columns) as Column[]

/** Both sides: mapped ones, outside ones without ours, and ours without an outside one. */
export async function outsideItemsFile(means: OutsideMeans, { actor, now }: Asking): Promise<SheetFile> {
  const store = outsideStore(means.db, actor.area)
  const [rows, systems, names] = [
    await store.list({ limit: 100_000 }),
    new Map((await store.systems()).map((each) => [each.id, each])),
    await namesOf(means.catalogue, actor.area, legalDay(now)),
  ]
  const mapped = new Set(rows.flatMap(({ item }) => item ?? []))
  const outside = rows.map(({ system, systemName, code, name, item, details }) => {
    const { owner, mode } = systems.get(system)!
    const own = item === null ? [undefined, undefined] : [item, names.get(item)]
    return [
      system,
      systemName,
      owner,
      SYSTEM_MODE_TITLES[mode],
      code,
      name,
      details.promisedDays === undefined ? undefined : String(details.promisedDays),
      details.materials?.join('、'),
      ...own,
      item ? words.mapped : words.unmapped,
    ]
  })
  const ours = [...names].filter(([id]) => !mapped.has(id))
  const nothing = Array.from({ length: 8 }, () => undefined)
  return sheetFile({
    ...{ title: words.title, columns: columnsOf(...Object.values(columns)), asked: [], more: false },
    rows: [...outside, ...ours.map(([id, name]) => [...nothing, id, name, words.ownUnmapped])],
  })
}

/** Takes a mapping in line by line; what would give either side a second partner is named, and the rest stands. */
export async function takeOutsideItems(
  means: OutsideMeans,
  asking: Asking,
  bytes: Uint8Array,
): Promise<OutsideTaken | Refusal> {
  const table = await readTable(bytes)
  if (typeof table === 'string') return refusal(table)
  const lines = table.sheets.flatMap(linesOf)
  if (!table.sheets.some((sheet) => headerOf(sheet) !== undefined))
    return refusal('outside-file-headings-missing')
  const names = await namesOf(means.catalogue, asking.actor.area, legalDay(asking.now))
  const store = outsideStore(means.db, asking.actor.area)
  const taken: OutsideTaken = { mapped: 0, kept: 0, unchanged: 0, bad: [] }
  for (const { row, cells } of lines) {
    const done = await takeLine(means, store, { asking, names }, cells)
    if (done === 'mapped' || done === 'kept' || done === 'unchanged') taken[done] += 1
    else taken.bad.push({ row, text: done })
  }
  await means.audit.record({
    ...{
      area: asking.actor.area,
      actor: `post:${asking.actor.post}`,
      event: 'outside-items-imported',
      success: true,
    },
    ...{ object: 'outside-items', after: { mapped: taken.mapped, kept: taken.kept, bad: taken.bad.length } },
  })
  return taken
}

type Cells = Readonly<Record<Column, string>>

async function takeLine(
  means: OutsideMeans,
  store: OutsideStore,
  { asking, names }: { asking: Asking; names: ReadonlyMap<string, string> },
  { system, systemName, owner, mode: modeText, code, name, item, ...said }: Cells,
): Promise<'mapped' | 'kept' | 'unchanged' | string> {
  if (!system || !code || !name) return words.incomplete
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/.test(system)) return words.systemIdWrong
  if (item && !names.has(item)) return words.unknownItem(item)
  const details = detailsOf(said)
  if (typeof details === 'string') return details
  const known = (await store.systems()).find(({ id }) => id === system)
  const mode = modeText === '' ? (known?.mode ?? 'none') : modeNamed(modeText)
  if (mode === undefined) return words.unknownMode(modeText)
  const kept = {
    id: system,
    name: systemName || known?.name || system,
    owner: owner || known?.owner || '',
    mode,
  }
  if (kept.name !== known?.name || kept.owner !== known.owner || kept.mode !== known.mode)
    await store.keepSystem(kept)
  const before = await store.find(system, code)
  const refused = await written(store, asking, { system, code, name, details, ...(item ? { item } : {}) })
  if (refused) return sentence(refused)
  const after = (await store.find(system, code))!
  await tellChange(means, { area: asking.actor.area, now: asking.now }, before, after)
  if (item && before?.item !== item) return 'mapped'
  return before !== undefined && before.name === name && isDeepStrictEqual(before.details, after.details)
    ? 'unchanged'
    : 'kept'
}

const PAPERS = 60
const PAPER_NAME = 100

/** An empty cell says nothing; days that are no number, and papers beyond what is kept, are said to be wrong. */
function detailsOf({
  promisedDays,
  materials,
}: Pick<Cells, 'promisedDays' | 'materials'>): OutsideDetails | string {
  const days = promisedDays === '' ? undefined : Number(promisedDays)
  if (days !== undefined && (!Number.isInteger(days) || days < 0 || days > 999)) return words.daysWrong
  const named = [...new Set(materials.split(/[、；;\n]/u).map((each) => each.trim()))].filter(Boolean)
  if (named.length > PAPERS || named.some((name) => name.length > PAPER_NAME)) return words.papersWrong
  return {
    ...(days === undefined ? {} : { promisedDays: days }),
    ...(named.length === 0 ? {} : { materials: named }),
  }
}

const modeNamed = (title: string): SystemMode | undefined =>
  SYSTEM_MODES.find((mode) => SYSTEM_MODE_TITLES[mode] === title)

function sentence({ code, facts = {} }: Refusal): string {
  const said = (outsideItemRefusalWords as Readonly<Record<string, string | ((facts: object) => string)>>)[
    code
  ]
  return typeof said === 'function' ? said(facts) : (said ?? code)
}

interface Header {
  at: number
  columns: readonly (Column | undefined)[]
}

function headerOf({ rows }: TableSheet): Header | undefined {
  for (const [at, { cells }] of rows.slice(0, 20).entries()) {
    const found = cells.map((cell) => COLUMNS.find((column) => columns[column] === plainHeading(cell)))
    if ((['system', 'code', 'name'] as const).every((each) => found.includes(each)))
      return { at, columns: found }
  }
  return undefined
}

/** Ours without an outside one stand in the file that leaves; coming back, they say nothing. */
function linesOf(sheet: TableSheet): { row: number; cells: Cells }[] {
  const header = headerOf(sheet)
  if (header === undefined) return []
  return sheet.rows.slice(header.at + 1).flatMap(({ row, cells }) => {
    const said = Object.fromEntries(COLUMNS.map((column) => [column, '']))
    for (const [at, column] of header.columns.entries()) if (column) said[column] = (cells[at] ?? '').trim()
    const outside = said['system'] || said['code'] || said['name']
    return outside ? [{ row, cells: said as Cells }] : []
  })
}
