import type { VNode } from 'preact'

export type TagTone = 'plain' | 'strong' | 'good' | 'warn' | 'bad'

/** A word of standing. The word carries the meaning; the colour only helps. */
export function StatusTag({ tone = 'plain', children }: { tone?: TagTone; children: string }): VNode {
  return <span class={`status-tag status-${tone}`}>{children}</span>
}
