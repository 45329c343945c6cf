import { refusal, type Refusal } from '#engine/refusal.ts'
import { legalDay } from '#engine/day.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { SheetFile } from '#ui/format/sheet.ts'
import type {
  DirectoryLineView,
  ImportRowDetail,
  ImportRowView,
  ImportRunDetail,
  ImportRunView,
  RowStanding,
} from '../contract/item-import-routes.ts'
import { beginFromLine, type BeginRequest } from './begin.ts'
import { isLine } from './judge.ts'
import { detail, directory, list, postsOf, report, rows, type Page, type Paged } from './lists.ts'
import type { Asking, ImportMeans } from './means.ts'
import { readRun } from './read-run.ts'
import { receive, READ_JOB, TAKE_IN_JOB } from './receive.ts'
import { rowStore } from './rows.ts'
import { standingOf } from './standing.ts'
import { takeIn } from './take-in.ts'
import { rowDetail } from './views.ts'
import { confirm, drop, mend, setAside, setWaitingAside, type Moved, type RowRequest } from './work.ts'

export type { Asking, ImportMeans } from './means.ts'

/** Catalogues from elsewhere on their way in (目录导入). */
export interface ItemImports {
  upload(asking: Asking, given: { name: string; file: AsyncIterable<Uint8Array> }): Promise<Moved | Refusal>
  list(asking: Asking, paged: Paged): Promise<Page<ImportRunView>>
  detail(asking: Asking, run: string): Promise<ImportRunDetail | Refusal>
  rows(
    asking: Asking,
    run: string,
    query: Paged & { standing?: RowStanding; q?: string },
  ): Promise<Page<ImportRowView> | Refusal>
  row(asking: Asking, asked: RowRequest): Promise<ImportRowDetail | Refusal>
  mend(
    asking: Asking,
    asked: RowRequest & { fields: Readonly<Record<string, string>> },
  ): Promise<ImportRowDetail | Refusal>
  setAside(asking: Asking, asked: RowRequest & { reason?: string }): Promise<ImportRowDetail | Refusal>
  setWaitingAside(asking: Asking, asked: { run: string; reason: string }): Promise<Moved | Refusal>
  confirm(asking: Asking, run: string): Promise<Moved | Refusal>
  drop(asking: Asking, run: string): Promise<Moved | Refusal>
  directory(asking: Asking, query: Paged & { q?: string }): Promise<Page<DirectoryLineView>>
  begin(asking: Asking, request: BeginRequest): Promise<Done | Refusal>
  report(asking: Asking, run: string, standing?: RowStanding): Promise<SheetFile | Refusal>
  register(worker: Worker): void
}

export function itemImports(means: ImportMeans): ItemImports {
  const { db } = means
  let worker: Worker | undefined
  const woken = <T>(done: T): T => {
    worker?.wake()
    return done
  }
  const row = async (asking: Asking, { run, n }: RowRequest): Promise<ImportRowDetail | Refusal> => {
    const { area } = asking.actor
    const found = await rowStore(db, area, run).find(n)
    if (found === undefined) return refusal('import-row-not-found')
    const day = legalDay(asking.now)
    const standing =
      isLine(found) && found.item !== null
        ? (
            await standingOf(db, area, day, await means.organisation.bodies(area, day), [found.plan.line])
          ).find(({ item }) => item === found.item)?.line
        : undefined
    return rowDetail(
      found,
      standing,
      await means.posts.namesOf(area, postsOf([found.setAsideBy, found.mendedBy])),
    )
  }
  const rowAfter = async (asking: Asking, asked: RowRequest, refused: Promise<Refusal | undefined>) =>
    (await refused) ?? row(asking, { run: asked.run, n: asked.n })
  return {
    upload: async (asking, given) => woken(await receive(means, asking, given)),
    list: (asking, paged) => list(means, asking, paged),
    detail: (asking, run) => detail(means, asking, run),
    rows: (asking, run, query) => rows(means, asking, run, query),
    row,
    mend: (asking, asked) => rowAfter(asking, asked, mend(means, asking, asked)),
    setAside: (asking, { reason, ...asked }) =>
      rowAfter(asking, asked, setAside(means, asking, { ...asked, reason })),
    setWaitingAside: (asking, asked) => setWaitingAside(means, asking, asked),
    confirm: async (asking, run) => woken(await confirm(means, asking, run)),
    drop: (asking, run) => drop(means, asking, run),
    directory: (asking, query) => directory(means, asking, query),
    begin: (asking, request) => beginFromLine(means, asking, request),
    report: (asking, run, standing) => report(means, asking, run, standing),
    register(given) {
      worker = given
      given.onJob(READ_JOB, ({ areaCode, body }, { now }) =>
        readRun(means, areaCode, (body as { run: string }).run, now),
      )
      given.onJob(TAKE_IN_JOB, ({ areaCode, body }, { now }) =>
        takeIn(means, areaCode, (body as { run: string }).run, now),
      )
    },
  }
}
