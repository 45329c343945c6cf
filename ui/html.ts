import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** A part of a page, for a script that puts it into one. */
export function renderPart(part: VNode): string {
  return renderToString(part)
}

/** A whole page as it goes over the wire. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`
}
