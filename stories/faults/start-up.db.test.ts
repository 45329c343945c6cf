import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { expect, test } from 'vitest'
import { DEMO_MASTER_KEY } from '#platform/auth/mode.ts'
import { openDb } from '#platform/db/db.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import {
  beginServer,
  bornFolder,
  databaseOf,
  freePort,
  launch,
  ownFolder,
  startServer,
  until,
  type Ended,
  type Environment,
} from './own-server.ts'

const folder = ownFolder()
const copyOfBorn = bornFolder(folder)
const empty = (name: string): string => path.join(folder, name)

const KEY = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'
const PRODUCTION = { MODE: 'production', MASTER_KEY: KEY, PUBLIC_URL: 'https://zwfw.example.cn' }

/** What the person who installs reads, without the steps before it: one sentence in each language and no trace. */
function told(ended: Ended): string {
  expect(ended.code).not.toBe(0)
  expect(ended.stdout).toBe('')
  expect(ended.stderr).not.toMatch(/^\s+at |Error:|node:internal/m)
  const lines = ended.stderr.split('\n').filter((line) => line !== '' && !/^ +\d+\.\d s {2}/.test(line))
  expect(lines.some((line) => /\p{Script=Han}/u.test(line))).toBe(true)
  expect(lines.some((line) => /^[A-Za-z][\x20-\x7e]+$/.test(line))).toBe(true)
  return lines.join('\n')
}

async function refusedStart(environment: Environment): Promise<string> {
  return told(await launch([], { PORT: String(await freePort()), ...environment }))
}

test.each<[string, Environment, RegExp]>([
  ['a port that is no number', { PORT: 'abc' }, /设置 PORT .*“abc”.*\n.*PORT must be a whole number/],
  ['a port beyond the last', { PORT: '70000' }, /PORT .*65535/],
  ['an unknown mode', { MODE: 'x' }, /设置 MODE 只能是 demo 或 production.*\n.*MODE must be/],
  ['an unknown pack', { PACK: 'nowhere-1999' }, /设置 PACK .*boshan-2020.*\n.*PACK must be a pack/],
  ['a folder above the packs', { PACK: '../platform' }, /设置 PACK/],
  ['production without a key', { MODE: 'production' }, /MASTER_KEY.*openssl rand -hex 32/],
  ['production with the demo key', { ...PRODUCTION, MASTER_KEY: DEMO_MASTER_KEY }, /演示密钥.*\n.*demo key/],
  ['a key that is too short', { MASTER_KEY: 'abcd' }, /主密钥太短/],
])('%s is named before anything starts', async (_what, environment, sentence) => {
  const dataDir = empty('never-made')
  const ended = await launch([], { DATA_DIR: dataDir, ...environment })
  expect(told(ended)).toMatch(sentence)
  expect(ended.code).toBe(2)
  expect(fs.existsSync(dataDir)).toBe(false)
})

test('everything wrong with the settings is named at once', async () => {
  const sentences = await refusedStart({ PORT: 'abc', MODE: 'x', PACK: 'nowhere-1999' })
  expect(sentences).toMatch(/MODE[\s\S]*PORT[\s\S]*PACK/)
})

test('a port in use is named before the database is made', async () => {
  const other = net.createServer().listen(0, '127.0.0.1')
  await until('the other program listens', () => other.listening)
  const { port } = other.address() as net.AddressInfo
  const dataDir = empty('port-taken')
  expect(await refusedStart({ PORT: String(port), DATA_DIR: dataDir })).toMatch(
    new RegExp(`^端口 ${port} 已被别的程序占用.*\nPort ${port} is in use`),
  )
  expect(fs.existsSync(dataDir)).toBe(false)
  other.close()
})

test('a folder that may not be written to is named', async () => {
  const closed = empty('closed')
  fs.mkdirSync(closed, { mode: 0o500 })
  // Root may write everywhere, so root lends the test another account.
  const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined
  const environment = { PORT: String(await freePort()), DATA_DIR: path.join(closed, 'data'), HOME: folder }
  expect(told(await launch([], environment, account))).toMatch(
    /^无法写入 .*EACCES.*DATA_DIR.*\nCannot write to /,
  )
})

test('an address where no database answers is named, without the password in it', async () => {
  const address = `postgres://somebody:hidden-word@127.0.0.1:${await freePort()}/yichuang`
  const sentence = await refusedStart({ DATABASE_URL: address, DATA_DIR: empty('remote') })
  expect(sentence).toMatch(
    /^连不上 DATABASE_URL .*ECONNREFUSED.*\nThe database of DATABASE_URL cannot be reached/,
  )
  expect(sentence).not.toContain('hidden-word')
})

test.each(['postgres/global/pg_control', 'postgres/PG_VERSION'])(
  'a data folder whose %s is cut off is called damaged',
  async (file) => {
    const dataDir = copyOfBorn(`damaged-${path.basename(file)}`)
    fs.truncateSync(path.join(dataDir, file), 0)
    expect(await refusedStart({ DATA_DIR: dataDir })).toMatch(
      /^数据文件夹 .* 已损坏.*npm run restore.*\nThe data folder .* is damaged/,
    )
  },
)

test('a database of a newer version is left alone', async () => {
  const dataDir = copyOfBorn('newer')
  const server = await startEmbedded({ dataDir, exclusive: false })
  const db = openDb(server.target())
  await db.query(
    `INSERT INTO platform.migration (owner, number, name, checksum, applied_at)
     VALUES ('capabilities/case', 9999, 'from-tomorrow', 'x', '2099-01-01T00:00:00Z')`,
  )
  await db.close()
  await server.stop()
  expect(await refusedStart({ DATA_DIR: dataDir })).toMatch(
    /^数据库来自更新版本的程序（capabilities\/case 9999-from-tomorrow）.*\nThe database comes from a newer version/,
  )
  expect(databaseOf(dataDir)).toBeUndefined()
})

test('production does not take over the database of a demo', async () => {
  expect(await refusedStart({ DATA_DIR: copyOfBorn('born-in-demo'), ...PRODUCTION })).toMatch(
    /^这个数据库是在演示模式下建立的.*\n[\s\S]*born-in-demo/,
  )
})

test('another master key than the one the data was made with is refused', async () => {
  const dataDir = copyOfBorn('other-key')
  expect(await refusedStart({ DATA_DIR: dataDir, MASTER_KEY: KEY })).toMatch(
    /^主密钥不是建立这个数据库时用的那一把.*\nMASTER_KEY is not the one/,
  )
  expect(databaseOf(dataDir)).toBeUndefined()
})

test('an old Node.js is told what is needed', () => {
  const prepare = path.resolve(import.meta.dirname, '../../apps/server/prepare.mjs')
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.8' } })`
  const script = `${pretend}; import(${JSON.stringify(`file://${prepare}`)})`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  expect(told({ code: status, stdout, stderr })).toMatch(
    /^需要 Node\.js 20\.19 或更新版本，当前是 18\.20\.8.*\nNode\.js 20\.19 or newer is needed and this is 18\.20\.8/,
  )
})

test('a command that does not exist is answered with those that do', async () => {
  expect(told(await launch(['backups'], {}))).toMatch(/^没有“backups”这个命令.*backup.*\nThere is no command/)
})

test('a command on an empty folder says that it is empty rather than doing nothing well', async () => {
  const ended = await launch(['ledger:verify'], { DATA_DIR: empty('nothing-here') })
  expect(told(ended)).toMatch(/^数据库是空的.*DATA_DIR.*\nThe database is empty/)
})

test('Ctrl-C stops cleanly, and the second start finds everything and says ready first', async () => {
  const dataDir = copyOfBorn('twice')
  const first = await startServer({ DATA_DIR: dataDir })
  expect(first.stdout()).toMatch(/^ready http:\/\/127\.0\.0\.1:\d+\n/)
  const before = await (await fetch(`${first.url}/api/v1/items`)).text()
  expect(databaseOf(dataDir)).toBeDefined()

  expect(await refusedStart({ DATA_DIR: dataDir })).toMatch(
    /正被另一个正在运行的一窗程序使用.*\nThe data folder .* is in use/,
  )
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200)

  expect(await first.interrupt()).toBe(0)
  expect(first.stderr()).not.toMatch(/"level":"fault"/)
  expect(databaseOf(dataDir)).toBeUndefined()
  const second = await startServer({ DATA_DIR: dataDir })
  expect(await (await fetch(`${second.url}/api/v1/items`)).text()).toBe(before)
  expect(await second.interrupt()).toBe(0)
})

test('Ctrl-C during the first start leaves no database running, and the next start completes it', async () => {
  const dataDir = empty('interrupted')
  const half = beginServer({ DATA_DIR: dataDir, PORT: String(await freePort()) })
  await until('the database runs', () => databaseOf(dataDir))
  half.interrupt()
  expect(await half.exit).toBe(0)
  expect(half.stdout()).toBe('')
  expect(databaseOf(dataDir)).toBeUndefined()
  const whole = await startServer({ DATA_DIR: dataDir })
  expect(await whole.interrupt()).toBe(0)
})
