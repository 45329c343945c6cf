import type { FastifyInstance } from 'fastify'

export interface Seen {
  status: number
  location: string | undefined
  html: string
  headers: Record<string, unknown>
}

type Part = string | { fileName: string; text: string }

/** A browser without JavaScript over `inject`: keeps cookies, posts the forms of pages it has seen. For tests. */
export class Walker {
  readonly cookies: Record<string, string>
  private readonly app: FastifyInstance

  constructor(app: FastifyInstance, cookies: Record<string, string> = {}) {
    this.app = app
    this.cookies = cookies
  }

  get(url: string): Promise<Seen> {
    return this.send({ method: 'GET', url })
  }

  post(url: string, fields: Record<string, string | string[]>): Promise<Seen> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) body.append(name, one)
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return this.send({ method: 'POST', url, headers, payload: body.toString() })
  }

  /** A multipart post with its parts in the order given, as browsers send them. */
  upload(
    url: string,
    parts: readonly (readonly [string, Part])[],
    more: Record<string, string> = {},
  ): Promise<Seen> {
    const boundary = 'a-boundary-of-the-test'
    const text = parts.map(([name, part]) => `--${boundary}\r\n${partText(name, part)}\r\n`).join('')
    const headers = { ...more, 'content-type': `multipart/form-data; boundary=${boundary}` }
    return this.send({ method: 'POST', url, headers, payload: `${text}--${boundary}--\r\n` })
  }

  private async send(request: {
    method: 'GET' | 'POST'
    url: string
    headers?: Record<string, string>
    payload?: string
  }): Promise<Seen> {
    const response = await this.app.inject({ ...request, cookies: this.cookies })
    for (const cookie of response.cookies) {
      if (cookie.value === '') delete this.cookies[cookie.name]
      else this.cookies[cookie.name] = cookie.value
    }
    return {
      status: response.statusCode,
      location: response.headers.location,
      html: response.body,
      headers: response.headers,
    }
  }
}

/** The value of a hidden field of a page, e.g. the token or the request id. */
export function hidden(page: Seen, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(page.html)?.[1] ?? ''
}

function partText(name: string, part: Part): string {
  return typeof part === 'string'
    ? `Content-Disposition: form-data; name="${name}"\r\n\r\n${part}`
    : `Content-Disposition: form-data; name="${name}"; filename="${part.fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n${part.text}`
}
