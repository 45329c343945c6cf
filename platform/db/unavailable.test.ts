import { expect, test } from 'vitest'
import { isUnavailable } from './unavailable.ts'

const failed = (fields: object, message = 'something') => Object.assign(new Error(message), fields)

test.each([
  ['nobody listens', failed({ code: 'ECONNREFUSED' }), true],
  ['the socket file is gone', failed({ code: 'ENOENT', syscall: 'connect' }), true],
  ['it is starting up', failed({ code: '57P03' }), true],
  ['it crashed under the statement', failed({ code: '57P02' }), true],
  ['an administrator ends it', failed({ code: '57P01' }), true],
  ['all connections are taken', failed({ code: '53300' }), true],
  ['the connection broke', new Error('Connection terminated unexpectedly'), true],
  ['a connection took too long', new Error('timeout exceeded when trying to connect'), true],
  ['wrapped in an error of ours', new Error('reading a case', { cause: failed({ code: '57P03' }) }), true],
  ['a file is missing', failed({ code: 'ENOENT', syscall: 'open' }), false],
  ['a key is taken', failed({ code: '23505' }), false],
  ['the statement was cancelled', failed({ code: '57014' }), false],
  ['the disk is full', failed({ code: '53100' }), false],
  ['a bug', new TypeError('Connection is not a function'), false],
  ['no error at all', 'ECONNREFUSED', false],
])('%s', (_what, error, away) => {
  expect(isUnavailable(error)).toBe(away)
})
