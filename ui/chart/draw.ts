import { TYPE } from './box.ts'
import type { Box, Link } from './layout.ts'

/** What whoever draws the chart works out of its layout, in whichever library of elements. */

/** Half a border stands outside its box. */
export const EDGE = 1

export const isGround = ({ kind }: Box): boolean => kind === 'lane' || kind === 'band'

/** Where the words of a box stand. */
export function baselinesOf({ y, height, lines }: Box): number[] {
  const heights = lines.map(({ small }) => (small ? TYPE.smallLine : TYPE.usualLine))
  let at = y + (height - heights.reduce((sum, each) => sum + each, 0)) / 2
  return heights.map((each) => {
    at += each
    return at - each * 0.28
  })
}

const HEAD = { length: 8, half: 5 } as const

/** The tip of an arrow. */
export function headOf(points: Link['points']): string {
  const [x, y] = points.at(-1)!
  const [fromX, fromY] = points.at(-2)!
  const [dx, dy] = [Math.sign(x - fromX), Math.sign(y - fromY)]
  const [backX, backY] = [x - dx * HEAD.length, y - dy * HEAD.length]
  const side = (by: number) => `${backX + dy * by},${backY + dx * by}`
  return `${x},${y} ${side(HEAD.half)} ${side(-HEAD.half)}`
}
