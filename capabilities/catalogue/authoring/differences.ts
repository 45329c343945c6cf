import type { ItemVersion } from '../contract.ts'
import { changedFields } from './changed-form.ts'
import { changedGuide } from './changed-guide.ts'
import { changedMaterials } from './changed-materials.ts'
import { changedSpecial } from './changed-special.ts'
import { changedTerms } from './changed-terms.ts'
import type { Difference } from './difference.ts'
import { PART_TITLES } from './part-titles.ts'
import { same } from './same.ts'

/**
 * What the second version has otherwise than the first (这次改了什么), for officials, for the public and for whoever began a draft. Nothing is
 * left out: a part without sentences of its own is named.
 */
export function differences(before: ItemVersion, now: ItemVersion): Difference[] {
  const said = [
    ...changedMaterials(before, now),
    ...changedFields(before, now),
    ...changedTerms(before, now),
    ...changedSpecial(before, now),
    ...changedGuide(before, now),
  ]
  const told = new Set(said.map(({ at }) => at.split('/')[1]!))
  return [...said, ...unsaid(before, now, told)]
}

/** The number of a version and the day it starts are what makes it another one. */
const NO_CHANGE: ReadonlySet<string> = new Set(['id', 'version', 'effectiveFrom'])

/** Parts of which the sentences above tell only some; what is left of them is looked at once more. */
const REST: Partial<Record<keyof ItemVersion, (item: ItemVersion) => unknown>> = {
  process: ({ process: { procedure, preReview } }) => ({ procedure, preReview }),
  form: ({ form }) => form.title,
  fee: ({ fee: { charged: _charged, lines: _lines, ...terms } }) => terms,
}

function unsaid(before: ItemVersion, now: ItemVersion, told: ReadonlySet<string>): Difference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])] as (keyof ItemVersion)[]
  const differs = (key: keyof ItemVersion) => {
    if (!told.has(key)) return !same(before[key], now[key])
    const rest = REST[key]
    return rest !== undefined && !same(rest(before), rest(now))
  }
  return keys
    .filter((key) => !NO_CHANGE.has(key) && differs(key))
    .map((key) => ({ at: `/${key}`, part: PART_TITLES[key], text: `“${PART_TITLES[key]}”有变化。` }))
}
