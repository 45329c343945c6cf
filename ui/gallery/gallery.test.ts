import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { components } from '../components/examples.ts'
import { harmless } from './harmless.ts'
import { readable } from './markup.ts'
import { difference } from './testing/picture.ts'

const folder = path.join(import.meta.dirname, '../components')
const folders = fs
  .readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

test('every folder with a component is in the gallery', () => {
  expect(Object.keys(components).toSorted()).toEqual(folders.toSorted())
})

describe.each(Object.entries(components))('%s', (_name, { usage, examples }) => {
  test('says in plain Chinese what it is called, when to take it and when not', () => {
    expect(usage.title).toMatch(/^\p{Script=Han}{2,8}$/u)
    for (const sentence of [usage.when, usage.whenNot]) expect(sentence).toMatch(/\p{Script=Han}{4,}.*。$/su)
  })

  test('has examples with Chinese titles of their own', () => {
    const titles = examples.map(({ title }) => title)
    expect(titles.length).toBeGreaterThan(0)
    expect(new Set(titles).size).toBe(titles.length)
    for (const title of titles) expect(title).toMatch(/\p{Script=Han}/u)
  })
})

test('an example on a page with others keeps its ids and its forms to itself', () => {
  const html =
    '<form method="post" action="/apply/1" enctype="multipart/form-data"><label for="a">名</label><input id="a" name="n" aria-describedby="b c" data-of="a" data-size="9"/></form><a href="#a">看</a><a href="/my">去</a>'
  expect(harmless(html, 'e2-', '/ui/x/2')).toBe(
    '<form method="get" action="/ui/x/2"><label for="e2-a">名</label><input id="e2-a" name="e2-n" aria-describedby="e2-b e2-c" data-of="e2-a" data-size="9"/></form><a href="#e2-a">看</a><a href="/ui/x/2">去</a>',
  )
})

test('markup is shown with one element a line', () => {
  expect(readable('<ul class="x"><li><a href="/">去</a></li><li>话<br/></li></ul>')).toBe(
    [
      '<ul class="x">',
      '  <li>',
      '    <a href="/">去</a>',
      '  </li>',
      '  <li>话<br/>',
      '  </li>',
      '</ul>',
    ].join('\n'),
  )
})

test.each([
  ['the same', '++++ ++++', '++++ ++++', undefined],
  ['a little lighter everywhere', 'cccc cccc', 'aaaa aaaa', undefined],
  ['another edge of a letter', '++++ ++++', '++A+ +A++', undefined],
  [
    'something that was not there',
    '++++ ++++',
    '+AAA ++++',
    '3 squares of 16 px look different, first at (1, 0)',
  ],
  ['a line more', '++++ ++++', '++++ ++++ ++++', 'was 4 × 2 squares, is 4 × 3'],
])('two pictures are compared: %s', (_what, stored, seen, says) => {
  expect(difference(stored, seen)).toBe(says)
})
