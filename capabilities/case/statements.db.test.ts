import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import type { Queryable, Statement } from '#platform/db/db.ts'

// Real: pack, database, ledger, everything between an act and its commit. Counted: what is sent to the database.
let town: Town
const sent: string[] = []

beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  listen(town.db)
})
afterAll(() => town.stop())

function listen(db: Town['db']): void {
  const { query, transaction } = db
  const heard =
    (on: Queryable['query']): Queryable['query'] =>
    (statement, values) => {
      sent.push(nameOf(statement))
      return on(statement, values)
    }
  db.query = heard(query)
  db.transaction = (work, options) => {
    sent.push('BEGIN', 'COMMIT')
    return transaction((tx) => work({ query: heard(tx.query) }), options)
  }
}

const nameOf = (statement: Statement | string): string =>
  typeof statement === 'string' ? statement : (statement.name ?? statement.text)

async function during(work: () => Promise<unknown>): Promise<string[]> {
  sent.length = 0
  const done = await work()
  if (isRefusal(done)) throw new Error(`${done.code} ${JSON.stringify(done.facts)}`)
  return sent.splice(0)
}

const ITEM = 'temporary-assistance-small'
const CONCLUSION = '经审查，符合规定条件，准予办理。'
const RECEIVER = { receiver: '张示例', relation: 'self', identified: '核对居民身份证原件' }

/** An act reads its case and writes it; one whose paper carries a number (文号) takes that in a transaction around the write. */
const PLAIN = ['cases.find', 'cases.save']
const NUMBERED = ['cases.find', 'BEGIN', 'COMMIT', 'cases.document-number', 'cases.save']

const LIFE = [
  ['clerk', 'accept', undefined, NUMBERED],
  ['reviewer', 'review', { opinion: 'grant', text: '材料齐全，符合条件，建议准予。' }, PLAIN],
  ['approver', 'grant', { conclusion: CONCLUSION }, NUMBERED],
  ['issuer', 'seal', {}, PLAIN],
  ['clerk', 'deliver-at-window', RECEIVER, PLAIN],
] as const

async function life(): Promise<{ no: string; acts: string[][] }> {
  const no = await town.fileAtWindow('clerk.shantou', ITEM)
  const acts: string[][] = []
  for (const [who, act, given] of LIFE) {
    const input = given ?? (await town.goodChecklist('clerk.shantou', no))
    const looking = await town.looking(`${who}.shantou`)
    const requestId = `${no}-${act}`
    const asked = { no, act, input: { ...input }, requestId, requestHash: requestId }
    acts.push(await during(() => town.cases.act({ ...looking, ...asked })))
    await town.work()
  }
  return { no, acts }
}

test('an act asks the database twice, and five times when it takes a number: whatever else it needs is in memory', async () => {
  // What the first case of a house finds out is known to the second.
  await life()
  const { acts } = await life()
  const kinds = acts.map((names) => names.map((name) => name.replace(/^(cases\.find)\..*/, '$1')))
  expect(kinds).toEqual(LIFE.map(([, , , statements]) => statements))
})

test('pages cost the same number of statements however long their case is and however full their list', async () => {
  const { no } = await life()
  const clerk = await town.looking('clerk.shantou')
  const page = () => during(() => town.cases.detail(no, clerk))
  await page()
  expect((await page()).length).toBeLessThanOrEqual(12)
  const list = await during(() => town.cases.list(clerk.actor, town.clock.now(), { queue: 'all' }))
  expect(list.length).toBeLessThanOrEqual(6)
})
