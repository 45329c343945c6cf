import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'

const RUN = path.join(import.meta.dirname, 'run.mjs')

/** Whether a process of this number is there. */
function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** The number the database wrote down about itself, once it runs. */
async function databaseIn(folder: string): Promise<number> {
  for (;;) {
    for (const made of fs.readdirSync(folder)) {
      const file = path.join(folder, made, 'postgres', 'postmaster.pid')
      const lines = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : []
      if (lines.some((line) => line.trim() === 'ready')) return Number(lines[0])
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** A process that has ended keeps its number until somebody takes note of it. One that goes on keeps it for good. */
async function gone(pid: number): Promise<void> {
  while (isThere(pid)) await new Promise((resolve) => setImmediate(resolve))
}

test('whoever stops a simulation leaves neither its database running nor its folder behind', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'yichuang-stopped-'))
  try {
    const env = { ...process.env, TMPDIR: folder }
    const child = spawn(process.execPath, [RUN, '--seed', '3', '--days', '1'], { env, stdio: 'ignore' })
    const pid = await databaseIn(folder)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([130, null])
    await gone(pid)
    expect(fs.readdirSync(folder)).toEqual([])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 120_000)
