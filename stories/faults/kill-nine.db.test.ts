import { expect, test } from 'vitest'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { demoPassword, readItem, signIn, type Desk } from './at-desk.ts'
import { Lane, type Town } from './load.ts'
import {
  bornFolder,
  killDatabase,
  launch,
  type OwnServer,
  ownFolder,
  startServer,
  until,
} from './own-server.ts'

const ROUNDS = 20
const LANES = 8

const folder = ownFolder()
const copyOfBorn = bornFolder(folder)

test('twenty rounds of kill -9 under load lose no acknowledged act and every chain verifies', async () => {
  const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000)
  console.log(`seed ${seed} (repeat with FAULT_SEED=${seed})`)
  const random = seeded(seed)
  const dataDir = copyOfBorn('kill-nine')
  let server = await startServer({ DATA_DIR: dataDir })
  let onSend = () => {}
  const lanes = await openLanes(server.url, () => onSend())
  const startsMs: number[] = []

  for (let round = 1; round <= ROUNDS; round += 1) {
    const victim = (['server', 'server', 'both', 'database'] as const)[random(4)]!
    const strike = new Promise<void>((resolve) => {
      let left = 10 + random(40)
      const delayMs = random(12)
      onSend = () => {
        left -= 1
        if (left === 0) setTimeout(resolve, delayMs)
      }
    })
    let isOver = false
    const work = Promise.all(lanes.map((lane) => lane.work(server.url, () => isOver)))
    // Only a failure ends the work before the strike.
    await Promise.race([strike, work])
    if (victim !== 'database') await server.kill()
    if (victim !== 'server') await killDatabase(dataDir)
    isOver = true
    await work
    if (victim === 'database') await readyAgain(server)
    else {
      server = await startServer({ DATA_DIR: dataDir })
      startsMs.push(server.startedInMs)
    }
    await Promise.all(lanes.map((lane) => lane.checkAfterCrash(server.url)))
  }

  await Promise.all(lanes.map((lane) => lane.finish(server.url)))
  await until('every paper is made', () => isIdle(server.url))
  await Promise.all(lanes.map((lane) => lane.checkEverything(server.url)))
  const filed = lanes.flatMap((lane) => lane.filed)
  for (const { no, clerk } of filed) await checkPapers(server.url, no, clerk)

  const acts = lanes.reduce((sum, lane) => sum + lane.acknowledged, 0)
  console.log(
    `${acts} acts on ${filed.length} cases; starts in ${Math.min(...startsMs)} to ${Math.max(...startsMs)} ms`,
  )
  const verified = await launch(['ledger:verify'], { DATA_DIR: dataDir })
  expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining('所有链条完整') })
  // Nothing is there twice: as many cases as were acknowledged, and each view is what its facts say.
  const rebuilt = await launch(['views:rebuild'], { DATA_DIR: dataDir })
  expect(rebuilt.stdout).toContain(`${filed.length} 个办件的视图都与事实一致`)
  expect(await server.interrupt()).toBe(0)
}, 900_000)

async function openLanes(base: string, onSend: () => void): Promise<Lane[]> {
  const password = await demoPassword(base)
  const desksOf = async (town: string): Promise<Town['desks']> => {
    const desk = (post: string): Promise<Desk> => signIn(base, `${post}.${town}`, password)
    return {
      'window-clerk': await desk('clerk'),
      reviewer: await desk('reviewer'),
      approver: await desk('approver'),
      issuer: await desk('issuer'),
    }
  }
  const towns: Town[] = [
    { region: '370304004000', desks: await desksOf('shantou') },
    { region: '370304106000', desks: await desksOf('badou') },
  ]
  const item = await readItem(base, 'elderly-allowance')
  return Array.from({ length: LANES }, (_, lane) => new Lane(towns[lane % 2]!, item, lane * 100, onSend))
}

async function readyAgain(server: OwnServer): Promise<void> {
  let last = 'no answer'
  await until('the server is ready again', async () => {
    const reply = await fetch(`${server.url}/readyz`, { signal: AbortSignal.timeout(10_000) }).catch(String)
    if (typeof reply === 'string') last = reply
    else if (!reply.ok) last = `${reply.status} ${await reply.text()}`
    return typeof reply !== 'string' && reply.ok
  }).catch((cause: unknown) => {
    throw new Error(`its last word: ${last}\n${server.stderr().slice(-4000)}`, { cause })
  })
}

/** Nothing due, nothing that failed and comes again, nothing given up. */
async function isIdle(base: string): Promise<boolean> {
  const figures = await (await fetch(`${base}/metrics`)).text()
  const busy = figures.split('\n').filter((line) => /^yichuang_tasks_(due|failing|parked)\{/.test(line))
  expect(busy.filter((line) => line.includes('parked') && !line.endsWith(' 0'))).toEqual([])
  return busy.every((line) => line.endsWith(' 0'))
}

async function checkPapers(base: string, no: string, clerk: Desk): Promise<void> {
  const reply = await clerk.send(base, 'GET', `/cases/${no}`)
  const { papers } = reply.body as CaseDetail
  expect(papers.filter(({ url }) => url === undefined)).toEqual([])
}

/** The same numbers for the same seed (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
