import { execFileSync, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StartupProblem } from '../../log/startup-problem.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { damaged, programOptions, withReachable } from './data-folder.ts'

/** What a running server writes into postmaster.pid. */
export interface Running {
  pid: number
  port: number
  socketDirectory: string
  ready: boolean
}

const READY_WITHIN_MS = 300_000 // Replaying the log after a power cut can take minutes.
const STOP_WITHIN_MS = 60_000
const POLL_MS = 25

/** The server that lives in this folder, if one does; a file left by a dead one is cleared away. */
export function findRunning(folder: string): Running | undefined {
  const written = readPidFile(folder)
  if (!written) return undefined
  if (isServerOf(folder, written.pid)) return written
  // PostgreSQL clears a stale file itself unless its number has been given to a process of the same user, as happens
  // when a container restarts. The file also guards against children that outlive their server: look for those first.
  if (process.platform === 'linux' && workersIn(folder).length === 0)
    fs.rmSync(pidFile(folder), { force: true })
  return undefined
}

/**
 * Ends what a dead server left behind. Its backends go by themselves, save one that waits for a lock whose holder was
 * killed: that one waits for ever, keeps the shared memory, and no new server could start.
 */
export function endOrphans(folder: string): void {
  if (process.platform !== 'linux' || findRunning(folder)) return
  for (const pid of workersIn(folder)) signal(pid, 'SIGKILL')
}

export async function waitReady(
  folder: string,
  died: () => boolean = () => false,
): Promise<Running | undefined> {
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await pause(POLL_MS)) {
    const running = readPidFile(folder)
    if (running?.ready && isServerOf(folder, running.pid)) return running
    if (died()) return undefined
  }
  return undefined
}

/** Starts the server in a session of its own: Ctrl-C in our terminal must reach us first, not the database. */
export async function startProcess(options: {
  folder: string
  binaries: Binaries
  account: Account
  settings: Record<string, string>
}): Promise<Running> {
  const { folder, binaries, account, settings } = options
  const log = path.join(folder, 'server.log')
  const parameters = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  if (process.platform === 'win32') startOnWindows(folder, binaries, parameters, log)
  let exited = process.platform === 'win32' ? undefined : false
  const from = sizeToAppend(log)
  const output = fs.openSync(log, 'a', 0o600)
  if (account.uid !== undefined) fs.fchownSync(output, account.uid, account.gid ?? account.uid)
  if (exited === false) {
    const child = withReachable(folder, account, (name, descriptor) =>
      spawn(path.join(binaries.directory, 'postgres'), ['-D', name, ...parameters], {
        ...programOptions(account),
        detached: true,
        stdio: ['ignore', output, output, descriptor],
      }),
    )
    child.once('error', () => (exited = true))
    child.once('exit', () => (exited = true))
    child.unref()
  }
  fs.closeSync(output)
  const running = await waitReady(folder, () => exited === true)
  if (!running) throw startFailed(folder, fs.readFileSync(log).subarray(from).toString())
  return running
}

const LONGEST_LOG_BYTES = 10 * 1024 * 1024

/** Where this start begins in the log; a long one is begun anew. */
function sizeToAppend(log: string): number {
  const size = fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size <= LONGEST_LOG_BYTES) return size
  fs.truncateSync(log)
  return 0
}

/** A fast shutdown: connections are ended, everything committed is on disk. */
export async function stopProcess(folder: string, binaries: Binaries, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    spawnSync(path.join(binaries.directory, 'pg_ctl'), ['-D', folder, '-m', 'fast', '-w', 'stop'])
    return
  }
  signal(pid, 'SIGINT')
  for (const until = Date.now() + STOP_WITHIN_MS; isServerOf(folder, pid); await pause(POLL_MS))
    if (Date.now() > until) signal(pid, 'SIGQUIT')
}

/** Makes the server read pg_hba.conf and pg_ident.conf again. */
export function reload(pid: number): void {
  if (process.platform !== 'win32') signal(pid, 'SIGHUP')
}

function startOnWindows(folder: string, binaries: Binaries, parameters: string[], log: string): void {
  // pg_ctl lowers the rights of an administrator, under which PostgreSQL refuses to run. Not tried on Windows yet.
  spawnSync(
    path.join(binaries.directory, 'pg_ctl'),
    [
      '-D',
      folder,
      '-w',
      '-t',
      String(READY_WITHIN_MS / 1000),
      '-l',
      log,
      '-o',
      parameters.join(' '),
      'start',
    ],
    { stdio: 'ignore' },
  )
}

function pidFile(folder: string): string {
  return path.join(folder, 'postmaster.pid')
}

function readPidFile(folder: string): Running | undefined {
  let lines: string[]
  try {
    lines = fs.readFileSync(pidFile(folder), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  const [port, socketDirectory = '', status = ''] = [Number(lines[3]), lines[4]?.trim(), lines[7]?.trim()]
  return { pid, port, socketDirectory, ready: status === 'ready' }
}

/** Whether this process is a server on this folder: process numbers are given out again after a restart. */
export function isServerOf(folder: string, pid: number): boolean {
  try {
    if (process.platform === 'linux') return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(folder)
    process.kill(pid, 0)
    if (process.platform === 'win32') return true
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).includes(
      'postgres',
    )
  } catch (error) {
    return process.platform === 'win32' && (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Processes whose working directory is the data folder, which nobody but its server and the children of that has. */
function workersIn(folder: string): number[] {
  const real = fs.realpathSync(folder)
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return fs.readlinkSync(`/proc/${pid}/cwd`) === real
      } catch {
        return false
      }
    })
    .map(Number)
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended by itself in between.
  }
}

function startFailed(folder: string, log: string): StartupProblem {
  const lines = log.trim().split('\n')
  const worst = lines.find((line) => /PANIC|FATAL/.test(line)) ?? lines.at(-1) ?? ''
  const why = worst.replace(/^.*?(PANIC|FATAL):\s*/, '')
  if (/No space left/.test(log))
    return new StartupProblem(
      `磁盘已满，数据库无法启动；请腾出 ${folder} 所在磁盘的空间。`,
      `The disk is full and the database cannot start; free some space on the disk of ${folder}.`,
    )
  if (/PANIC|checkpoint record|invalid|corrupt|could not (open|read)|incorrect checksum/i.test(worst))
    return damaged(folder, why)
  return new StartupProblem(
    `自带数据库没有启动：${why}（详见 ${path.join(folder, 'server.log')}）`,
    `The embedded database did not start: ${why} (see ${path.join(folder, 'server.log')})`,
  )
}
