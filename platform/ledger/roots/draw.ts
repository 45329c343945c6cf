import type { Db, Queryable } from '#platform/db/db.ts'
import type { Head } from '../commit.ts'
import { leafHash, MerkleTree } from '../merkle.ts'
import { headText, type ExportedHead } from './root-file.ts'
import type { LineFile } from './line-file.ts'
import { standingText } from './standing.ts'

export interface Drawn {
  streams: number
  root: string
  changed: number
  /** The root over what the heads were compared with, so that the caller can tell whether that was sound. */
  beforeRoot: string
}

/**
 * Reads all heads of an area as of one moment and writes down what has changed since `before`, and how all of them stand
 * now. Both lists are in the order of streams and walked side by side, so a million streams need a page of memory.
 */
export async function draw(
  db: Db,
  areaCode: string,
  before: AsyncIterable<Head[]>,
  to: { changed: LineFile; standing: LineFile },
): Promise<Drawn> {
  const beforeTree = new MerkleTree()
  const tree = new MerkleTree()
  let changed = 0
  const write = async (head: ExportedHead): Promise<void> => {
    changed += 1
    await to.changed.add(headText(head))
  }
  const old = new Walk(before, beforeTree)
  const gone = async (): Promise<void> => {
    await write({ stream: old.head!.stream, version: 0, hash: null })
    await old.step()
  }
  const compare = async (head: Head): Promise<void> => {
    while (old.head !== undefined && old.head.stream < head.stream) await gone()
    const same = old.head?.stream === head.stream ? old.head : undefined
    const unchanged = same?.version === head.version && same.hash === head.hash
    if (!unchanged) await write(head)
    tree.add(unchanged ? old.leaf : leafHash(head))
    await to.standing.add(standingText(head))
    if (same !== undefined) await old.step()
  }
  try {
    await db.transaction(
      async (tx) => {
        await old.step()
        for await (const page of headPages(tx, areaCode)) for (const head of page) await compare(head)
        while (old.head !== undefined) await gone()
      },
      { snapshot: true },
    )
  } finally {
    await old.close()
  }
  return { streams: tree.size, root: tree.root(), changed, beforeRoot: beforeTree.root() }
}

/** Goes along pages one head at a time and puts each into a tree. */
class Walk {
  head: Head | undefined
  leaf = ''
  readonly #pages: AsyncIterator<Head[]>
  readonly #tree: MerkleTree
  #page: readonly Head[] = []
  #at = 0

  constructor(pages: AsyncIterable<Head[]>, tree: MerkleTree) {
    this.#pages = pages[Symbol.asyncIterator]()
    this.#tree = tree
  }

  async step(): Promise<void> {
    while (this.#at >= this.#page.length) {
      const next = await this.#pages.next()
      if (next.done) {
        this.head = undefined
        return
      }
      this.#page = next.value
      this.#at = 0
    }
    this.head = this.#page[this.#at]!
    this.#at += 1
    this.leaf = leafHash(this.head)
    this.#tree.add(this.leaf)
  }

  async close(): Promise<void> {
    await this.#pages.return?.()
  }
}

/** The server goes on answering between two pages. */
const PAGE = 1000

async function* headPages(tx: Queryable, areaCode: string): AsyncGenerator<Head[]> {
  // Along the key; left to itself the planner may read and sort the whole table for every page.
  await tx.query(
    'SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off',
  )
  let page: Head[]
  let after = ''
  do {
    page = await tx.query<Head>(
      'SELECT stream, version, hash FROM ledger.head WHERE area_code = $1 AND stream > $2 ORDER BY stream LIMIT $3',
      [areaCode, after, PAGE],
    )
    yield page
    after = page.at(-1)?.stream ?? after
  } while (page.length === PAGE)
}

/** Every area with a stream, found by jumping along the key. */
export async function areasWithStreams(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ area: string }>(
    `WITH RECURSIVE found (area) AS (
       SELECT min(area_code) FROM ledger.head
       UNION ALL
       SELECT (SELECT min(h.area_code) FROM ledger.head h WHERE h.area_code > found.area)
       FROM found WHERE found.area IS NOT NULL)
     SELECT area FROM found WHERE area IS NOT NULL ORDER BY area`,
  )
  return rows.map(({ area }) => area)
}
