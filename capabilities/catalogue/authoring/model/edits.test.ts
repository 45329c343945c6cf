import { expect, test } from 'vitest'
import type { Edit } from '../../contract/change.ts'
import { edited, overtaken } from './edits.ts'

const body = {
  id: 'x',
  summary: '旧',
  aliases: ['一'],
  materials: [
    { id: 'a', name: '甲', copies: 1 },
    { id: 'b', name: '乙', copies: 0 },
  ],
}
const was = (value: unknown) => ({ was: { value } })

test.each<[string, Edit, unknown]>([
  [
    'a line by its key',
    { at: '/materials/b/copies', value: 3 },
    { materials: [body.materials[0], { ...body.materials[1], copies: 3 }] },
  ],
  ['a line taken away by its key', { at: '/materials/a' }, { materials: [body.materials[1]] }],
  [
    'a line by its place',
    { at: '/materials/1/copies', value: 3 },
    { materials: [body.materials[0], { ...body.materials[1], copies: 3 }] },
  ],
  ['a new line', { at: '/materials/-', value: { id: 'c' } }, { materials: [...body.materials, { id: 'c' }] }],
])('%s is edited where it stands', (_what, edit, changed) => {
  expect(edited(body, [edit])).toEqual({ ...body, ...(changed as object) })
})

test.each<[string, Edit]>([
  ['a line nobody has', { at: '/materials/z/copies', value: 1 }],
  ['a line of a list without keys by a word', { at: '/aliases/one', value: '二' }],
  ['its own id', { at: '/id', value: 'y' }],
  ['what every object has', { at: '/constructor', value: 1 }],
])('%s cannot be edited', (_what, edit) => {
  expect(edited(body, [edit])).toBeUndefined()
})

test.each<[string, Edit, boolean]>([
  ['what stands as it was seen', { at: '/summary', value: '新', ...was('旧') }, false],
  ['what somebody else has changed', { at: '/summary', value: '新', ...was('更旧') }, true],
  ['what somebody else has changed to the same', { at: '/summary', value: '旧', ...was('更旧') }, false],
  ['what was not there and is not', { at: '/guide', value: {}, was: {} }, false],
  ['what was not there and is now', { at: '/summary', value: '新', was: {} }, true],
  ['a line that is gone', { at: '/materials/z/copies', value: 2, ...was(1) }, true],
  ['a line taken away twice', { at: '/materials/z', ...was({ id: 'z' }) }, false],
  ['a new line under a key that is taken', { at: '/materials/-', value: { id: 'a' }, was: {} }, true],
  ['a new line', { at: '/materials/-', value: { id: 'c' }, was: {} }, false],
  ['an edit that says nothing of what it saw', { at: '/summary', value: '新' }, false],
])('%s: overtaken or not', (_what, edit, late) => {
  expect(overtaken(body, [edit]).length).toBe(late ? 1 : 0)
})
