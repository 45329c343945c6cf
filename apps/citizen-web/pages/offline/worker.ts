/**
 * Answers an address that cannot be reached with a page of ours instead of the browser's. Only reading is answered: a form that was
 * sent goes past it, so that what the server learns of its origin stays the browser's own word; so does the self-service mode.
 */
export function workerText(stylesheet: string): string {
  return `const KEPT = 'offline ${stylesheet}'
addEventListener('install', (event) => {
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(['/offline', '${stylesheet}'])).then(() => skipWaiting()))
})
addEventListener('activate', (event) => {
  const old = (keys) => keys.filter((key) => key.startsWith('offline ') && key !== KEPT)
  event.waitUntil(caches.keys().then((keys) => Promise.all(old(keys).map((key) => caches.delete(key)))).then(() => clients.claim()))
})
addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname } = new URL(request.url)
  if (/^\\/(api|staff|screen|kiosk)(\\/|$)/.test(pathname)) return
  if (request.mode === 'navigate' && request.method === 'GET')
    event.respondWith(fetch(request).catch(() => caches.match('/offline')))
  else if (pathname === '${stylesheet}')
    event.respondWith(fetch(request).catch(() => caches.match('${stylesheet}')))
})
`
}
