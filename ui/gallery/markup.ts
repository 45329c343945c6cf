/** Elements without an end; those of pictures are written `<path …></path>` and need none. */
const ALONE = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])

/** HTML with one element a line, indented by depth, as somebody would write it who reads it again. */
export function readable(html: string): string {
  let depth = 0
  const lines: string[] = []
  for (const part of html.split(/(?<=>)(?=<)/)) {
    const change = opened(part)
    // A line that ends more than it opens stands under what it ends.
    lines.push('  '.repeat(Math.max(part.startsWith('</') ? depth + change : depth, 0)) + part)
    depth += change
  }
  return lines.join('\n')
}

function opened(part: string): number {
  let open = 0
  for (const [tag, end, name] of part.matchAll(/<(\/?)([a-z][\w-]*)[^>]*>/gi)) {
    if (end === '/') open -= 1
    else if (!ALONE.has(name!.toLowerCase()) && !tag.endsWith('/>')) open += 1
  }
  return open
}
