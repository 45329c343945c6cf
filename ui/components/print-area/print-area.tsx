import type { ComponentChildren, VNode } from 'preact'

/** Ways to take a page along: the paper edition first, and how to print this page itself. */
export function PrintArea({
  papers,
  children,
}: {
  papers: readonly { text: string; href: string }[]
  children?: ComponentChildren
}): VNode {
  return (
    <div class="print-area no-print">
      {papers.map((paper) => (
        <a key={paper.href} class="button button-normal" href={paper.href}>
          {paper.text}
        </a>
      ))}
      {children}
      <p class="muted small">没有打印机也可以到任何一个窗口免费领取，或者把本页发给家里人。</p>
    </div>
  )
}
