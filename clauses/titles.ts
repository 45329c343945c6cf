/**
 * The ids a title opens with: `CAS-24 …`, `CAS-24/a …`, `CAS-01, CAS-16 …`. An id further inside only mentions a row,
 * because a sentence about one row may well speak of another.
 */
export function idsOfTitle(title: string): string[] {
  const ids: string[] = []
  let rest = title.trimStart()
  for (;;) {
    const id = /^[A-Z]{3}-\d{2}(?:\/[a-z])?(?![\w/-])/.exec(rest)?.[0]
    if (id === undefined) return ids
    ids.push(id)
    rest = rest.slice(id.length).replace(/^\s*(?:[,，、&+]|and\b)?\s*/, '')
  }
}

/** The ids of a test with those of the blocks around it; one that names a part is not taken for the whole row too. */
export function idsOfPath(titles: readonly string[]): string[] {
  const ids = [...new Set(titles.flatMap(idsOfTitle))]
  return ids.filter((id) => partOf(id) !== undefined || !ids.some((other) => other.startsWith(`${id}/`)))
}

export function rowOf(id: string): string {
  return id.split('/')[0]!
}

export function partOf(id: string): string | undefined {
  return id.split('/')[1]
}

/** What looks like an id but is not written like one (`CAS24`, `CAS-024`, `CAS-24a`), at the start of a title. */
export function malformedId(title: string, prefixes: readonly string[]): string | undefined {
  const like = new RegExp(`^\\s*((?:${prefixes.join('|')})[-–_ ]?\\d[^\\s,，、:：]*)`).exec(title)?.[1]
  return like === undefined || idsOfTitle(title).length > 0 ? undefined : like
}
