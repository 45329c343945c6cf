import { SHELF } from './offline.ts'

/** The few parts of a service worker's world that we use; the compiler knows either a page or a worker. */
interface Fetching extends Event {
  request: Request
  respondWith(answer: Promise<Response>): void
  waitUntil(work: Promise<unknown>): void
}
const worker = globalThis as unknown as {
  addEventListener(name: string, heard: (event: Fetching) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}

const PATIENCE_MS = 8000

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname } = new URL(request.url)
  const ours = request.mode === 'navigate' || pathname.startsWith('/assets/')
  if (request.method === 'GET' && ours) event.respondWith(fromNetworkElseShelf(request))
})

/** The network comes first: the shelf is for when there is none, or only a proxy before a server that is away. */
async function fromNetworkElseShelf(request: Request): Promise<Response> {
  const shelved = async () => (await caches.open(SHELF)).match(request, { ignoreSearch: true })
  try {
    const answer = await inTime(fetch(request))
    return answer.status >= 500 ? ((await shelved()) ?? answer) : answer
  } catch {
    return (await shelved()) ?? Response.error()
  }
}

function inTime(answer: Promise<Response>): Promise<Response> {
  return Promise.race([
    answer,
    new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error('too slow')), PATIENCE_MS)),
  ])
}
