import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { StartupProblem } from '../../log/startup-problem.ts'
import type { Account } from './account.ts'
import { isServerOf } from './server-process.ts'

export const PORT = 5432

// The kernel allows 103 to 107 bytes for the whole path of a socket; `/.s.PGSQL.5432` is part of it.
const SOCKET = `.s.PGSQL.${PORT}`
const LONGEST_SOCKET_PATH_BYTES = 99

/** A short folder that only the server's account may enter, the same one for the same data folder; for a new server. */
export function socketFolder(dataFolder: string, account: Account): string {
  const hash = createHash('sha256').update(fs.realpathSync(dataFolder)).digest('hex').slice(0, 12)
  const refused: string[] = []
  for (const base of new Set(['/var/tmp', os.tmpdir(), '/tmp', path.dirname(dataFolder)])) {
    const folder = path.join(base, `yichuang-${hash}`)
    if (Buffer.byteLength(path.join(folder, SOCKET)) <= LONGEST_SOCKET_PATH_BYTES && claim(folder, account))
      return cleared(folder, dataFolder)
    refused.push(folder)
  }
  throw new StartupProblem(
    `无法建立数据库套接字文件夹（试过：${refused.join('、')}），请检查临时文件夹的权限。`,
    `Could not make a folder for the database socket (tried ${refused.join(', ')}); check the permissions of the temporary folder.`,
  )
}

/** The lock of a killed server would keep the new one out when its number has been given to another process. */
function cleared(folder: string, dataFolder: string): string {
  const lock = path.join(folder, `${SOCKET}.lock`)
  if (!fs.existsSync(lock)) return folder
  const pid = Number(fs.readFileSync(lock, 'utf8').split('\n')[0])
  if (!isServerOf(dataFolder, pid))
    for (const file of [lock, path.join(folder, SOCKET)]) fs.rmSync(file, { force: true })
  return folder
}

function claim(folder: string, account: Account): boolean {
  const owner = account.uid ?? process.getuid?.()
  try {
    fs.mkdirSync(folder, { mode: 0o700 })
    if (account.uid !== undefined) fs.chownSync(folder, account.uid, account.gid ?? account.uid)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
  }
  // Anybody may write to a temporary folder: what another user put there under our name is not used.
  const found = fs.lstatSync(folder)
  return found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0
}
