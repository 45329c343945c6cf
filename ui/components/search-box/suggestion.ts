/** One line below the search box, as `GET /suggest?q=` answers a list of them. */
export interface Suggestion {
  title: string
  /** The official name, or what else people call it. */
  note?: string
  href: string
}

export const SUGGESTIONS_AT_MOST = 8

export const suggestWords = {
  list: '您是不是要找',
  found: (count: number): string => `有${count}条建议，按上下键选择`,
  none: '没有建议，按“查找”看结果',
} as const
