import type { VNode } from 'preact'
import type { Script } from '../script.ts'

/** One state of a component: shown in the gallery at `/ui/{component}/{n}` and tested there. */
export interface Example {
  /** What is special about this state, in Chinese. */
  title: string
  node: VNode
}

/** When to take a component and when not; read in the gallery. */
export interface Usage {
  /** 中文名. */
  title: string
  when: string
  whenNot: string
  /** The file that enhances it, if any: the examples stand on pages with and without it. */
  script?: Script
  /** Its examples are whole pages with an `html` element of their own. */
  whole?: true
}

/** What a component's `examples.tsx` exports; a folder without `usage` does not compile. */
export interface Component {
  usage: Usage
  examples: readonly Example[]
}
