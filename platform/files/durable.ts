import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'

/**
 * Writes a file that is either there in full or not at all, and is still there after a power cut once this
 * returns.
 */
export async function writeFileAtomically(
  target: string,
  bytes: Uint8Array | string,
  mode = 0o600,
): Promise<void> {
  const waiting = `${target}.${randomBytes(6).toString('hex')}.part`
  const file = await fs.open(waiting, 'wx', mode)
  try {
    await file.writeFile(bytes)
    await file.sync()
    await file.close()
    await moveDurably(waiting, target)
  } catch (error) {
    await file.close().catch(() => {})
    await fs.rm(waiting, { force: true })
    throw error
  }
}

/** Renames a file whose content is already synced, and syncs the folder that now names it. */
export async function moveDurably(from: string, to: string): Promise<void> {
  await fs.rename(from, to)
  await syncFolder(path.dirname(to))
}

/** Gives a file whose content is already synced its name for good; a name that is taken is a fault (`EEXIST`). */
export async function placeDurably(from: string, to: string): Promise<void> {
  try {
    await fs.link(from, to)
    await fs.rm(from)
  } catch (error) {
    if (!NO_LINKS.includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    // A memory stick or a share without hard links: looking first is the best that is left.
    if (await fs.stat(to).catch(() => undefined)) {
      throw Object.assign(new Error(`${to} exists already`), { code: 'EEXIST' })
    }
    await fs.rename(from, to)
  }
  await syncFolder(path.dirname(to))
}

const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']

/** Makes a folder with its parents, so that none of the new names is lost in a power cut. */
export async function makeFolder(folder: string): Promise<void> {
  const made = await fs.mkdir(folder, { recursive: true, mode: 0o700 })
  if (made === undefined) return
  for (let at = folder; at.length >= path.dirname(made).length; at = path.dirname(at)) {
    await syncFolder(at)
    if (at === path.dirname(at)) break
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder for syncing and writes the names of files through by itself.
  if (process.platform === 'win32') return
  const handle = await fs.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
