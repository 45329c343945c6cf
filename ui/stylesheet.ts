import { createHash } from 'node:crypto'
import { componentCss } from './components/css.ts'
import { baseCss } from './tokens/base-css.ts'
import { tokenCss } from './tokens/css.ts'

export interface Stylesheet {
  /** The text's own hash is in the path, so it may be cached for a year. */
  path: string
  text: string
}

/** One stylesheet for all served pages: tokens, base, components, then what an app adds. */
export function stylesheet(appCss = ''): Stylesheet {
  const text = compact(`${tokenCss}${baseCss}${componentCss}${appCss}`)
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return { path: `/assets/ui-${hash}.css`, text }
}

/** Comments and runs of blanks are for the readers of the source. */
function compact(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .trim()
}
