import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { differences } from '#capabilities/catalogue/model.ts'

/** What is different between the version a draft was begun under and the one in force, as far as its writer has to hear of it. */
export function changesOf(before: ItemVersion, now: ItemVersion): string[] {
  if (before.version === now.version) return []
  return differences(before, now).flatMap(({ applicants }) => applicants ?? [])
}
