import { besideWords, type FlowStep } from './flow.ts'
import type { Box, Line } from './layout.ts'
import { wrap } from './wrap.ts'

export const TYPE = { usual: 16, small: 14, usualLine: 22, smallLine: 20 } as const
const PADDING = 8
/** At the sides a little more: a sign that may not begin a line hangs over its end. */
const SIDE = 12

type Placed = Pick<Box, 'kind' | 'x' | 'y' | 'width'>

/** A box as high as what stands in it. */
export function box(at: Placed, said: readonly Line[]): Box {
  const lines = said.flatMap(({ text, small }) =>
    wrap(text, (at.width - 2 * SIDE) / (small ? TYPE.small : TYPE.usual)).map((line): Line =>
      small ? { text: line, small } : { text: line },
    ),
  )
  const height = lines.reduce((sum, { small }) => sum + (small ? TYPE.smallLine : TYPE.usualLine), 0)
  return { ...at, lines, height: height + 2 * PADDING }
}

/** What stands beside a step, in the order in which it is met. */
export function asides({
  exits,
  beside,
}: FlowStep): { kind: 'return' | 'refuse' | 'beside'; text: string }[] {
  const back = exits.filter(({ kind }) => kind === 'return')
  const over = exits.filter(({ kind }) => kind === 'refuse')
  const may = beside.length === 0 ? [] : [{ kind: 'beside' as const, text: besideWords(beside) }]
  return [...back, ...over, ...may]
}

export const middle = ({ y, height }: Box): number => y + height / 2
export const centre = ({ x, width }: Box): number => x + width / 2
export const bottom = ({ y, height }: Box): number => y + height
export const right = ({ x, width }: Box): number => x + width
