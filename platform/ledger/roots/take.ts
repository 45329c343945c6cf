import fs from 'node:fs/promises'
import path from 'node:path'
import { legalDay, type Instant } from '#platform/clock.ts'
import type { Keys } from '#platform/crypto/keys.ts'
import type { Db } from '#platform/db/db.ts'
import { makeFolder, moveDurably, placeDurably } from '#platform/files/durable.ts'
import type { Head } from '../commit.ts'
import { EMPTY_ROOT } from '../merkle.ts'
import { draw, type Drawn } from './draw.ts'
import { openLineFile, PASSING, type LineFile } from './line-file.ts'
import { linesOf, readRoot, rootDays, rootPath, type ReadRoot } from './read.ts'
import { HEADS_END, macLine, openingLines, startMac, type ExportedHead, type RootFile } from './root-file.ts'
import { standingPages, standingPath, withChanges } from './standing.ts'

export interface RootOptions {
  db: Db
  keys: Keys
  /** One folder for all areas, outside the database. */
  folder: string
}

/** What the heads of now are compared with. */
interface Before {
  complete: boolean
  root: string
  pages(): AsyncIterable<Head[]>
}

/**
 * Takes the root of an area for the legal day of `now` and exports it, unless that day or a later one has its root: a
 * root is never written twice. Days on which no server ran have none; the next root covers them.
 */
export async function takeRoot(
  { db, keys, folder }: RootOptions,
  areaCode: string,
  now: Instant,
): Promise<RootFile | undefined> {
  const day = legalDay(now)
  const days = await rootDays(folder, areaCode)
  const last = days.at(-1)
  if (last !== undefined && last >= day) return undefined
  await makeFolder(path.join(folder, areaCode))
  await dropPassing(path.join(folder, areaCode))
  const previous = last === undefined ? undefined : await readRoot(rootPath(folder, areaCode, last), keys)

  for await (const before of sources({ folder, areaCode, keys, days, previous })) {
    const changed = await openLineFile(rootPath(folder, areaCode, day))
    const standing = await openLineFile(standingPath(folder, areaCode))
    try {
      const drawn = await draw(db, areaCode, before.pages(), { changed, standing })
      if (drawn.beforeRoot !== before.root) continue
      const header = headerFor(areaCode, now, drawn, before.complete, last, previous)
      await changed.finish()
      await standing.finish()
      await writeRoot(rootPath(folder, areaCode, day), header, changed, drawn.changed, keys)
      await moveDurably(standing.path, standingPath(folder, areaCode))
      return header
    } finally {
      await changed.drop()
      await standing.drop()
    }
  }
  throw new Error(`no root could be taken of area ${areaCode}`)
}

function headerFor(
  area: string,
  now: Instant,
  { streams, root }: Drawn,
  complete: boolean,
  last: string | undefined,
  previous: ReadRoot | undefined,
): RootFile {
  return {
    ...{ format: 1, area, day: legalDay(now), takenAt: now, algorithm: 'sm3', streams, root },
    previous:
      last === undefined || previous === undefined
        ? null
        : { day: last, root: previous.header?.root ?? null, file: previous.file },
    complete,
  }
}

interface SourceOptions {
  folder: string
  areaCode: string
  keys: Keys
  days: readonly string[]
  previous: ReadRoot | undefined
}

/** From the cheapest to the surest; a root that follows nothing sound says so by holding all heads. */
async function* sources({ folder, areaCode, keys, days, previous }: SourceOptions): AsyncGenerator<Before> {
  const root = previous?.header?.root
  if (root !== undefined) {
    yield { complete: false, root, pages: () => standingPages(standingPath(folder, areaCode)) }
    const heads = await exportedHeads(folder, areaCode, keys, days)
    yield { complete: false, root, pages: () => pagesOf(heads) }
  }
  yield { complete: true, root: EMPTY_ROOT, pages: () => pagesOf([]) }
}

/** All heads as of the last root, put together from every file; whether they are right, their root says. */
async function exportedHeads(
  folder: string,
  areaCode: string,
  keys: Keys,
  days: readonly string[],
): Promise<Head[]> {
  let heads: Head[] = []
  for (const day of days) {
    const changed: ExportedHead[] = []
    const { header } = await readRoot(rootPath(folder, areaCode, day), keys, (head) => changed.push(head))
    if (header !== undefined) heads = withChanges(header.complete ? [] : heads, changed)
  }
  return heads
}

async function* pagesOf(heads: Head[]): AsyncGenerator<Head[]> {
  yield heads
}

async function writeRoot(
  target: string,
  header: RootFile,
  changed: LineFile,
  count: number,
  keys: Keys,
): Promise<void> {
  // Read-only from its birth: nobody has a reason to write into it again.
  const file = await openLineFile(target, 0o400)
  const mac = startMac(keys)
  const add = (line: string): Promise<void> => {
    mac.line(line)
    return file.add(line)
  }
  try {
    for (const line of openingLines(header)) await add(line)
    let written = 0
    for await (const lines of linesOf(changed.path)) {
      for (const line of lines) await add((written += 1) < count ? `${line},` : line)
    }
    await add(HEADS_END)
    await file.add(macLine(mac.end()))
    await file.add('}')
    await file.finish()
    await placeDurably(file.path, target)
  } finally {
    await file.drop()
  }
}

async function dropPassing(folder: string): Promise<void> {
  for (const name of await fs.readdir(folder)) {
    if (name.endsWith(PASSING)) await fs.rm(path.join(folder, name), { force: true })
  }
}
