import { refusal, type Refusal } from '#engine/refusal.ts'
import type { SheetFile } from '#ui/format/sheet.ts'
import type {
  DirectoryLineView,
  ImportRowView,
  ImportRunDetail,
  ImportRunView,
  RowStanding,
} from '../contract/item-import-routes.ts'
import { directoryStore } from './directory.ts'
import type { Asking, ImportMeans } from './means.ts'
import { importReport } from './report.ts'
import { rowStore } from './rows.ts'
import { runStore } from './runs.ts'
import { lineView, rowView, runView, willDo } from './views.ts'

export interface Paged {
  limit?: number
  cursor?: string
}
export type Page<T> = { items: T[]; nextCursor?: string }

const PAGE = 50
const RUNS = 20

export const postsOf = (posts: readonly (string | null)[]): string[] => [
  ...new Set(posts.filter((post) => post !== null)),
]

export async function list(
  { db, posts }: ImportMeans,
  { actor: { area } }: Asking,
  { limit = RUNS, cursor }: Paged,
): Promise<Page<ImportRunView>> {
  const store = runStore(db, area)
  const [, at, id] = /^([\dT:.-]+Z)~([0-9a-f-]{36})$/.exec(cursor ?? '') ?? []
  const found = await store.list(at && id ? { at, id } : undefined, limit + 1)
  const page = found.slice(0, limit)
  const [counts, names] = await Promise.all([
    store.counts(page.map((run) => run.id)),
    posts.namesOf(area, postsOf(page.flatMap(({ by, confirmedBy }) => [by, confirmedBy]))),
  ])
  const last = found.length > limit ? page.at(-1) : undefined
  return {
    items: page.map((run) => runView(run, counts.get(run.id)!, names)),
    ...(last ? { nextCursor: `${last.at}~${last.id}` } : {}),
  }
}

export async function detail(
  { db, posts }: ImportMeans,
  { actor: { area } }: Asking,
  id: string,
): Promise<ImportRunDetail | Refusal> {
  const store = runStore(db, area)
  const run = await store.find(id)
  if (run === undefined) return refusal('import-run-not-found')
  const [counts, before, names] = await Promise.all([
    store.counts([id]),
    store.takenBefore(run),
    posts.namesOf(area, postsOf([run.by, run.confirmedBy])),
  ])
  const own = counts.get(id)!
  return {
    ...runView(run, own, names),
    beside: [...run.beside],
    willDo: run.state === 'open' ? willDo(own) : [],
    ...(before ? { before } : {}),
  }
}

export async function rows(
  { db, posts }: ImportMeans,
  { actor: { area } }: Asking,
  run: string,
  { limit = PAGE, cursor, standing, q }: Paged & { standing?: RowStanding; q?: string },
): Promise<Page<ImportRowView> | Refusal> {
  if ((await runStore(db, area).find(run)) === undefined) return refusal('import-run-not-found')
  const after = /^\d{1,7}$/.test(cursor ?? '') ? Number(cursor) : 0
  const found = await rowStore(db, area, run).list({
    ...{ after, limit: limit + 1 },
    ...(standing === undefined ? {} : { standing }),
    ...(q === undefined || q.trim() === '' ? {} : { q: q.trim() }),
  })
  const page = found.slice(0, limit)
  const names = await posts.namesOf(area, postsOf(page.map(({ setAsideBy }) => setAsideBy)))
  return {
    items: page.map((each) => rowView(each, names)),
    ...(found.length > limit ? { nextCursor: String(page.at(-1)!.n) } : {}),
  }
}

export async function directory(
  { db }: ImportMeans,
  { actor: { area } }: Asking,
  { limit = PAGE, cursor, q }: Paged & { q?: string },
): Promise<Page<DirectoryLineView>> {
  const store = directoryStore(db, area)
  const start = cursor !== undefined && /^[0-9a-f-]{36}$/.test(cursor) ? await store.find(cursor) : undefined
  const found = await store.list({
    limit: limit + 1,
    ...(q === undefined || q.trim() === '' ? {} : { q: q.trim() }),
    ...(start ? { after: start } : {}),
  })
  const page = found.slice(0, limit)
  const runs = runStore(db, area)
  const names = new Map<string, string>()
  for (const run of new Set(page.map((line) => line.run))) names.set(run, (await runs.find(run))?.name ?? '')
  return {
    items: page.map((line) => lineView(line, names.get(line.run) ?? '')),
    ...(found.length > limit ? { nextCursor: page.at(-1)!.id } : {}),
  }
}

export async function report(
  { db, posts }: ImportMeans,
  { actor: { area } }: Asking,
  run: string,
  standing: RowStanding | undefined,
): Promise<SheetFile | Refusal> {
  if ((await runStore(db, area).find(run)) === undefined) return refusal('import-run-not-found')
  const found = await rowStore(db, area, run).list({
    ...{ after: 0, limit: 1_000_000 },
    ...(standing === undefined ? {} : { standing }),
  })
  const names = await posts.namesOf(area, postsOf(found.map(({ setAsideBy }) => setAsideBy)))
  return importReport(found, standing, names)
}
