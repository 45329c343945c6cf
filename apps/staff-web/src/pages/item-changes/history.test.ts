import { expect, test } from 'vitest'
import { back, forth, left, NO_HISTORY, type History } from './history.ts'

const begun: History<string> = NO_HISTORY

test('what is typed in one field in one go is one step back, another field is another', () => {
  const typed = left(left(left(begun, '', '/name'), '养', '/name'), '养老', '/summary')
  expect(typed.past).toEqual(['', '养老'])
})

test('a step back can be gone forth again, and writing anew forgets what lay ahead', () => {
  const typed = left(left(begun, 'a'), 'b')
  const once = back(typed, 'c')!
  expect(once.state).toBe('b')
  const twice = back(once.history, once.state)!
  expect([twice.state, back(twice.history, twice.state)]).toEqual(['a', undefined])
  expect(forth(twice.history, twice.state)!.state).toBe('b')
  expect(forth(left(once.history, once.state), 'd')).toBeUndefined()
})

test('after a step back the same field is written in as a step of its own', () => {
  const typed = left(begun, 'a', '/name')
  const { history, state } = back(typed, 'b')!
  expect(left(history, state, '/name').past).toEqual(['a'])
})

test('a whole morning of writing keeps the last two hundred steps', () => {
  const long = Array.from({ length: 300 }, (_each, at) => at).reduce<History<number>>(
    (history, at) => left(history, at),
    NO_HISTORY,
  )
  expect([long.past.length, long.past[0]]).toEqual([200, 100])
})
