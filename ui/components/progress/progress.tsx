import type { VNode } from 'preact'

export interface ProgressStep {
  title: string
  href: string
  /** It has been filled in, so it can be gone back to. */
  done?: boolean
}

/** Which of a few short steps one is at; what has been filled in is a link, so that going back loses nothing. */
export function Progress({
  steps,
  current,
  pages,
}: {
  steps: readonly ProgressStep[]
  current: number
  /** The pages of the current step, where it has several. */
  pages?: { steps: readonly ProgressStep[]; current: number }
}): VNode {
  const page = pages === undefined ? '' : `（第${pages.current + 1}页，共${pages.steps.length}页）`
  return (
    <nav class="progress no-print" aria-label="申请步骤">
      <p class="progress-count">{`第${current + 1}步，共${steps.length}步：${steps[current]!.title}${page}`}</p>
      <Steps steps={steps} current={current} look="progress-list" />
      {pages !== undefined && <Steps {...pages} look="progress-pages" />}
    </nav>
  )
}

function Steps({
  steps,
  current,
  look,
}: {
  steps: readonly ProgressStep[]
  current: number
  look: 'progress-list' | 'progress-pages'
}): VNode {
  return (
    <ol class={look}>
      {steps.map(({ title, href, done = false }, at) => (
        <li key={href} class={lookOf(at === current, done)}>
          {at !== current && (done || at < current) ? (
            <a href={href}>
              {title}
              <span class="visually-hidden">{done ? '（已填）' : '（还没填完）'}</span>
            </a>
          ) : (
            <span aria-current={at === current ? 'step' : undefined}>
              {title}
              {at !== current && <span class="visually-hidden">（还没填）</span>}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}

function lookOf(isCurrent: boolean, done: boolean): string | undefined {
  if (isCurrent) return 'progress-current'
  return done ? 'progress-done' : undefined
}
