import { expect, test } from 'vitest'
import type { MaterialView } from '#capabilities/case/contract.ts'
import { startChecklist } from './checklist.ts'
import { shelved, type Shelf } from './shelves.ts'

const material = (id: string, more: Partial<MaterialView> = {}): MaterialView => ({
  ...{ id, name: id, necessity: 'required', requirement: '', fromForm: false, verdict: 'unchecked' },
  ...{ paperOriginals: 1, paperCopies: 0, files: [] },
  ...more,
})
const none = { paperOriginals: 0 } as const
const file = { id: 'f1', name: 'a.png', size: 1, mediaType: 'image/png', url: '/f1' }

const shelfOf = (one: MaterialView): Shelf | undefined =>
  shelved([one], startChecklist({ materials: [one] }))[0]?.shelf

test.each<[string, MaterialView, Shelf]>([
  ['required and not here', material('a', none), 'missing'],
  ['made of the form', material('a', { ...none, fromForm: true }), 'to-see'],
  ['here on paper', material('a'), 'to-see'],
  ['here as a file', material('a', { ...none, files: [file] }), 'to-see'],
  ['not here and not called for', material('a', { ...none, applies: false }), 'settled'],
  ['not called for and brought all the same', material('a', { applies: false }), 'to-see'],
  ['found in order before', material('a', { verdict: 'ok' }), 'settled'],
  [
    'found in order before and handed in anew',
    material('a', { verdict: 'ok', files: [file], fresh: ['f1'] }),
    'to-see',
  ],
  ['found wrong before', material('a', { verdict: 'defective' }), 'to-see'],
  ['missing before and still', material('a', { ...none, verdict: 'missing' }), 'missing'],
  ['missing before and here now', material('a', { verdict: 'missing' }), 'to-see'],
])('a paper that is %s', (_what, one, shelf) => {
  expect(shelfOf(one)).toBe(shelf)
})

test('what is missing stands first, what is settled last; within a shelf the order of the item stays', () => {
  const all = [
    material('settled', { ...none, applies: false }),
    material('form', { ...none, fromForm: true }),
    material('gone', none),
    material('card'),
    material('gone-too', { ...none, necessity: 'conditional' }),
  ]
  const shelves = shelved(all, startChecklist({ materials: all }))
  expect(shelves.map(({ shelf, materials }) => [shelf, materials.map(({ id }) => id)])).toEqual([
    ['missing', ['gone', 'gone-too']],
    ['to-see', ['form', 'card']],
    ['settled', ['settled']],
  ])
})
