import http from 'node:http'

/** Reads addresses to the end, pages as well as data; any answer but a good one is an error of the run. */
export function asker(
  port: number,
  connections: number,
): { ask(path: string): Promise<void>; close(): void } {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections })
  const ask = (path: string) =>
    new Promise<void>((resolve, reject) => {
      const request = http.get({ host: '127.0.0.1', port, path, agent }, (response) => {
        response.resume()
        response.on('error', reject)
        response.on('end', () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode} ${path}`)),
        )
      })
      request.on('error', reject)
    })
  return { ask, close: () => agent.destroy() }
}
