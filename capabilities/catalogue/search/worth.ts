import { LINE, type ItemIndex } from './item-index.ts'
import type { Reading } from './question.ts'
import { sounds } from './sounds.ts'

/**
 * How items are put in order. A question is cut into pieces: pairs of signs, single signs, pairs of sounds. A piece weighs the more the
 * fewer lines hold it (`pieces.ts`). Of each line (name, alias, running text) two shares are counted: how much of the question it covers,
 * and how much of the line the question covers; a line counts cover × (COVER_ALONE + (1 − COVER_ALONE) × fit) × its kind. An item is
 * worth its best line, and a little more for what its other lines add to the cover (ROUND_ABOUT). What was put in place of what was said
 * counts by its trust; a line that shares no sign with what was written, only sounds, by soundAlone: 驾照 sounds like “吵架找”. Of letters
 * a line must hold most (initialsCover, pinyinCover), and nearly all to count fully (pinyinWhole): any three stand somewhere. Who has
 * typed a single sign has just begun, so that what begins otherwise counts by notAtFirst.
 */
export const WEIGHTS = {
  name: 1,
  alias: 0.97,
  text: 0.4,
  coverAlone: 0.62,
  roundAbout: 0.45,
  exact: 0.35,
  soundAlone: 0.45,
  initialsCover: 0.5,
  pinyinCover: 0.55,
  pinyinWhole: 0.75,
  notAtFirst: 0.5,
} as const

/** What a line is worth to a reading of which it covers this share. */
export function worthOf(index: ItemIndex, line: number, cover: number, reading: Reading): number {
  const kind = index.lines.kind(line)
  if (kind === LINE.text) return Math.min(1, cover) * WEIGHTS.text * reading.trust
  const length = reading.initials?.length ?? reading.runs.reduce((sum, run) => sum + run.length, 0)
  const own = index.lines.length(line)
  const fit = own === 0 ? 0 : Math.min(1, (length * Math.min(1, cover)) / own)
  const share = Math.min(1, cover) * (WEIGHTS.coverAlone + (1 - WEIGHTS.coverAlone) * fit)
  const whole = cover > WHOLE && own === length ? WEIGHTS.exact : 0
  const begun = length > 1 || beginsWith(index, line, reading) ? 1 : WEIGHTS.notAtFirst
  return (share + whole) * (kind === LINE.name ? WEIGHTS.name : WEIGHTS.alias) * reading.trust * begun
}

function beginsWith({ lines }: ItemIndex, line: number, { runs }: Reading): boolean {
  const [first] = runs.flat()
  const code = lines.numbers.code(lines.signs(line)[0] ?? 0)
  return first?.sign === undefined
    ? sounds()
        .of(code)
        .some((sound) => first?.sounds.includes(sound))
    : first.sign === code
}

/** Sums of floating weights rarely meet exactly. */
const WHOLE = 0.999
