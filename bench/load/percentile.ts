export interface Latency {
  p50: number
  p99: number
}

/** Of milliseconds; `NaN` when nothing was measured. */
export function percentile(times: readonly number[]): Latency {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99) }
}
