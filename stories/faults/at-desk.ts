import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { demoForm } from '../../apps/server/demo/form-values.ts'
import { demoPerson } from '../../apps/server/demo/people.ts'

export interface Answer {
  status: number
  headers: Headers
  /** Parsed JSON, or the text. */
  body: unknown
}

/** Somebody signed in over the network; the cookie outlives the server process. */
export interface Desk {
  login: string
  place: string
  send(base: string, method: string, path: string, more?: Sending): Promise<Answer>
}

export interface Sending {
  body?: unknown
  /** The Idempotency-Key. */
  key?: string
}

export async function signIn(base: string, login: string, password: string): Promise<Desk> {
  const reply = await fetch(`${base}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  })
  if (!reply.ok) throw new Error(`${login} could not sign in: ${await reply.text()}`)
  const cookie = reply.headers.get('set-cookie')!.split(';')[0]!
  const session = (await reply.json()) as { csrfToken: string; post: { place: string } }
  const identity = { cookie, 'x-csrf-token': session.csrfToken }
  return {
    login,
    place: session.post.place,
    async send(at, method, path, { body, key } = {}) {
      const json = body !== undefined && !(body instanceof FormData)
      return answerOf(
        await fetch(`${at}/api/v1${path}`, {
          method,
          headers: {
            ...identity,
            ...(json ? { 'content-type': 'application/json' } : {}),
            ...(key === undefined ? {} : { 'idempotency-key': key }),
          },
          ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : (body as FormData) }),
        }),
      )
    },
  }
}

export async function answerOf(reply: Response): Promise<Answer> {
  const json = (reply.headers.get('content-type') ?? '').includes('json')
  return {
    status: reply.status,
    headers: reply.headers,
    body: json ? await reply.json() : await reply.text(),
  }
}

/** Everybody signs in with the one demo password. */
export async function demoPassword(base: string): Promise<string> {
  const reply = await fetch(`${base}/api/v1/demo/accounts`)
  return ((await reply.json()) as { password: string }).password
}

export async function readItem(base: string, id: string): Promise<ItemVersion> {
  const reply = await fetch(`${base}/api/v1/items/${id}`)
  if (!reply.ok) throw new Error(`no item ${id}: ${await reply.text()}`)
  return (await reply.json()) as ItemVersion
}

/** A whole application as a window clerk takes it down, for the invented person of this number. */
export function filing(item: ItemVersion, desk: Desk, region: string, person: number, files: string[] = []) {
  return {
    item: item.id,
    itemVersion: item.version,
    acceptPlace: desk.place,
    form: demoForm(item.form, demoPerson(person), person, region),
    materials: item.materials
      .filter((material) => !material.fromForm && material.necessity === 'required')
      .map((material, index) => ({
        material: material.id,
        files: index === 0 ? files : [],
        paperOriginals: Math.max(material.originals, 1),
        paperCopies: material.copies,
      })),
    delivery: item.delivery[0]!,
  }
}

/** A small whole PDF that differs from every other. */
export function scannedPaper(text: string): Buffer {
  return Buffer.from(`%PDF-1.7\n1 0 obj << /Title (${text}) >> endobj\n%%EOF\n`, 'latin1')
}

export function uploadOf(content: Buffer): FormData {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(content)], { type: 'application/pdf' }), 'scan.pdf')
  return form
}
