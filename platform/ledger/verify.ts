import type { Db } from '#platform/db/db.ts'
import { canonical } from './canonical.ts'
import { FIRST_PREV_HASH, factHash } from './chain.ts'
import { emptyHeadPages, factPages, type LinkRow, type Part } from './pages.ts'

export interface Verification {
  streams: number
  facts: number
  brokenStreams: number
  /** The first broken link in key order; `seq` 0 means the head itself. */
  firstBroken?: BrokenLink
}

export interface BrokenLink {
  areaCode: string
  stream: string
  seq: number
  differs:
    | 'hash'
    | 'prev-hash'
    | 'seq'
    | 'canonical-text'
    | 'hash-alg'
    | 'head-version'
    | 'head-hash'
    | 'head-missing'
    | 'facts-missing'
}

export interface VerifyOptions extends Part {
  onProgress?: (sofar: Verification) => void
}

/**
 * Recomputes every chain from its columns, page by page in key order, while the county goes on working: each page is
 * one snapshot that also reads the heads, so a commit between two pages is simply seen by the second.
 */
export async function verifyLedger(db: Db, options: VerifyOptions = {}): Promise<Verification> {
  const walk = new ChainWalk()
  for await (const page of factPages(db, options)) {
    for (const fact of page) walk.step(fact)
    options.onProgress?.(walk.verification)
  }
  walk.endOfStream()
  for await (const page of emptyHeadPages(db, options)) {
    for (const head of page) walk.broken(head.area_code, head.stream, 0, 'facts-missing')
  }
  return walk.verification
}

/** Goes along the facts in key order and remembers the last link of the stream it is in. */
class ChainWalk {
  readonly verification: Verification = { streams: 0, facts: 0, brokenStreams: 0 }
  #last: LinkRow | undefined
  #streamBroken = false

  step(fact: LinkRow): void {
    if (this.#last?.stream !== fact.stream || this.#last.area_code !== fact.area_code) {
      this.endOfStream()
      this.#last = undefined
      this.#streamBroken = false
      this.verification.streams += 1
    }
    this.verification.facts += 1
    const differs = this.#streamBroken ? undefined : brokenLink(fact, this.#last)
    if (differs !== undefined) this.#break(fact, fact.seq, differs)
    this.#last = fact
  }

  endOfStream(): void {
    const last = this.#last
    if (last === undefined || this.#streamBroken) return
    if (last.head_version === null) this.#break(last, 0, 'head-missing')
    else if (last.head_version !== last.seq) this.#break(last, 0, 'head-version')
    else if (last.head_hash !== last.hash) this.#break(last, 0, 'head-hash')
  }

  broken(areaCode: string, stream: string, seq: number, differs: BrokenLink['differs']): void {
    this.verification.brokenStreams += 1
    this.verification.firstBroken ??= { areaCode, stream, seq, differs }
  }

  #break(fact: LinkRow, seq: number, differs: BrokenLink['differs']): void {
    this.#streamBroken = true
    this.broken(fact.area_code, fact.stream, seq, differs)
  }
}

function brokenLink(fact: LinkRow, last: LinkRow | undefined): BrokenLink['differs'] | undefined {
  if (fact.seq !== (last?.seq ?? 0) + 1) return 'seq'
  if (fact.prev_hash !== (last?.hash ?? FIRST_PREV_HASH)) return 'prev-hash'
  if (fact.hash_alg !== 'sm3') return 'hash-alg'
  if (!isCanonical(fact.body) || !isCanonical(fact.actor)) return 'canonical-text'
  const recomputed = factHash({
    ...fact,
    area: fact.area_code,
    schemaVersion: fact.schema_version,
    hashAlg: fact.hash_alg,
    prevHash: fact.prev_hash,
  })
  return recomputed === fact.hash ? undefined : 'hash'
}

/** The envelope is hashed as text, so text that is not canonical could move the border between two members. */
function isCanonical(text: string): boolean {
  try {
    return canonical(JSON.parse(text)) === text
  } catch {
    return false
  }
}
