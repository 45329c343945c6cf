import type { VNode } from 'preact'
import { dueDay, type Pause } from './due-day.ts'

export interface ClockSentence {
  title: string
  state: 'running' | 'stopped' | 'ended'
  day?: string
  provisional: boolean
  sentence: string
  /** What it waits for while it stands still. */
  paused?: readonly Pause[]
  standing: 'in-time' | 'soon' | 'late'
}

/** A due day like a slip torn from a calendar, with the one sentence that says why it falls on that day. */
export function ClockBox({ clock }: { clock: ClockSentence }): VNode {
  const { words, note } = dueDay(clock)
  return (
    <div class={`clock-box clock-${clock.state === 'running' ? clock.standing : clock.state} keep-together`}>
      <p class="clock-title">{clock.title}</p>
      <p class="clock-day">{words}</p>
      {note !== undefined && <p class="clock-note">{note}</p>}
      <p class="clock-sentence">{clock.sentence}</p>
      {clock.provisional && (
        <p class="clock-sentence muted">
          那一年的放假安排还没有公布，先按周末推算，公布后会重新计算并告诉您。
        </p>
      )}
    </div>
  )
}
