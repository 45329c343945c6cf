import http from 'node:http'

export interface Reply {
  status: number
  body: unknown
  headers: http.IncomingHttpHeaders
}

export type Send = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Reply>

/** A client with as many kept-alive connections as there are people at work. */
export function openClient(port: number, connections: number): { send: Send; close(): void } {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections })
  const send: Send = (method, path, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const data = body === undefined ? undefined : Buffer.from(JSON.stringify(body))
      const sized = data && { 'content-type': 'application/json', 'content-length': data.length }
      const request = http.request(
        { host: '127.0.0.1', port, method, path, agent, headers: { ...headers, ...sized } },
        (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('error', reject)
          response.on('end', () => {
            const text = Buffer.concat(parts).toString()
            resolve({
              status: response.statusCode!,
              body: text === '' ? null : JSON.parse(text),
              headers: response.headers,
            })
          })
        },
      )
      request.on('error', reject)
      request.end(data)
    })
  return { send, close: () => agent.destroy() }
}

/** The body of an answer that went well; any other answer is an error of the run. */
export function ok<T>({ status, body }: Reply): T {
  if (status < 200 || status > 299) throw new Error(`${status} ${JSON.stringify(body).slice(0, 200)}`)
  return body as T
}
