import { randomBytes } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { loadOrganisation, packFolder, readPack } from '#capabilities/organisation/index.ts'
import { accountsOf } from '#platform/auth/accounts.ts'
import { auditOf } from '#platform/auth/audit.ts'
import { TEST_COST } from '#platform/auth/passwords.ts'
import { sessionMemory } from '#platform/auth/session-memory.ts'
import { sessionsOf } from '#platform/auth/sessions.ts'
import { keysFrom } from '#platform/crypto/keys.ts'
import { newId } from '#platform/id.ts'
import { createLedger } from '#platform/ledger/ledger.ts'
import { isRefused } from '#platform/refusal.ts'
import { statementsOf } from '#platform/testing/statements.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { besideSession, endPost, forgetPosts, loadStaff, readPosts, setAbsence, staff } from './index.ts'

const db = await testDatabase()
const registry = { db, ledger: createLedger({ db, subscribers: () => [] }) }
const people = staff(db)
const keys = keysFrom(randomBytes(32).toString('hex'))
const clock = { now: () => '2026-03-02T01:00:00.000Z' }
const auth = { db, keys, clock, audit: auditOf(db, keys, clock), cost: TEST_COST }
const sessions = sessionsOf(auth, besideSession(db))

const AREA = '370304'
const DAY = '2026-03-02'
const A = 'post-370304-clerk-shantou'
const B = 'post-370304-clerk-shantou2'
const PASSWORD = 'Wind-mill7'
let tokens: Record<string, string>

beforeAll(async () => {
  const pack = await readPack(packFolder('boshan-2020'))
  if (Array.isArray(pack)) throw new Error(JSON.stringify(pack.slice(0, 3)))
  await loadOrganisation(db, pack, DAY)
  await loadStaff(registry, AREA, await readPosts(packFolder('boshan-2020')), clock.now())
  const [a, b] = await Promise.all([A, B].map(async (post) => signedIn(post)))
  tokens = { [A]: a!, [B]: b! }
})

beforeEach(() => {
  sessionMemory(db).forgetAll()
  forgetPosts()
})

async function signedIn(post: string): Promise<string> {
  const [held] = await people.postsByIds(AREA, [post])
  const login = `login.${post}`
  await accountsOf(auth).create(
    { kind: 'staff', login, subject: held!.person, password: PASSWORD, mustChange: false },
    'account:admin',
  )
  const first = await sessions.signIn({
    kind: 'staff',
    login,
    password: PASSWORD,
    ip: '10.0.0.1',
    agent: 'test',
  })
  if (isRefused(first)) throw new Error(first.code)
  const second = await sessions.switchPost(first.token, post, '10.0.0.1')
  if (isRefused(second)) throw new Error(second.code)
  return second.token
}

const look = async (post: string) => {
  const session = (await sessions.find(tokens[post]!))!
  const posts = await people.postsOfPerson(session.subject, clock.now())
  const here = posts.find(({ id }) => id === session.post)
  return { session, posts, desk: here && (await people.deskOf(AREA, { ...here, post }, DAY)) }
}

test('the session, the posts of whoever sits there and whom they look after are one statement', async () => {
  const { result, statements } = await statementsOf(() => look(B))
  expect(statements).toHaveLength(1)
  const { subject } = result.session
  sessionMemory(db).forgetAll()
  forgetPosts()
  const alone = await people.postsOfPerson(subject, clock.now())
  expect(result.posts).toEqual(alone)
  expect(result.desk).toEqual(await people.deskOf(AREA, { ...alone[0]!, post: B }, DAY))
})

test('requests that come at once ask once', async () => {
  const { result, statements } = await statementsOf(() => Promise.all([look(A), look(A), look(A)]))
  expect(statements).toHaveLength(1)
  expect(new Set(result.map(({ session }) => session)).size).toBe(1)
})

test('what changes in an office shows at once, though the session is still remembered', async () => {
  expect((await look(B)).desk?.covering).toEqual([])
  const [a] = await people.postsByIds(AREA, [A])
  const actor = { kind: 'staff' as const, ...a!, post: A }
  const asking = () => ({ actor, at: clock.now(), requestId: newId() })
  await setAbsence(registry, AREA, { post: A, from: DAY, to: DAY, kind: 'leave' }, asking())
  expect((await look(B)).desk?.covering).toEqual([A])
  await endPost(registry, AREA, { post: B, lastDay: '2026-03-01' }, asking())
  expect((await look(B)).posts).toEqual([])
})
