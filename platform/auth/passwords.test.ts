import { expect, test } from 'vitest'
import { COMMON_PASSWORDS } from './common-passwords.ts'
import {
  hashOfNobody,
  hashPassword,
  isCheaper,
  passwordProblem,
  PRODUCTION_COST,
  TEST_COST,
  verifyPassword,
} from './passwords.ts'
import { authWords } from './words.ts'

test.each<[string, string, string | null]>([
  ['Wind-mill7', 'zhangsan', null],
  ['山头街道 Ab1', 'zhangsan', null],
  ['Ab1!xyz', 'zhangsan', 'password-too-short'],
  ['', 'zhangsan', 'password-too-short'],
  [`Ab1!${'x'.repeat(130)}`, 'zhangsan', 'password-too-long'],
  ['windmill7', 'zhangsan', 'password-too-simple'],
  ['WINDMILL7', 'zhangsan', 'password-too-simple'],
  ['1234567890', 'zhangsan', 'password-too-simple'],
  ['Aa1Aa1Aa1Aa1', 'zhangsan', 'password-too-simple'],
  ['ZhangSan-2025', 'zhangsan', 'password-has-login'],
  ['Nasgnahz-2025', 'zhangsan', 'password-has-login'],
  ['Wind-mill7', 'ab', null],
  ['Aa123456', 'zhangsan', 'password-common'],
  ['P@ssw0rd', 'zhangsan', 'password-common'],
  ['Password1', 'zhangsan', 'password-common'],
  ['Admin@123', 'zhangsan', 'password-common'],
  ['1qaz@WSX', 'zhangsan', 'password-common'],
  ['Zwfw@2025', 'zhangsan', 'password-common'],
])('the password %s of %s: %s', (password, login, problem) => {
  expect(passwordProblem(password, login)).toBe(problem)
  if (problem) expect(authWords[problem as keyof typeof authWords]).toMatch(/请/)
})

test('the list of common passwords is written as it is compared', () => {
  for (const entry of COMMON_PASSWORDS) expect(entry).not.toMatch(/[A-Z@40$51!|3]/)
})

test('a hash is salted, says its cost and verifies only its password', async () => {
  const [one, two] = await Promise.all([
    hashPassword('Wind-mill7', TEST_COST),
    hashPassword('Wind-mill7', TEST_COST),
  ])
  expect(one).toMatch(/^scrypt\$ln=8,r=8,p=1\$/)
  expect(one).not.toBe(two)
  expect(await verifyPassword(one, 'Wind-mill7')).toBe(true)
  expect(await verifyPassword(one, 'Wind-mill8')).toBe(false)
  expect(await verifyPassword(hashOfNobody(TEST_COST), 'Wind-mill7')).toBe(false)
})

test('scrypt gives the published result of RFC 7914', async () => {
  const hash = Buffer.from(
    'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640',
    'hex',
  ).toString('base64url')
  expect(
    await verifyPassword(
      `scrypt$ln=10,r=8,p=16$${Buffer.from('NaCl').toString('base64url')}$${hash}`,
      'password',
    ),
  ).toBe(true)
})

test('a cheap hash is known as such, and the production cost runs', async () => {
  expect(isCheaper(await hashPassword('Wind-mill7', TEST_COST), PRODUCTION_COST)).toBe(true)
  const dear = await hashPassword('Wind-mill7', PRODUCTION_COST)
  expect(isCheaper(dear, PRODUCTION_COST)).toBe(false)
  expect(await verifyPassword(dear, 'Wind-mill7')).toBe(true)
  await expect(verifyPassword('plain', 'plain')).rejects.toThrow('not a password hash')
})
