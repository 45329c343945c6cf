import type { Clock } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { KNOWN, SWEEP } from './file-rows.ts'
import type { FileFolders } from './folders.ts'

export interface Swept {
  /** Files nobody held any more. */
  unreferenced: number
  /** Left by a crash: bytes without a row, and uploads that never finished. */
  strays: number
}

// Long enough to attach what was uploaded in the morning to a form filed in the evening.
export const KEPT_UNREFERENCED_MS = 24 * 3_600_000

export async function sweep(
  { db, clock, folders }: { db: Queryable; clock: Clock; folders: FileFolders },
  area: string,
): Promise<Swept> {
  const before = new Date(Date.parse(clock.now()) - KEPT_UNREFERENCED_MS).toISOString()
  let unreferenced = 0
  for (;;) {
    // The row goes first: a crash in between leaves a stray, never a row without its bytes.
    const gone = await db.query<{ id: string }>(SWEEP, [area, before])
    for (const { id } of gone) await folders.remove(area, id)
    unreferenced += gone.length
    if (gone.length === 0) break
  }
  let strays = await folders.clearArriving(KEPT_UNREFERENCED_MS)
  for await (const ids of folders.settledBefore(area, KEPT_UNREFERENCED_MS)) {
    const known = new Set((await db.query<{ id: string }>(KNOWN, [area, ids])).map(({ id }) => id))
    for (const id of ids.filter((id) => !known.has(id))) {
      await folders.remove(area, id)
      strays += 1
    }
  }
  return { unreferenced, strays }
}
