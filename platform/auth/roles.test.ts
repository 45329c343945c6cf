import { describe, expect, test } from 'vitest'
import { DEMO_MASTER_KEY, modeProblems, type Installed, type ModeProblem } from './mode.ts'
import { rolesOf, type Actor } from './actor.ts'
import { ROLE_NAMES, rolesProblem } from './roles.ts'
import { authWords, modeWords } from './words.ts'

test.each<[string[], string | null]>([
  [[], null],
  [['window-clerk', 'reviewer'], null],
  [['system-admin'], null],
  [['system-admin', 'system-admin'], null],
  [['system-admin', 'applicant'], null],
  [['system-admin', 'security-admin'], 'administrators-are-separate'],
  [['security-admin', 'audit-admin'], 'administrators-are-separate'],
  [['system-admin', 'security-admin', 'audit-admin', 'director'], 'administrators-are-separate'],
  [['audit-admin', 'supervisor'], 'administrator-does-no-business'],
  [['system-admin', 'window-clerk'], 'administrator-does-no-business'],
  [['emperor'], 'role-unknown'],
  [['toString'], 'role-unknown'],
])('one person with the roles %j: %s', (roles, problem) => {
  expect(rolesProblem(roles)).toBe(problem)
  if (problem) expect(authWords[problem as keyof typeof authWords]).toMatch(/请/)
})

test('every role has its name in the office', () => {
  for (const name of Object.values(ROLE_NAMES)) expect(name).toMatch(/^[\u4e00-\u9fff]+$/)
})

test.each<[Actor, string[]]>([
  [
    { kind: 'staff', person: 'p', post: 'x', roles: ['reviewer'], place: 'l', body: 'b', area: '370304' },
    ['reviewer'],
  ],
  [{ kind: 'citizen', person: 'p', party: 'y' }, ['applicant']],
  [{ kind: 'system', job: 'j' }, []],
])('%j goes by the roles %j', (actor, roles) => expect(rolesOf(actor)).toEqual(roles))

describe('an installation in', () => {
  const production: Installed = {
    mode: 'production',
    bornMode: 'production',
    masterKey: '8f14e45fceea167a5a36dedd4bea2543c9f0f895fb98ab9159f51fd0297e236d',
    demoAccounts: 0,
    movableClock: false,
    publicUrl: 'https://zwfw.example.cn',
  }
  const demo: Installed = {
    ...production,
    mode: 'demo',
    bornMode: 'demo',
    masterKey: DEMO_MASTER_KEY,
    demoAccounts: 12,
    movableClock: true,
    publicUrl: 'http://127.0.0.1:3000',
  }

  test.each<[string, Installed, ModeProblem[]]>([
    ['production', production, []],
    ['production on an empty database', { ...production, bornMode: null }, []],
    ['production on a database born in demo', { ...production, bornMode: 'demo' }, ['born-in-demo']],
    ['production without a key', { ...production, masterKey: undefined }, ['master-key-missing']],
    ['production with a weak key', { ...production, masterKey: '00'.repeat(32) }, ['master-key-weak']],
    [
      'production with the demo key',
      { ...production, masterKey: DEMO_MASTER_KEY.toUpperCase() },
      ['demo-master-key'],
    ],
    ['production with demo accounts', { ...production, demoAccounts: 1 }, ['demo-accounts']],
    ['production with a movable clock', { ...production, movableClock: true }, ['demo-clock']],
    [
      'production over plain HTTP',
      { ...production, publicUrl: 'http://zwfw.example.cn' },
      ['public-url-not-https'],
    ],
    [
      'a demo turned into production',
      { ...demo, mode: 'production' },
      ['born-in-demo', 'demo-master-key', 'demo-accounts', 'demo-clock', 'public-url-not-https'],
    ],
    ['demo', demo, []],
    ['demo on an empty database', { ...demo, bornMode: null }, []],
    ['demo on real data', { ...demo, bornMode: 'production' }, ['born-in-production']],
  ])('%s', (_, installed, problems) => {
    expect(modeProblems(installed)).toEqual(problems)
  })

  test('every problem is told in Chinese', () => {
    for (const sentence of [...Object.values(modeWords), ...Object.values(authWords)])
      expect(sentence).toMatch(/请.*。$/)
  })
})
