import { spawn } from 'node:child_process'
import path from 'node:path'

export interface Served {
  port: number
  pid: number
  stop(): Promise<void>
}

const folder = path.dirname(import.meta.dirname)

/** Starts a server file, named from this folder, and waits for its line `ready`, which ends with the port. */
export function serve(file: string, environment: Record<string, string>): Promise<Served> {
  // For a profile: BENCH_NODE_OPTIONS="--cpu-prof --cpu-prof-dir=/some/folder".
  const options = (process.env['BENCH_NODE_OPTIONS'] ?? '').split(' ').filter(Boolean)
  const child = spawn(process.execPath, [...options, path.join(folder, file)], {
    env: { PATH: process.env['PATH'], TZ: 'UTC', NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => child.kill('SIGKILL'))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it was ready`)))
    child.stdout.on('data', (line: Buffer) => {
      const port = /^ready (?:http:\/\/[^ :]+:)?(\d+)/m.exec(line.toString())?.[1]
      if (port !== undefined) resolve({ port: Number(port), pid: child.pid!, stop })
    })
  })
}
