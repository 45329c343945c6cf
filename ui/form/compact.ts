/** Full-width characters become plain ones and blanks inside numbers go. */
export function compact(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}
