import { asides, bottom, box, middle, right } from './box.ts'
import type { Flow } from './flow.ts'
import type { Box, Chart, Link } from './layout.ts'

const WIDTH = 264
/** Where the way down runs, and how far what hangs on it stands in. */
const SPINE = 16
const INDENT = 36
const GAP = 26
/** Room at the right for the way back. */
const BACK = 12

/** One under the other, as wide as the narrowest phone (320 CSS px) leaves room for. */
export function columnOf({ begin, end, steps }: Flow): Chart {
  const first = box({ kind: 'end', x: 0, y: 1, width: WIDTH }, [{ text: begin }])
  const boxes: Box[] = [first]
  const links: Link[] = []
  let from = bottom(first)
  for (const step of steps) {
    const y = from + GAP
    const drawn = box({ kind: 'step', x: 0, y, width: WIDTH }, [
      { text: step.name },
      { text: `${step.role}，${step.limit}`, small: true },
    ])
    links.push(down(from, y))
    boxes.push(drawn)
    from = bottom(drawn)
    for (const { kind, text } of asides(step)) {
      const aside = box({ kind, x: INDENT, y: from + GAP / 2, width: WIDTH - INDENT }, [
        { text, small: true },
      ])
      boxes.push(aside)
      links.push({
        points: [
          [SPINE, from],
          [SPINE, bottom(aside)],
        ],
        bare: true,
      })
      links.push(tied(aside))
      if (kind === 'return') links.push(back(aside, first))
      from = bottom(aside)
    }
  }
  const last = box({ kind: 'end', x: 0, y: from + GAP, width: WIDTH }, [{ text: end }])
  links.push(down(from, last.y))
  return { width: WIDTH + BACK + 1, height: bottom(last) + 1, boxes: [...boxes, last], links }
}

const down = (from: number, to: number): Link => ({
  points: [
    [SPINE, from],
    [SPINE, to],
  ],
})

/** A remark is tied to its step; an ending is gone to. */
const tied = (aside: Box): Link => ({
  points: [
    [SPINE, middle(aside)],
    [aside.x, middle(aside)],
  ],
  dashed: true,
  ...(aside.kind === 'beside' ? { bare: true } : {}),
})

const back = (aside: Box, first: Box): Link => ({
  points: [
    [right(aside), middle(aside)],
    [WIDTH + BACK, middle(aside)],
    [WIDTH + BACK, middle(first)],
    [right(first), middle(first)],
  ],
  dashed: true,
})
