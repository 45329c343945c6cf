import type { VNode } from 'preact'

/** One state of a component: shown in the gallery, rendered and checked for accessibility by the browser test. */
export interface Example {
  title: string
  node: VNode
}
