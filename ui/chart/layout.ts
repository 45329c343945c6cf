import type { Flow } from './flow.ts'
import { columnOf } from './column.ts'
import { lanesOf } from './lanes.ts'

/** Where everything of a chart stands, in units of which sixteen are the size of ordinary type. */
export interface Chart {
  width: number
  height: number
  boxes: readonly Box[]
  links: readonly Link[]
}

export interface Box {
  kind: 'lane' | 'band' | 'end' | 'step' | 'return' | 'refuse' | 'beside'
  x: number
  y: number
  width: number
  height: number
  lines: readonly Line[]
}

export interface Line {
  text: string
  /** Said in smaller, quieter type. */
  small?: true
}

export interface Link {
  points: readonly (readonly [x: number, y: number])[]
  /** Beside the ordinary way. */
  dashed?: true
  /** Without a head: it only ties a remark to its step. */
  bare?: true
}

/** Lanes side by side where there is room for them; one under the other on a phone. */
export function layoutFlow(flow: Flow, shape: 'lanes' | 'column'): Chart {
  return shape === 'lanes' ? lanesOf(flow) : columnOf(flow)
}
