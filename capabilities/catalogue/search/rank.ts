import { LINE, type ItemIndex } from './item-index.ts'
import { piecesOf, type Piece } from './pieces.ts'
import type { Question, Reading } from './question.ts'
import { WEIGHTS, worthOf } from './worth.ts'

export interface Ranked {
  item: number
  score: number
  /** The best name or alias, where one has a share in it. */
  line?: number
  reading: Reading
}

/** More lines than this are not looked at twice, more items not listed: who needs the 201st says it otherwise. */
const LINES_KEPT = 250
const ITEMS_KEPT = 200
/** A name or alias this near to the running text that was found is the better reason. */
const A_REASON = 0.6
/** Items whose other lines are read for what they add. */
const ITEMS_READ = 12

/** The best items, those just below what is enough included. One index ranks one question at a time, without a pause. */
export function rank(index: ItemIndex, question: Question): Ranked[] {
  const best = bestLines(index, question)
  const items = new Map<number, Ranked & { read: readonly Piece[]; full: number }>()
  /** Found by its running text alone so far. */
  let unnamed: Ranked[] = []
  for (const { line, score, reading, read, full } of best) {
    const said = index.lines.kind(line) !== LINE.text
    const holding = index.lines.itemsOf(line)
    if (items.size < ITEMS_KEPT) {
      for (const item of holding) {
        if (items.has(item)) continue
        const found: Ranked & { read: readonly Piece[]; full: number } = {
          item,
          score,
          reading,
          read,
          full,
          ...(said ? { line } : {}),
        }
        items.set(item, found)
        if (!said) unnamed.push(found)
        if (items.size === ITEMS_KEPT) break
      }
    }
    // A word that a thousand items are called by is looked up for the few that are listed, not the other way round.
    if (said && unnamed.length > 0)
      unnamed = unnamed.filter((held) => {
        if (score <= held.score * A_REASON || !includes(holding, held.item)) return true
        held.line = line
        return false
      })
  }
  const ranked = [...items.values()].toSorted((one, other) => other.score - one.score)
  for (const each of ranked.slice(0, ITEMS_READ)) each.score *= 1 + roundAbout(index, each)
  return ranked.toSorted(
    (one, other) =>
      other.score - one.score || (index.items[one.item]!.id < index.items[other.item]!.id ? -1 : 1),
  )
}

interface ScoredLine {
  line: number
  score: number
  reading: Reading
  read: readonly Piece[]
  full: number
}

function bestLines(index: ItemIndex, { readings }: Question): ScoredLine[] {
  const best = new Map<number, ScoredLine>()
  for (const reading of readings) {
    const { pieces, full } = piecesOf(index, reading)
    if (full === 0) continue
    const written = signsOf(index, reading)
    for (const [line, weight] of covered(index, pieces)) {
      if (reading.typed && weight / full < leastOf(reading)) continue
      const heard = (
        isPinyin(reading)
          ? weight / full > WEIGHTS.pinyinWhole
          : reading.typed || sharesSign(index, line, written)
      )
        ? 1
        : WEIGHTS.soundAlone
      const score = heard * worthOf(index, line, weight / full, reading)
      const held = best.get(line)
      if (held === undefined || score > held.score)
        best.set(line, { line, score, reading, read: pieces, full })
    }
  }
  return [...best.values()]
    .toSorted((one, other) => other.score - one.score || one.line - other.line)
    .slice(0, LINES_KEPT)
}

/** Letters read as syllables; initials are counted otherwise. */
const isPinyin = ({ typed, initials }: Reading) => typed && initials === undefined

const leastOf = ({ initials }: Reading) =>
  initials === undefined ? WEIGHTS.pinyinCover : WEIGHTS.initialsCover

/** Running text is never found by sound. */
function sharesSign({ lines }: ItemIndex, line: number, written: ReadonlySet<number>): boolean {
  if (lines.kind(line) === LINE.text) return true
  // A thousand lines are asked in a question, so no closure is made for each.
  for (const sign of lines.signs(line)) if (written.has(sign)) return true
  return false
}

function signsOf(index: ItemIndex, { runs }: Reading): ReadonlySet<number> {
  const found = runs.flatMap((run) =>
    run.map(({ sign }) => (sign === undefined ? 0 : index.lines.numbers.find(sign))),
  )
  return new Set(found.filter((sign) => sign !== 0))
}

/** Reused from question to question, because emptying it costs as much as it was filled. */
const rooms = new WeakMap<ItemIndex, { sum: Float32Array; touched: Uint32Array }>()

function roomOf(index: ItemIndex): { sum: Float32Array; touched: Uint32Array } {
  const { count } = index.lines
  const room = rooms.get(index) ?? { sum: new Float32Array(count), touched: new Uint32Array(count) }
  rooms.set(index, room)
  return room
}

/** The lines that hold most of the pieces, with the weight they hold. */
function covered(index: ItemIndex, pieces: readonly Piece[]): [number, number][] {
  const { sum, touched: room } = roomOf(index)
  let found = 0
  for (const { weight, lists } of pieces)
    for (const lines of lists)
      for (let at = 0; at < lines.length; at += 1) {
        const line = lines[at]!
        if (sum[line] === 0) room[found++] = line
        sum[line]! += weight
      }
  const touched = room.subarray(0, found)
  const limit = atLeast(touched, sum)
  const kept: [number, number][] = []
  for (const line of touched) {
    // Many lines may weigh the same, as names that differ only in their town do.
    if (sum[line]! >= limit && kept.length < 2 * LINES_LOOKED_AT) kept.push([line, sum[line]!])
    sum[line] = 0
  }
  return kept
}

/** The weight below which a line has no hope, found by counting in steps instead of sorting a hundred thousand of them. */
function atLeast(touched: Uint32Array, sum: Float32Array): number {
  if (touched.length <= LINES_KEPT) return 0
  let most = 0
  for (const line of touched) if (sum[line]! > most) most = sum[line]!
  const steps = new Uint32Array(STEPS + 1)
  for (const line of touched) steps[Math.floor((sum[line]! / most) * STEPS)]! += 1
  let step = STEPS
  for (let held = steps[step]!; step > 0 && held < LINES_LOOKED_AT; held += steps[step]!) step -= 1
  return (step / STEPS) * most
}

const STEPS = 256
const LINES_LOOKED_AT = 2 * LINES_KEPT

/** What the other lines of an item cover beside its best one. */
function roundAbout(
  index: ItemIndex,
  { item, read, full }: Ranked & { read: readonly Piece[]; full: number },
) {
  const lines = index.lines.ofItem(item)
  let held = 0
  for (const { weight, lists } of read)
    if (lists.some((list) => lines.some((line) => includes(list, line)))) held += weight
  return WEIGHTS.roundAbout * Math.min(1, held / full)
}

function includes(list: Uint32Array, line: number): boolean {
  let [from, to] = [0, list.length - 1]
  while (from <= to) {
    const middle = (from + to) >>> 1
    const held = list[middle]!
    if (held === line) return true
    if (held < line) from = middle + 1
    else to = middle - 1
  }
  return false
}
