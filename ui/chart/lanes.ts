import { asides, bottom, box, centre, middle, right } from './box.ts'
import type { Flow, FlowStep } from './flow.ts'
import type { Box, Chart, Link } from './layout.ts'

const LANE = 136
const BESIDE = 232
const INSET = 6
const GAP = 30

interface Row {
  main: Box
  beside: readonly Box[]
  height: number
}

/** Who acts as columns, time downwards, and at the right what may happen beside. */
export function lanesOf(flow: Flow): Chart {
  const lanes = [...new Set([flow.applicant, ...flow.steps.map(({ role }) => role)])]
  const besides = lanes.length * LANE
  const heads = [...lanes, '还可能'].map((text, at) =>
    box({ kind: 'lane', x: at * LANE, y: 0, width: at < lanes.length ? LANE : BESIDE }, [{ text }]),
  )
  const head = Math.max(...heads.map(({ height }) => height))
  const rows: Row[] = []
  let y = head + GAP / 2
  const put = (row: Row) => {
    rows.push(row)
    y += row.height + GAP
  }
  put(ending(flow.begin, y))
  for (const step of flow.steps) put(stepRow(step, lanes.indexOf(step.role) * LANE, besides, y))
  put(ending(flow.end, y))
  const height = y - GAP / 2
  const bands = heads.map(({ x, width }): Box => ({
    kind: 'band',
    x,
    y: head,
    width,
    height: height - head,
    lines: [],
  }))
  return {
    width: besides + BESIDE,
    height,
    boxes: [
      ...bands,
      ...heads.map((each): Box => ({ ...each, height: head })),
      ...rows.flatMap(({ main, beside }) => [main, ...beside]),
    ],
    links: rows.flatMap((row, at) => linksOf(row, rows[at + 1], rows[0]!)),
  }
}

function ending(text: string, y: number): Row {
  const main = box({ kind: 'end', x: INSET, y, width: LANE - 2 * INSET }, [{ text }])
  return { main, beside: [], height: main.height }
}

function stepRow(step: FlowStep, lane: number, besides: number, top: number): Row {
  const said = [{ text: step.name }, { text: step.limit, small: true as const }]
  const main = box({ kind: 'step', x: lane + INSET, y: top, width: LANE - 2 * INSET }, said)
  const beside: Box[] = []
  let y = top
  for (const { kind, text } of asides(step)) {
    const placed = { kind, x: besides + 3 * INSET, y, width: BESIDE - 4 * INSET }
    beside.push(box(placed, [{ text, small: true }]))
    y = bottom(beside.at(-1)!) + GAP / 3
  }
  return { main, beside, height: Math.max(main.height, y - GAP / 3 - top) }
}

function linksOf({ main, beside }: Row, next: Row | undefined, first: Row): Link[] {
  const out = right(main)
  const aside = beside.map((each, at): Link => {
    const level = at === 0 ? Math.min(middle(each), middle(main)) : middle(each)
    const gutter = each.x - 2 * INSET
    const points =
      at === 0 ? [[out, level] as const] : [[gutter, middle(beside[0]!)] as const, [gutter, level] as const]
    return {
      points: [...points, [each.x, level]],
      dashed: true,
      ...(each.kind === 'beside' ? { bare: true } : {}),
    }
  })
  const back = beside.filter(({ kind }) => kind === 'return').map((each) => backTo(first.main, each))
  return next === undefined ? [] : [onwards(main, next.main), ...aside, ...back]
}

/** Straight down, or across half way between two lanes. */
function onwards(from: Box, to: Box): Link {
  if (centre(from) === centre(to))
    return {
      points: [
        [centre(from), bottom(from)],
        [centre(to), to.y],
      ],
    }
  const turn = to.y - GAP / 2
  return {
    points: [
      [centre(from), bottom(from)],
      [centre(from), turn],
      [centre(to), turn],
      [centre(to), to.y],
    ],
  }
}

/** The row of the beginning holds nothing else, so the way back crosses no box. */
const backTo = (first: Box, from: Box): Link => ({
  points: [
    [centre(from), from.y],
    [centre(from), middle(first)],
    [right(first), middle(first)],
  ],
  dashed: true,
})
