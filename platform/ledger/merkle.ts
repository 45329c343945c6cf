import { hash } from 'node:crypto'
import { canonicalString } from './canonical.ts'
import type { Head } from './commit.ts'

/**
 * A Merkle tree over the heads of an area in the order of their stream ids, in the shape of RFC 6962, section 2.1, with
 * SM3 for the hash:
 *
 *     leaf  = SM3(0x00 ‖ leafText(head))      node = SM3(0x01 ‖ left ‖ right)      no leaves: SM3 of nothing
 *
 * The first byte keeps leaves and nodes apart: without it the 64 bytes below a node could be shown as a "leaf" that
 * nobody ever wrote. A node without a neighbour goes up one level as it is; were it paired with itself, the lists a b c
 * and a b c c would have the same root. The area need not stand in the leaf: the hash of the fact covers it already.
 *
 * Only the roots of complete subtrees are kept, so a million leaves need twenty hashes of memory.
 */
export class MerkleTree {
  /** Complete subtrees from left to right; their heights fall strictly. */
  readonly #complete: { height: number; hash: string }[] = []
  #size = 0

  get size(): number {
    return this.#size
  }

  /** `leaf` as `leafHash` gives it. */
  add(leaf: string): void {
    let [height, joined] = [0, leaf]
    while (this.#complete.at(-1)?.height === height) {
      joined = nodeHash(this.#complete.pop()!.hash, joined)
      height += 1
    }
    this.#complete.push({ height, hash: joined })
    this.#size += 1
  }

  root(): string {
    const last = this.#complete.at(-1)
    if (last === undefined) return EMPTY_ROOT
    // From the right: each joining pairs what is left over with the next larger subtree.
    const rest = this.#complete.slice(0, -1)
    return rest.reduceRight((right, { hash }) => nodeHash(hash, right), last.hash)
  }
}

export const EMPTY_ROOT = hash('sm3', '', 'hex')

/** What a leaf is made of: the canonical JSON of a head, written out because it is made a million times. */
export const leafText = ({ stream, version, hash }: Head): string =>
  `{"hash":${canonicalString(hash)},"stream":${canonicalString(stream)},"version":${version}}`

export const leafHash = (head: Head): string => hash('sm3', `\0${leafText(head)}`, 'hex')

export function rootOf(heads: Iterable<Head>): string {
  const tree = new MerkleTree()
  for (const head of heads) tree.add(leafHash(head))
  return tree.root()
}

/** From the leaf upwards: what stands beside it at each level, and on which side. Levels without a neighbour are left out. */
export type Proof = readonly ProofStep[]

export interface ProofStep {
  side: 'left' | 'right'
  hash: string
}

/**
 * Shows that a stream stood under a root at one version, without showing any other stream: about twenty hashes for a
 * million. `heads` are all heads of the area in the order of the tree; undefined when the stream is not among them.
 */
export function proofOf(heads: readonly Head[], stream: string): Proof | undefined {
  let at = heads.findIndex((head) => head.stream === stream)
  if (at < 0) return undefined
  const proof: ProofStep[] = []
  let level = heads.map(leafHash)
  while (level.length > 1) {
    const beside = level[at ^ 1]
    if (beside !== undefined) {
      proof.push({ side: at % 2 === 0 ? 'right' : 'left', hash: beside })
    }
    level = levelAbove(level)
    at >>= 1
  }
  return proof
}

export function verifyProof(root: string, leaf: Head, proof: Proof): boolean {
  let joined = leafHash(leaf)
  for (const { side, hash } of proof) {
    if (!HASH.test(hash)) return false
    joined = side === 'left' ? nodeHash(hash, joined) : nodeHash(joined, hash)
  }
  return joined === root
}

/** SM3 as hex. Node decodes hex only as far as it is hex, so what came from outside is looked at first. */
const HASH = /^[0-9a-f]{64}$/

function levelAbove(level: readonly string[]): string[] {
  const above: string[] = []
  for (let at = 0; at < level.length; at += 2) {
    const [left, right] = [level[at]!, level[at + 1]]
    above.push(right === undefined ? left : nodeHash(left, right))
  }
  return above
}

/** One buffer for all: a million nodes need a million hashes and no more memory. Hex out is thrice as fast as bytes out. */
const pair = Buffer.of(1, ...Buffer.alloc(64))

function nodeHash(left: string, right: string): string {
  pair.write(left, 1, 'hex')
  pair.write(right, 33, 'hex')
  return hash('sm3', pair, 'hex')
}
