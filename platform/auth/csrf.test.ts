import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { keysFrom } from '#platform/crypto/keys.ts'
import { newToken } from '#platform/crypto/tokens.ts'
import {
  checkFormToken,
  checkOrigin,
  checkVisitorFormToken,
  formToken,
  isVisitorCookie,
  visitorCookie,
  visitorFormToken,
} from './csrf.ts'

const keys = keysFrom(randomBytes(32).toString('hex'))
const others = keysFrom(randomBytes(32).toString('hex'))
const now = '2025-03-03T01:00:00.000Z'
const expired = { refused: true, code: 'form-expired' }

describe('the form token of somebody signed in', () => {
  const session = { id: 's1', csrfSecret: newToken() }

  test('reads differently each time and is right for the whole session', () => {
    const [one, two] = [formToken(session), formToken(session)]
    expect(one).not.toBe(two)
    expect(checkFormToken(session, one)).toBeNull()
    expect(checkFormToken(session, two)).toBeNull()
  })

  test.each<[string, string | undefined]>([
    ['missing', undefined],
    ['empty', ''],
    ['of another session', formToken({ id: 's2', csrfSecret: session.csrfSecret })],
    ['of the former post', formToken({ id: 's1', csrfSecret: newToken() })],
    ['cut', formToken(session).slice(0, -4)],
    ['only zeros', Buffer.alloc(64).toString('base64url')],
  ])('is refused when %s', (_, token) => expect(checkFormToken(session, token)).toEqual(expired))
})

describe('the form token of a visitor', () => {
  const cookie = visitorCookie(keys, now)
  const token = visitorFormToken(keys, cookie)

  test('fits its cookie for twelve hours', () => {
    expect(checkVisitorFormToken(keys, cookie, token, now)).toBeNull()
    expect(checkVisitorFormToken(keys, cookie, token, '2025-03-03T12:59:59.999Z')).toBeNull()
    expect(checkVisitorFormToken(keys, cookie, token, '2025-03-03T13:00:00.000Z')).toEqual(expired)
  })

  test.each<[string, string | undefined, string | undefined]>([
    ['no cookie', undefined, token],
    ['no token', cookie, undefined],
    ['the cookie as token', cookie, cookie],
    ['another visitor’s cookie', visitorCookie(keys, now), token],
    [
      'a planted cookie with its fitting token',
      visitorCookie(others, now),
      visitorFormToken(others, visitorCookie(others, now)),
    ],
    ['a cookie from the future', visitorCookie(keys, '2026-01-01T00:00:00.000Z'), token],
    ['a changed cookie', `A${cookie.slice(1)}`, token],
    ['junk', 'a.b.c', token],
  ])('is refused with %s', (_, sent, form) =>
    expect(checkVisitorFormToken(keys, sent, form, now)).toEqual(expired),
  )

  test('a cookie of another installation is renewed', () => {
    expect(isVisitorCookie(keys, cookie, now)).toBe(true)
    expect(isVisitorCookie(others, cookie, now)).toBe(false)
  })
})

test.each([
  ['http://localhost:3000', 'http://127.0.0.1:3000', true],
  ['http://127.0.0.1:3000', 'http://[::1]:3000', true],
  ['http://localhost:3001', 'http://127.0.0.1:3000', false],
  ['https://localhost:3000', 'http://127.0.0.1:3000', false],
  ['http://localhost.evil.example:3000', 'http://127.0.0.1:3000', false],
  ['http://localhost:3000', 'https://zwfw.example.cn', false],
])('this machine goes by several names: a form from %s for %s passes: %s', (origin, own, passes) => {
  expect(checkOrigin({ method: 'POST', origin }, own) === null).toBe(passes)
})

test.each<[string, string | undefined, string | undefined, boolean]>([
  ['GET', 'https://evil.example', 'cross-site', true],
  ['POST', 'https://zwfw.example.cn', 'same-origin', true],
  ['POST', undefined, 'none', true],
  ['POST', undefined, undefined, true],
  ['POST', 'https://zwfw.example.cn', undefined, true],
  ['POST', 'https://evil.example', undefined, false],
  ['POST', 'null', undefined, false],
  ['POST', undefined, 'cross-site', false],
  ['POST', undefined, 'same-site', false],
  ['POST', 'https://zwfw.example.cn', 'cross-site', false],
  ['delete', 'https://zwfw.example.cn:8443', 'same-origin', false],
])('%s from %s, said to be %s, passes: %s', (method, origin, secFetchSite, passes) => {
  const answer = checkOrigin({ method, origin, secFetchSite }, 'https://zwfw.example.cn')
  expect(answer).toEqual(passes ? null : { refused: true, code: 'form-from-elsewhere' })
})
