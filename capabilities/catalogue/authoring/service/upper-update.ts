import type { ItemVersion } from '../../contract.ts'
import type { UpperChoice, UpperUpdate } from '../../contract/change.ts'
import { placeInGuide, titleOf } from '../../layers/view.ts'
import { tierOfArea } from '../../model/layers.ts'
import { applyLayer } from '../../model/layers/apply.ts'
import { toTree } from '../../model/layers/tree.ts'
import { aboveWords as words } from '../../words/change.ts'
import { itemValueText } from '../../words/item-value.ts'
import { tierTitles } from '../../words/layers.ts'
import type { FromAbove, UpperConflict } from '../model/from-above.ts'

/** What a list above has otherwise, as whoever writes the item reads it. */
export function upperUpdate({ lists, moved, conflicts }: FromAbove, body: ItemVersion): UpperUpdate {
  return {
    lists: lists.map(({ area, version, was, since }) => ({
      ...{ title: tierTitles[tierOfArea(area)], version, since },
      ...(was === undefined ? {} : { was }),
    })),
    moved: moved.map(({ path, how }) => ({ title: titleOf(path, toTree(body)), text: words.moved[how] })),
    choices: conflicts
      .toSorted((one, other) => placeInGuide(one.path) - placeInGuide(other.path))
      .map((conflict) => choice(conflict, body)),
  }
}

function choice(
  { path, why, forced, before, now, mine, settled }: UpperConflict,
  body: ItemVersion,
): UpperChoice {
  // The line is named as it stands here, or, where this area does without it, as it stands above.
  const tree = now === undefined ? toTree(body) : applyLayer(toTree(body), { set: { [path]: now } }).tree
  return {
    ...{ path, title: titleOf(path, tree), why, whyText: words.why[why], forced },
    ...(before === undefined ? {} : { before: itemValueText(path, before) }),
    ...(now === undefined ? {} : { now: itemValueText(path, now) }),
    ...(mine === undefined ? {} : { mine: itemValueText(path, mine) }),
    ...(settled === undefined ? {} : { settled }),
  }
}
