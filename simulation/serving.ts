import { SERVING_ASKS, type ServingMode } from '#capabilities/licence-seal/model.ts'
import type { Input } from './input.ts'

/** What the record of service says of a paper that reached somebody this way on this day. */
export function servedBy(mode: ServingMode, on: string, left: readonly string[] = []): Input {
  const asks = SERVING_ASKS[mode].filter((field) => !left.includes(field))
  return Object.fromEntries([
    ['mode', mode] as const,
    ...asks.map((field) => [field, field.endsWith('On') ? on : '示例内容'] as const),
  ])
}
