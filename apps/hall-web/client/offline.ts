export const SHELF = 'screen'

/**
 * Keeps this page with its script and style, so that a screen whose power came back before its network shows the last
 * picture instead of the browser's own error. Browsers allow it over HTTPS and on the machine itself.
 */
export async function stayThere(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register('/screen/worker.js')
    const shelf = await caches.open(SHELF)
    const parts = [
      location.pathname,
      ...[...document.querySelectorAll('script[src], link[rel=stylesheet]')].map(
        (part) => new URL(part.getAttribute('src') ?? part.getAttribute('href')!, location.href).pathname,
      ),
    ]
    await shelf.addAll(parts)
    const wanted = new Set(parts)
    for (const { url } of await shelf.keys()) if (!wanted.has(new URL(url).pathname)) await shelf.delete(url)
  } catch {
    // Without it the screen works as long as it is not switched off while the network is away.
  }
}
