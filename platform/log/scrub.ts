/**
 * The message of an error without the values in it: databases and parsers quote what they were given, and that may
 * be a name, the number of a paper or a phone. What is left still says what kind of thing went wrong.
 */
export function scrub(message: string): string {
  return message
    .slice(0, 2_000)
    .replaceAll(/"[^"]*"|'[^']*'|“[^”]*”|`[^`]*`/g, (quoted) => (IDENTIFIER.test(quoted) ? quoted : '"…"'))
    .replaceAll(/\(([^()]*)\)=\(.*?\)/g, '($1)=(…)')
    .replaceAll(/[^\s@]+@[^\s@]+\.[^\s@]+/g, '…@…')
    .replaceAll(/\d{6,}[\dXx]*/g, '#')
    .replaceAll(/\p{Script=Han}+/gu, '某')
}

/** `"cases_head_pkey"` or `'./store.ts'` name our own code, not a value. */
const IDENTIFIER = /^["'“`](?=[^"'”`]*[_/])[a-z_./#][a-z_./#:-]*["'”`]$/
