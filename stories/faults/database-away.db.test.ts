import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { answerOf, demoPassword, filing, readItem, scannedPaper, signIn, uploadOf } from './at-desk.ts'
import { smallDisk } from './full-disk.ts'
import { bornFolder, databaseOf, killDatabase, launch, ownFolder, startServer, until } from './own-server.ts'

const folder = ownFolder()
const copyOfBorn = bornFolder(folder)

test('while the database is away people read one calm sentence, and it comes back without a restart', async () => {
  const dataDir = copyOfBorn('away')
  const server = await startServer({ DATA_DIR: dataDir })
  const clerk = await signIn(server.url, 'clerk.shantou', await demoPassword(server.url))
  const item = await readItem(server.url, 'elderly-allowance')
  const request = { body: filing(item, clerk, '370304004000', 7), key: 'filed-while-the-database-was-away' }

  // Stopped in the middle of its work, it takes connections no more and answers nothing; then it is dead. It is back so
  // soon that nobody may have noticed: then once more.
  const first = databaseOf(dataDir)
  const answers = await until('somebody was told', async () => {
    const asking = Array.from({ length: 40 }, () => clerk.send(server.url, 'GET', '/cases'))
    await killDatabase(dataDir)
    const filed = await clerk.send(server.url, 'POST', '/cases', request)
    const told = [...(await Promise.all(asking)), filed]
    return told.some(({ status }) => status !== 200) && told
  })
  for (const { status, headers, body } of answers.filter((answer) => answer.status !== 200)) {
    expect({ status, body }).toMatchObject({
      status: 503,
      body: { code: 'database-unavailable', detail: expect.stringMatching(/^系统正在恢复.*再试一次/) },
    })
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(headers.get('content-type')).toContain('application/problem+json')
  }

  const again = await until('the filing is taken', async () => {
    const reply = await clerk.send(server.url, 'POST', '/cases', request)
    return reply.status === 200 && reply
  })
  expect((await clerk.send(server.url, 'POST', '/cases', request)).body).toEqual(again.body)
  const list = await clerk.send(server.url, 'GET', '/cases')
  expect((list.body as { items: unknown[] }).items).toHaveLength(1)
  expect(databaseOf(dataDir)).not.toBe(first)
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  expect(server.stderr()).not.toMatch(/370304190|1990000/)
  expect(await server.interrupt()).toBe(0)
  expect(databaseOf(dataDir)).toBeUndefined()
})

test('a citizen sees a page that says when to come back', async () => {
  const dataDir = copyOfBorn('away-from-citizens')
  const server = await startServer({ DATA_DIR: dataDir })
  const failed = await until('somebody was told', async () => {
    const pages = Array.from({ length: 60 }, () => fetch(`${server.url}/search?q=老年`).then(answerOf))
    await killDatabase(dataDir)
    const later = await fetch(`${server.url}/search?q=老年`).then(answerOf)
    const told = [...(await Promise.all(pages)), later].filter(({ status }) => status !== 200)
    return told.length > 0 && told
  })
  for (const { status, headers, body } of failed) {
    expect(status).toBe(503)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(body).toMatch(/<h1[\s\S]*<\/html>/)
    expect(body).not.toMatch(/ECONN|postgres|Error/)
  }
  await until('the page is there again', async () => (await fetch(`${server.url}/search?q=老年`)).ok)
  expect(await server.interrupt()).toBe(0)
})

const disk = smallDisk(path.join(folder, 'small-disk'), 300)

// Only where a file system can be mounted: a quota of any other kind fails with other words than a full disk.
if (disk)
  test('a full disk takes nothing that was acknowledged, says one calm sentence, and is over when there is space', async () => {
    const dataDir = path.join(disk.folder, 'data')
    execFileSync('cp', ['-a', copyOfBorn('before-the-small-disk'), dataDir])
    const server = await startServer({ DATA_DIR: dataDir })
    const clerk = await signIn(server.url, 'clerk.shantou', await demoPassword(server.url))
    const item = await readItem(server.url, 'elderly-allowance')
    const file = (person: number) => {
      const body = filing(item, clerk, '370304004000', person)
      return clerk.send(server.url, 'POST', '/cases', { body, key: `full-disk-${person}` })
    }
    const acknowledged = [(await file(1)).body as { no: string }]

    disk.fill()
    // What is written already has room in the log of the database for some more acts; an upload has none.
    const upload = await clerk.send(server.url, 'POST', '/files', {
      body: uploadOf(scannedPaper('x'.repeat(300_000))),
    })
    expect(upload).toMatchObject({
      status: 500,
      body: { code: 'fault', detail: expect.stringMatching(/^系统出了故障/) },
    })
    let person = 2
    const refused = await until('no case can be taken any more', async () => {
      const reply = await file(person)
      if (reply.status !== 200) return reply
      acknowledged.push(reply.body as { no: string })
      person += 1
      return undefined
    })
    expect([500, 503]).toContain(refused.status)
    expect(refused.body).toMatchObject({ detail: expect.stringMatching(/^系统/) })

    disk.free()
    const taken = await until('cases are taken again', async () => {
      const reply = await file(person)
      return reply.status === 200 && (reply.body as { no: string })
    })
    const numbers = [...acknowledged, taken].map(({ no }) => no)
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const no of numbers) {
      const { status } = await clerk.send(server.url, 'GET', `/cases/${no}`)
      expect({ no, status }).toEqual({ no, status: 200 })
    }
    expect(await server.interrupt()).toBe(0)
    expect(await launch(['ledger:verify'], { DATA_DIR: dataDir })).toMatchObject({ code: 0 })
  })
