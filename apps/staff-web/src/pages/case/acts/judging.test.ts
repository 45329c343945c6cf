import { expect, test } from 'vitest'
import { afterVerdict, fileOf, isOffered, strokeOf } from './judging.ts'

test.each([
  ['1', false, { verdict: 'ok' }],
  ['2', false, { verdict: 'missing' }],
  ['3', true, { verdict: 'defective' }],
  ['4', true, { verdict: 'not-applicable' }],
  ['5', false, undefined],
  ['0', false, undefined],
  ['j', true, { step: 1 }],
  ['k', true, { step: -1 }],
  ['ArrowDown', false, { step: 1 }],
  ['ArrowDown', true, undefined],
  ['ArrowUp', true, undefined],
  ['Enter', false, { write: true }],
  ['x', false, undefined],
])('the key %s (on a radio: %s) means %j', (key, onRadio, stroke) => {
  expect(strokeOf(key, onRadio)).toEqual(stroke)
})

test.each([
  ['a line in order leads to the next one', 'ok', 'a', [], 'b'],
  ['a line that is not needed too', 'not-applicable', 'b', ['a'], 'c'],
  ['something wrong keeps the keyboard for its notice', 'missing', 'a', [], 'a'],
  ['from the last line back to what was left out', 'ok', 'c', ['a'], 'b'],
  ['and once nothing is left, to the button', 'ok', 'c', ['a', 'b'], 'confirm'],
] as const)('%s', (_title, verdict, at, judged, goes) => {
  const materials = ['a', 'b', 'c'].map((id) => ({ id }))
  expect(afterVerdict(verdict, at, materials, (id) => judged.some((one) => one === id))).toBe(goes)
})

test('only a paper that may be spared can be called unnecessary', () => {
  expect(isOffered('not-applicable', { necessity: 'required' })).toBe(false)
  expect(isOffered('not-applicable', { necessity: 'conditional' })).toBe(true)
  expect(isOffered('missing', { necessity: 'required' })).toBe(true)
})

test('a line shows the file chosen there, else its first, and nothing of another line', () => {
  const file = (id: string) => ({ id, name: id, size: 1, mediaType: 'image/png', url: `/${id}` })
  const material = { files: [file('one'), file('two')] }
  expect(fileOf(material, file('two'))?.id).toBe('two')
  expect(fileOf(material, file('elsewhere'))?.id).toBe('one')
  expect(fileOf({ files: [] }, file('one'))).toBeUndefined()
})
