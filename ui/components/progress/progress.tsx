import type { VNode } from 'preact'

/** Which of a few short steps one is at; steps behind are links, so that going back loses nothing. */
export function Progress({
  steps,
  current,
}: {
  steps: readonly { title: string; href: string }[]
  current: number
}): VNode {
  return (
    <nav class="progress no-print" aria-label="申请步骤">
      <p class="progress-count">{`第${current + 1}步，共${steps.length}步`}</p>
      <ol class="progress-list">
        {steps.map((step, at) => (
          <li
            key={step.href}
            class={at < current ? 'progress-done' : at === current ? 'progress-current' : undefined}
          >
            {at < current ? (
              <a href={step.href}>{step.title}</a>
            ) : (
              <span aria-current={at === current ? 'step' : undefined}>{step.title}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
