import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { keysFrom } from '#platform/crypto/keys.ts'
import { isRefused } from '#platform/refusal.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { accountsOf, loginKey, type Account, type AccountKind } from './accounts.ts'
import { administratorsOf } from './administrators.ts'
import { auditOf } from './audit.ts'
import { checkFormToken, formToken } from './csrf.ts'
import { bornMode, rememberBirth } from './mode.ts'
import { hashPassword, TEST_COST } from './passwords.ts'
import { sessionsOf } from './sessions.ts'
import type { SignIn } from './sign-in.ts'
import type { SignedIn } from './session.ts'

const db = await testDatabase()
const keys = keysFrom(randomBytes(32).toString('hex'))
let now = '2025-03-03T01:00:00.000Z'
const clock = { now: () => now }
const audit = auditOf(db, keys, clock)
const means = { db, keys, clock, audit, cost: TEST_COST }
const accounts = accountsOf(means)
const administrators = administratorsOf(means)
const sessions = sessionsOf(means)

const PASSWORD = 'Wind-mill7'
const ADMIN = 'account:admin'
let people = 0
let name: string
let account: Account

beforeEach(async () => {
  now = '2025-03-03T01:00:00.000Z'
  people += 1
  name = `clerk.${people}`
  account = await newAccount('staff', name)
})

async function newAccount(kind: AccountKind, login: string): Promise<Account> {
  const made = await accounts.create(
    { kind, login, subject: `person-${login}`, password: PASSWORD, mustChange: false },
    ADMIN,
  )
  if (isRefused(made)) throw new Error(made.code)
  return made
}

const attempt = (more: Partial<SignIn> = {}) =>
  sessions.signIn({
    kind: 'staff',
    login: name,
    password: PASSWORD,
    ip: `10.0.0.${people}`,
    agent: 'test',
    ...more,
  })

async function signedIn(more: Partial<SignIn> = {}): Promise<SignedIn> {
  const answer = await attempt(more)
  if (isRefused(answer)) throw new Error(answer.code)
  return answer
}

async function code(more: Partial<SignIn> = {}): Promise<string> {
  const answer = await attempt(more)
  return isRefused(answer) ? answer.code : 'signed in'
}

function later(minutes: number, seconds = 0): void {
  now = new Date(Date.parse(now) + minutes * 60_000 + seconds * 1000).toISOString()
}

describe('signing in', () => {
  test('gives a token that finds the session and stands nowhere in the database', async () => {
    const { token, session } = await signedIn({ login: ` ${name.toUpperCase()} ` })
    expect(await sessions.find(token)).toEqual(session)
    expect(session).toMatchObject({
      account: account.id,
      kind: 'staff',
      subject: account.subject,
      post: null,
      mustChange: false,
    })
    const rows = await db.query(`select * from auth.session where account = $1`, [account.id])
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(await sessions.find(`${token}x`)).toBeNull()
    expect(await sessions.find('')).toBeNull()
  })

  test('answers a wrong password, an unknown login, another kind and a disabled account alike', async () => {
    const gone = await newAccount('staff', `gone.${people}`)
    await accounts.disable(gone.id, ADMIN)
    const answers = await Promise.all([
      attempt({ password: 'Wind-mill8' }),
      attempt({ login: `nobody.${people}` }),
      attempt({ kind: 'citizen' }),
      attempt({ login: `gone.${people}` }),
    ])
    for (const answer of answers) expect(answer).toEqual({ refused: true, code: 'sign-in-wrong' })
  })

  test.each(['a real login', 'an unknown login'])(
    'locks %s for thirty minutes after five failures',
    async (which) => {
      const login = which === 'a real login' ? name : `unknown.${people}`
      const wrong = { login, password: 'Wind-mill8' }
      for (let count = 0; count < 4; count++) expect(await code(wrong)).toBe('sign-in-wrong')
      expect(await code(wrong)).toBe('account-locked')
      expect(await code({ login })).toBe('account-locked')
      later(29, 59)
      expect(await code({ login })).toBe('account-locked')
      later(0, 1)
      expect(await code({ login })).toBe(which === 'a real login' ? 'signed in' : 'sign-in-wrong')
    },
  )

  test('a hundred simultaneous guesses are five', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => code({ password: 'Wind-mill8', ip: 'fast' })),
    )
    expect(answers.filter((answer) => answer === 'sign-in-wrong')).toHaveLength(4)
    expect(await code()).toBe('account-locked')
    const [row] = await db.query<{ failures: number }>(`select failures from auth.attempt where what = $1`, [
      `login:${name}`,
    ])
    expect(row!.failures).toBe(5)
  })

  test('a success forgives the failures before it, and an administrator can unlock', async () => {
    for (let count = 0; count < 4; count++) await code({ password: 'Wind-mill8' })
    expect(await code()).toBe('signed in')
    for (let count = 0; count < 5; count++) await code({ password: 'Wind-mill8' })
    expect(await code()).toBe('account-locked')
    await accounts.unlock(account.id, ADMIN)
    expect(await code()).toBe('signed in')
  })

  test('an address that fails sixty times in ten minutes waits ten, whatever the login', async () => {
    const ip = '203.0.113.9'
    for (let count = 0; count < 60; count++)
      expect(await code({ login: `guess.${count}`, ip })).toBe('sign-in-wrong')
    expect(await code({ ip })).toBe('too-many-attempts')
    expect(await code({ ip: '203.0.113.10' })).toBe('signed in')
    later(10, 1)
    expect(await code({ ip })).toBe('signed in')
  })

  test('failures of a busy hall spread over the day block nobody', async () => {
    const ip = '203.0.113.20'
    for (let count = 0; count < 130; count++) {
      if (count % 50 === 49) later(10)
      expect(await code({ login: `hall.${count}`, ip })).toBe('sign-in-wrong')
    }
    expect(await code({ ip })).toBe('signed in')
  })

  test('a fourth session ends the oldest', async () => {
    const tokens: string[] = []
    for (let count = 0; count < 4; count++) {
      tokens.push((await signedIn()).token)
      later(0, 1)
    }
    const alive = await Promise.all(tokens.map((token) => sessions.find(token)))
    expect(alive.map((session) => session !== null)).toEqual([false, true, true, true])
  })

  test('simultaneous sign-ins do not get round the limit', async () => {
    await Promise.all(Array.from({ length: 8 }, () => signedIn()))
    const rows = await db.query(`select 1 from auth.session where account = $1`, [account.id])
    expect(rows).toHaveLength(3)
  })

  test('a hash of a cheaper time is renewed', async () => {
    const cheap = await hashPassword(PASSWORD, { ln: 4, r: 8, p: 1 })
    await db.query(`update auth.account set password_hash = $2 where id = $1`, [account.id, cheap])
    await signedIn()
    const [row] = await db.query<{ password_hash: string }>(
      `select password_hash from auth.account where id = $1`,
      [account.id],
    )
    expect(row!.password_hash).toContain('ln=8,')
    expect(await code()).toBe('signed in')
  })

  test('a citizen signs in by phone, which stands nowhere in the clear', async () => {
    await newAccount('citizen', `19900${people.toString().padStart(6, '0')}`)
    const login = `199 00${people.toString().padStart(6, '0')}`
    expect((await signedIn({ kind: 'citizen', login })).session.kind).toBe('citizen')
    expect(loginKey(keys, 'citizen', login)).toMatch(/^citizen:[\w-]{43}$/)
    const rows = await db.query(`select login from auth.account where kind = 'citizen'`)
    expect(JSON.stringify(rows)).not.toContain('19900')
  })
})

describe('several names of one account', () => {
  const [phone, number] = [() => `1990000${1000 + people}`, () => `37030419010101${1000 + people}`]
  const own = () => `own.${people}`
  const wrong = { kind: 'citizen', password: 'Wind-mill8' } as const
  const right = { kind: 'citizen', password: PASSWORD } as const

  beforeEach(async () => {
    const made = await accounts.create(
      {
        ...{ kind: 'citizen', login: own(), names: [phone(), number()] },
        ...{ subject: `party-${people}`, password: PASSWORD, mustChange: false },
      },
      ADMIN,
    )
    if (isRefused(made)) throw new Error(made.code)
    account = made
  })

  test.each([
    ['the name of one’s own', own],
    ['the phone', phone],
    ['the number, its last sign in either case', () => number().toLowerCase()],
  ])('%s signs in', async (_, login) => {
    expect((await signedIn({ ...right, login: login() })).session.account).toBe(account.id)
  })

  test('they stand nowhere in the clear', async () => {
    const rows = await db.query(`select login from auth.login_name`)
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toMatch(/1990000|370304/)
  })

  test('a phone shared at home stays with whoever had it first, and the second is not told', async () => {
    const made = await accounts.create(
      {
        ...{ kind: 'citizen', login: `son.${people}`, names: [phone()] },
        ...{ subject: `son-${people}`, password: 'Water-mill8', mustChange: false },
      },
      ADMIN,
    )
    expect(isRefused(made)).toBe(false)
    expect(await code({ ...right, login: phone() })).toBe('signed in')
    expect(await code({ kind: 'citizen', login: phone(), password: 'Water-mill8' })).toBe('sign-in-wrong')
    expect(await code({ kind: 'citizen', login: `son.${people}`, password: 'Water-mill8' })).toBe('signed in')
  })

  test('a password may hold none of them', async () => {
    const answer = await accounts.create(
      {
        ...{ kind: 'citizen', login: `other.${people}`, names: ['19900009999'] },
        ...{ subject: `other-${people}`, password: 'Ab-19900009999', mustChange: false },
      },
      ADMIN,
    )
    expect(answer).toMatchObject({ code: 'password-has-login' })
  })

  test('five failures under all names together close the account, and no answer tells it', async () => {
    for (let count = 0; count < 3; count++)
      expect(await code({ ...wrong, login: phone() })).toBe('sign-in-wrong')
    for (let count = 0; count < 2; count++)
      expect(await code({ ...wrong, login: number() })).toBe('sign-in-wrong')
    // What nobody has answers the same to somebody who does not know the password.
    expect(await code({ ...wrong, login: own() })).toBe('sign-in-wrong')
    expect(await code({ ...wrong, login: 'nobody.at.all' })).toBe('sign-in-wrong')
    expect(await code({ ...right, login: own() })).toBe('sign-in-wrong')
    later(30, 1)
    expect(await code({ ...right, login: own() })).toBe('signed in')
  })

  test('a lock under one name is not told under another', async () => {
    for (let count = 0; count < 5; count++) await code({ ...wrong, login: phone() })
    expect(await code({ ...right, login: phone() })).toBe('account-locked')
    expect(await code({ ...wrong, login: number() })).toBe('sign-in-wrong')
  })

  test('whoever unlocks it opens all names', async () => {
    for (let count = 0; count < 5; count++) await code({ ...wrong, login: phone() })
    await accounts.unlock(account.id, ADMIN)
    expect(await code({ ...right, login: number() })).toBe('signed in')
    expect(await code({ ...right, login: phone() })).toBe('signed in')
  })

  test('what is known and what is not cost the same questions', async () => {
    const asked = async (login: string) => {
      const texts: string[] = []
      const counted = {
        ...db,
        query: ((...args: Parameters<typeof db.query>) => (
          texts.push(nameOf(args[0])),
          db.query(...args)
        )) as typeof db.query,
      }
      await sessionsOf({ ...means, db: counted }).signIn({
        ...{ ...wrong, login, ip: '203.0.113.77', agent: 'test' },
      })
      return texts
    }
    expect(await asked(phone())).toEqual(await asked('19912345678'))
  })
})

describe('a session', () => {
  test.each([
    ['staff', 30],
    ['citizen', 120],
  ] as const)('of %s ends after %i idle minutes', async (kind, idle) => {
    const login = kind === 'staff' ? name : `c.${people}`
    if (kind === 'citizen') await newAccount(kind, login)
    const { token } = await signedIn({ kind, login })
    later(idle, -1)
    expect(await sessions.find(token)).not.toBeNull()
    later(idle, -1)
    expect(await sessions.find(token)).not.toBeNull()
    later(idle)
    expect(await sessions.find(token)).toBeNull()
  })

  test('ends after twelve hours however busy', async () => {
    const { token } = await signedIn()
    for (let count = 0; count < 35; count++) {
      later(20)
      expect(await sessions.find(token)).not.toBeNull()
    }
    later(19, 59)
    expect(await sessions.find(token)).not.toBeNull()
    later(0, 1)
    expect(await sessions.find(token)).toBeNull()
  })

  test('costs one query, and writes at most once a minute', async () => {
    const { token } = await signedIn()
    const texts: string[] = []
    const counted = {
      ...db,
      query: ((...args: Parameters<typeof db.query>) => (
        texts.push(nameOf(args[0])),
        db.query(...args)
      )) as typeof db.query,
    }
    const busy = sessionsOf({ ...means, db: counted })
    for (let count = 0; count < 10; count++) await busy.find(token)
    expect(new Set(texts)).toEqual(new Set(['auth.session.find']))
    later(1)
    await busy.find(token)
    await busy.find(token)
    expect(texts.filter((text) => text === 'auth.session.touch')).toHaveLength(1)
  })

  test('switches the post under a new token, and forms of the former post are refused', async () => {
    const before = await signedIn()
    const form = formToken(before.session)
    const after = (await sessions.switchPost(before.token, 'post-2', '10.0.0.1')) as SignedIn
    expect(after.session).toMatchObject({ id: before.session.id, post: 'post-2' })
    expect(after.token).not.toBe(before.token)
    expect(await sessions.find(before.token)).toBeNull()
    expect((await sessions.find(after.token))?.post).toBe('post-2')
    expect(checkFormToken(after.session, form)).toMatchObject({ code: 'form-expired' })
    expect(after.session.absoluteExpiresAt).toBe(before.session.absoluteExpiresAt)
    expect(await sessions.switchPost(before.token, 'post-3', '10.0.0.1')).toMatchObject({
      code: 'session-ended',
    })
  })

  test('signs out, and ends with all others when the account is disabled', async () => {
    const [one, two, three] = [await signedIn(), await signedIn(), await signedIn()]
    await sessions.signOut(one.token, '10.0.0.1')
    await sessions.signOut(one.token, '10.0.0.1')
    expect(await sessions.find(one.token)).toBeNull()
    expect(await sessions.endAll(account.id, ADMIN)).toBe(2)
    expect(await sessions.find(two.token)).toBeNull()
    const four = await signedIn()
    await accounts.disable(account.id, ADMIN)
    expect(await sessions.find(three.token)).toBeNull()
    expect(await sessions.find(four.token)).toBeNull()
    await accounts.enable(account.id, ADMIN)
    expect(await code()).toBe('signed in')
  })

  test('is swept away once it has expired', async () => {
    await signedIn()
    later(31)
    expect(await sessions.sweep()).toBeGreaterThan(0)
    expect(await db.query(`select 1 from auth.session where account = $1`, [account.id])).toEqual([])
  })
})

describe('a password', () => {
  const change = (token: string, to: string, old = PASSWORD) =>
    sessions.changePassword(token, { old, new: to, ip: '10.0.0.1', agent: 'test' })

  test('changed by its owner ends every session but the new one', async () => {
    const [one, two] = [await signedIn(), await signedIn()]
    const fresh = (await change(one.token, 'Water-mill8')) as SignedIn
    expect(await sessions.find(fresh.token)).not.toBeNull()
    expect(await sessions.find(one.token)).toBeNull()
    expect(await sessions.find(two.token)).toBeNull()
    expect(await code()).toBe('sign-in-wrong')
    expect(await code({ password: 'Water-mill8' })).toBe('signed in')
  })

  test.each([
    ['Water-mill8', 'Wind-mill8', 'sign-in-wrong'],
    [PASSWORD, PASSWORD, 'password-unchanged'],
    ['short', PASSWORD, 'password-too-short'],
    ['Clerk.00-x', PASSWORD, null],
  ])('changed to %s with the old one given as %s: %s', async (to, old, refusedAs) => {
    const { token } = await signedIn()
    const answer = await change(token, to, old)
    expect(isRefused(answer) ? answer.code : null).toBe(refusedAs)
    expect((await sessions.find(token)) === null).toBe(refusedAs === null)
  })

  test('cannot be guessed by changing it', async () => {
    const { token } = await signedIn()
    for (let count = 0; count < 5; count++) await change(token, 'Water-mill8', 'Wind-mill8')
    expect(await change(token, 'Water-mill8')).toMatchObject({ code: 'account-locked' })
    expect(await change('no session', 'Water-mill8')).toMatchObject({ code: 'session-ended' })
  })

  test('set by an administrator must be changed at once', async () => {
    const before = await signedIn()
    for (let count = 0; count < 5; count++) await code({ password: 'Wind-mill8' })
    expect(await accounts.resetPassword(account.id, 'Given-word9', ADMIN)).toMatchObject({ mustChange: true })
    expect(await sessions.find(before.token)).toBeNull()
    const after = await signedIn({ password: 'Given-word9' })
    expect(after.session.mustChange).toBe(true)
    expect((await sessions.find(after.token))!.mustChange).toBe(true)
    const fresh = (await change(after.token, 'Water-mill8', 'Given-word9')) as SignedIn
    expect(fresh.session.mustChange).toBe(false)
    expect(await accounts.resetPassword(account.id, 'short', ADMIN)).toMatchObject({
      code: 'password-too-short',
    })
    const nobody = '0190b5a0-0000-7000-8000-000000000000'
    expect(await accounts.resetPassword(nobody, 'Given-word9', ADMIN)).toMatchObject({
      code: 'account-not-found',
    })
  })

  test('older than ninety days must be changed by staff, not by citizens', async () => {
    await newAccount('citizen', `old.${people}`)
    later(90 * 24 * 60, -1)
    expect((await signedIn()).session.mustChange).toBe(false)
    later(0, 1)
    expect((await signedIn()).session.mustChange).toBe(true)
    expect((await signedIn({ kind: 'citizen', login: `old.${people}` })).session.mustChange).toBe(false)
  })
})

describe('an account', () => {
  test('is refused when the login or the person has one already', async () => {
    const again = {
      kind: 'staff',
      login: name.toUpperCase(),
      subject: 'person-x',
      password: PASSWORD,
      mustChange: true,
    } as const
    expect(await accounts.create(again, ADMIN)).toMatchObject({ code: 'login-taken' })
    expect(
      await accounts.create({ ...again, login: 'other', subject: account.subject }, ADMIN),
    ).toMatchObject({ code: 'login-taken' })
    expect(await accounts.create({ ...again, password: 'short' }, ADMIN)).toMatchObject({
      code: 'password-too-short',
    })
    expect(await accounts.findBySubject('staff', account.subject)).toEqual(account)
    expect(await accounts.find(account.id)).toEqual(account)
  })

  test('of a demo is counted', async () => {
    expect(await accounts.demoAccounts()).toBe(0)
    const demo = {
      kind: 'staff',
      login: 'demo',
      subject: 'demo',
      password: PASSWORD,
      mustChange: false,
      demo: true,
    } as const
    await accounts.create(demo, ADMIN)
    expect(await accounts.demoAccounts()).toBe(1)
  })

  test('three administrators cannot be one person, neither through us nor in the database', async () => {
    expect(await administrators.grant('person-a', 'system-admin', ADMIN)).toBeNull()
    expect(await administrators.grant('person-a', 'audit-admin', ADMIN)).toMatchObject({
      code: 'administrators-are-separate',
    })
    expect(await administrators.roleOf('person-a')).toBe('system-admin')
    const directly = db.query(
      `insert into auth.administrator values ('000000', 'person-a', 'security-admin', '2025-03-03T00:00:00Z', 'x')`,
    )
    await expect(directly).rejects.toThrow('administrator_pkey')
    await administrators.revoke('person-a', ADMIN)
    expect(await administrators.grant('person-a', 'audit-admin', ADMIN)).toBeNull()
  })
})

test('an installation remembers the mode it was born in', async () => {
  expect(await bornMode(db)).toBeNull()
  expect(await rememberBirth(db, 'demo', now)).toBe('demo')
  expect(await rememberBirth(db, 'production', now)).toBe('demo')
  expect(await bornMode(db)).toBe('demo')
})

test('everything above is on record, without passwords and without logins that were only tried', async () => {
  await code({ password: 'Wind-mill8' })
  const { items } = await audit.list({ area: '000000', actor: `account:${account.id}` })
  expect(items[0]).toMatchObject({
    event: 'sign-in',
    success: false,
    ip: `10.0.0.${people}`,
    after: { code: 'sign-in-wrong' },
  })
  const everything = JSON.stringify(await db.query(`select * from auth.audit`))
  for (const secret of [PASSWORD, 'Wind-mill8', 'unknown.', 'guess.'])
    expect(everything).not.toContain(secret)
  expect(await audit.verify('000000')).toBeNull()
})

function nameOf(statement: string | { name?: string }): string {
  return typeof statement === 'string' ? statement : (statement.name ?? '')
}
