import { createHash } from 'node:crypto'

/** A file that enhances a page which is complete without it. */
export interface Script {
  /** The text's own hash is in the path, so it may be cached for a year. */
  path: string
  text: string
}

export function script(name: string, text: string): Script {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return { path: `/assets/${name}-${hash}.js`, text }
}
