import type { ComponentChildren, VNode } from 'preact'

export interface SummaryRow {
  label: string
  content: ComponentChildren
  /** Where the answer can be changed; the link says which answer to those who hear it. */
  change?: string
  /** What is wrong with it. */
  wrong?: string
}

export function SummaryList({ rows }: { rows: readonly SummaryRow[] }): VNode {
  return (
    <dl class="summary-list">
      {rows.map((row) => (
        <div key={row.label} class={row.change === undefined ? undefined : 'summary-list-changeable'}>
          <dt>{row.label}</dt>
          <dd class="summary-list-content">
            {row.content}
            {row.wrong !== undefined && (
              <p class="field-error">
                <span class="visually-hidden">需要改：</span>
                {row.wrong}
              </p>
            )}
          </dd>
          {row.change !== undefined && (
            <dd class="summary-list-change no-print">
              <a href={row.change}>
                修改<span class="visually-hidden">{row.label}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
