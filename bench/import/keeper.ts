import { setTimeout } from 'node:timers/promises'

export interface Run {
  state: string
  reached: number
  total: number
  counts: Record<string, number>
}

/** Whoever brings the catalogue in, signed in as a browser is. */
export interface Keeper {
  catalogue(): Promise<string>
  upload(bytes: Buffer): Promise<string>
  run(id: string): Promise<Run>
  confirm(id: string): Promise<void>
  /** Somebody else who asks for a list all the while; stopped, how long each answer took. */
  askBeside(): { stop(): Promise<number[]> }
}

const PASSWORD = 'Yichuang-2026'

export async function keeper(port: number, login: string): Promise<Keeper> {
  const base = `http://127.0.0.1:${port}/api/v1`
  const own: Record<string, string> = { 'x-as': 'staff' }
  async function call(method: string, path: string, body?: string | FormData): Promise<Response> {
    const headers: Record<string, string> = { ...own }
    if (typeof body === 'string') headers['content-type'] = 'application/json'
    const reply = await fetch(
      base + path,
      body === undefined ? { method, headers } : { method, headers, body },
    )
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
    return reply
  }
  const signedIn = await call('POST', '/session', JSON.stringify({ login, password: PASSWORD }))
  own['cookie'] = signedIn.headers.getSetCookie()[0]!.split(';', 1)[0]!
  const { csrfToken } = (await signedIn.json()) as { csrfToken: string }
  own['x-csrf-token'] = csrfToken
  return {
    catalogue: async () => (await call('GET', '/item-catalogue/export')).text(),
    async upload(bytes) {
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(bytes)]), 'catalogue.csv')
      return ((await (await call('POST', '/item-imports', form)).json()) as { id: string }).id
    },
    run: async (id) => (await (await call('GET', `/item-imports/${id}`)).json()) as Run,
    confirm: async (id) => void (await call('POST', `/item-imports/${id}/confirm`, '{}')),
    askBeside() {
      let asking = true
      const times: number[] = []
      const asked = (async () => {
        while (asking) {
          const began = performance.now()
          await (await fetch(`${base}/items?limit=20`)).arrayBuffer()
          times.push(performance.now() - began)
          await setTimeout(20)
        }
      })()
      return {
        async stop() {
          asking = false
          await asked
          return times
        },
      }
    },
  }
}
