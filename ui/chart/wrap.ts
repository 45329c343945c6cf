/** Signs no line begins with (GB/T 15834). */
const NEVER_FIRST = /^[，。：；、！？）》”％%,.;:)]/u

/** Breaks a text into lines of so many Chinese characters; other signs count a little more than half. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const part of text.match(/[\u0021-\u007e]+|./gu) ?? []) {
    if (line !== '' && widthOf(line + part) > width && !NEVER_FIRST.test(part)) {
      lines.push(line.trimEnd())
      line = part.trimStart()
    } else line += part
  }
  return line === '' ? lines : [...lines, line]
}

export function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\u0020-\u007e]/.test(sign) ? 0.6 : 1), 0)
}
