import { createHash } from 'node:crypto'
import type { Refusal } from '#engine/refusal.ts'
import { refusal } from '#engine/refusal.ts'
import { newId } from '#platform/id.ts'
import { ensureJob } from '#platform/jobs/schedule.ts'
import type { ImportMeans, Asking } from './means.ts'
import { idOfMoment, pieceStore } from './pieces.ts'
import { runStore } from './runs.ts'

export const READ_JOB = 'item-import.read'
export const TAKE_IN_JOB = 'item-import.take-in'
export const JOB_STREAM = 'schedule:item-import'

const DAY_MS = 86_400_000

/** Keeps a file as it comes, and has it read in the background. */
export async function receive(
  { db, audit }: ImportMeans,
  { actor, now }: Asking,
  { name, file }: { name: string; file: AsyncIterable<Uint8Array> },
): Promise<{ id: string; state: 'reading' } | Refusal> {
  const { area, post } = actor
  const [id, pieces] = [newId(), pieceStore(db, area)]
  await pieces.dropAbandoned(idOfMoment(new Date(Date.parse(now) - DAY_MS).toISOString()))
  const digest = createHash('sm3')
  try {
    const bytes = await pieces.keep(id, file, (chunk) => digest.update(chunk))
    if (bytes === 0) return refusal('list-file-empty')
    await db.transaction(async (tx) => {
      const run = { id, name: shortName(name), digest: digest.digest('hex'), by: post, at: now, bytes }
      await runStore(tx, area).begin(run)
      await ensureJob(tx, {
        areaCode: area,
        stream: JOB_STREAM,
        kind: READ_JOB,
        key: id,
        dueAt: now,
        body: { run: id },
      })
      await audit.recordIn(tx, {
        ...{ area, actor: `post:${post}`, event: 'item-catalogue-uploaded', success: true },
        ...{ object: `item-import:${id}`, after: { bytes } },
      })
    })
  } catch (error) {
    await pieces.drop(id)
    throw error
  }
  return { id, state: 'reading' }
}

/** Only the last part of a path, and no more of it than a list can show. */
const shortName = (name: string): string => (name.split(/[\\/]/).at(-1) ?? '').slice(0, 120) || '未命名'
