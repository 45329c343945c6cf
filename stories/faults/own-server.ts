import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, vi } from 'vitest'
import { preparedFolder } from '#platform/testing/database.ts'

const root = path.resolve(import.meta.dirname, '../..')
const launcher = path.join(root, 'apps/server/launch.mjs')

export type Environment = Record<string, string>

/** A server process of the test's own, as `npm start` starts one; never the one the other tests share. */
export interface OwnServer {
  url: string
  pid: number
  startedInMs: number
  stdout(): string
  stderr(): string
  /** The power cord: no handler runs. */
  kill(): Promise<void>
  /** Ctrl-C; the exit code. */
  interrupt(): Promise<number | null>
  exit: Promise<number | null>
}

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the server or a command of it to its end. */
export async function launch(
  parameters: readonly string[],
  environment: Environment,
  as?: Account,
): Promise<Ended> {
  const { exit, stdout, stderr } = begin(parameters, environment, as)
  return { code: await exit, stdout: stdout(), stderr: stderr() }
}

export async function startServer(environment: Environment): Promise<OwnServer> {
  const begun = performance.now()
  const given = { PORT: String(await freePort()), ...environment }
  const { child, exit, stdout, stderr } = begin([], given)
  let ended = false
  void exit.then(() => (ended = true))
  const ready = await until('the server is ready', () => {
    if (ended) throw new Error(`the server did not start:\n${stderr()}`)
    return /^ready (\S+)\n/.exec(stdout())
  })
  return {
    url: ready[1]!,
    pid: child.pid!,
    startedInMs: Math.round(performance.now() - begun),
    stdout,
    stderr,
    async kill() {
      child.kill('SIGKILL')
      await exit
    },
    interrupt() {
      child.kill('SIGINT')
      return exit
    },
    exit,
  }
}

export interface Account {
  uid: number
  gid: number
}

const children = new Set<ChildProcess>()

function begin(parameters: readonly string[], environment: Environment, as?: Account) {
  const inherited = Object.fromEntries(
    ['PATH', 'HOME', 'TMPDIR', 'LANG'].flatMap((name) =>
      process.env[name] ? [[name, process.env[name]]] : [],
    ),
  ) as Environment
  const child = spawn(process.execPath, [launcher, ...parameters], {
    cwd: root,
    env: { ...inherited, DEMO_CASES: '0', DEMO_LIFE: 'off', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...as,
  })
  children.add(child)
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const exit = new Promise<number | null>((resolve) =>
    child.once('close', (code) => {
      children.delete(child)
      resolve(code)
    }),
  )
  return { child, exit, stdout: () => stdout, stderr: () => stderr }
}

/** A start that the test does not wait for. */
export function beginServer(environment: Environment) {
  const { child, exit, stdout } = begin([], environment)
  return { exit, stdout, interrupt: () => child.kill('SIGINT') }
}

/** A folder for this test file that nobody else uses; what still runs in it at the end is ended and the folder removed. */
export function ownFolder(): string {
  // Each test starts several processes, on a machine that may be busy with other tests.
  vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })
  // Resolved, because a process tells its working directory without symbolic links.
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-faults-')))
  fs.chmodSync(folder, 0o711)
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL')
    for (const name of fs.readdirSync(folder)) {
      const pid = databaseOf(path.join(folder, name))
      if (pid !== undefined) killTree(pid)
    }
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  })
  return folder
}

/** A DATA_DIR in which a demo has started once. The first start takes some seconds, so a run makes one and its tests get copies. */
export function bornFolder(folder: string, environment: Environment = {}): (name: string) => string {
  let born: string
  beforeAll(async () => {
    born = await preparedFolder(`born ${JSON.stringify(environment)}`, async (place) => {
      const server = await startServer({ DATA_DIR: place, ...environment })
      const code = await server.interrupt()
      if (code !== 0) throw new Error(`the first start ended with ${code}:\n${server.stderr()}`)
    })
  }, 180_000)
  return (name) => {
    const copy = path.join(folder, name)
    execFileSync('cp', ['-a', born, copy])
    return copy
  }
}

/** Asks again until there is an answer; how long one may take is generous, because other tests use the machine too. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  withinMs = 120_000,
): Promise<T> {
  for (const end = performance.now() + withinMs; ;) {
    const answer = await ask()
    if (answer) return answer
    if (performance.now() > end) throw new Error(`waited ${withinMs / 1000} s in vain until ${what}`)
    await pause(20)
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

/** The process of the database that runs in this DATA_DIR. */
export function databaseOf(dataDir: string): number | undefined {
  const file = path.join(dataDir, 'postgres', 'postmaster.pid')
  const pid = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8').split('\n')[0]) : 0
  return pid > 0 && isAlive(pid) ? pid : undefined
}

/** Kills the database of this DATA_DIR, server and children, as a power cut would. */
export async function killDatabase(dataDir: string): Promise<void> {
  const pid = databaseOf(dataDir)
  if (pid === undefined) throw new Error(`no database runs in ${dataDir}`)
  const killed = killTree(pid)
  await until('the database is dead', () => !killed.some(isAlive))
}

function killTree(pid: number): number[] {
  // Held still first, so that it begets no child between the counting and the killing.
  try {
    process.kill(pid, 'SIGSTOP')
  } catch {
    return []
  }
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  const processes = lines.map((line) => line.trim().split(/\s+/).map(Number))
  const below = processes.flatMap(([child, parent]) => (parent === pid ? [child!] : []))
  for (const each of [pid, ...below]) {
    try {
      process.kill(each, 'SIGKILL')
    } catch {
      // It ended by itself in between.
    }
  }
  return [pid, ...below]
}

/** A dead process nobody has waited for yet counts as dead. */
export function isAlive(pid: number): boolean {
  try {
    return !execFileSync('ps', ['-p', String(pid), '-o', 'stat='], { encoding: 'utf8' })
      .trim()
      .startsWith('Z')
  } catch {
    return false
  }
}
