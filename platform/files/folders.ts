import fs from 'node:fs/promises'
import path from 'node:path'
import { makeFolder, moveDurably } from './durable.ts'

/** Where files lie: `area/xx/id` with the last two digits of the id, and `arriving` for uploads under way. */
export interface FileFolders {
  arriving(id: string): string
  placeOf(area: string, id: string): string
  /** Puts a synced upload in its place. */
  settle(area: string, id: string): Promise<void>
  remove(area: string, id: string): Promise<void>
  /** Ids of an area's files on disk that were not touched for `ageMs`. */
  settledBefore(area: string, ageMs: number): AsyncIterable<string[]>
  /** Removes uploads that were interrupted. */
  clearArriving(ageMs: number): Promise<number>
}

export async function fileFolders(root: string): Promise<FileFolders> {
  const arrivals = path.join(root, 'arriving')
  await makeFolder(arrivals)
  const arriving = (id: string) => path.join(arrivals, id)
  const placeOf = (area: string, id: string) => {
    if (!/^\d{6}$/.test(area) || !/^[0-9a-f-]{36}$/.test(id)) throw new Error('not an area and a file id')
    return path.join(root, area, id.slice(-2), id)
  }
  return {
    arriving,
    placeOf,
    async settle(area, id) {
      await makeFolder(path.dirname(placeOf(area, id)))
      await moveDurably(arriving(id), placeOf(area, id))
    },
    remove: (area, id) => fs.rm(placeOf(area, id), { force: true }),
    async *settledBefore(area, ageMs) {
      const shelves = await fs.readdir(path.join(root, area)).catch(() => [])
      for (const shelf of shelves) yield untouched(path.join(root, area, shelf), ageMs)
    },
    async clearArriving(ageMs) {
      const left = await untouched(arrivals, ageMs)
      for (const name of left) await fs.rm(arriving(name), { force: true })
      return left.length
    },
  }
}

// File times are the machine's own: the demo's movable clock must not make a running upload look old.
async function untouched(folder: string, ageMs: number): Promise<string[]> {
  const old: string[] = []
  for (const name of await fs.readdir(folder)) {
    const stat = await fs.stat(path.join(folder, name)).catch(() => null)
    if (stat && Date.now() - stat.mtimeMs >= ageMs) old.push(name)
  }
  return old
}
