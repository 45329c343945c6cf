import type { FactRow } from '#platform/ledger/ledger.ts'

/** As many as a busy second brings; what is pushed out is read from the ledger. */
const FACTS_MAX = 1000
/** Longer bodies are few, and a thousand of them would be felt. */
const BODY_LENGTH_MAX = 16_000

/**
 * Facts this server has just committed, kept for its own worker: most are told to their subscribers within a moment, and reading them
 * again cost a quarter of every look. A fact never changes, so what was written is what would be read.
 */
export class FreshFacts {
  readonly #rows = new Map<string, FactRow>()

  keep(rows: readonly FactRow[]): void {
    for (const row of rows) {
      if (row.body.length > BODY_LENGTH_MAX) continue
      this.#rows.set(factKey({ areaCode: row.area_code, stream: row.stream, seq: row.seq }), row)
    }
    const tooMany = this.#rows.size - FACTS_MAX
    if (tooMany <= 0) return
    for (const oldest of this.#rows.keys().take(tooMany)) this.#rows.delete(oldest)
  }

  find(key: string): FactRow | undefined {
    return this.#rows.get(key)
  }
}

export const factKey = ({
  areaCode,
  stream,
  seq,
}: {
  areaCode: string
  stream: string
  seq: number
}): string => `${areaCode} ${stream} ${seq}`
