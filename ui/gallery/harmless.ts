/** Attributes that name one id or several; several examples on one page would otherwise share them. */
const IDS =
  /\b(id|for|headers|list|form|aria-(?:describedby|labelledby|controls|errormessage|owns|activedescendant|details))="([^"]+)"/g

/**
 * The HTML of an example as it may stand on the gallery's pages: its ids and radio groups are its own, and links and forms stay where
 * they are, for what they name does not exist.
 */
export function harmless(html: string, prefix: string, here: string): string {
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!))
  return html
    .replace(/<[a-z][^>]*>/g, (tag) => ownNames(tag, prefix, ids))
    .replace(/<(a|form)\b[^>]*>/g, (tag) => staying(tag, here))
    .replace(/ formaction="[^"]*"/g, '')
}

function ownNames(tag: string, prefix: string, ids: ReadonlySet<string>): string {
  return (
    tag
      .replace(IDS, (_whole, name: string, several: string) => {
        const own = several.split(' ').map((id) => prefix + id)
        return `${name}="${own.join(' ')}"`
      })
      // By which a script finds its other half.
      .replace(/ (data-[\w-]+)="([^"]+)"/g, (whole, name: string, id: string) =>
        ids.has(id) ? ` ${name}="${prefix}${id}"` : whole,
      )
      .replace(/ name="([^"]+)"/, ` name="${prefix}$1"`)
      .replace(/ href="#([^"]+)"/, ` href="#${prefix}$1"`)
  )
}

function staying(tag: string, here: string): string {
  return tag
    .replace(/ href="(?!#)[^"]*"/, ` href="${here}"`)
    .replace(/ action="[^"]*"/, ` action="${here}"`)
    .replace(/ method="[^"]*"/, ' method="get"')
    .replace(/ enctype="[^"]*"/, '')
}
