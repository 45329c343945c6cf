import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { differences } from '#capabilities/catalogue/model.ts'
import { isOnline } from '#capabilities/guide/model.ts'

/** What is different between the version a draft was begun under and the one in force, as far as its writer has to hear of it. */
export function changesOf(before: ItemVersion, now: ItemVersion): string[] {
  if (before.version === now.version) return []
  const offline = isOnline(before) && !isOnline(now) ? [NOT_ONLINE] : []
  return [...offline, ...differences(before, now).flatMap(({ applicants }) => applicants ?? [])]
}

const NOT_ONLINE = '这件事现在不能在网上申请了。请到窗口办，填好的内容可以交给窗口接着办。'
