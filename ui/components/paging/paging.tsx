import type { VNode } from 'preact'

/** Lists go on by cursor: back to the start, or further. */
export function Paging({ first, next, what }: { first?: string; next?: string; what: string }): VNode | null {
  if (first === undefined && next === undefined) return null
  return (
    <nav class="paging no-print" aria-label={`${what}翻页`}>
      {first !== undefined && (
        <a class="button button-normal" href={first}>
          回到第一页
        </a>
      )}
      {next !== undefined && (
        <a class="button button-normal" href={next} rel="next">
          看后面的{what}
        </a>
      )}
    </nav>
  )
}
