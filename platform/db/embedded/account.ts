import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { StartupProblem } from '../../log/startup-problem.ts'

/** Whom the server runs as; empty for "as ourselves". Spreads into the options of `spawn`. */
export interface Account {
  uid?: number
  gid?: number
}

/**
 * PostgreSQL refuses to run as root. Then it runs as whoever already owns the data folder, else as `nobody`,
 * the one account every Unix has.
 */
export function serverAccount(folder: string): Account {
  if (process.getuid?.() !== 0) return {}
  const owner = fs.statSync(folder, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/** The name the kernel reports for our end of the socket, which `peer` compares. */
export function ourName(): string {
  try {
    return os.userInfo().username
  } catch (cause) {
    throw new StartupProblem(
      `当前用户编号（${process.getuid?.()}）在系统中没有用户名，自带数据库无法启动；请换一个有名字的用户，或设置 DATABASE_URL。`,
      `User id ${process.getuid?.()} has no name on this system, so the embedded database cannot start; use a named user or set DATABASE_URL.`,
      { cause },
    )
  }
}

/** Whether the account may walk down to the folder; root's home, for one, is closed to `nobody`. */
export function canReach(account: Account, folder: string): boolean {
  if (account.uid === undefined) return true
  for (let parent = path.dirname(fs.realpathSync(folder)); ; parent = path.dirname(parent)) {
    const { mode, uid, gid } = fs.statSync(parent)
    const execute = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if (!(mode & execute)) return false
    if (parent === path.dirname(parent)) return true
  }
}

function idOf(flag: '-u' | '-g'): number {
  try {
    return Number(
      execFileSync('id', [flag, 'nobody'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    )
  } catch {
    return 65_534
  }
}
