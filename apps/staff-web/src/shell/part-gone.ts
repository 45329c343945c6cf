/** What browsers and the build say of a script, and of a style sheet, that is not there any more. */
const GONE =
  /^(Failed to fetch dynamically imported module|error loading dynamically imported module|Importing a module script failed|Unable to preload CSS)/

/**
 * A part of the workbench that is gone because a new version was installed: the page is read anew, once for each part, so that a
 * part that stays away ends in a sentence and not in a circle. The router does so for the scripts of its pages and keeps count
 * under the same key; style sheets, and what lies outside its pages, are left to this.
 */
export function reloadsForPart(error: unknown): boolean {
  const message = error instanceof Error ? error.message : ''
  const key = `tanstack_router_reload:${message}`
  if (!GONE.test(message) || sessionStorage.getItem(key) !== null) return false
  sessionStorage.setItem(key, '1')
  window.location.reload()
  return true
}

/**
 * Pages are fetched when the pointer nears their link, and a style sheet that failed then is not asked for again. What is being typed
 * must not go for that, so the page is read anew with the next step to another one.
 */
export function watchParts(onLeave: (leave: () => void) => void): void {
  let gone: unknown
  window.addEventListener(
    'vite:preloadError',
    (event) => (gone = (event as Event & { payload: unknown }).payload),
  )
  onLeave(() => void (gone !== undefined && reloadsForPart(gone)))
}
