import { expect, test } from 'vitest'
import { type LogFields, openLog, tellStartupProblem } from './log.ts'
import { scrub } from './scrub.ts'
import { StartupProblem } from './startup-problem.ts'

function logged(work: (log: ReturnType<typeof openLog>) => void, pretty = false): string {
  const lines: string[] = []
  work(openLog({ pretty, write: (line) => lines.push(line), now: () => '2025-03-03T01:00:00.000Z' }))
  return lines.join('\n')
}

test('a line is one JSON object', () => {
  const line = logged((log) => log.info('request', { method: 'GET', route: '/api/v1/items', status: 200 }))
  expect(JSON.parse(line)).toEqual({
    at: '2025-03-03T01:00:00.000Z',
    level: 'info',
    event: 'request',
    method: 'GET',
    route: '/api/v1/items',
    status: 200,
  })
})

test('a field that is not on the list does not reach the log', () => {
  const careless = { status: 200, applicant: '测试甲', phone: '19900000001' } as LogFields
  const line = logged((log) => log.info('request', careless))
  expect(line).not.toContain('测试甲')
  expect(line).not.toContain('19900000001')
})

test('a field cannot start a second line', () => {
  expect(logged((log) => log.warn('odd', { route: '/a\n{"level":"info"}' }), true).split('\n')).toHaveLength(
    1,
  )
})

test('a fault keeps its code and place, not the values in its message', () => {
  const error = Object.assign(new Error('Key (name)=(测试甲) already exists 370304190001011234'), {
    code: '23505',
  })
  const line = logged((log) => log.fault('commit-failed', error, { stream: 'case-2025-1' }))
  expect(JSON.parse(line).error).toMatchObject({ name: 'Error', code: '23505', frames: expect.any(Array) })
  expect(line).not.toMatch(/测试甲|370304190001011234/)
})

test.each([
  ['invalid input syntax for type uuid: "张示例"', 'invalid input syntax for type uuid: "…"'],
  [
    'duplicate key value violates unique constraint "head_pkey"',
    'duplicate key value violates unique constraint "head_pkey"',
  ],
  ['Key (phone)=(19900000001) already exists.', 'Key (phone)=(…) already exists.'],
  ['no such person 37030419000101123X', 'no such person #'],
  ['mail to a.b@example.cn failed', 'mail to …@… failed'],
  ['经办人测试甲不存在', '某'],
  ['cannot read 42 of undefined', 'cannot read 42 of undefined'],
])('%s is logged as %s', (message, expected) => {
  expect(scrub(message)).toBe(expected)
})

test('a start-up problem is told in both languages without a stack', () => {
  let told = ''
  const code = tellStartupProblem(
    new StartupProblem('中文。', 'English.', { exitCode: 2 }),
    (text) => (told += text),
  )
  expect([code, told]).toEqual([2, '中文。\nEnglish.\n'])
})
