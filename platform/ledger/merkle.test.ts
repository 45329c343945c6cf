import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Head } from './commit.ts'
import { EMPTY_ROOT, leafHash, leafText, MerkleTree, proofOf, rootOf, verifyProof } from './merkle.ts'
import { canonical } from './canonical.ts'

const sm3 = (...parts: (string | Buffer)[]): Buffer => {
  const hash = createHash('sm3')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const LEAF = Buffer.of(0)
const NODE = Buffer.of(1)
const node = (left: Buffer, right: Buffer): Buffer => sm3(NODE, left, right)

const headOf = (name: string, version = 1): Head => ({
  stream: `case:2026:${name}`,
  version,
  hash: sm3(name).toString('hex'),
})
const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((name) => headOf(name)) as [
  Head,
  Head,
  Head,
  Head,
  Head,
]
const leaf = (head: Head): Buffer => sm3(LEAF, leafText(head))

test('the root over nothing is the SM3 of nothing, as GB/T 32905 computes it', () => {
  expect(rootOf([])).toBe('1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b')
  expect(EMPTY_ROOT).toBe(rootOf([]))
})

test.each([
  [1, [a], leaf(a)],
  [2, [a, b], node(leaf(a), leaf(b))],
  [3, [a, b, c], node(node(leaf(a), leaf(b)), leaf(c))],
  [4, [a, b, c, d], node(node(leaf(a), leaf(b)), node(leaf(c), leaf(d)))],
  [5, [a, b, c, d, e], node(node(node(leaf(a), leaf(b)), node(leaf(c), leaf(d))), leaf(e))],
])('%i leaves join as RFC 6962 draws it', (_, heads, root) => {
  expect(rootOf(heads)).toBe(root.toString('hex'))
})

test('a leaf is the canonical text of its head', () => {
  expect(leafText(a)).toBe(canonical(a))
  expect(leafHash(a)).toBe(leaf(a).toString('hex'))
})

test('a list whose last head is doubled has another root', () => {
  expect(rootOf([a, b, c, c])).not.toBe(rootOf([a, b, c]))
})

test('asking for the root on the way disturbs nothing', () => {
  const tree = new MerkleTree()
  for (const head of [a, b, c, d, e]) {
    tree.add(leafHash(head))
    tree.root()
  }
  expect(tree.root()).toBe(rootOf([a, b, c, d, e]))
  expect(tree.size).toBe(5)
})

const headList = fc
  .uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,12}$/), { minLength: 1, maxLength: 70 })
  .chain((names) =>
    fc.tuple(...names.map((name) => fc.integer({ min: 1, max: 9 }).map((v) => headOf(name, v)))),
  )

test('every head can be proved under the root, and nothing else in its place', () => {
  fc.assert(
    fc.property(headList, (heads) => {
      const root = rootOf(heads)
      for (const head of heads) {
        const proof = proofOf(heads, head.stream)!
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(heads.length)))
        expect(verifyProof(root, head, proof)).toBe(true)
        expect(verifyProof(root, { ...head, version: head.version + 1 }, proof)).toBe(false)
        expect(verifyProof(root, headOf('nobody'), proof)).toBe(false)
      }
    }),
    { numRuns: 60 },
  )
})

test('a change in any one head, a head less or two in another order change the root', () => {
  fc.assert(
    fc.property(headList, fc.nat(), (heads, pick) => {
      const at = pick % heads.length
      const root = rootOf(heads)
      const changed = heads.with(at, { ...heads[at]!, version: heads[at]!.version + 1 })
      expect(rootOf(changed)).not.toBe(root)
      expect(rootOf(heads.toSpliced(at, 1))).not.toBe(root)
      if (heads.length > 1) expect(rootOf([...heads.slice(1), heads[0]!])).not.toBe(root)
    }),
    { numRuns: 100 },
  )
})

test('a proof with a step changed, taken out, turned round or cut short does not hold', () => {
  const heads = [a, b, c, d, e]
  const root = rootOf(heads)
  const proof = proofOf(heads, b.stream)!
  expect(proof.map(({ side }) => side)).toEqual(['left', 'right', 'right'])
  for (let at = 0; at < proof.length; at += 1) {
    const step = proof[at]!
    const turned = { ...step, side: step.side === 'left' ? ('right' as const) : ('left' as const) }
    for (const wrong of [{ ...step, hash: 'f'.repeat(64) }, { ...step, hash: step.hash.slice(2) }, turned]) {
      expect(verifyProof(root, b, proof.with(at, wrong))).toBe(false)
    }
    expect(verifyProof(root, b, proof.toSpliced(at, 1))).toBe(false)
  }
})

test('a stream that is not there has no proof', () => {
  expect(proofOf([a, b], c.stream)).toBeUndefined()
  expect(proofOf([], a.stream)).toBeUndefined()
})
