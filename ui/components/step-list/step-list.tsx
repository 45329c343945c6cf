import type { VNode } from 'preact'
import { moment } from '../../format/day.ts'

export interface Step {
  title: string
  state: 'done' | 'current' | 'coming'
  at?: string
  note?: string
}

const STATE_WORDS = { done: '已完成', current: '正在进行', coming: '还没到' } as const

/** Where a matter stands; said in words as well as drawn, so that colour is never the only sign. */
export function StepList({ steps }: { steps: readonly Step[] }): VNode {
  return (
    <ol class="step-list">
      {steps.map((step) => (
        <li
          key={step.title}
          class={`step-${step.state}`}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span class="step-title">{step.title}</span>
          <span class="step-state">
            {STATE_WORDS[step.state]}
            {step.at !== undefined && `，${moment(step.at)}`}
          </span>
          {step.note !== undefined && <span class="step-note">{step.note}</span>}
        </li>
      ))}
    </ol>
  )
}
