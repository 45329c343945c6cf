/**
 * Unwrapped keys by area, subject and key id: at most `max` subjects, each for at most `maxAgeMs`, the
 * longest unused one goes first.
 */
export class KeyCache<K> {
  readonly #subjects = new Map<string, { until: number; keys: Map<string, K> }>()
  readonly #max: number
  readonly #maxAgeMs: number
  readonly #elapsedMs: () => number

  // The age is measured on the monotonic clock: the demo's movable clock must not lengthen the life of a
  // destroyed key.
  constructor(max: number, maxAgeMs: number, elapsedMs: () => number = () => performance.now()) {
    this.#max = max
    this.#maxAgeMs = maxAgeMs
    this.#elapsedMs = elapsedMs
  }

  get(area: string, subject: string, keyId: string): K | undefined {
    const name = `${area}\0${subject}`
    const entry = this.#subjects.get(name)
    if (!entry) return undefined
    this.#subjects.delete(name)
    if (entry.until <= this.#elapsedMs()) return undefined
    this.#subjects.set(name, entry)
    return entry.keys.get(keyId)
  }

  set(area: string, subject: string, keyId: string, key: K): void {
    const name = `${area}\0${subject}`
    const entry = this.#subjects.get(name) ?? {
      until: this.#elapsedMs() + this.#maxAgeMs,
      keys: new Map<string, K>(),
    }
    entry.keys.set(keyId, key)
    this.#subjects.delete(name)
    this.#subjects.set(name, entry)
    const [oldest] = this.#subjects.keys()
    if (this.#subjects.size > this.#max && oldest !== undefined) this.#subjects.delete(oldest)
  }

  evict(area: string, subject: string): void {
    this.#subjects.delete(`${area}\0${subject}`)
  }
}
