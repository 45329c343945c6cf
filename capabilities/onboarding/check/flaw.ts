/** One thing that keeps a pack from being loaded, where it stands, and how to mend it; in Chinese for people who write packs. */
export interface PackFlaw {
  /** Inside the pack: `items/elderly-allowance.json`. */
  file: string
  /** From 1; absent when the whole file is meant. */
  line?: number
  what: string
  remedy: string
}

/** `items/elderly-allowance.json 第37行：…。怎么改：…` */
export function worded({ file, line, what, remedy }: PackFlaw): string {
  const where = line === undefined ? file : `${file} 第${line}行`
  return `${where}：${what.replace(/[。；]$/u, '')}。怎么改：${remedy.replace(/[。；]$/u, '')}。`
}
