import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { CaseDetail, CaseSummary } from '#capabilities/case/contract.ts'
import { demoPassword, signIn, type Desk } from './at-desk.ts'
import { bornFolder, launch, ownFolder, startServer } from './own-server.ts'

const folder = ownFolder()
const copyOfBorn = bornFolder(folder, { DEMO_CASES: '6' })
const OTHER_KEY = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'

async function casesOf(base: string): Promise<{ director: Desk; all: CaseSummary[] }> {
  const director = await signIn(base, 'supervisor', await demoPassword(base))
  const reply = await director.send(base, 'GET', '/cases?queue=all&limit=100')
  expect(reply.status).toBe(200)
  return { director, all: (reply.body as { items: CaseSummary[] }).items }
}

/** The first paper of the county that has been made, as bytes. */
async function somePaper(base: string, desk: Desk, all: readonly CaseSummary[]): Promise<string> {
  for (const { no } of all) {
    const detail = (await desk.send(base, 'GET', `/cases/${no}`)).body as CaseDetail
    const url = detail.papers.find((paper) => paper.url)?.url
    if (url === undefined) continue
    const reply = await desk.send(base, 'GET', url.replace('/api/v1', ''))
    expect({ url, status: reply.status }).toMatchObject({ status: 200 })
    return String(reply.body)
  }
  throw new Error('no case has a paper')
}

test('a backup taken beside the running server is a whole installation elsewhere', async () => {
  const archive = path.join(folder, 'backup.tar.gz')
  const dataDir = copyOfBorn('running')
  const server = await startServer({ DATA_DIR: dataDir })
  const before = await casesOf(server.url)
  expect(before.all.length).toBeGreaterThanOrEqual(3)
  const paper = await somePaper(server.url, before.director, before.all)
  expect(paper.startsWith('%PDF-')).toBe(true)

  const saved = await launch(['backup', archive], { DATA_DIR: dataDir })
  expect(saved).toMatchObject({ code: 0, stdout: expect.stringContaining('备份完成') })
  // Not for everybody's eyes: it holds every file and every row.
  expect(fs.statSync(archive).mode & 0o077).toBe(0)
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  expect(await server.interrupt()).toBe(0)

  const elsewhere = path.join(folder, 'elsewhere')
  const restored = await launch(['restore', archive], { DATA_DIR: elsewhere })
  expect(restored).toMatchObject({ code: 0, stdout: expect.stringContaining('恢复完成') })
  expect(await launch(['ledger:verify'], { DATA_DIR: elsewhere })).toMatchObject({ code: 0 })
  const moved = await startServer({ DATA_DIR: elsewhere })
  const after = await casesOf(moved.url)
  expect(after.all).toEqual(before.all)
  expect(await somePaper(moved.url, after.director, after.all)).toBe(paper)
  expect(await moved.interrupt()).toBe(0)

  const full = await launch(['restore', archive], { DATA_DIR: elsewhere })
  expect(full).toMatchObject({ code: 1, stderr: expect.stringContaining('备份只能恢复到空的数据库') })
})

test('a backup is not taken into service under another master key', async () => {
  const archive = path.join(folder, 'other-key.tar.gz')
  expect(await launch(['backup', archive], { DATA_DIR: copyOfBorn('source') })).toMatchObject({ code: 0 })
  const target = { DATA_DIR: path.join(folder, 'target'), MASTER_KEY: OTHER_KEY }
  const restored = await launch(['restore', archive], target)
  expect(restored).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^主密钥不是.*\nMASTER_KEY is not the one/),
  })
  const started = await launch([], { ...target, PORT: '0' })
  expect(started).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('主密钥不是') })
  // Nothing is lost by the mistake: the right key opens it.
  const server = await startServer({ DATA_DIR: target.DATA_DIR })
  const { director, all } = await casesOf(server.url)
  expect((await somePaper(server.url, director, all)).startsWith('%PDF-')).toBe(true)
  expect(await server.interrupt()).toBe(0)
})

test('a backup that is cut off is refused and leaves the database empty for the next try', async () => {
  const archive = path.join(folder, 'whole.tar.gz')
  expect(await launch(['backup', archive], { DATA_DIR: copyOfBorn('cut-source') })).toMatchObject({ code: 0 })
  const half = path.join(folder, 'half.tar.gz')
  execFileSync('cp', [archive, half])
  fs.truncateSync(half, Math.floor(fs.statSync(half).size / 2))
  const environment = { DATA_DIR: path.join(folder, 'cut-target') }
  const refused = await launch(['restore', half], environment)
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/没有恢复成功，数据库仍是空的/) })
  expect(refused.stderr).not.toMatch(/^\s+at /m)
  const missing = await launch(['restore', path.join(folder, 'nowhere.tar.gz')], environment)
  expect(missing).toMatchObject({ code: 1, stderr: expect.stringMatching(/nowhere\.tar\.gz/) })
  expect(missing.stderr).not.toMatch(/^\s+at /m)
  expect(await launch(['restore', archive], environment)).toMatchObject({ code: 0 })
})
