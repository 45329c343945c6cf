/** What the summary says of itself, here and where a script takes a mended line out of it. */
export const mendWords = {
  count: (problems: number) => (problems === 1 ? '有一处需要改一下' : `有${problems}处需要改一下`),
  /** Before the title of a page on which something is to be mended. */
  title: '需要改正：',
}
