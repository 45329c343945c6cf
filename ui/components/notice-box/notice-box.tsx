import type { ComponentChildren, VNode } from 'preact'

export type NoticeTone = 'plain' | 'good' | 'warn' | 'bad'

const TONE_WORDS: Record<NoticeTone, string> = { plain: '说明', good: '完成', warn: '请留意', bad: '重要' }

/** Something to read before going on. The tone is said in a word, never by colour alone. */
export function NoticeBox({
  tone = 'plain',
  title,
  live = false,
  children,
}: {
  tone?: NoticeTone
  title: string
  /** True for the answer to what the person has just done: it is announced. */
  live?: boolean
  children?: ComponentChildren
}): VNode {
  return (
    <section class={`notice-box notice-${tone}`} role={live ? 'status' : undefined} aria-label={title}>
      <p class="notice-title">
        <span class="visually-hidden">{`${TONE_WORDS[tone]}：`}</span>
        {title}
      </p>
      {children}
    </section>
  )
}
