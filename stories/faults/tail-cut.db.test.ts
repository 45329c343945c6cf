import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { addDays, legalDay } from '#engine/day.ts'
import { DEMO_MASTER_KEY } from '#platform/auth/mode.ts'
import { keysFrom } from '#platform/crypto/keys.ts'
import { openDb, type Db } from '#platform/db/db.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { takeRoots } from '#platform/ledger/roots.ts'
import { demoPassword, filing, readItem, signIn } from './at-desk.ts'
import { bornFolder, launch, ownFolder, startServer, until } from './own-server.ts'

const AREA = '370304'
const folder = ownFolder()
const copyOfBorn = bornFolder(folder)

/** The database of a stopped installation, as somebody with the password of its superuser has it. */
async function inDatabase<T>(dataDir: string, work: (db: Db) => Promise<T>): Promise<T> {
  const server = await startEmbedded({ dataDir })
  const db = openDb(server.target())
  try {
    return await work(db)
  } finally {
    await db.close()
    await server.stop()
  }
}

const rootsIn = (folder: string): string[] =>
  fs.existsSync(path.join(folder, AREA))
    ? fs.readdirSync(path.join(folder, AREA)).filter((name) => name.endsWith('.json'))
    : []

/** The midnight that follows: the day's work is exported. */
const takeTomorrow = (dataDir: string, folder: string): Promise<unknown> =>
  inDatabase(dataDir, (db) => {
    const tomorrow = `${addDays(legalDay(new Date().toISOString()), 1)}T02:00:00.000Z`
    return takeRoots({ db, keys: keysFrom(DEMO_MASTER_KEY), folder }, tomorrow)
  })

/** Takes off the last fact of a case and sets its head back, past the triggers. */
const cutTail = (db: Db): Promise<{ stream: string; version: number }> =>
  db.transaction(async (tx) => {
    const [head] = await tx.query<{ stream: string; version: number }>(
      `SELECT stream, version FROM ledger.head
       WHERE area_code = $1 AND stream LIKE 'case:%' AND version > 1 ORDER BY stream LIMIT 1`,
      [AREA],
    )
    await tx.query('SET LOCAL session_replication_role = replica')
    const of = [AREA, head!.stream, head!.version]
    await tx.query('DELETE FROM ledger.fact WHERE area_code = $1 AND stream = $2 AND seq = $3', of)
    await tx.query(
      `UPDATE ledger.head SET version = version - 1, hash = (SELECT f.hash FROM ledger.fact f
         WHERE f.area_code = $1 AND f.stream = $2 AND f.seq = $3 - 1) WHERE area_code = $1 AND stream = $2`,
      of,
    )
    return head!
  })

test('a tail cut off past the system is named, and so is what a restored backup lacks', async () => {
  const dataDir = copyOfBorn('tail')
  const roots = path.join(dataDir, 'roots')
  const settings = { DATA_DIR: dataDir }
  const archive = path.join(folder, 'before.tar.gz')
  expect(await launch(['backup', archive], settings)).toMatchObject({ code: 0 })

  const server = await startServer(settings)
  await until('the first root is taken', () => rootsIn(roots).length === 1)
  const clerk = await signIn(server.url, 'clerk.shantou', await demoPassword(server.url))
  const body = filing(await readItem(server.url, 'elderly-allowance'), clerk, '370304004000', 7)
  const filed = await clerk.send(server.url, 'POST', '/cases', { body, key: 'filed-before-the-cut' })
  expect(filed.status).toBe(200)
  const { no } = filed.body as { no: string }
  // The receipt is one more fact of the case.
  await until('the receipt is made', async () => {
    const detail = await clerk.send(server.url, 'GET', `/cases/${no}`)
    return (detail.body as { papers: { url?: string }[] }).papers.some(({ url }) => url)
  })
  expect(await server.interrupt()).toBe(0)
  await takeTomorrow(dataDir, roots)
  expect(rootsIn(roots)).toHaveLength(2)

  const whole = await launch(['ledger:verify'], settings)
  expect(whole).toMatchObject({ code: 0, stdout: expect.stringContaining(`区域 ${AREA} 有 2 份日根`) })
  expect(whole.stdout).toContain('所有链条完整。')

  const { stream, version } = await inDatabase(dataDir, cutTail)
  const cut = await launch(['ledger:verify'], settings)
  expect(cut.code).toBe(1)
  expect(cut.stdout).not.toContain('第一处断裂')
  expect(cut.stdout).toMatch(
    new RegExp(
      `区域 ${AREA}：链 ${stream} 的尾部被截去：\\S+ 已导出第 ${version} 条，现在库中最后是第 ${version - 1} 条`,
    ),
  )
  expect(cut.stdout).toContain('如果刚从备份恢复')

  // The same against a copy of the folder, such as one on a write-once medium.
  const copy = path.join(folder, 'copy-of-roots')
  execFileSync('mv', [roots, copy])
  const against = await launch(['ledger:verify', '--roots', copy], settings)
  expect(against).toMatchObject({ code: 1, stdout: expect.stringContaining(`链 ${stream} 的尾部被截去`) })

  const elsewhere = path.join(folder, 'restored')
  expect(await launch(['restore', archive], { DATA_DIR: elsewhere })).toMatchObject({ code: 0 })
  const alone = await launch(['ledger:verify'], { DATA_DIR: elsewhere })
  expect(alone).toMatchObject({ code: 0, stdout: expect.stringContaining(`区域 ${AREA} 还没有日根可对照`) })
  const restored = await launch(['ledger:verify'], { DATA_DIR: elsewhere, ROOTS_DIR: copy })
  expect(restored.code).toBe(1)
  expect(restored.stdout).toContain(`链 ${stream} 整条不见了`)
  expect(restored.stdout).toContain('如果刚从备份恢复，数据库会比日根旧')
})

test.each([
  [['--roots', path.join(folder, 'nowhere')], /里没有日根文件/],
  [['--roots'], /^参数不对。用法：/],
  [['--root=x'], /^参数不对。用法：/],
])('ledger:verify %j is refused in one sentence', async (parameters, sentence) => {
  const ended = await launch(['ledger:verify', ...parameters], {
    DATA_DIR: copyOfBorn(`refused-${parameters[0]}-${parameters.length}`),
  })
  expect(ended).toMatchObject({ code: 2, stderr: expect.stringMatching(sentence) })
})
