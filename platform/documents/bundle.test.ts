import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bind, pagesOf } from './bundle.ts'
import { isPdfA2b, readPages } from './reading.ts'
import { createRenderer } from './render.ts'

// Real: the typesetting process; what it bound is read by another program.
const renderer = createRenderer()
afterAll(() => renderer.close())

const print = (template: string, data: Record<string, string>) =>
  renderer.render({ template, data: { date: '2026-11-23', ...data } })
let one: Uint8Array
let two: Uint8Array
beforeAll(async () => {
  one = await print(sample('bundle-one.typ'), { word: '第一件' })
  two = await print(sample('bundle-two.typ'), { word: '第二件' })
})
const sample = (name: string) => path.join(import.meta.dirname, 'samples', name)
const bound = (duplex: boolean, papers: Uint8Array[]) =>
  bind(renderer, { title: '文书', date: '2026-11-23', papers, duplex })

test('pages are counted as another program counts them', async () => {
  for (const paper of [one, two]) expect(pagesOf(paper)).toBe((await readPages(paper)).length)
  expect([pagesOf(one), pagesOf(two), pagesOf(Buffer.from('no paper'))]).toEqual([1, 2, 0])
})

test.each([
  [false, ['第一件', '第二件前', '第二件后', '第一件']],
  [true, ['第一件', '', '第二件前', '第二件后', '第一件']],
])(
  'papers follow each other in their order; on both sides (%s) each begins a sheet',
  async (duplex, pages) => {
    expect(await readPages(await bound(duplex, [one, two, one]))).toEqual(pages)
  },
)

test('the same papers make the same file, which does not pass for an archive copy; single papers still do', async () => {
  const [first, second] = [await bound(true, [one, two]), await bound(true, [one, two])]
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  expect([isPdfA2b(first), isPdfA2b(await print(sample('bundle-one.typ'), { word: '第一件' }))]).toEqual([
    false,
    true,
  ])
})
